"""A file to sheets, and that in a child: the function that children run."""

from pathlib import Path
from typing import Any

from dagster_project.sandbox import Refused, limits, pace
from dagster_project.spreadsheets.beside import beside_cells
from dagster_project.spreadsheets.delimited import read_csv
from dagster_project.spreadsheets.model import Sheet
from dagster_project.spreadsheets.ods import read_ods
from dagster_project.spreadsheets.xlsx import read_xlsx

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_READERS = {
    "text/csv": lambda path: [read_csv(path)],
    "text/plain": lambda path: [read_csv(path)],
    _XLSX: read_xlsx,
    "application/vnd.oasis.opendocument.spreadsheet": read_ods,
}


def read_file(path: Path, media_type: str) -> list[Sheet]:
    """The sheets of a CSV (one), XLSX or ODS.

    Raises Refused: unknown_media_type, corrupt, encrypted, active_content, zip_bomb, too_large, external_entity.
    """
    if media_type not in _READERS:
        detail = f"zo'n lijst wordt uit CSV, XLSX of ODS gelezen, niet uit {media_type}; bewaar haar zo"
        raise Refused("unknown_media_type", "document", detail)
    if path.stat().st_size > limits.MAX_BYTES:
        raise Refused("too_large", "document", f"meer dan {limits.MAX_BYTES // limits.MIB} MiB; splits het bestand")
    return _READERS[media_type](path)


def read_here(path: Path, media_type: str) -> dict[str, Any]:
    """The same as plain values, for the children: `sheets` and what stands `beside` them.

    Or else `refused`, as reason, place and detail.
    """
    pace.earn(path.stat().st_size / limits.MIB, limits.SECONDS_PER_MIB)
    try:
        sheets = [sheet.as_json() for sheet in read_file(path, media_type)]
        return {"sheets": sheets, "beside": beside_cells(path) if media_type == _XLSX else []}
    except Refused as refused:
        said = refused.refusal
        return {"refused": [said.reason, said.locator, said.detail]}


def warm() -> None:
    """What all children share, made once before they are forked."""
    import openpyxl.styles.numbers  # noqa: F401

    from dagster_project.spreadsheets.text import error_value

    error_value("#N/A")
