"""The round trip: questions out, answers in, decisions replayed; what is wrong is told at once, by sheet and row."""

import time
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from dagster_project.decisions import load_decisions, replay
from dagster_project.organisations.non_government import non_government_id
from dagster_project.review import WorkbookRefused, export_workbook, import_workbook, questions
from dagster_project.review import columns as c
from dagster_project.review.register import Register
from dagster_project.review.returned import read_returned
from dagster_project.review.rows import cells_of, mark_of
from dagster_project.review.sheet import write_workbook
from dagster_project.workspace import UnreadableInput, WrongUse, read_table, write_table
from tests.review.filling import HEADINGS, cells, fill

ANSWERS = {
    "criterium": "nee: vaste frequentie",
    "koppeling": "nee, niet hetzelfde",
    "levering": "lezen",
    "deelnemer": "Groningen (gm0014)",
    "kenmerk": "Stichting",
    "beleidsterrein": "Sociaal domein; veiligheid",
    "samenvoeging": "ja, opgevolgd",
}


@pytest.fixture
def path(workspace, tmp_path):
    out = tmp_path / "vragen.xlsx"
    assert export_workbook(workspace, out) == 7
    return out


def test_every_kind_comes_back_as_a_decision(workspace, path):
    fill(path, ANSWERS)
    file = import_workbook(workspace, path, 2024).file
    assert file.relative_to(workspace.decisions).as_posix() == "2024/0001-review.csv"
    found = {
        (d["kind"], d["target"], d["attribute"], d["value"], d["expect"], d["snapshot"])
        for d in load_decisions(workspace)
    }
    assert found == {
        ("criterion", "sv0000001", "2024:d2", "no", "unknown", 2024),
        ("must_not_link", "m20202|m20242", None, None, None, None),
        ("delivery", "d0000002", None, "accepted", "held", None),
        ("participant", "sv0000001", "gm0014", "participates", "Groninge", 2024),
        ("attribute", "sv0000001", "legal_form", "stichting", "-", 2024),
        ("theme", "sv0000001", None, "sociaal;veiligheid", "veiligheid", 2024),
        ("merger", "m20202|m20241", None, None, None, 2024),
    }
    known = {
        *read_table(workspace, "link")["collaboration_id"],
        *read_table(workspace, "mention")["mention_id"],
        "d0000002",
    }
    rows, quarantine = replay(workspace, known, {(2024, "sv0000001", "theme"): "veiligheid"})
    assert {r["status"] for r in rows} == {"active"}
    assert quarantine == []


@pytest.mark.parametrize(
    ("kind", "answer", "decided"),
    [
        ("criterium", "Ja", [("criterion", "2024:d1", "yes"), ("criterion", "2024:d2", "yes")]),
        ("criterium", "ja 2024:d1", [("criterion", "2024:d1", "yes")]),
        ("koppeling", "NEE", [("must_not_link", None, None)]),
        ("samenvoeging", "nee", [("no_succession", None, None)]),
        ("levering", "accepted – lezen", [("delivery", None, "accepted")]),
        ("deelnemer", "gm0014", [("participant", "gm0014", "participates")]),
        ("deelnemer", "gm0106", [("participant", "gm0106", "participates")]),
        ("deelnemer", "gemeente assen", [("participant", "gm0106", "participates")]),
        (
            "deelnemer",
            "Assen; Stadskanaal",
            [("participant", "gm0106", "participates"), ("participant", "gm0037", "participates")],
        ),
        ("deelnemer", "niet-overheidspartij", [("participant", non_government_id("Groninge"), "participates")]),
        ("deelnemer", "Geen naam van een partij", [("open_name", "Groninge", "no_party")]),
        ("kenmerk", "besloten vennootschap", [("attribute", "legal_form", "bv")]),
    ],
)
def test_what_a_person_types_is_understood(workspace, path, kind, answer, decided):
    fill(path, {kind: answer})
    import_workbook(workspace, path)
    assert [(d["kind"], d["attribute"], d["value"]) for d in load_decisions(workspace)] == decided


def test_otherwise_namely_is_read_from_the_next_column(workspace, path):
    fill(path, {"deelnemer": c.ELSE}, **{c.OTHER: "Assen"})
    import_workbook(workspace, path)
    assert [d["attribute"] for d in load_decisions(workspace)] == ["gm0106"]


def test_what_can_be_no_decision_is_passed_on_and_does_not_keep_the_rest(workspace, path):
    fill(path, {"kenmerk": "Stichting"})
    fill(path, {"koppeling": c.ELSE}, **{c.OTHER: "in 2022 deels samengegaan"})
    done = import_workbook(workspace, path)
    assert [d["kind"] for d in load_decisions(workspace)] == ["attribute"]
    assert [(r.heading, r.fault) for r in done.remarks] == [(c.OTHER, False)]


def test_an_unanswered_row_stays_open(workspace, path):
    fill(path, {"kenmerk": "stichting"})
    import_workbook(workspace, path)
    assert [d["kind"] for d in load_decisions(workspace)] == ["attribute"]


