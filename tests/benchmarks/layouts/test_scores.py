"""Counts by choice of a reader that reads all, and of one that reads nothing."""

import dataclasses

import pytest

from benchmarks.layouts import scores
from benchmarks.layouts.documents import write_all
from benchmarks.layouts.grammar import choices
from dagster_project.evaluation import Read, read_documents_truth

COUNT = 25


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Documents with truth."""
    path = tmp_path_factory.mktemp("layouts")
    write_all(path, 5, COUNT)
    return path


def read_all(known, root) -> Read:
    """What a perfect reader reads."""
    return Read(tuple(party for one in known for party in one.parties), (), {})


def test_a_perfect_reader_is_right_everywhere(folder, monkeypatch):
    monkeypatch.setattr(scores, "read_now", read_all)
    for tally in scores.score(folder).values():
        assert (tally.found, tally.right, tally.errors) == (tally.parties, tally.fields, 0)
    total = scores.score(folder)[scores.TOTAL]
    assert (total.documents, total.recall, total.precision, total.field_share) == (COUNT, 1, 1, 1)


def test_a_reader_that_reads_nothing_is_silent_about_every_party(folder, monkeypatch):
    monkeypatch.setattr(scores, "read_now", lambda known, root: Read((), (), {}))
    known, _ = read_documents_truth(folder / "truth", None)
    total = scores.score(folder)[scores.TOTAL]
    assert total.silent == total.errors == total.parties == sum(len(one.parties) for one in known) > 20
    assert (total.recall, total.precision, total.field_share) == (0, None, None)


def test_persons_in_what_was_read_are_counted_at_their_document(folder, monkeypatch):
    known, _ = read_documents_truth(folder / "truth", None)
    one = next(one for one in known if one.persons)
    text = {one.document: f"de heer {one.persons[0].upper()}"}
    monkeypatch.setattr(scores, "read_now", lambda known, root: dataclasses.replace(read_all(known, root), text=text))
    found = scores.score(folder)
    assert found[scores.TOTAL].leaked >= 1
    assert found["persons", "none"].leaked == 0


def test_the_values_of_a_choice_add_up(folder, monkeypatch):
    monkeypatch.setattr(scores, "read_now", read_all)
    found = scores.score(folder)
    for choice in ("body", "holds"):
        assert (
            sum(found[choice, v].parties for v in choices()[choice].values if (choice, v) in found)
            == found[scores.TOTAL].parties
        )
    kinds = [tally for (name, _), tally in found.items() if name == scores.NAME_KIND]
    assert sum(tally.parties for tally in kinds) == found[scores.TOTAL].parties
