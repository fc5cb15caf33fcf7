"""The open questions that a run leaves to people, out to a workbook and back in as decisions.

Belongs here: what is asked, in which order, what an answer would move, and how it becomes a decision. Does not belong
here: what a decision does (each room applies its own kinds) and whether it still holds (`decisions`).
"""

from dagster_project.review.audits import audit_answers, import_sample, write_sample
from dagster_project.review.browser import serve
from dagster_project.review.cells import in_dutch
from dagster_project.review.importing import Imported, WorkbookRefused, import_workbook
from dagster_project.review.questions import questions
from dagster_project.review.sampling import Drawn, allocated, drawn_samples
from dagster_project.review.sheet import export_workbook

__all__ = [
    "Drawn",
    "Imported",
    "WorkbookRefused",
    "allocated",
    "audit_answers",
    "drawn_samples",
    "export_workbook",
    "import_sample",
    "import_workbook",
    "in_dutch",
    "questions",
    "serve",
    "write_sample",
]
