"""Answers that come a second time: corrected, contradicted, overtaken by the sources, or without any effect."""

import pytest
from openpyxl import load_workbook

from dagster_project.decisions import add_decisions, load_decisions
from dagster_project.review import WorkbookRefused, export_workbook, import_workbook, questions
from dagster_project.review import columns as c
from dagster_project.workspace import UnreadableInput, read_table, write_table
from tests.quality.register import write
from tests.review.filling import cells, fill


@pytest.fixture
def export(workspace, tmp_path):
    """A workbook of the questions as they are now, filled in."""
    made = iter(range(9))

    def do(answers, sheet=c.SHEET, **changes):
        path = tmp_path / f"v{next(made)}.xlsx"
        export_workbook(workspace, path)
        fill(path, answers, sheet=sheet, **changes)
        return path

    return do


def _held(workspace):
    return [(d["attribute"], d["value"]) for d in load_decisions(workspace) if d["status"] == "active"]


def test_the_reviewer_corrects_an_answer_in_the_same_workbook(workspace, export):
    path = export({"kenmerk": "stichting"})
    import_workbook(workspace, path)
    fill(path, {"kenmerk": "vereniging"})
    import_workbook(workspace, path)
    assert _held(workspace) == [("legal_form", "vereniging")]
    assert len(list(workspace.decisions.rglob("*.csv"))) == 2


@pytest.mark.parametrize(
    ("kind", "said", "back", "corrected", "held"),
    [
        ("kenmerk", "stichting", "Stichting", "vereniging", [("legal_form", "vereniging")]),
        ("koppeling", "nee", "nee, niet hetzelfde", "ja", [(None, None)]),
        ("deelnemer", "niet-overheidspartij", "niet-overheidspartij", "Stadskanaal", [("gm0037", "participates")]),
        ("deelnemer", "no_party", "geen naam van een partij", "gm0037", [("gm0037", "participates")]),
        ("beleidsterrein", "sociaal; mobiliteit", "Sociaal domein; Mobiliteit", "ruimte", [(None, "ruimte")]),
        ("criterium", "nee 2024:d2", "nee: vaste frequentie", "ja", [("2024:d2", "yes")]),
        ("levering", "lezen", "lezen", "nog niet lezen", [(None, "held")]),
        ("samenvoeging", "nee", "nee, geen opvolging", "ja", [(None, None)]),
    ],
)
def test_an_answer_stands_on_the_other_sheet_and_is_corrected_there_by_anybody(
    workspace, export, kind, said, back, corrected, held
):
    import_workbook(workspace, export({kind: said}))
    path = export({kind: corrected}, sheet=c.ANSWERED, **{c.REVIEWER: "BZK-99"})
    found = cells(path, kind, sheet=c.ANSWERED)
    assert found[c.NOW].value.startswith(back)
    assert "BZK-07, 01-02-2025" in found[c.NOW].value
    if kind != "criterium":  # of which another is still open
        column = list(c.COLUMNS).index(c.KIND)
        assert kind not in [row[column].value for row in load_workbook(path)[c.SHEET].iter_rows(min_row=2)]
    import_workbook(workspace, path)
    assert _held(workspace) == held


def test_another_person_who_says_otherwise_is_told_who_said_what_and_may_still_stand_by_it(workspace, export):
    mine, theirs = export({"kenmerk": "stichting"}), export({"kenmerk": "bv"}, **{c.REVIEWER: "BZK-99"})
    import_workbook(workspace, mine)
    with pytest.raises(WorkbookRefused, match=r"BZK-07 besloot op 01-02-2025 anders: Stichting \(besluit"):
        import_workbook(workspace, theirs)
    fill(theirs, {"kenmerk": "bv"}, **{c.REVIEWER: "BZK-99", c.REPLACES: "all/0001-002"})
    import_workbook(workspace, theirs)
    assert _held(workspace) == [("legal_form", "bv")]


