"""The changes between two releases as one answer: the data of `wijzigingen.json`, and its lines for a screen.

Belongs here: what is told, and in which order. Does not belong here: the page (`page`), comparing (`rows`, `cells`).
"""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dagster_project.dictionary import table
from dagster_project.release.changes.cells import NUMBERS, CellChange, Numbers, changed_cells
from dagster_project.release.changes.rows import COUNTED_ONLY, TableChange, changed_tables

LISTED = 15  # cells and rows that a screen shows; the JSON has all
_DUTCH = {"value": "waarde", "numerator": "teller", "denominator": "noemer", "obs_status": "status"}


@dataclass(frozen=True)
class Changes:
    """What differs between the release `earlier` and the release `later`; `earlier` is None for the first of all."""

    earlier: str | None
    later: str
    tables: list[TableChange] = field(default_factory=list)
    cells: list[CellChange] = field(default_factory=list)
    causes: list[str] = field(default_factory=list)
    """The causes in the order in which they were let in one by one; empty where that was not computed."""
    reason: str | None = None


def diff(earlier: Path, later: Path) -> Changes:
    """Compare the folders of two releases; they need no workspace around them."""
    return Changes(earlier.name, later.name, changed_tables(earlier, later), changed_cells(earlier, later))


def as_data(changes: Changes) -> dict[str, Any]:
    """For machines: every table, row, attribute and cell that differs."""
    return {
        "van": changes.earlier,
        "naar": changes.later,
        "reden": changes.reason,
        "oorzaken": changes.causes,
        "cellen": [_cell(c) for c in changes.cells],
        "tabellen": [_table(t) for t in changes.tables],
    }


def _cell(cell: CellChange) -> dict[str, Any]:
    return {
        "cel": cell.address,
        "van": _numbers(cell.before),
        "naar": _numbers(cell.after),
        "leden": {"erbij": cell.gained, "eraf": cell.lost},
        "oorzaken": [{"oorzaak": cause, **_numbers(added)} for cause, added in cell.causes],
    }


def _numbers(numbers: Numbers | None) -> dict[str, str] | None:
    return None if numbers is None else {_DUTCH[k]: v for k, v in numbers.items()}


def _table(change: TableChange) -> dict[str, Any]:
    spec = table(change.name)
    said: dict[str, Any] = {
        "tabel": change.name,
        "titel": spec.label_nl,
        "aantal": {"erbij": len(change.added), "eraf": len(change.removed), "gewijzigd": len(change.changed)},
        "gewijzigd per kolom": change.attributes,
        "kolommen": {"erbij": change.columns_added, "eraf": change.columns_removed},
    }
    if change.name in COUNTED_ONLY:
        return {**said, "rijen": "zie cellen"}
    rows = {
        "erbij": change.added,
        "eraf": change.removed,
        "gewijzigd": [
            {
                "sleutel": row.key,
                "waarden": [_value(*changed) for changed in row.values],
            }
            for row in change.changed
        ],
    }
    return {**said, "rijen": rows}


def _value(column: str, before: Any, after: Any) -> dict[str, Any]:
    sides = (v.isoformat() if hasattr(v, "isoformat") else v for v in (before, after))
    return {"kolom": column, **dict(zip(("van", "naar"), sides, strict=True))}


def as_lines(changes: Changes) -> list[str]:
    """For a screen: counts per table, and the first cells that moved."""
    if changes.earlier is None:
        return [f"{changes.later} is the first release: there is none before it to compare with"]
    head = f"{changes.earlier} -> {changes.later}"
    if not changes.tables and not changes.cells:
        return [f"{head}: no table and no cell differs"]
    lines = [f"{head}: {len(changes.cells)} cells moved, {len(changes.tables)} tables differ"]
    lines += [f"reason: {changes.reason}"] if changes.reason else []
    for change in changes.tables:
        lines.append(f"  {change.name:<26} {_counts(change)}")
    per_figure = Counter(c.figure for c in changes.cells)
    lines += [f"  {n:>5}  {figure}" for figure, n in sorted(per_figure.items(), key=lambda i: (-i[1], i[0]))]
    for cell in changes.cells[:LISTED]:
        lines.append(f"  {cell.address}: {shown(cell.before)} -> {shown(cell.after)} (+{cell.gained} -{cell.lost})")
        lines += [f"      {cause}: {_added(added)}" for cause, added in cell.causes]
    if len(changes.cells) > LISTED:
        lines.append(f"  and {len(changes.cells) - LISTED} more: --json, or --html FILE")
    return lines


def _counts(change: TableChange) -> str:
    counts = f"+{len(change.added)} -{len(change.removed)} ~{len(change.changed)}"
    columns = ", ".join(f"{column} {n}" for column, n in sorted(change.attributes.items(), key=lambda i: (-i[1], i[0])))
    return f"{counts}{'  ' + columns if columns else ''}"


def shown(numbers: Numbers | None) -> str:
    """A cell as it was published, with its fraction."""
    if numbers is None:
        return "afwezig"
    value = numbers["value"] or "geen waarde"
    parts = [numbers[c] for c in NUMBERS[1:] if numbers[c]]
    return f"{value} ({'/'.join(parts)})" if parts else value


def _added(numbers: Numbers) -> str:
    said = (f"{_DUTCH[c]} {_signed(numbers[c])}" for c in NUMBERS if numbers[c].strip("-0."))
    return ", ".join(said) or "niets"


def _signed(number: str) -> str:
    return number if number.startswith("-") else f"+{number}"
