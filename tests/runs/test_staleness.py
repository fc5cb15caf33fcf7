"""What makes a state stale is told by part, and keeps a release from going out; what does not is no alarm."""

import os
import shutil

import pytest

from dagster_project.runs import refuse_if_stale, stale_parts
from dagster_project.workspace import GateRefused, Workspace
from tests.runs.conftest import DECISIONS


def stale(runs) -> set[str]:
    return {s.part for s in stale_parts(Workspace.at(runs.workspace.root))}


def test_without_a_run_all_is_stale(runs):
    assert stale(runs) == {"tables"}


def test_after_a_whole_run_nothing_is(runs):
    runs.run()
    assert stale(runs) == set()
    refuse_if_stale(runs.workspace.now())


def test_a_file_dropped_into_raw_is_seen(runs):
    runs.run()
    runs.budget(2020)
    assert stale(runs) == {"raw"}
    with pytest.raises(GateRefused, match=r"gm0106_lijst\.csv"):
        refuse_if_stale(runs.workspace.now())


def test_a_file_that_is_gone_is_seen(runs):
    runs.run()
    (runs.workspace.raw / "budgets" / "2017" / "gm0106_lijst.csv").unlink()
    assert stale(runs) == {"raw"}


def test_a_file_that_came_back_is_seen(runs):
    path = runs.workspace.raw / "budgets" / "2017" / "gm0106_lijst.csv"
    runs.run()
    kept = path.read_bytes()
    path.unlink()
    runs.run()
    assert stale(runs) == set()
    path.write_bytes(kept)
    assert stale(runs) == {"raw"}


def test_another_content_is_seen_also_under_the_old_size_and_time(runs):
    runs.run()
    assert stale(runs) == set()
    path = runs.workspace.raw / "budgets" / "2017" / "gm0106_lijst.csv"
    times = path.stat()
    path.write_text(path.read_text().replace("Proefkring", "Proefdring"))
    assert stale(runs) == {"raw"}
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    with pytest.raises(GateRefused, match="other content"):
        refuse_if_stale(runs.workspace.now())


def test_a_run_of_one_year_leaves_the_others_stale(runs):
    runs.run()
    shutil.rmtree(runs.workspace.raw / "budgets" / "2017")
    runs.run(years=(2024,))
    assert stale(runs) == {"budget-2017"}
    runs.run()
    assert stale(runs) == set()


def test_a_budget_of_a_year_that_was_not_run_is_stale(runs):
    runs.run()
    runs.budget(2020)
    runs.run(years=(2024,))
    assert stale(runs) == {"budget-2020"}


def test_one_year_read_anew_without_the_tables_after_it(runs):
    runs.run()
    runs.budget(2017, "Proefraad;Assen")
    runs.run(years=(2017,), assets=("delivery",))
    assert "tables" in stale(runs)


def test_tables_made_in_part_are_stale(runs):
    runs.run()
    runs.run(assets=("link",))
    assert stale(runs) == {"tables"}


def test_a_new_decision_is_seen(runs):
    runs.run()
    runs.decide()
    assert stale(runs) == {"tables"}


def test_what_changes_during_a_run_is_stale_after_it(runs):
    runs.run(meanwhile=runs.decide)
    assert stale(runs) == {"tables"}


def test_what_was_changed_during_a_run_and_put_back_is_stale_all_the_same(runs):
    path = runs.decide()

    def and_back():
        path.write_text(DECISIONS.strip())
        path.write_text(DECISIONS)

    runs.run(meanwhile=and_back)
    assert "tables" in stale(runs)


def test_a_file_put_back_during_a_run_makes_its_part_stale(runs):
    path = runs.workspace.raw / "budgets" / "2017" / "gm0106_lijst.csv"
    runs.run()

    def and_back():
        kept = path.read_bytes()
        path.write_bytes(b"Naam\nAnders\n")
        path.write_bytes(kept)

    runs.run(meanwhile=and_back)
    assert {"budget-2017", "tables"} <= stale(runs)
    assert "budget-2024" not in stale(runs)


@pytest.mark.parametrize(
    ("place", "part"), [("survey/frame-2024.csv", "survey-2024"), ("audits/s0001/BZK-07.csv", "tables")]
)
def test_who_was_asked_and_answers_of_samples_are_seen(runs, place, part):
    path = runs.workspace.root / place
    runs.run()
    path.parent.mkdir(parents=True)
    path.write_text("organisation_id,asked,reason\n")
    assert stale(runs) == {part}

    def and_back():
        kept = path.read_bytes()
        path.write_bytes(b"x")
        path.write_bytes(kept)

    runs.run(meanwhile=and_back)
    assert part in stale(runs)
    runs.run()
    assert stale(runs) == set()


def test_another_scope_is_seen(runs):
    runs.run()
    with runs.workspace.config_file.open("a") as settings:
        settings.write("scope:\n  organisations: [gm0106]\n")
    assert stale(runs) == {"tables"}


def test_a_table_edited_by_hand_is_not_released(runs):
    runs.run()
    delivery = runs.workspace.now().tables / "delivery.parquet"
    kept = delivery.read_bytes()
    delivery.write_bytes(kept + b" ")
    with pytest.raises(GateRefused, match=r"delivery\.parquet"):
        refuse_if_stale(runs.workspace.now())
    delivery.write_bytes(kept)
    refuse_if_stale(runs.workspace.now())
    delivery.unlink()
    with pytest.raises(GateRefused, match=r"delivery\.parquet"):
        refuse_if_stale(runs.workspace.now())


def test_a_run_that_did_not_end_changes_nothing(runs):
    from dagster_project.workspace.states import begin, discard

    runs.run()
    begin(runs.workspace)
    assert stale(runs) == set()
    discard(runs.workspace)
    assert stale(runs) == set()
