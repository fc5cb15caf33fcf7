"""What intake makes of the files of each kind is what the list says of it."""

from datetime import date

import pytest

from dagster_project.intake import take_in
from dagster_project.simulation.plants.catalogue import plant_kinds
from dagster_project.simulation.writers.delivery_list import delivery_list
from dagster_project.workspace import Workspace

TODAY = date(2025, 2, 1)
SOURCES = {"registers": "register", "editions": "edition", "programmes": "programme"}
FILES = 1
"""Of the files of a kind so many are taken in: they are alike, and each costs time of another process."""


def _turned_away(folder, workspace):
    report = take_in(Workspace.at(workspace).create(), [folder], today=TODAY)
    return report.refused, [note for note in report.notes if note.startswith("held")]


def _put(folder, path, content):
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def _by_itself(kind: str) -> bool:
    return plant_kinds()[kind].intake != "accepted" or plant_kinds()[kind].family == "deliveries"


@pytest.mark.parametrize("kind", [kind for kind in plant_kinds() if _by_itself(kind)])
def test_deliveries_are_accepted_held_or_refused_as_the_list_says(planted, tmp_path, kind):
    country = planted(kind)
    changed = [path for path, content in country.files.changed().items() if content is not None]
    copies = {one.after for one in country.plants}
    folders = {path.rpartition("/")[0] for path in changed if path.startswith(tuple(SOURCES))}
    bodies = {path.rpartition("_")[0].partition("_")[0] for path in changed if path.startswith(("budgets", "surveys"))}
    for path, content in country.files.items():
        beside = path.rpartition("/")[0] in folders or path.partition("_")[0] in bodies
        if path in changed or beside or f"the bytes of {path}" in copies:
            _put(tmp_path / "in", path, content)
    refused, held = _turned_away(tmp_path / "in", tmp_path / "workspace")
    assert ("refused" if refused else "held" if held else "accepted") == plant_kinds()[kind].intake


def test_all_other_kinds_pass_the_door(planted, tmp_path):
    """All at once, each kind in a folder of its own; bytes that two kinds give stand in one of them."""
    seen = set()
    for kind in plant_kinds():
        changed = {} if _by_itself(kind) else planted(kind).files.changed()
        fresh = [path for path in changed if changed[path] and changed[path] not in seen]
        listed: dict[str, list[tuple[str, str, str]]] = {}
        for path in [path for path in fresh if not path.endswith("deliveries.csv")][:FILES]:
            seen.add(changed[path])
            _put(tmp_path / "in" / kind, path, changed[path])
            folder, _, name = path.rpartition("/")
            if folder in SOURCES:
                listed.setdefault(folder, []).append((name, "2020", "2025-01-15"))
        for folder, files in listed.items():
            _put(tmp_path / "in" / kind, f"{folder}/deliveries.csv", delivery_list(SOURCES[folder], "Verzonnen", files))
    refused, _ = _turned_away(tmp_path / "in", tmp_path / "workspace")
    assert refused == []
