"""Responses to the survey: what an organisation was asked, and what it answered."""

from tools.example.budgets import KIND
from tools.example.documents.xlsx import one_sheet
from tools.example.truth import Collaboration, as_if, collaborations, load, number, organisation_name
from tools.example.wording import FORM_NL, THEME_NL, Manner, participants

SHEET = "Samenwerkingsverbanden"
TITLE = "Voorbeeld - uitvraag regionale samenwerkingsverbanden 2024 (verzonnen antwoorden)"
HEADINGS = [
    "Nummer", "Naam", "Deelnemers", "Beleidsterreinen", "Rechtsvorm", "Doel", "Vestigingsplaats", "Antwoord",
    "Opgeheven op", "Toelichting",
]  # fmt: skip


def files() -> dict[str, bytes]:
    """Path below raw/ to content."""
    return {f"surveys/{entry['file']}": response(entry) for entry in load("surveys")}


def response(entry: dict) -> bytes:
    """One workbook: title rows, who filled it in, and a row per collaboration."""
    snapshot, organisation_id = int(entry["file"].split("/")[0]), entry["file"].split("/")[1].split("_")[0]
    answers, added = entry.get("answers", {}), entry.get("added", ())
    own = [one for one in collaborations(snapshot) if organisation_id in one.members]
    asked = [one for one in own if one.key not in (*added, *entry.get("left_out", ()))]
    asked += [as_if(key, snapshot) for key in answers if key not in {one.key for one in own}]
    rows = [_row(number(one.key), one, answers.get(one.key, {"answer": "klopt"})) for one in asked]
    rows += [_row(None, as_if(key, snapshot), {"answer": "toegevoegd"}) for key in added]
    organisation = f"{KIND[organisation_id[:2]]} {organisation_name(organisation_id, snapshot)}"
    head = [[TITLE], ["Organisatie", organisation], ["Contactpersoon", entry["contact"]], []]
    return one_sheet(SHEET, [*head, HEADINGS, *rows], bold={1, 5})


def _row(listed_as: int | None, one: Collaboration, answer: dict) -> list:
    return [
        listed_as,
        one.name,
        "; ".join(participants(one, Manner())),
        "; ".join(THEME_NL[theme] for theme in one.themes),
        FORM_NL[one.form],
        one.purpose,
        one.seat,
        answer["answer"],
        answer.get("ended"),
        answer.get("remark"),
    ]
