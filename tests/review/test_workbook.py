"""The round trip: questions out, answers in, decisions replayed; whatever is wrong is named by sheet and cell."""

import time
import zipfile
from datetime import datetime

import pytest
from openpyxl import Workbook, load_workbook

from dagster_project.decisions import load_decisions, replay
from dagster_project.review import columns as c
from dagster_project.review import export_workbook, import_workbook, questions
from dagster_project.workspace import UnreadableInput, WrongUse, read_table, write_table

ANSWERS = {
    "criterium": "nee 2024:d2",
    "koppeling": "nee – niet hetzelfde",
    "levering": "accepted – lezen",
    "deelnemer": "gm0014 – Groningen",
    "kenmerk": "stichting – Stichting",
    "beleidsterrein": "sociaal – Sociaal domein; veiligheid",
    "samenvoeging": "ja – opgevolgd",
}
PERSON = {c.REASON: "begroting 2024", c.REVIEWER: "BZK-07", c.ROLE: "beleidsmedewerker", c.DAY: datetime(2025, 2, 1)}
HEADINGS = list(c.COLUMNS)


@pytest.fixture
def path(workspace, tmp_path):
    out = tmp_path / "vragen.xlsx"
    assert export_workbook(workspace, out) == 7
    return out


def _fill(path, answers=ANSWERS, **changes):
    """Answer the questions by kind; `changes` go into the cells of every answered row."""
    book = load_workbook(path)
    sheet = book[c.SHEET]
    for row in sheet.iter_rows(min_row=2):
        kind = row[HEADINGS.index(c.KIND)].value
        if kind in answers:
            for heading, value in {**PERSON, c.ANSWER: answers[kind], **changes}.items():
                row[HEADINGS.index(heading)].value = value
    book.save(path)


def test_every_kind_comes_back_as_a_decision(workspace, path):
    _fill(path)
    file = import_workbook(workspace, path, 2024)
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


def test_yes_answers_every_criterion_that_was_asked(workspace, path):
    _fill(path, {"criterium": "ja – aan alle genoemde"})
    import_workbook(workspace, path)
    assert [(d["attribute"], d["value"]) for d in load_decisions(workspace)] == [("2024:d1", "yes"), ("2024:d2", "yes")]


def test_no_to_a_merger_is_a_decision_too(workspace, path):
    _fill(path, {"samenvoeging": "nee – geen opvolging"})
    import_workbook(workspace, path)
    assert [(d["kind"], d["target"]) for d in load_decisions(workspace)] == [("no_succession", "m20202|m20241")]


def test_an_unanswered_row_stays_open(workspace, path):
    _fill(path, {"kenmerk": "stichting"})
    import_workbook(workspace, path)
    assert [d["kind"] for d in load_decisions(workspace)] == ["attribute"]


def test_the_same_workbook_twice_adds_nothing(workspace, path):
    _fill(path)
    import_workbook(workspace, path)
    with pytest.raises(WrongUse, match="every answer is a decision already"):
        import_workbook(workspace, path)
    assert len(load_decisions(workspace)) == 7


def test_a_workbook_without_answers_is_said_so(workspace, path):
    with pytest.raises(WrongUse, match="Antwoord is filled in"):
        import_workbook(workspace, path)


@pytest.mark.parametrize(
    ("answers", "changes", "cell"),
    [
        ({"kenmerk": "kerk"}, {}, c.ANSWER),
        ({"kenmerk": "onbekend"}, {}, c.ANSWER),
        ({"beleidsterrein": "sociaal; gezelligheid"}, {}, c.ANSWER),
        ({"beleidsterrein": "sociaal; sociaal"}, {}, c.ANSWER),
        ({"deelnemer": "gm0037"}, {}, c.ANSWER),
        ({"kenmerk": "bv"}, {c.REVIEWER: "Jan Jansen"}, c.REVIEWER),
        ({"kenmerk": "bv"}, {c.REVIEWER: None}, c.REVIEWER),
        ({"kenmerk": "bv"}, {c.ROLE: "drs. Jansen"}, c.ROLE),
        ({"kenmerk": "bv"}, {c.ROLE: " "}, c.ROLE),
        ({"kenmerk": "bv"}, {c.REASON: None}, c.REASON),
        ({"kenmerk": "bv"}, {c.DAY: "gisteren"}, c.DAY),
        ({"kenmerk": "bv"}, {c.DAY: None}, c.DAY),
        ({"kenmerk": "bv"}, {c.TARGET: "sv0000002"}, c.ID),
        ({"kenmerk": "bv"}, {c.EXPECT: "nv"}, c.ID),
        ({"kenmerk": "bv"}, {c.KIND: "mening"}, c.ID),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_written(workspace, path, answers, changes, cell):
    _fill(path, answers, **changes)
    with pytest.raises(UnreadableInput, match=rf"sheet Vragen, cell [A-Z]\d+ \({cell}\)\]; mend: "):
        import_workbook(workspace, path)
    assert load_decisions(workspace) == []


def test_choices_that_were_widened_by_hand_are_not_believed(workspace, path):
    _fill(path, {"kenmerk": "kerk"}, **{c.CANDIDATES: "kerk"})
    with pytest.raises(UnreadableInput, match=rf"\({c.ANSWER}\)"):
        import_workbook(workspace, path)


def test_an_answer_of_another_round_is_refused(workspace, path):
    _fill(path)
    with pytest.raises(UnreadableInput, match="an answer on 2024 in a round of 2020"):
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
    with pytest.raises(UnreadableInput, match="cell A1"):
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
    names = [row[HEADINGS.index(c.BODY)] for row in sheet.iter_rows(min_row=2)]
    assert "=Veiligheid" in [cell.value for cell in names]
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    with zipfile.ZipFile(path) as parts:
        assert {i.date_time for i in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_sources_own_words_stand_beside_the_question(path):
    sheet = load_workbook(path)[c.SHEET]
    words = [row[HEADINGS.index(c.WORDS)].value for row in sheet.iter_rows(min_row=2)]
    assert any("register 2024: 'Veiligheidsregio Noord' | doel: Veiligheid" in (w or "") for w in words)


def test_a_name_without_candidates_takes_any_organisation(workspace, tmp_path):
    resolved = read_table(workspace, "resolved_participant").to_dicts()
    for row in resolved:
        row["candidates"] = []
    write_table(workspace, "resolved_participant", resolved)
    write_table(workspace, "review_question", questions(workspace))
    path = tmp_path / "vragen.xlsx"
    export_workbook(workspace, path)
    _fill(path, {"deelnemer": "gm9999"})
    with pytest.raises(UnreadableInput, match=r"'gm9999' is no choice.*gm0363"):
        import_workbook(workspace, path)
    _fill(path, {"deelnemer": "gm0037"})
    import_workbook(workspace, path)
    assert [d["attribute"] for d in load_decisions(workspace)] == ["gm0037"]
