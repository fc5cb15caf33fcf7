"""What organisations answer, as mentions; what they left unclear, as refusals."""

import datetime

import pytest

from dagster_project.intake import deliveries, take_in
from dagster_project.surveys import import_responses, read_responses
from dagster_project.workspace import Workspace, frame_of
from tests.intake.files import TODAY, deliver, listing, workbook, write

HEADINGS = [
    "Nummer", "Naam", "Deelnemers", "Beleidsterreinen", "Rechtsvorm", "Doel", "Vestigingsplaats", "Antwoord",
    "Opgeheven op", "Toelichting", "Ingevuld door",
]  # fmt: skip


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace.at(tmp_path / "workspace").create("simulated")


def _row(**cells):
    values = {"Naam": "GGD Noord", "Antwoord": "klopt", "Ingevuld door": "J. Voorbeeld", **cells}
    return [values.get(h) for h in HEADINGS]


def _answer(workspace, *rows, headings=HEADINGS, sheet="Samenwerkingsverbanden"):
    content = workbook({"Uitleg": [["Vul in"]], sheet: [["Enquête 2024"], [], headings, *rows]})
    deliver(workspace, "gm0014_antwoord.xlsx", content, "survey", 2024)
    return read_responses(workspace, 2024)


def test_a_row_as_sent_back(workspace):
    row = _row(
        Nummer="sv0000012", Deelnemers="Groningen; gemeente Assen;", Beleidsterreinen="Sociaal domein; Ruimte",
        Rechtsvorm="Openbaar lichaam", Doel="Gezond  blijven", Vestigingsplaats="Assen",
    )  # fmt: skip
    (mention,), refusals, quarantine = _answer(workspace, row)
    assert (refusals, quarantine) == ([], [])
    assert frame_of("mention", [mention]).height == 1
    expected = {
        "locator": "sheet=Samenwerkingsverbanden;row=4",
        "snapshot": 2024,
        "source": "survey",
        "reporting_organisation_id": "gm0014",
        "claim": "participates",
        "name_written": "GGD Noord",
        "identifiers": ["sv:sv0000012"],
        "participants_written": ["Groningen", "gemeente Assen"],
        "themes_written": ["Sociaal domein", "Ruimte"],
        "legal_form_written": "Openbaar lichaam",
        "purpose_written": "Gezond blijven",
        "seat_written": "Assen",
        "valid_to": None,
    }
    assert {k: mention[k] for k in expected} == expected
    assert "Voorbeeld" not in str(mention)


@pytest.mark.parametrize(
    ("answer", "claim"),
    [
        ("klopt", "participates"),
        ("Gewijzigd", "participates"),
        ("toegevoegd ", "participates"),
        ("Neemt  niet deel.", "denies_participation"),
        ("bestaat niet", "denies_existence"),
        ("opgeheven", "dissolved"),
    ],
)
def test_what_each_answer_claims(workspace, answer, claim):
    (mention,), refusals, _ = _answer(workspace, _row(Antwoord=answer))
    assert (mention["claim"], refusals) == (claim, [])


@pytest.mark.parametrize("written", [datetime.datetime(2023, 7, 1), "1-7-2023", "2023-07-01"])
def test_the_day_on_which_it_ended(workspace, written):
    (mention,), _, _ = _answer(workspace, _row(Antwoord="opgeheven", **{"Opgeheven op": written}))
    assert mention["valid_to"] == datetime.date(2023, 7, 1)


def test_a_day_that_is_none_is_told_and_the_answer_is_read(workspace):
    (mention,), (refusal,), _ = _answer(workspace, _row(Antwoord="opgeheven", **{"Opgeheven op": "vorig jaar"}))
    assert (mention["claim"], mention["valid_to"]) == ("dissolved", None)
    assert refusal["locator"] == "sheet=Samenwerkingsverbanden;cell=I4"


@pytest.mark.parametrize(
    ("cells", "reason", "cell"),
    [
        ({"Antwoord": "misschien"}, "row_unreadable", "H4"),
        ({"Antwoord": None}, "row_unreadable", "H4"),
        ({"Naam": None}, "row_unreadable", "B4"),
        ({"Naam": "@SOM(A1)"}, "formula", "B4"),
    ],
)
def test_rows_that_are_refused(workspace, cells, reason, cell):
    mentions, (refusal,), _ = _answer(workspace, _row(**cells), _row(Naam="RUD"))
    assert [m["name_written"] for m in mentions] == ["RUD"]
    assert (refusal["reason"], refusal["locator"]) == (reason, f"sheet=Samenwerkingsverbanden;cell={cell}")


