"""Responses that came in: into `raw/surveys/<snapshot>/`."""

from datetime import date
from pathlib import Path

from dagster_project.intake import IntakeReport, take_in
from dagster_project.workspace import Workspace


def import_responses(workspace: Workspace, folder: Path, snapshot: int, today: date) -> IntakeReport:
    """Take in the responses `<organisation id>_<anything>.xlsx` of a folder for a snapshot; other files are refused.

    The caller holds the lock of the workspace. Raises WrongUse where the folder is not there.
    """
    return take_in(workspace, [folder], today=today, source="survey", snapshot=snapshot)
