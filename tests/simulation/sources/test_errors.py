"""What a source believes differs from the truth in one value per error, and the detail says both."""

from dataclasses import asdict
from random import Random

import pytest

from dagster_project.simulation.sources.errors import ERRORS, believed
from dagster_project.simulation.sources.faults import Conditions, fault_kinds
from tests.simulation.small_country import GRONINGEN, collaboration

CHANGED = {
    "theme": "themes", "form": "legal_form", "seat": "seat", "goal": "purpose", "purpose": "purpose",
    "lost_participants": "participants", "added_participant": "participants", "ministry": "ministries",
    "added_ministry": "ministries", "non_government": "non_government", "added_non_government": "non_government",
}  # fmt: skip


def with_and_without(value: str):
    """A collaboration in which a source can err so."""
    absent = {"ministries": (), "non_government": ()}
    changes = (
        absent if value.startswith("added") else {"ministries": ("mnre1034",), "non_government": ("Hogeschool X",)}
    )
    return collaboration(3, 2024, GRONINGEN, goal="operational", **changes)


@pytest.mark.parametrize("value", list(ERRORS))
def test_an_error_changes_one_value_and_tells_what_is_written_and_what_is_true(value):
    one = with_and_without(value)
    found = [err for seed in range(30) if (err := ERRORS[value](one, Random(seed)))]
    assert found
    for after, detail in found:
        differs = {key for key, found in asdict(after).items() if found != asdict(one)[key]}
        assert differs == {CHANGED[value]}, (value, differs)
        written, _, true = detail.partition(" <- ")
        assert written != true != ""


def test_where_there_is_nothing_to_err_in_nothing_happens():
    bare = collaboration(3, 2017, ("pv20",), ministries=(), non_government=(), seat="")
    for value in ("seat", "lost_participants", "added_participant", "ministry", "added_ministry", "non_government"):
        assert ERRORS[value](bare, Random(1)) is None, value


def test_the_same_question_gives_the_same_errors_and_each_source_its_own():
    ones = [collaboration(3, 2024, GRONINGEN, truth_id=f"t{n:06d}") for n in range(400)]
    by = Conditions(1)
    found = [believed(one, "edition", by, one.truth_id) for one in ones]
    assert found == [believed(one, "edition", by, one.truth_id) for one in ones]
    struck = {kind for _, wrong in found for kind, _ in wrong}
    assert struck
    assert all(kind in fault_kinds() for kind in struck)
    assert all(kind.startswith("edition_") for kind in struck)
    assert all((after == one) == (not wrong) for one, (after, wrong) in zip(ones, found, strict=True))
    assert not any(believed(one, "edition", Conditions(1, faultless=True), one.truth_id)[1] for one in ones)


def test_what_somebody_put_right_is_no_error():
    ones = [collaboration(3, 2024, GRONINGEN, truth_id=f"t{n:06d}") for n in range(200)]
    for one in ones:
        assert believed(one, "edition", Conditions(1), one.truth_id, mended=lambda kind: True) == (one, [])