def test_a_row_number_is_only_that_of_the_list_and_a_damaged_one_is_told(workspace):
    mentions, (refusal,), _ = _answer(workspace, _row(Nummer=7), _row(Naam="RUD", Nummer="sv12"))
    assert [m["identifiers"] for m in mentions] == [["nr:7"], []]
    assert "sv12" in refusal["detail"]


def test_one_name_twice_is_two_mentions(workspace):
    mentions, _, _ = _answer(workspace, _row(), _row(Antwoord="bestaat niet"))
    assert len({m["mention_id"] for m in mentions}) == 2


def test_without_answers_nothing_is_read(workspace):
    headings = [h if h != "Antwoord" else "Reactie" for h in HEADINGS]
    mentions, (refusal,), _ = _answer(workspace, _row(), headings=headings)
    assert mentions == []
    assert refusal["reason"] == "missing_columns"
    assert "Antwoord" in refusal["detail"]
    assert "Reactie" in refusal["detail"]


def test_without_a_lesser_column_the_rest_is_read(workspace):
    headings = [h if h != "Doel" else "Waarom" for h in HEADINGS]
    mentions, (refusal,), _ = _answer(workspace, _row(), headings=headings)
    assert len(mentions) == 1
    assert (refusal["reason"], "Doel" in refusal["detail"]) == ("missing_columns", True)


def test_without_names_or_sheet_the_file_is_refused(workspace):
    mentions, (refusal,), _ = _answer(workspace, _row(), sheet="Blad1")
    assert (mentions, refusal["reason"]) == ([], "no_known_layout")
    mentions, (refusal,), _ = _answer(workspace, ["a", "b"], headings=["x", "y"])
    assert (mentions, refusal["reason"]) == ([], "missing_columns")


def test_a_folder_of_responses_is_imported(workspace, tmp_path):
    folder = tmp_path / "antwoorden"
    write(folder, "gm0014_x.xlsx", workbook({"Samenwerkingsverbanden": [HEADINGS, _row()]}))
    write(folder, "lees mij.txt", "tekst")
    report = import_responses(workspace, folder, 2024, TODAY)
    assert (report.taken, [r["reason"] for r in report.refused]) == (1, ["no_source_or_snapshot"])
    assert (workspace.raw / "surveys/2024/gm0014_x.xlsx").exists()
    assert len(deliveries(workspace, "survey", 2024)) == 1
    assert len(read_responses(workspace, 2024)[0]) == 1
    assert read_responses(workspace, 2020) == ([], [], [])


def test_a_placeholder_is_no_answer(workspace):
    mentions, refusals, _ = _answer(workspace, _row(Naam="-"), _row(Antwoord="n.v.t."), _row(Doel="geen"))
    assert [m["purpose_written"] for m in mentions] == [None]
    assert {r["locator"].rpartition("cell=")[2] for r in refusals} == {"B4", "H5"}


def _headed(workspace, *head, name="gm0014_antwoord.xlsx", **more):
    content = workbook({"Samenwerkingsverbanden": [*head, [], HEADINGS, _row()]})
    deliver(workspace, name, content, "survey", 2024, **more)
    return read_responses(workspace, 2024)


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        (["Organisatie", "gemeente Assen"], "other_organisation"),
        (["Organisatie:", "Waterschap Hunze en Aa's"], "other_organisation"),
        (["Uitvraag samenwerkingsverbanden 2020"], "other_snapshot"),
        (["Organisatie", "gemeente Groningen"], None),
        (["Organisatie", "team strategie"], None),
        (["Uitvraag samenwerkingsverbanden 2024, teruggestuurd in 2025"], None),
        (["De gemeente Assen deed in 2020 niet mee"], None),
    ],
)
def test_a_form_that_says_it_is_of_another_body_or_year_is_refused_whole(workspace, head, reason):
    mentions, refusals, _ = _headed(workspace, head)
    assert [r["reason"] for r in refusals] == ([reason] if reason else [])
    assert len(mentions) == (not reason)


@pytest.mark.parametrize(("day", "told", "counts"), [("2024-11-30", 0, 1), ("2025-03-31", 1, 1), ("2026-03-31", 1, 0)])
def test_a_form_that_came_late_by_its_list_is_told_and_after_a_year_not_applied(workspace, tmp_path, day, told, counts):
    folder = tmp_path / "sent"
    write(folder, "a.xlsx", workbook({"Samenwerkingsverbanden": [["Uitvraag 2024"], [], HEADINGS, _row()]}))
    write(folder, "deliveries.csv", listing(f"a.xlsx,survey,gm0014,2024,{day},verzonnen,CC0-1.0"))
    take_in(workspace, [folder], today=datetime.date(2027, 1, 1))
    mentions, refusals, quarantine = read_responses(workspace, 2024)
    assert (len(mentions), refusals) == (counts, [])
    assert [q["reason"] for q in quarantine] == ["late_answer"] * told
