"""The open questions that a run leaves to people, out to a workbook and back in as decisions.

Belongs here: what is asked, in which order, and how an answer becomes a decision. Does not belong here: what a
decision does (each room applies its own kinds) and whether it still holds (`decisions`).
"""

from dagster_project.review.answers import import_workbook
from dagster_project.review.questions import questions
from dagster_project.review.sheet import export_workbook

__all__ = ["export_workbook", "import_workbook", "questions"]
