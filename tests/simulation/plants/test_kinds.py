"""Each kind of the list in a small country: it changes what it says that it changes, and nothing else."""

import csv
import io

import pytest

from dagster_project.simulation.plants.catalogue import plant_kinds


@pytest.mark.parametrize("kind", plant_kinds())
def test_a_kind_changes_what_it_names_and_nothing_else(planted, small, kind):
    country = planted(kind)
    changed = country.files.changed()
    assert {one.kind for one in country.plants} == {kind}
    assert set(changed) == {one.file for one in country.plants}
    assert [one for one in country.plants if one.before == one.after] == []
    for path, content in changed.items():
        _cells_are_those_named(country, path, (small.raw / path), content)


@pytest.mark.parametrize("kind", plant_kinds())
def test_the_same_seed_gives_the_same_bytes(planted, kind):
    one, other = planted(kind), planted(kind)
    assert one.files.changed() == other.files.changed()
    assert one.plants == other.plants


def _cells_are_those_named(country, path, before, content):
    """Of lists of which all rows stay in place, each cell that differs is named with what stands there now."""
    named = {one.place: one.after for one in country.plants if one.file == path}
    in_place = all("column=" in place for place in named)
    if content is None or not path.endswith(".csv") or path.startswith("budgets/") or not in_place:
        return
    was, now = _cells(before.read_bytes()), _cells(content)
    assert was.keys() == now.keys()
    assert {place: now[place] for place in was if was[place] != now[place]} == named


def _cells(content: bytes) -> dict[str, str]:
    """The cells of a list by their place, with the names of the columns as they were first."""
    text = content.decode()
    delimiter = ";" if ";" in text.partition("\r\n")[0] else ","
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    names = ["source" if cell == "soort" else cell for cell in rows[0]]
    return {
        f"line={number};column={name}": cell
        for number, row in enumerate(rows, start=1)
        for name, cell in zip(names, row, strict=True)
    }
