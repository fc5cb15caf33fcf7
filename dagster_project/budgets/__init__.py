"""Documents to mentions of affiliated parties (verbonden partijen): each party once, with its fields and its place.

Belongs here: where the parties stand in a document, what their labels and amounts mean, and what is no party. Does
not belong here: opening files (`documents`), which organisation or collaboration a name is (`organisations`,
`linkage`).
"""

from dagster_project.budgets.against import compared, read_output, told
from dagster_project.budgets.decided import ACCEPTED, asked_about, expected, other_reading
from dagster_project.budgets.extract import extract, extract_rows, write_extracted
from dagster_project.budgets.pipeline import budget_reader, read_budgets
from dagster_project.budgets.progress import Lines, Progress
from dagster_project.budgets.reader import read_budget
from dagster_project.budgets.reading import BudgetReader
from dagster_project.budgets.record import typed_value
from dagster_project.budgets.records.explanation import weighed_names
from dagster_project.budgets.stated import Statements, named_body

__all__ = [
    "ACCEPTED",
    "BudgetReader",
    "Lines",
    "Progress",
    "Statements",
    "asked_about",
    "budget_reader",
    "compared",
    "expected",
    "extract",
    "extract_rows",
    "named_body",
    "other_reading",
    "read_budget",
    "read_budgets",
    "read_output",
    "told",
    "typed_value",
    "weighed_names",
    "write_extracted",
]