@pytest.mark.parametrize(
    ("kind", "said", "otherwise", "told"),
    [
        ("koppeling", "nee", "ja", "nee, niet hetzelfde"),
        ("samenvoeging", "nee", "ja", "nee, geen opvolging"),
        ("deelnemer", "no_party", "gm0037", "geen naam van een partij"),
    ],
)
def test_what_another_person_said_is_told_in_the_words_of_the_question(workspace, export, kind, said, otherwise, told):
    mine, theirs = export({kind: said}), export({kind: otherwise}, **{c.REVIEWER: "BZK-99"})
    import_workbook(workspace, mine)
    with pytest.raises(WorkbookRefused, match=rf"besloot op 01-02-2025 anders: {told} \(besluit"):
        import_workbook(workspace, theirs)


def test_two_rows_that_contradict_each_other_are_told(workspace, export):
    path = export({"kenmerk": "stichting"})
    book = load_workbook(path)
    sheet = book[c.SHEET]
    row = [cell.value for cell in cells(path, "kenmerk").values()]
    row[list(c.COLUMNS).index(c.ANSWER)] = "bv"
    sheet.append(row)
    book.save(path)
    with pytest.raises(WorkbookRefused, match=r"spreekt rij \d van blad Vragen tegen"):
        import_workbook(workspace, path)


def test_a_question_returns_only_when_the_sources_changed_and_says_what(workspace, export):
    import_workbook(workspace, export({"beleidsterrein": "sociaal"}))
    assert "theme" not in {q["kind"] for q in questions(workspace)}
    (decision,) = load_decisions(workspace)
    write_table(workspace, "decision", [{**decision, "status": "stale"}])
    coding = read_table(workspace, "coding").to_dicts()
    write_table(workspace, "coding", [{**row, "value": "mobiliteit"} for row in coding])
    (asked,) = [q for q in questions(workspace) if q["kind"] == "theme"]
    assert asked["question"].splitlines()[1] == (
        "Eerder beantwoord op 01-02-2025 (besluit all/0001-002): Sociaal domein. De bronnen zeiden toen: Veiligheid. "
        "Nu zeggen zij: Mobiliteit."
    )
    import_workbook(workspace, export({"beleidsterrein": "sociaal"}, **{c.REVIEWER: "BZK-99"}))
    held = [d for d in load_decisions(workspace) if d["status"] == "active"]
    assert [(d["value"], d["expect"], d["supersedes"]) for d in held] == [("sociaal", "mobiliteit", "all/0001-002")]


def test_an_answer_on_what_the_sources_said_before_is_refused_with_what_they_say_now(workspace, export):
    path = export({"beleidsterrein": "sociaal"})
    coding = read_table(workspace, "coding").to_dicts()
    write_table(workspace, "coding", [{**row, "value": "mobiliteit"} for row in coding])
    with pytest.raises(WorkbookRefused, match="de bronnen zeggen nu Mobiliteit"):
        import_workbook(workspace, path)


def test_an_answer_on_what_is_no_longer_there_is_refused(workspace, export, tables):
    path = export({"koppeling": "nee"})
    tables["doubtful_pair"] = []
    gone = "m20242"
    for table in ("mention", "link", "resolved_participant"):
        tables[table] = [row for row in tables[table] if row["mention_id"] != gone]
    write(workspace, tables)
    with pytest.raises(WorkbookRefused, match=r"niet meer \(m20242\)"):
        import_workbook(workspace, path)


def test_a_decision_that_changes_nothing_is_told_and_taken(workspace, export):
    done = import_workbook(workspace, export({"beleidsterrein": "veiligheid"}))
    assert ["verandert niets" in r.text and not r.fault for r in done.remarks] == [True]
    assert len(_held(workspace)) == 1


def test_a_large_move_asks_for_a_second_reviewer_and_a_confirmation_does_not(workspace, export):
    with pytest.raises(WorkbookRefused, match=r"kolom Tweede beoordelaar: .*gepubliceerd cijfer ver"):
        import_workbook(workspace, export({"criterium": "nee 2024:d1"}, **{c.SECOND: None}))
    import_workbook(workspace, export({"beleidsterrein": "veiligheid"}, **{c.SECOND: None}))


