"""Shares that moved: counted per source and over all, tested exactly, corrected over all classes."""

import pytest

from dagster_project.quality import evaluate, share_shifts
from dagster_project.quality.declaration import declared
from dagster_project.quality.shifts import holm
from dagster_project.workspace import write_table
from tests.quality.register import clean

BOUND = next(e for e in declared() if e.id == "shares_move_within_bounds")


def _country(workspace, forms, themes=lambda number: "veiligheid", ministry="none"):
    """Collaborations with these forms per snapshot, as (form, number) pairs."""
    like = clean()["collaboration"][0]
    rows = []
    for snapshot, pairs in forms.items():
        each = [form for form, number in pairs for _ in range(number)]
        rows += [
            {**like, "snapshot": snapshot, "collaboration_id": f"sv{n:07d}", "legal_form": form,
             "ministry_status": ministry if snapshot == 2024 else "unknown", "sources": ["edition"]}
            for n, form in enumerate(each)
        ]  # fmt: skip
    write_table(workspace, "collaboration", rows)
    theme = clean()["theme"][0]
    key = ("snapshot", "collaboration_id")
    write_table(
        workspace,
        "theme",
        [{**theme, **{k: r[k] for k in key}, "theme": themes((n, r["snapshot"]))} for n, r in enumerate(rows)],
    )
    return share_shifts(workspace)


def _failing(workspace, rows):
    write_table(workspace, "share_shift", rows)
    [row] = evaluate(workspace, expectations=[BOUND])
    return row["failing_keys"]


def test_a_form_that_falls_is_named_with_its_shares(workspace):
    before, after = [("openbaar_lichaam", 31), ("stichting", 69)], [("openbaar_lichaam", 2), ("stichting", 98)]
    failing = _failing(workspace, _country(workspace, {2020: before, 2024: after}))
    assert "2024|legal_form|all|openbaar_lichaam|31% -> 2%" in failing
    assert "2024|legal_form|edition|openbaar_lichaam|31% -> 2%" in failing


def test_a_form_that_is_gone_counts_as_nought(workspace):
    rows = _country(workspace, {2020: [("stichting", 30), ("nv", 30)], 2024: [("stichting", 60)]})
    [gone] = [r for r in rows if (r["category"], r["source"]) == ("nv", "all")]
    assert (gone["count_before"], gone["count"], gone["difference"]) == (30, 0, -0.5)


def test_all_themes_one_code(workspace):
    codes = ("veiligheid", "sociaal", "economie")
    forms = {2020: [("stichting", 60)], 2024: [("stichting", 60)]}
    rows = _country(workspace, forms, lambda of: codes[of[0] % 3] if of[1] == 2020 else "economie")
    assert "2024|theme|all|economie|33% -> 100%" in _failing(workspace, rows)


def test_small_moves_of_many_and_large_moves_of_few_are_let_be(workspace):
    many = {2020: [("stichting", 300), ("nv", 300)], 2024: [("stichting", 380), ("nv", 220)]}
    assert _failing(workspace, _country(workspace, many)) == []
    few = {2020: [("stichting", 10), ("nv", 12)], 2024: [("stichting", 15), ("nv", 7)]}
    assert _failing(workspace, _country(workspace, few)) == []


def test_what_was_not_looked_for_did_not_rise(workspace):
    forms = {2020: [("stichting", 60)], 2024: [("stichting", 60)]}
    rows = _country(workspace, forms, ministry="both")
    assert not [r for r in rows if r["attribute"] == "ministry"]


def test_holm_by_hand():
    assert holm([0.01, 0.04, 0.03, 0.005]) == pytest.approx([0.03, 0.06, 0.06, 0.02])
    assert holm([0.9, 0.8]) == [1.0, 1.0]
    assert holm([]) == []
