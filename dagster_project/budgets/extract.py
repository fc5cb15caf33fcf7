"""`extract`: documents on plain paths to a CSV of mentions and one of refusals, so that anyone can score it."""

import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from dagster_project.budgets.reading import BudgetReader
from dagster_project.budgets.record import Record, as_json
from dagster_project.dictionary import is_unsure
from dagster_project.documents.read import SUFFIXES
from dagster_project.spreadsheets import inert
from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.csv_text import csv_text

_CALLED = {
    "name": "name_written", "section": "section_written", "legal_form_written": "legal_form_written",
    "legal_form_group": "legal_form_group", "seat": "seat_written", "purpose_present": "purpose_written",
    "participants": "participants_written", "equity_begin": "equity_begin", "equity_end": "equity_end",
    "debt_begin": "debt_begin", "debt_end": "debt_end", "result": "result", "page": "page", "locator": "locator",
    "confidence": "confidence", "interest": "interest_written", "risks": "risks_written",
    "programme": "programme_written", "status": "status_written", "not_applicable": "not_applicable",
    "other_locators": "other_locators", "doubts": "doubts", "field_confidence": "field_confidence",
    "other_reading": "other_reading",
}  # fmt: skip
"""Columns of the output to those of a record; what is asked of a purpose is only whether there is one."""
COLUMNS = ("document", "snapshot", "reporting_organisation", *_CALLED)
_OUTPUT = {column: name for name, column in _CALLED.items()}
REFUSAL_COLUMNS = ("document", "locator", "reason", "detail")

_ORGANISATION = re.compile(r"((?:gm|pv|ws|mnre)\d{2,4})(?=[_.-]|$)", re.IGNORECASE)
_SNAPSHOT = re.compile(r"(?:19|20)\d\d")


class Counts(NamedTuple):
    """How much was written: mentions, those of them that are unsure or hold a value in doubt, and refusals."""

    mentions: int
    in_doubt: int
    refusals: int


def extract(paths: Iterable[Path], snapshot: int | None, out_csv: Path, reader: BudgetReader | None = None) -> Counts:
    """Write what `extract_rows` gives as `write_extracted` does. Gives how many there are."""
    return write_extracted(out_csv, *extract_rows(paths, snapshot, reader))


def write_extracted(out_csv: Path, mentions: list[dict[str, str]], refusals: list[dict[str, str]]) -> Counts:
    """Write mentions to `out_csv` and refusals to `<out>.refusals.csv` beside it; gives how many there are."""
    for path, columns, rows in (
        (Path(out_csv), COLUMNS, mentions),
        (Path(out_csv).with_suffix(".refusals.csv"), REFUSAL_COLUMNS, refusals),
    ):
        write_text(path, csv_text(columns, [[row[column] for column in columns] for row in rows]))
    return Counts(len(mentions), sum(map(_in_doubt, mentions)), len(refusals))


def extract_rows(
    paths: Iterable[Path], snapshot: int | None, reader: BudgetReader | None = None
) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The mentions of all documents (`COLUMNS`) and what was refused (`REFUSAL_COLUMNS`), all values as text.

    Folders are read with all files below them, in order. The snapshot and the organisation come from a path
    `<snapshot>/<organisation id>_<anything>`, else from `snapshot` and empty. No file can make this fail.
    Without a `reader` one is made.
    """
    if reader is None:
        with BudgetReader() as reader:
            return extract_rows(paths, snapshot, reader)
    mentions: list[dict[str, str]] = []
    refusals: list[dict[str, str]] = []
    documents = _documents(paths)
    read = reader.read([path for _, path in documents])
    for (document, path), (parties, refused) in zip(documents, read, strict=True):
        year, organisation = said_by_path(path, snapshot)
        mentions += [_cells(COLUMNS, _mention(document, year, organisation, party)) for party in parties]
        refusals += [_cells(REFUSAL_COLUMNS, {"document": document, **refusal}) for refusal in refused]
    return mentions, refusals


def said_by_path(path: Path, snapshot: int | None = None) -> tuple[int | None, str]:
    """The snapshot and the organisation of `<snapshot>/<organisation id>_<anything>`; else `snapshot` and empty."""
    organisation = _ORGANISATION.match(path.name)
    year = int(path.parent.name) if _SNAPSHOT.fullmatch(path.parent.name) else snapshot
    return year, organisation.group(1).lower() if organisation else ""


def _documents(paths: Iterable[Path]) -> list[tuple[str, Path]]:
    """Each file with its name in the output: below the folder that was given, else its own folder and name."""
    found = []
    for given in map(Path, paths):
        if given.is_dir():
            # Links that lead nowhere, pipes, and folders called like a document too: they are refused, not passed over.
            found += [(p.relative_to(given).as_posix(), p) for p in _below(given)]
        else:
            found.append((f"{given.resolve().parent.name}/{given.name}", given))
    return found


def _below(folder: Path) -> list[Path]:
    below = []
    for path, folders, files in os.walk(folder):
        called_a_document = [name for name in folders if Path(name).suffix.lower() in SUFFIXES]
        below += [Path(path) / name for name in (*called_a_document, *files) if not name.startswith(".")]
    return sorted(below)


def _mention(document: str, year: int | None, organisation: str, party: Record) -> dict[str, Any]:
    """A record by the columns of the output. What it says about other columns calls them as the output does."""
    told = {name: party[column] for name, column in _CALLED.items()}
    told["purpose_present"] = "true" if party["purpose_written"] else "false"
    for by_column in ("field_confidence", "other_reading"):
        told[by_column] = {_OUTPUT.get(c, c): value for c, value in party[by_column].items()}
    return {"document": document, "snapshot": year, "reporting_organisation": organisation, **told}


def _in_doubt(row: dict[str, str]) -> bool:
    values = json.loads(row["field_confidence"] or "{}").values()
    return row["doubts"] != "[]" or is_unsure(None, float(row["confidence"])) or any(map(is_unsure, values))


def _cells(columns: tuple[str, ...], row: dict[str, Any]) -> dict[str, str]:
    return {column: _safe(row[column]) for column in columns}


def _safe(value: object) -> str:
    """The text of a value, JSON of a list; none that a spreadsheet would run as a formula."""
    if value is None or value == {}:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    return inert(as_json(value) if isinstance(value, list | dict) else str(value))
