"""A decision file is right in every cell or refused with the cell; files are added, never changed."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.decisions import active_decisions, add_decisions, load_decisions, located_decisions
from dagster_project.decisions.parsing import COLUMNS
from dagster_project.dictionary import table
from dagster_project.persons import holds
from dagster_project.workspace import UnreadableInput, Workspace, WrongUse, frame_of, quarantine_row


def _write(workspace, name: str, text: str) -> None:
    path = workspace.decisions / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _csv(**changes) -> str:
    row = {"decided_on": "2025-02-01", "role": "beheerder", "reviewer": "BZK-07", "kind": "theme", "snapshot": "2024",
           "target": "sv0000001", "value": "veiligheid", "reason": "begroting", **changes}  # fmt: skip
    return ",".join(COLUMNS) + "\n" + ",".join(row.get(c, "") for c in COLUMNS) + "\n"


def test_a_workspace_without_decisions_has_none(workspace):
    assert load_decisions(workspace) == []


def test_files_are_numbered_per_folder_and_never_changed(workspace, decision):
    first = add_decisions(workspace, 2024, "review", [decision])
    before = first.read_bytes()
    other = add_decisions(workspace, None, "review", [{**decision, "target": "sv0000002"}])
    second = add_decisions(workspace, 2024, "review", [{**decision, "target": "sv0000003"}] * 2)
    names = [p.relative_to(workspace.decisions).as_posix() for p in (first, other, second)]
    assert names == ["2024/0001-review.csv", "all/0001-review.csv", "2024/0002-review.csv"]
    assert first.read_bytes() == before
    ids = [d["decision_id"] for d in load_decisions(workspace)]
    assert ids == ["2024/0001-002", "2024/0002-002", "2024/0002-003", "all/0001-002"]


def test_rows_fit_the_table(workspace, decision):
    add_decisions(workspace, 2024, "review", [decision])
    frame = frame_of("decision", load_decisions(workspace))
    assert frame.columns == list(table("decision").column_names)
    assert frame.row(0, named=True) == {**dict.fromkeys(frame.columns), **decision, "decision_id": "2024/0001-002",
                                        "status": "active"}  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(
    reason=st.text(min_size=1).map(str.strip).filter(lambda t: t and "\r" not in t and "\0" not in t and not holds(t))
)
def test_any_reason_comes_back_as_written(tmp_path_factory, reason):
    workspace = Workspace.at(tmp_path_factory.mktemp("w")).create()
    row = {"decided_on": date(2025, 2, 1), "role": "beheerder", "reviewer": "BZK-07", "kind": "theme",
           "target": "sv0000001", "value": "veiligheid", "reason": reason}  # fmt: skip
    try:
        add_decisions(workspace, None, "x", [row])
    except UnicodeEncodeError:  # a lone surrogate is no text
        return
    assert load_decisions(workspace)[0]["reason"] == reason


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"reviewer": "Jan Jansen"}, "reviewer"),
        ({"reviewer": ""}, "reviewer"),
        ({"second_reviewer": "BZK-07"}, "second_reviewer"),
        ({"role": "drs. Jansen"}, "role"),
        ({"role": "Jan van der Berg"}, "role"),
        ({"decided_on": "1 februari"}, "decided_on"),
        ({"kind": "opinion"}, "kind"),
        ({"snapshot": "2019"}, "snapshot"),
        ({"snapshot": "2020"}, "snapshot"),
        ({"snapshot": "twintig"}, "snapshot"),
        ({"target": "sv0000001|sv0000002"}, "target"),
        ({"kind": "must_link", "value": "", "target": "m1"}, "target"),
        ({"kind": "must_link", "value": "", "target": "m1|m1"}, "target"),
        ({"kind": "must_link", "target": "m1|m2"}, "value"),
        ({"value": "gezelligheid"}, "value"),
        ({"value": "veiligheid; veiligheid"}, "value"),
        ({"value": ""}, "value"),
        ({"kind": "attribute", "value": "stichting"}, "attribute"),
        ({"kind": "attribute", "attribute": "budget", "value": "9"}, "attribute"),
        ({"kind": "attribute", "attribute": "legal_form", "value": "kerk"}, "value"),
        ({"kind": "participant", "attribute": "Groningen", "value": "denied"}, "attribute"),
        ({"kind": "participant", "attribute": "gm0014", "value": "yes"}, "value"),
        ({"kind": "criterion", "attribute": "d2", "value": "yes"}, "attribute"),
        ({"kind": "open_name", "attribute": "Zonnewind", "value": "gm0014"}, "value"),
        ({"kind": "open_name", "value": "abroad"}, "attribute"),
        ({"ends_on": "2026-01-01"}, "ends_on"),
        ({"kind": "waiver", "value": "", "target": "closure"}, "ends_on"),
        ({"reason": ""}, "reason"),
        ({"reason": "gebeld met Noor Proefman-de Voorbeeld"}, "reason"),
        ({"reason": "mail van proef@voorbeeld.nl"}, "reason"),
        ({"reason": "te bereiken op 06-12345678"}, "reason"),
        ({"kind": "attribute", "attribute": "purpose", "value": "Contactpersoon: Noor Proefman"}, "value"),
    ],
)
def test_a_wrong_cell_is_named(workspace, changes, column):
    _write(workspace, "2024/0001-x.csv", _csv(**changes))
    with pytest.raises(UnreadableInput, match=rf"0001-x\.csv, row 2, column {column}\]; mend: "):
        load_decisions(workspace)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("2024/0001-x.csv", "", "the columns are not there"),
        ("2024/0001-x.csv", "kind,target\ntheme,sv1\n", "the columns are kind, target"),
        ("2024/0001-x.csv", _csv().rstrip("\n") + ",more\n", "cells"),
        ("2024/0001-x.csv", ",".join(COLUMNS) + '\n"open', "no CSV"),
        ("2024/themes.csv", _csv(), "without a number"),
        ("2019/0001-x.csv", _csv(), "in a wrong folder"),
        ("0001-x.csv", _csv(), "in a wrong folder"),
    ],
)
def test_a_wrong_file_is_named(workspace, name, text, said):
    _write(workspace, name, text)
    with pytest.raises(UnreadableInput, match=said):
        load_decisions(workspace)


def test_bytes_that_are_no_utf8_are_refused(workspace):
    (workspace.decisions / "all").mkdir(parents=True)
    (workspace.decisions / "all" / "0001-x.csv").write_bytes(b"\xff\xfe")
    with pytest.raises(UnreadableInput, match="no UTF-8"):
        load_decisions(workspace)


def test_a_number_is_given_once(workspace):
    _write(workspace, "2024/0001-a.csv", _csv())
    _write(workspace, "2024/0001-b.csv", _csv())
    with pytest.raises(UnreadableInput, match=r"0001-a\.csv has the same number"):
        load_decisions(workspace)


def test_a_superseded_decision_no_longer_holds(workspace, decision):
    add_decisions(workspace, 2024, "a", [decision])
    add_decisions(workspace, 2024, "b", [{**decision, "value": "bv", "supersedes": "2024/0001-002"}])
    assert [d["status"] for d in load_decisions(workspace)] == ["superseded", "active"]
    assert [d["value"] for d in active_decisions(workspace, "attribute")] == ["bv"]
    assert active_decisions(workspace, "theme") == []


def test_one_decision_replaces_several_and_what_these_replaced(workspace, decision):
    criteria = [{**decision, "kind": "criterion", "attribute": f"2024:d{n}", "value": "yes"} for n in (1, 2)]
    add_decisions(workspace, 2024, "a", criteria)
    both = "2024/0001-002; 2024/0001-003"
    add_decisions(workspace, 2024, "b", [{**criteria[1], "value": "no", "supersedes": both}])
    assert [d["status"] for d in load_decisions(workspace)] == ["superseded", "superseded", "active"]


@pytest.mark.parametrize("supersedes", ["2024/0009-002", "2024/0001-002"])
def test_superseding_nothing_or_itself_is_refused(workspace, supersedes):
    _write(workspace, "2024/0001-x.csv", _csv(supersedes=supersedes))
    with pytest.raises(UnreadableInput, match="supersedes") as refused:
        load_decisions(workspace)
    assert refused.value.where.endswith("2024/0001-x.csv, row 2")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"value": "bv"}),
        (
            {"kind": "must_link", "target": "m1|m2", "attribute": None, "value": None},
            {"kind": "must_not_link", "target": "m2|m1", "attribute": None, "value": None},
        ),
    ],
)
def test_a_contradiction_is_refused_and_leaves_no_file(workspace, decision, one, other):
    add_decisions(workspace, 2024, "a", [{**decision, **one}])
    with pytest.raises(UnreadableInput, match=r"contradicts 2024/0001-002 \(.*0001-a\.csv, row 2\)") as refused:
        add_decisions(workspace, 2024, "b", [{**decision, **other}])
    assert refused.value.where.endswith("2024/0002-b.csv, row 2")
    assert "\n" not in str(refused.value)
    assert len(load_decisions(workspace)) == 1


def test_a_row_of_quarantine_about_a_decision_gets_its_file_and_row(workspace, decision):
    add_decisions(workspace, 2024, "a", [decision])
    rows = [
        quarantine_row("decision", "2024/0001-002", "unmatched_decision", "x"),
        quarantine_row("mention", "m1", "no_name", "x"),
    ]
    found = located_decisions(workspace, rows)
    assert [(r["file_name"], r["locator"]) for r in found] == [("decisions/2024/0001-a.csv", "row=2"), (None, None)]


def test_nothing_is_written_for_no_rows_or_a_wrong_slug(workspace, decision):
    with pytest.raises(WrongUse, match="no decision"):
        add_decisions(workspace, 2024, "a", [])
    with pytest.raises(WrongUse, match="name of a file"):
        add_decisions(workspace, 2024, "../a", [decision])
    assert list(workspace.decisions.rglob("*.csv")) == []
