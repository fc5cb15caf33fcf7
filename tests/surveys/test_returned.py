"""A questionnaire that we sent: what was changed in it, and what happens to people's slips."""

import dataclasses

import pytest

from dagster_project.surveys import layout
from dagster_project.workspace import Workspace, frame_of
from tests.surveys.forms import COLUMN, Form, answers, number, read, row_of, sent


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace.at(tmp_path / "workspace").create("simulated")


@pytest.fixture
def form(tmp_path) -> Form:
    return Form(tmp_path, sent())


def _reasons(rows) -> list[str]:
    return [row["reason"] for row in rows]


def test_all_right_is_confirmed_and_nothing_else(workspace, form):
    said = read(workspace, form.all_right())
    assert (said.refusal, said.quarantine) == ([], [])
    assert {a["kind"] for a in said.survey_answer} == {"confirmed"}
    assert [m["name_written"] for m in said.mention] == [cells[1] for cells in form.sent.rows]
    assert said.mention[0]["identifiers"] == ["sv:sv0000001"]
    assert said.mention[0]["criteria_written"] == ["d1=yes"]
    assert frame_of("survey_answer", said.survey_answer).height == frame_of("mention", said.mention).height == 5


def test_each_change_is_evidence_with_its_place(workspace, form):
    form.all_right().put(
        1, Antwoord="gewijzigd", Naam="Afvalschap Noord", Rechtsvorm="vereniging", Vaste_frequentie="nee", Doel=None,
        Deelnemers="gemeente Groningen;  provincie Drenthe ; gemeente Hoogeveen", Soort_doel="tactisch",
    )  # fmt: skip
    said = read(workspace, form)
    assert (said.refusal, said.quarantine) == ([], [])
    assert sorted(answers(said, number=number(1)), key=str) == sorted(
        [
            ("corrected", None, None, None),
            ("corrected", "name", "Afvalschap", "Afvalschap Noord"),
            ("corrected", "participants", "gemeente Assen", None),
            ("corrected", "participants", None, "gemeente Hoogeveen"),
            ("corrected", "legal_form", "Stichting", "Vereniging"),
            ("corrected", "purpose", "Zorgen dat het goed gaat", None),
            ("corrected", "goal", "operationeel", "tactisch"),
            ("corrected", "d2", None, "nee"),
        ],
        key=str,
    )
    assert {a["locator"] for a in said.survey_answer if a["attribute"] == "name"} == {
        f"sheet={layout.SHEET};cell=B{row_of(1)}"
    }
    [mention] = [m for m in said.mention if m["name_written"] == "Afvalschap Noord"]
    assert mention["other_names"] == ["Afvalschap"]
    assert {m["goal_written"] for m in said.mention} == {None, "tactisch"}  # letting stand is not saying
    assert mention["criteria_written"] == ["d1=yes", "d2=no"]
    assert mention["participants_written"] == ["gemeente Groningen", "provincie Drenthe", "gemeente Hoogeveen"]


@pytest.mark.parametrize(
    ("answer", "kind", "claim"),
    [
        ("opgeheven", "ended", "dissolved"),
        ("wij doen niet mee", "denied_participation", "denies_participation"),
        ("Dit bestaat niet.", "denied_existence", "denies_existence"),
    ],
)
def test_ends_and_two_kinds_of_denial(workspace, form, answer, kind, claim):
    form.all_right().put(0, Antwoord=answer, Opgeheven_op="31-12-2023" if kind == "ended" else None)
    said = read(workspace, form)
    assert (said.refusal, said.quarantine) == ([], [])
    assert answers(said, number=number(0)) == [(kind, None, None, None)]
    [mention] = [m for m in said.mention if m["name_written"] == "GGD Noord"]
    assert mention["claim"] == claim
    assert str(mention["valid_to"]) == ("2023-12-31" if kind == "ended" else "None")


def test_before_a_release_a_row_is_sent_for_a_mention(workspace, tmp_path):
    cells = ("m0123456789abcdef", *sent().rows[0][1:])
    said = read(workspace, Form(tmp_path, dataclasses.replace(sent(), rows=(cells,))).all_right())
    assert [m["identifiers"] for m in said.mention] == [["mention:m0123456789abcdef"]]


def test_what_is_added_below_the_list(workspace, form):
    form.all_right().put(7, Antwoord="toegevoegd", Naam="Nieuw Verband", Deelnemers="gemeente Assen")
    said = read(workspace, form)
    assert (said.refusal, said.quarantine) == ([], [])
    assert answers(said, number=None) == [
        ("added", None, None, None),
        ("added", "name", None, "Nieuw Verband"),
        ("added", "participants", None, "gemeente Assen"),
    ]


def test_a_row_put_in_between_is_an_addition_and_one_taken_out_is_no_denial(workspace, form):
    form.all_right().sheet.insert_rows(row_of(1))
    form.sheet.cell(row_of(1), COLUMN[layout.NAME], "Tussenvoeging")
    form.sheet.delete_rows(row_of(5))
    said = read(workspace, form)
    assert said.refusal == []
    assert [(q["reason"], q["row_key"].split("|")[1]) for q in said.quarantine] == [("row_deleted", number(4))]
    assert answers(said, number=number(4)) == [("unanswered", None, None, None)]
    assert answers(said, kind="added") == [("added", None, None, None), ("added", "name", None, "Tussenvoeging")]
    assert len(said.mention) == 5


