"""The list of expectations is pinned: none goes, or weighs less, without a change to its lock."""

import shutil

import pytest

from dagster_project.quality.declaration import FOLDER, LOCK, as_written, declared, lock_lines
from dagster_project.simulation import plant_kinds
from dagster_project.workspace import UnreadableInput


@pytest.fixture
def folder(tmp_path):
    """A copy of the expectations, to be hollowed out."""
    return shutil.copytree(FOLDER, tmp_path / "expectations")


def _rewrite(folder, suite, old, new):
    path = folder / f"{suite}.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_lock_is_that_of_the_files():
    """Where this fails: make expectations, and say in the commit why one came, went or changed its weight."""
    assert (FOLDER / LOCK).read_text(encoding="utf-8").splitlines() == lock_lines(as_written())


def test_an_expectation_that_weighs_less_is_told(folder):
    _rewrite(folder, "reconciliation", "id: closure\n    severity: error", "id: closure\n    severity: warning")
    with pytest.raises(UnreadableInput, match="reconciliation closure error, reconciliation closure warning"):
        declared(folder)


def test_a_suite_that_was_emptied_is_told(folder):
    (folder / "privacy.yml").write_text("suite: privacy\nquestion: Waar?\nexpectations: []\n", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="privacy no_email_addresses error"):
        declared(folder)


def test_a_lock_that_is_gone_pins_nothing_and_is_told(folder):
    (folder / LOCK).unlink()
    with pytest.raises(UnreadableInput, match="not those of the lock"):
        declared(folder)


def test_no_expectations_at_all_do_not_pass(folder):
    for path in folder.glob("*.yml"):
        head = path.read_text(encoding="utf-8").splitlines()[:2]
        path.write_text("\n".join([*head, "expectations: []", ""]), encoding="utf-8")
    (folder / LOCK).write_text("", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="no expectation is declared"):
        declared(folder)


def test_what_an_expectation_catches_are_kinds_of_fault():
    named = {kind for one in declared() for kind in one.catches}
    assert len(named) >= 10
    assert named <= set(plant_kinds())


def test_why_an_expectation_may_see_no_row_is_a_sentence():
    assert all(one.may_be_empty.endswith(".") for one in declared() if one.may_be_empty is not None)
