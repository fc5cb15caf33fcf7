"""Files as organisations send them, for tests of intake and of the readers of plain tables."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import openpyxl

from dagster_project.intake import take_in
from dagster_project.workspace import Workspace

TODAY = date(2025, 1, 31)
PDF = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n"
BUDGET = "Naam;Rechtsvorm\nGGD Noord;Openbaar lichaam\nAfvalschap;NV\n"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file below a folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def workbook(sheets: dict[str, Iterable[Sequence]]) -> bytes:
    """The bytes of a workbook with these rows per sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    """The bytes of a zip with these members."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    return content.getvalue()


def listing(*lines: str) -> str:
    """A deliveries.csv with these lines."""
    return "\n".join(["file,source,organisation_ids,snapshots,received_on,origin,licence", *lines]) + "\n"


def deliver(workspace: Workspace, name: str, content: str | bytes, source: str, snapshot: int | None = None, **more):
    """Take one file in as a source, as an importer does; gives the report."""
    path = write(workspace.root.parent / "delivered", name, content)
    return take_in(workspace, [path], today=more.pop("today", TODAY), source=source, snapshot=snapshot, **more)