def test_numbers_that_were_typed_over(workspace, form):
    form.all_right().put(0, Nummer="1").put(1, Nummer=number(2)).put(7, Naam="Werkplein", Antwoord="toegevoegd")
    form.put(8, Naam="Vreemd", Nummer="sv9999999", Antwoord="klopt")
    said = read(workspace, form)
    assert [(q["reason"], q["row_key"].split("|")[1]) for q in said.quarantine] == [("number_changed", number(0))]
    assert _reasons(said.refusal) == ["number_and_name_differ", "row_twice", "number_unknown"]
    assert answers(said, number=number(0)) == answers(said, number=number(2)) == [("confirmed", None, None, None)]
    assert answers(said, number=number(1)) == [("unanswered", None, None, None)]


def test_free_text_in_cells_with_a_list(workspace, form):
    form.all_right().put(0, Rechtsvorm="een soort club", Antwoord="gewijzigd", Beleidsterreinen="Ruimte; Vissen")
    form.put(1, Antwoord="ja hoor").put(2, Vaste_frequentie="soms")
    said = read(workspace, form)
    assert [(r["locator"], r["reason"]) for r in said.refusal] == [
        (f"sheet={layout.SHEET};cell=F{row_of(0)}", "not_in_list"),
        (f"sheet={layout.SHEET};cell=G{row_of(0)}", "not_in_list"),
        (f"sheet={layout.SHEET};cell=C{row_of(1)}", "not_in_list"),
        (f"sheet={layout.SHEET};cell=L{row_of(2)}", "not_in_list"),
    ]
    assert answers(said, number=number(0)) == [
        ("corrected", None, None, None),
        ("corrected", "themes", "Sociaal domein", None),
    ]
    assert answers(said, number=number(1)) == [("unanswered", None, None, None)]
    assert answers(said, number=number(2)) == [("confirmed", None, None, None)]


def test_merged_cells(workspace, form):
    form.all_right().sheet.merge_cells(start_row=row_of(0), end_row=row_of(1), start_column=3, end_column=3)
    form.sheet.merge_cells(start_row=row_of(2), end_row=row_of(3), start_column=2, end_column=2)
    said = read(workspace, form)
    assert _reasons(said.refusal) == ["merged_cells", "merged_cells"]
    assert _reasons(said.quarantine) == ["merged_cells", "merged_cells"]
    assert [a["number"] for a in said.survey_answer if a["kind"] == "confirmed"] == [number(0), number(1), number(4)]
    assert [a["number"] for a in said.survey_answer if a["kind"] == "unanswered"] == [number(2), number(3)]


def test_answer_and_cells_that_differ_are_told(workspace, form):
    form.all_right().put(0, Naam="GGD Nrd").put(1, Antwoord="gewijzigd").put(2, Antwoord=None, Vestigingsplaats="Roden")
    form.put(3, Antwoord="opgeheven", Doel="anders").put(4, Antwoord=None)
    said = read(workspace, form)
    assert _reasons(said.quarantine) == [*["answer_and_cells_differ"] * 4, "no_date"]
    kinds = [a["kind"] for a in said.survey_answer if a["attribute"] is None]
    assert kinds == ["corrected", "confirmed", "corrected", "ended", "unanswered"]


def test_persons_and_formulas_stay_out(workspace, form):
    form.all_right().put(0, Doel="bel Jan de Vries, 06-12345678", Antwoord="gewijzigd").put(1, Vestigingsplaats="=1+1")
    said = read(workspace, form)
    assert "personal_name" in _reasons(said.refusal)
    assert len(said.refusal) == 2
    assert "Vries" not in str([said.mention, said.survey_answer, said.refusal, said.quarantine])
    assert {m["purpose_written"] for m in said.mention} == {"Zorgen dat het goed gaat"}


@pytest.mark.parametrize(
    ("filed_as", "reason"), [("gm0106_samenwerkingsverbanden.xlsx", "other_organisation"), (None, None)]
)
def test_the_file_of_another_organisation(workspace, form, filed_as, reason):
    form.all_right().deliver(workspace, filed_as)
    said = read(workspace)
    assert [(r["locator"], r["reason"]) for r in said.refusal] == ([("document", reason)] if reason else [])
    assert bool(said.mention) == (reason is None)
    assert {f["organisation_id"] for f in said.frame if f["responded"]} == (set() if reason else {"gm0014"})


def test_the_file_of_last_year(workspace, tmp_path):
    said = read(workspace, Form(tmp_path, sent(snapshot=2020)).all_right())
    assert _reasons(said.refusal) == ["other_snapshot"]
    assert (said.mention, said.survey_answer) == ([], [])


def test_the_copy_of_what_was_sent_that_was_touched(workspace, form):
    form.all_right().book[layout.SENT]["B6"] = "Anders"
    assert _reasons(read(workspace, form).refusal) == ["form_changed"]


def test_a_column_that_was_deleted(workspace, form):
    form.all_right().sheet.delete_cols(COLUMN[layout.PARTICIPANTS])
    said = read(workspace, form)
    assert _reasons(said.refusal) == ["missing_columns"]
    assert said.mention == []


def test_a_workbook_that_comes_back_as_it_was_sent(workspace, form):
    said = read(workspace, form)
    assert (said.mention, said.refusal) == ([], [])
    assert _reasons(said.quarantine) == ["no_answers"]
    assert not any(row["responded"] for row in said.frame)


def test_two_responses_of_one_organisation(workspace, form, tmp_path):
    form.all_right().deliver(workspace)
    form.put(0, Antwoord="opgeheven").deliver(workspace, "gm0014_tweede.xlsx")
    said = read(workspace)
    assert {a["kind"] for a in said.survey_answer} == {"confirmed"}