def test_who_judged_may_be_written_once_for_all_rows(workspace, path):
    fill(path, {"kenmerk": "bv"}, **dict.fromkeys((c.REVIEWER, c.ROLE, c.DAY)))
    book = load_workbook(path)
    for row in book[c.GUIDE].iter_rows():
        said = {c.REVIEWER: "BZK-11", c.ROLE: "beheerder", c.DAY: "01-03-2025"}.get(c.OWN.get(row[0].value))
        if said:
            row[1].value = said
    book.save(path)
    import_workbook(workspace, path)
    (decision,) = load_decisions(workspace)
    assert (decision["reviewer"], decision["role"], str(decision["decided_on"])) == (
        "BZK-11",
        "beheerder",
        "2025-03-01",
    )


def test_the_same_workbook_twice_adds_nothing(workspace, path):
    fill(path, ANSWERS)
    import_workbook(workspace, path)
    with pytest.raises(WrongUse, match="every answer is a decision already"):
        import_workbook(workspace, path)
    assert len(load_decisions(workspace)) == 7


def test_a_workbook_without_answers_is_said_so(workspace, path):
    with pytest.raises(WrongUse, match="Antwoord is filled in"):
        import_workbook(workspace, path)


@pytest.mark.parametrize(
    ("answers", "changes", "heading", "said"),
    [
        ({"kenmerk": "kerk"}, {}, c.ANSWER, "staat niet in de lijst; kies uit: Openbaar lichaam"),
        ({"kenmerk": "onbekend"}, {}, c.ANSWER, "staat niet in de lijst"),
        ({"beleidsterrein": "sociaal; gezelligheid"}, {}, c.ANSWER, "'gezelligheid' staat niet"),
        ({"beleidsterrein": "sociaal; sociaal"}, {}, c.ANSWER, "één keer"),
        ({"criterium": "ja 2024:d1; nee 2024:d1"}, {}, c.ANSWER, "ja én nee"),
        ({"deelnemer": "gm9999"}, {}, c.ANSWER, "geen overheid die wij in 2024 kennen"),
        ({"deelnemer": "Zonneboeren"}, {}, c.ANSWER, "niet-overheidspartij"),
        ({"deelnemer": "Groningen"}, {}, c.ANSWER, "bedoelt u Groningen (gm0014), Groningen (pv20)?"),
        ({"deelnemer": c.ELSE}, {}, c.ANSWER, "schrijf bij"),
        ({"kenmerk": "bv"}, {c.REVIEWER: "Jan Jansen"}, c.REVIEWER, "nooit een naam"),
        ({"kenmerk": "bv"}, {c.REVIEWER: None}, c.REVIEWER, "dit is niet ingevuld"),
        ({"kenmerk": "bv"}, {c.SECOND: "BZK-07"}, c.SECOND, "een ander"),
        ({"kenmerk": "bv"}, {c.ROLE: "drs. Jansen"}, c.ROLE, "nooit een naam"),
        ({"kenmerk": "bv"}, {c.ROLE: " "}, c.ROLE, "dit is niet ingevuld"),
        ({"kenmerk": "bv"}, {c.REASON: None}, c.REASON, "dit is niet ingevuld"),
        ({"kenmerk": "bv"}, {c.REASON: "gebeld met Noor Proefman-de Voorbeeld"}, c.REASON, "geen personen"),
        ({"kenmerk": "bv"}, {c.REASON: "te bereiken op 06-12345678"}, c.REASON, "geen personen"),
        ({"deelnemer": c.ELSE}, {c.OTHER: "vraag Noor Proefman-de Voorbeeld"}, c.ANSWER, "geen personen"),
        ({"kenmerk": "bv"}, {c.DAY: "gisteren"}, c.DAY, "'gisteren' is geen datum"),
        ({"kenmerk": "bv"}, {c.DAY: None}, c.DAY, "is geen datum"),
        ({"kenmerk": "bv"}, {c.ID: "v0000000000000000"}, c.ID, "kennen wij niet"),
    ],
)
def test_a_wrong_cell_is_told_in_dutch_and_nothing_is_written(workspace, path, answers, changes, heading, said):
    fill(path, answers, **changes)
    with pytest.raises(WorkbookRefused) as refused:
        import_workbook(workspace, path)
    (kind,) = answers
    (remark,) = [r for r in refused.value.remarks if r.fault]
    row = cells(path, kind)[c.ID].row
    assert (remark.sheet, remark.row, remark.heading) == (c.SHEET, row, heading)
    assert said in remark.text
    assert f"fout: blad Vragen, rij {row}, kolom {heading}: " in str(refused.value)
    assert load_decisions(workspace) == []


