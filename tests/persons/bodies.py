"""Names of bodies, in which no person may be found: of the seeds, the example, and the founders' lists where they are.

Does not belong here: counting what is found in them (`measure`).
"""

import csv
import io
import os
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
REAL = Path(os.environ.get("LAPPENDEKEN_REAL", PROJECT.parent / "shared" / "real"))

_COLUMNS = {
    "seeds": (PROJECT / "dbt" / "seeds", "*.csv", ("name",)),
    "example": (PROJECT / "data" / "example" / "raw", "**/*.csv", ("naam", "gr_naam", "name", "deelnemer_naam")),
    "register": (
        REAL / "register", "*.csv", ("gr_naam", "deelnemer_naam", "naam", "alle_namen", "citeertitel", "so_naam"),
    ),
    "mentions": (REAL / "linkage", "mentions.csv", ("name_as_written", "other_names", "participants_raw")),
    "divisions": (REAL / "regioatlas", "**/*.csv", None),
    "treasury and provinces": (
        REAL / "opengr", "*.csv", ("Deelnemer", "Gemeenschappelijke regeling", "DSTA_GR_naam", "CBS_GR_naam"),
    ),
}  # fmt: skip
"""Set -> folder, files, columns of names (None: every cell with a letter)."""


def names_of_bodies() -> dict[str, list[str]]:
    """The distinct names of each set that is here, sorted."""
    found = {name: sorted(set(_names(*where))) for name, where in _COLUMNS.items()}
    return {name: names for name, names in found.items() if names}


def _names(folder: Path, pattern: str, columns: tuple[str, ...] | None) -> Iterator[str]:
    for path in sorted(folder.glob(pattern)):
        text = _text(path)
        delimiter = max(";,", key=text.split("\n", 1)[0].count)
        for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter):
            for column, cell in row.items():
                if isinstance(cell, str) and (columns is None or column in columns):
                    pieces = (p.strip() for part in cell.split(" | ") for p in part.split(" ; "))
                    yield from (p for p in pieces if any(c.isalpha() for c in p))


def _text(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
