"""Workbooks that repeat to the byte and hold no formulas.

Belongs here: how a workbook gets to disk. Does not belong here: what stands in one; the release and the review fill
their own.
"""

import io
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster_project.workspace.atomic import write_bytes

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

# The oldest moment that a zip can hold. Any fixed one would do; this one is plainly no real date.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def save_workbook(workbook: "Workbook", path: Path) -> None:
    """Write an openpyxl workbook so that the same content gives the same bytes.

    openpyxl stamps the clock into the properties and the zip; both are set to a fixed moment and the parts are put
    in the order of their names. A cell that would be a formula is written as the text that it is: what a source
    wrote is never run.
    """
    for sheet in workbook.worksheets:
        _formulas_as_text(sheet)
    raw = io.BytesIO()
    workbook.save(raw)
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            content = source.read(name)
            target.writestr(entry, _MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z\3", content) if name == _CORE else content)
    write_bytes(path, out.getvalue())


def _formulas_as_text(sheet: "Worksheet") -> None:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                cell.data_type = "s"


def append_row(sheet: "Worksheet", values: Iterable[Any]) -> None:
    """Add a row; lists are joined by a semicolon, control characters that a workbook cannot hold become a space."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    def plain(value: Any) -> Any:
        if isinstance(value, list | tuple):
            value = "; ".join(map(str, value))
        return ILLEGAL_CHARACTERS_RE.sub(" ", value) if isinstance(value, str) else value

    sheet.append([plain(v) for v in values])
