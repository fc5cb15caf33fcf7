"""How the tests fill in a workbook, as a reviewer would."""

from datetime import datetime

from openpyxl import load_workbook

from dagster_project.review import columns as c

HEADINGS = list(c.COLUMNS)
PERSON = {
    c.REASON: "begroting 2024", c.REVIEWER: "BZK-07", c.SECOND: "BZK-08", c.ROLE: "beleidsmedewerker",
    c.DAY: datetime(2025, 2, 1),
}  # fmt: skip


def fill(path, answers, sheet=c.SHEET, **changes):
    """Answer the questions by kind; `changes` go into the cells of every answered row."""
    book = load_workbook(path)
    for row in book[sheet].iter_rows(min_row=2):
        kind = row[HEADINGS.index(c.KIND)].value
        if kind in answers:
            for heading, value in {**PERSON, c.ANSWER: answers[kind], **changes}.items():
                row[HEADINGS.index(heading)].value = value
    book.save(path)


def cells(path, kind, sheet=c.SHEET):
    """The cells of the row of a kind, by heading."""
    for row in load_workbook(path)[sheet].iter_rows(min_row=2):
        found = dict(zip(HEADINGS, row, strict=False))
        if found[c.KIND].value == kind:
            return found
    raise AssertionError(f"no row of kind {kind}")