def test_what_if_says_which_cells_move_and_writes_nothing(workspace, export):
    path = export({"criterium": "nee 2024:d1", "kenmerk": "stichting"})
    done = import_workbook(workspace, path, what_if=True)
    cell = next(m for m in done.moved if m.figure == "total")
    assert (cell.snapshot, cell.category, cell.before, cell.after) == (2024, "all", 2.0, 1.0)
    assert (done.basis, done.file, len(done.decisions)) == ("exact", None, 2)
    assert not list(workspace.decisions.rglob("*.csv"))


def test_what_if_says_that_a_second_reviewer_is_needed_and_what_moves_all_the_same(workspace, export):
    done = import_workbook(workspace, export({"criterium": "nee 2024:d1"}, **{c.SECOND: None}), what_if=True)
    assert [(r.heading, r.fault) for r in done.remarks] == [(c.SECOND, False)]
    assert done.moved


def test_links_are_told_as_a_bound(workspace, export, tables):
    row = {"mention_id_a": "m20241", "mention_id_b": "m20242", "linked": False}
    tables["doubtful_pair"][0].update(row)
    write(workspace, tables)
    done = import_workbook(workspace, export({"koppeling": "ja"}), what_if=True)
    assert done.basis == "bound"
    totals = {m.snapshot: (m.before, m.after) for m in done.moved if m.figure == "total"}
    assert totals == dict.fromkeys((2017, 2020, 2024), (2.0, 1.0))


def test_an_earlier_decision_without_a_question_stays_out_of_the_workbook(workspace, export):
    waiver = {"decided_on": "2025-02-01", "role": "beheerder", "reviewer": "BZK-07", "reason": "tijdelijk",
              "kind": "waiver", "target": "closure", "ends_on": "2026-01-01"}  # fmt: skip
    add_decisions(workspace, None, "x", [waiver])
    assert load_workbook(export({}))[c.ANSWERED].max_row == 1


@pytest.mark.parametrize("kind", ["kenmerk", "koppeling", "deelnemer", "beleidsterrein", "levering", "samenvoeging"])
def test_an_answer_is_taken_back_and_the_question_is_asked_again(workspace, export, kind):
    said = {
        "kenmerk": "stichting", "koppeling": "nee", "deelnemer": "gm0037", "beleidsterrein": "ruimte",
        "levering": "lezen", "samenvoeging": "nee",
    }[kind]  # fmt: skip
    asked = {q["question_id"] for q in questions(workspace)}
    import_workbook(workspace, export({kind: said}))
    assert asked - {q["question_id"] for q in questions(workspace)}
    done = import_workbook(workspace, export({kind: "intrekken"}, sheet=c.ANSWERED, **{c.REVIEWER: "BZK-99"}))
    assert "geldt niet meer" in done.remarks[0].text
    first, second = load_decisions(workspace)
    assert (first["status"], second["status"]) == ("superseded", "active")
    assert (second["kind"], second["target"], second["supersedes"]) == ("withdrawal", *[first["decision_id"]] * 2)
    assert {q["question_id"] for q in questions(workspace)} == asked
    assert read_table(workspace, "review_question").height == len(asked)
    import_workbook(workspace, export({kind: said}))  # and may be answered anew
    assert len(load_decisions(workspace)) == 3


def test_taking_back_and_answering_at_once_is_told(workspace, export):
    import_workbook(workspace, export({"beleidsterrein": "ruimte"}))
    path = export({"beleidsterrein": "intrekken; sociaal"}, sheet=c.ANSWERED)
    with pytest.raises(WorkbookRefused, match="niet allebei"):
        import_workbook(workspace, path)


def test_a_withdrawal_names_in_both_columns_what_it_takes_back(workspace, export):
    import_workbook(workspace, export({"kenmerk": "stichting"}))
    (old,) = load_decisions(workspace)
    row = {
        "decided_on": old["decided_on"], "role": "beheerder", "reviewer": "BZK-07", "kind": "withdrawal",
        "target": old["decision_id"], "reason": "begroting",
    }  # fmt: skip
    with pytest.raises(UnreadableInput, match="supersedes"):
        add_decisions(workspace, None, "terug", [row])
