"""A questionnaire as it goes out and comes back, for tests: no run is needed for it."""

from datetime import date

import openpyxl

from dagster_project.surveys import layout
from dagster_project.surveys.export import FILE_NAME
from dagster_project.surveys.form import HEADING_ROW, write_form
from dagster_project.surveys.responses import Responses, read_answers
from dagster_project.surveys.sent import Sent
from dagster_project.workspace import Workspace
from tests.intake.files import deliver

NAMES = ("GGD Noord", "Afvalschap", "=Inkoop & co", "Werkplein", "Cultuurkring")
COLUMN = {heading: number for number, heading in enumerate(layout.COLUMNS, start=1)}
TODAY = date(2025, 1, 31)


def number(of: int) -> str:
    """The number under which the collaboration of that place is sent."""
    return f"sv000000{of + 1}"


def row_of(of: int) -> int:
    """The row of the sheet on which it stands."""
    return HEADING_ROW + 1 + of


def sent(organisation: str = "gm0014", snapshot: int = 2024, names=NAMES, reply_by: str = "") -> Sent:
    cells = {
        layout.PARTICIPANTS: "gemeente Assen; gemeente Groningen; provincie Drenthe",
        layout.THEMES: "Ruimte; Sociaal domein",
        layout.FORM: "Stichting",
        layout.PURPOSE: "Zorgen dat het goed gaat",
        layout.GOAL: "operationeel",
        layout.SEAT: "Assen",
        "Vaste groep mensen": "ja",
    }
    rows = [
        tuple({layout.NUMBER: number(i), layout.NAME: name, **cells}.get(h, "") for h in layout.SENT_COLUMNS)
        for i, name in enumerate(names)
    ]
    return Sent(organisation, snapshot, reply_by, tuple(rows))


class Form:
    """A workbook that was sent, to be filled in and delivered."""

    def __init__(self, folder, what: Sent):
        self.sent, self._path = what, folder / FILE_NAME.format(what.organisation_id, what.snapshot)
        write_form(self._path, what, "Gemeente")
        self.book = openpyxl.load_workbook(self._path)
        self.sheet = self.book[layout.SHEET]

    def put(self, of: int, **cells) -> "Form":
        """Write cells of the collaboration of that place; a heading with blanks is given with underscores."""
        for heading, value in cells.items():
            self.sheet.cell(row_of(of), COLUMN[heading.replace("_", " ")]).value = value
        return self

    def all_right(self) -> "Form":
        """Answer every row with 'klopt'."""
        for of in range(len(self.sent.rows)):
            self.put(of, Antwoord=layout.RIGHT)
        return self

    def deliver(self, workspace: Workspace, name: str | None = None, **more):
        """Take it in, as its own organisation's or under another name; gives the report."""
        self.book.save(self._path)
        return deliver(workspace, name or self._path.name, self._path.read_bytes(), "survey", 2024, **more)


def answers(said: Responses, **where) -> list[tuple]:
    """Kind, attribute, sent and answered of the answers, in the order of their places."""
    rows = [a for a in said.survey_answer if all(a[k] == v for k, v in where.items())]
    return [(a["kind"], a["attribute"], a["sent"], a["answered"]) for a in rows]


def read(workspace: Workspace, *forms: Form, **more) -> Responses:
    """What comes of the forms."""
    for form in forms:
        form.deliver(workspace, **more)
    return read_answers(workspace, 2024)
