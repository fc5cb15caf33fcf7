"""Questionnaires out: a workbook per organisation that is asked, and who was asked kept in the workspace.

Belongs here: for whom a workbook is written and where. Does not belong here: what stands in it (`form`, `holdings`),
and the list of who is asked (`frame`).
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from dagster_project.surveys.form import write_form
from dagster_project.surveys.frame import asked_now, keep_sent
from dagster_project.surveys.holdings import Holdings
from dagster_project.surveys.sent import Sent
from dagster_project.workspace import Workspace
from dagster_project.workspace.marking import marker

FILE_NAME = "{}_samenwerkingsverbanden_{}.xlsx"
"""Of the organisation and the snapshot; the import reads the organisation from it."""


def export_forms(
    workspace: Workspace, folder: Path, snapshot: int, reply_by: date | None = None, only: list[str] | None = None
) -> list[Path]:
    """Write the workbooks of `write_forms` and keep in the frame of the workspace what was sent to whom; gives paths.

    The caller holds the lock of the workspace.
    """
    written = dict(_written(workspace, folder, snapshot, reply_by, only))
    keep_sent(workspace, snapshot, written.values())
    return list(written)


def write_forms(
    workspace: Workspace, folder: Path, snapshot: int, reply_by: date | None = None, only: list[str] | None = None
) -> list[Path]:
    """Write a workbook for every organisation that is asked, or for `only` these; gives their paths.

    Raises WrongUse where no run has written tables, and for an organisation that is not there at the snapshot.
    """
    return [path for path, _ in _written(workspace, folder, snapshot, reply_by, only)]


def _written(
    workspace: Workspace, folder: Path, snapshot: int, reply_by: date | None, only: list[str] | None
) -> Iterator[tuple[Path, Sent]]:
    holdings, asked = Holdings(workspace, snapshot), asked_now(workspace, snapshot, only)
    folder.mkdir(parents=True, exist_ok=True)
    for organisation_id, name in asked.items():
        sent = holdings.sent_to(organisation_id, reply_by.isoformat() if reply_by else "")
        path = folder / FILE_NAME.format(organisation_id, snapshot)
        write_form(path, sent, name, marker(workspace.kind))
        yield path, sent
