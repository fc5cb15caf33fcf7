"""The questionnaire: its sheets, its columns, what may be chosen in them, and what each answer claims.

Columns for whoever filled it in (`Ingevuld door`, contact persons) and free remarks (`Toelichting`) are written for
people and never read: they hold names of persons. Belongs here: words only, no reading and no writing.
"""

from functools import cache

from dagster_project.dictionary import code_lists
from dagster_project.intake import Layout
from dagster_project.workspace.seeds import codes

SHEET, GUIDE, LISTS, SENT = "Samenwerkingsverbanden", "Uitleg", "Lijsten", "Verzonden"

NUMBER, NAME, PARTICIPANTS, THEMES = "Nummer", "Naam", "Deelnemers", "Beleidsterreinen"
FORM, PURPOSE, SEAT, ANSWER, ENDED = "Rechtsvorm", "Doel", "Vestigingsplaats", "Antwoord", "Opgeheven op"
GOAL, REMARK = "Soort doel", "Toelichting"
CRITERIA = {"d1": "Vaste groep mensen", "d2": "Vaste frequentie", "d3": "Agenda vooraf"}
"""The criteria that no other source tells, by the heading under which they are asked."""

RESPONSE = Layout(
    "een ingevulde vragenlijst",
    essential=(NAME,),
    expected=(PARTICIPANTS, THEMES, FORM, PURPOSE, SEAT, ANSWER),
    optional=(NUMBER, ENDED, GOAL, *CRITERIA.values()),
    one=NAME,
)

FILLED = {
    NAME: "name",
    PARTICIPANTS: "participants",
    THEMES: "themes",
    FORM: "legal_form",
    PURPOSE: "purpose",
    GOAL: "goal",
    SEAT: "seat",
    **{heading: criterion for criterion, heading in CRITERIA.items()},
}
"""What is filled in beforehand and may be corrected: heading to attribute, in the order of the columns."""
LISTED = (PARTICIPANTS, THEMES)
"""Cells that hold several things, separated by semicolons."""

# Heading to width in characters.
COLUMNS = {
    NUMBER: 19, NAME: 34, ANSWER: 18, ENDED: 13, PARTICIPANTS: 60, THEMES: 26, FORM: 24, PURPOSE: 44, GOAL: 14,
    SEAT: 18, **dict.fromkeys(CRITERIA.values(), 13), REMARK: 36,
}  # fmt: skip
SENT_COLUMNS = (NUMBER, *FILLED)

RIGHT, CHANGED, ADDED = "klopt", "gewijzigd", "toegevoegd"
GONE, NOT_US, NOT_THERE = "opgeheven", "wij doen niet mee", "dit bestaat niet"
ANSWERS = (RIGHT, CHANGED, GONE, NOT_US, NOT_THERE)
YES, NO, UNKNOWN = "ja", "nee", "weet ik niet"

CLAIMS = {
    RIGHT: "participates",
    CHANGED: "participates",
    ADDED: "participates",
    NOT_US: "denies_participation",
    "neemt niet deel": "denies_participation",
    NOT_THERE: "denies_existence",
    "bestaat niet": "denies_existence",
    GONE: "dissolved",
}
"""Each answer to what it claims; those of earlier questionnaires too."""

KINDS = {"denies_participation": "denied_participation", "denies_existence": "denied_existence", "dissolved": "ended"}
"""Claims to the kind of a row of `survey_answer`; taking part is confirmed, corrected or added."""


@cache
def choices(heading: str) -> dict[str, str]:
    """What may be chosen under a heading, to its code; empty where any text will do."""
    if heading in CRITERIA.values():
        return {YES: "yes", NO: "no", UNKNOWN: "unknown"}
    if heading == FORM:
        return {row["label_nl"]: code for code, row in codes("legal_form").items()}
    if heading == THEMES:
        return {row["label_nl"]: code for code, row in codes("theme_code").items()}
    if heading == GOAL:
        return {label: code for code, label in code_lists()["goal"].items()}
    return dict.fromkeys(ANSWERS, "") if heading == ANSWER else {}


def label(heading: str, code: str | None) -> str:
    """What is shown for a code under a heading; the code itself where no list has it."""
    return next((said for said, own in choices(heading).items() if own == code), code or "")


def code_of(attribute: str, said: str) -> str:
    """The code of what was chosen for an attribute; the text itself where it has no list."""
    heading = next(heading for heading, own in FILLED.items() if own == attribute)
    return choices(heading).get(said) or said
