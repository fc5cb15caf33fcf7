"""Places are read one at a time and ahead; nothing that nobody waits for any more is read."""

import threading

from dagster_project.review.browser.places import Look, Places
from dagster_project.workspace import Workspace


def test_who_closes_waits_for_the_place_that_is_being_read_and_for_no_other(tmp_path, monkeypatch):
    begun, go_on, read = threading.Event(), threading.Event(), []

    def slow(self, delivery_id, locator):
        begun.set()
        assert go_on.wait(20)
        read.append(locator)
        return Look()

    monkeypatch.setattr(Places, "_read", slow)
    places = Places(Workspace.at(tmp_path))
    asked = [places.look({"delivery_id": "d0000001", "locator": f"line={n}"}) for n in range(1, 9)]
    assert begun.wait(20)
    threading.Timer(0.2, go_on.set).start()
    places.close()
    assert read == ["line=1"]
    assert [look.cancelled() for look in asked] == [False] + 7 * [True]