def test_all_faults_are_told_at_once_and_stand_as_remarks_in_a_copy(workspace, path, tmp_path):
    fill(path, {"kenmerk": "kerk", "beleidsterrein": "gezelligheid"}, **{c.REVIEWER: "Noor", c.DAY: "gisteren"})
    copy = tmp_path / "terug.xlsx"
    with pytest.raises(WorkbookRefused) as refused:
        import_workbook(workspace, path, copy=copy)
    assert len(refused.value.remarks) == 6
    for kind in ("kenmerk", "beleidsterrein"):
        found = cells(copy, kind)
        assert {h for h in (c.ANSWER, c.REVIEWER, c.DAY) if found[h].comment} == {c.ANSWER, c.REVIEWER, c.DAY}
        assert "staat niet in de lijst" in found[c.ANSWER].comment.text
        assert "is geen datum" in found[c.REMARK].value
    fill(copy, {"kenmerk": "bv", "beleidsterrein": "sociaal"})  # mended in the copy itself
    assert len(import_workbook(workspace, copy).decisions) == 2


@pytest.mark.parametrize("heading", [c.BODY, c.QUESTION, c.WORDS, c.TARGET, c.EXPECT, c.CANDIDATES, c.MOVES])
def test_what_was_changed_in_a_protected_cell_is_told_and_not_taken(workspace, path, heading):
    fill(path, {"kenmerk": "bv"}, **{heading: "iets anders"})
    done = import_workbook(workspace, path)
    assert [(r.heading, r.fault) for r in done.remarks] == [(heading, False)]
    (decision,) = load_decisions(workspace)
    assert (decision["target"], decision["expect"]) == ("sv0000001", "-")


def test_choices_that_were_widened_by_hand_are_not_believed(workspace, path):
    fill(path, {"kenmerk": "kerk"}, **{c.CANDIDATES: "kerk"})
    with pytest.raises(WorkbookRefused, match="'kerk' staat niet in de lijst"):
        import_workbook(workspace, path)


def test_the_sheets_are_locked_but_for_the_yellow_cells(path):
    found = cells(path, "kenmerk")
    assert load_workbook(path)[c.SHEET].protection.sheet
    assert {h for h, cell in found.items() if not cell.protection.locked} == set(c.FILLED_IN)


def test_an_answer_of_another_round_is_refused(workspace, path):
    fill(path, {"kenmerk": "bv"})
    with pytest.raises(WorkbookRefused, match="een antwoord over 2024 in een ronde van 2020"):
        import_workbook(workspace, path, 2020)


def test_another_workbook_is_refused(workspace, tmp_path):
    other = tmp_path / "other.xlsx"
    book = Workbook()
    book.save(other)
    with pytest.raises(UnreadableInput, match="there is no sheet Vragen"):
        import_workbook(workspace, other)
    book.active.title = c.SHEET
    book.active.append(["Vraag"])
    book.save(other)
    with pytest.raises(UnreadableInput, match="there is no column Vraagnummer"):
        import_workbook(workspace, other)
    other.write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(UnreadableInput, match="no workbook"):
        import_workbook(workspace, other)


def test_the_bytes_repeat(workspace, path, tmp_path):
    time.sleep(2.1)  # a zip stamps every two seconds
    export_workbook(workspace, tmp_path / "again.xlsx")
    assert path.read_bytes() == (tmp_path / "again.xlsx").read_bytes()


def test_it_is_marked_guides_and_offers_choices_and_runs_no_formula(path):
    book = load_workbook(path)
    assert book[c.GUIDE]["A2"].value == "VOORBEELDGEGEVENS"
    sheet = book[c.SHEET]
    assert len(sheet.data_validations.dataValidation) == 7
    for row in book[c.LISTS].iter_rows(values_only=True):
        assert [choice for choice in row if choice][-1] == c.ELSE
    names = [row[HEADINGS.index(c.BODY)] for row in sheet.iter_rows(min_row=2)]
    assert "=Veiligheid" in [cell.value for cell in names]
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    with zipfile.ZipFile(path) as parts:
        assert {i.date_time for i in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_sources_own_words_stand_beside_the_question_with_their_place(path):
    said = "register 2024: 'Veiligheidsregio Noord' | doel: Veiligheid"
    words = cells(path, "kenmerk")[c.WORDS].value
    assert said in words
    assert words.endswith("[d0000004.csv, rij 1]")


def test_a_name_without_candidates_takes_any_organisation(workspace, tmp_path):
    resolved = read_table(workspace, "resolved_participant").to_dicts()
    for row in resolved:
        row["candidates"] = []
    write_table(workspace, "resolved_participant", resolved)
    write_table(workspace, "review_question", questions(workspace))
    path = tmp_path / "vragen.xlsx"
    export_workbook(workspace, path)
    fill(path, {"deelnemer": "gm0037"})
    import_workbook(workspace, path)
    assert [d["attribute"] for d in load_decisions(workspace)] == ["gm0037"]


def test_a_priority_with_decimals_comes_back_as_it_was_sent(workspace, tmp_path):
    path = tmp_path / "v.xlsx"
    register = Register(workspace)
    asked = [q | {"priority": 1311.703} for q in questions(workspace) if q["kind"] == "attribute"]
    write_workbook(path, "", 1, {c.SHEET: [(q, cells_of(q, register), {}) for q in asked], c.ANSWERED: []}, {})
    fill(path, {"kenmerk": "bv"})
    (row,), _ = read_returned(path)
    assert mark_of(row.cells) == row.cells[c.CHECK]
