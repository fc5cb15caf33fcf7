"""What a decision was said to move is what a run with it moves: thirty at once, and a link within its bound."""

import shutil

import pytest

from dagster_project.review.effects import BOUND, EXACT
from dagster_project.review.register import Register
from dagster_project.warehouse import export_tables, run_dbt
from dagster_project.workspace import Workspace, read_table, write_table
from tests.miniature import (
    ASSEN,
    BZK,
    CHARITY,
    GRONINGEN,
    PROVINCE,
    STADSKANAAL,
    VEENDAM,
    WATER_BOARD,
    _decision,
    built_miniature,
    sv,
)

# Not touched in 2017, where the link is looked at. That a form or a member changes a derived system, spread or
# criterion is not followed, so governments are taken from those that keep two others.
JOINED = "sv0000003", "sv0000006"
PARTICIPANTS = [
    (2024, 1, "denied", VEENDAM), (2024, 2, "denied", STADSKANAAL), (2024, 2, "participates", PROVINCE),
    (2024, 4, "participates", VEENDAM), (2024, 4, "denied", CHARITY), (2024, 4, "denied", BZK),
    (2024, 8, "denied", GRONINGEN), (2024, 8, "participates", STADSKANAAL), (2024, 12, "participates", PROVINCE),
    (2024, 12, "participates", STADSKANAAL), (2024, 13, "participates", CHARITY),
    (2024, 13, "participates", WATER_BOARD),
    (2024, 14, "participates", GRONINGEN), (2024, 14, "participates", PROVINCE), (2024, 15, "participates", ASSEN),
    (2020, 1, "denied", STADSKANAAL), (2020, 2, "participates", VEENDAM), (2020, 5, "participates", PROVINCE),
    (2020, 7, "participates", STADSKANAAL), (2020, 8, "participates", STADSKANAAL), (2020, 11, "participates", CHARITY),
    (2020, 16, "participates", WATER_BOARD),
]  # fmt: skip
FORMS = [
    (2024, 12, "stichting"), (2024, 13, "bv"), (2024, 14, "convenant"), (2020, 7, "vereniging"), (2020, 11, "nv"),
    (2020, 16, "stichting"),
]  # fmt: skip
CRITERIA = [(2024, 15, "2024:e", "no"), (2020, 5, "2017:reported", "no")]


def decisions():
    said = [("participant", s, n, who, value) for s, n, value, who in PARTICIPANTS]
    said += [("attribute", s, n, "legal_form", form) for s, n, form in FORMS]
    said += [("criterion", s, n, criterion, value) for s, n, criterion, value in CRITERIA]
    assert len(said) == 30
    return [
        _decision(f"0002-{place:03d}", kind, snapshot, sv(number), attribute, value, "active")
        for place, (kind, snapshot, number, attribute, value) in enumerate(said, start=2)
    ]


def figures(workspace):
    rows = read_table(workspace, "figure").iter_rows(named=True)
    return {(r["figure"], r["snapshot"], r["category"]): r["value"] for r in rows}


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """The register before, and the figures before and after a run with all decisions and the link."""
    before, folder = built_miniature(), tmp_path_factory.mktemp("rerun") / "w"
    shutil.copytree(before.root, folder)
    after = Workspace.at(folder)
    held = read_table(before, "decision").to_dicts()
    write_table(after, "decision", [*held, *decisions()])
    links = read_table(before, "link").to_dicts()
    write_table(
        after,
        "link",
        [{**r, "collaboration_id": JOINED[0]} if r["collaboration_id"] == JOINED[1] else r for r in links],
    )
    # Coding comes after linking: it sees one collaboration, with the fields of both.
    coded = read_table(before, "coding").to_dicts()
    themes = [
        {**r, "collaboration_id": JOINED[0]}
        for r in coded
        if r["collaboration_id"] == JOINED[1] and r["attribute"] == "theme"
    ]
    write_table(after, "coding", [*(r for r in coded if r["collaboration_id"] != JOINED[1]), *themes])
    run_dbt(after, ["run"])
    export_tables(after)
    return Register(before), figures(before), figures(after), Register(after)


def test_thirty_decisions_move_the_cells_that_were_said_to_what_was_said(runs):
    register, before, after, _ = runs
    moved, basis = register.effects.of(decisions())
    assert basis == EXACT
    said = {(m.figure, m.snapshot, m.category): m.after for m in moved}
    keys = sorted(k for k in before.keys() | after.keys() if k[1] in (2020, 2024))
    now = {k: after.get(k, 0.0) for k in keys}  # a category without members is no cell any more
    found = {k: v for k, v in now.items() if before.get(k, 0.0) != v}
    assert len(found) > 60
    assert {k: said.get(k) for k in found} == pytest.approx(found)
    assert {k: v for k, v in said.items() if k not in found} == {}


@pytest.mark.parametrize("table", ["collaboration", "criterion", "participant", "theme"])
def test_with_all_of_them_removed_only_what_they_are_about_differs(runs, table):
    """Every row of a collaboration that no decision names is in both runs, to the value."""
    without, *_, with_all = runs
    rows = [
        {(r["snapshot"], r["collaboration_id"], tuple(map(str, r.values()))) for r in register.table(table).to_dicts()}
        for register in (without, with_all)
    ]
    changed = {key[:2] for key in rows[0] ^ rows[1] if key[0] != 2017}  # where the link is looked at
    about = {(d["snapshot"], d["target"]) for d in decisions()}
    assert changed <= about
    assert (changed == set()) == (table == "theme")  # no decision here is on themes


def test_a_link_moves_no_more_than_its_bound(runs):
    register, before, after, _ = runs
    moved, basis = register.effects.of([{"kind": "must_link", "target": "|".join(JOINED), "snapshot": None}])
    assert basis == BOUND
    assert {m.snapshot for m in moved} == {2017}
    bounds = {(m.figure, m.snapshot, m.category): abs((m.after or 0.0) - (m.before or 0.0)) for m in moved}
    keys = sorted(k for k in before.keys() | after.keys() if k[1] == 2017)
    found = {k: abs((after.get(k) or 0.0) - (before.get(k) or 0.0)) for k in keys}
    assert any(found.values())
    assert {k: m for k, m in found.items() if m > bounds.get(k, 0.0) + 1e-9} == {}
