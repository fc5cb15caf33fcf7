"""Spreadsheets of the open document format: the few parts of it that rows of text and numbers need."""

from collections.abc import Mapping, Sequence
from html import escape

from dagster_project.simulation.writers.archive import stored

Value = str | float | None
Covered = Mapping[tuple[int, int], tuple[int, int]]
"""Cells that cover others: row and column from 1, to the number of rows and columns that they cover."""
MIME = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{p}:1.0"' for p in ("office", "text", "table"))
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def spreadsheet(sheets: Mapping[str, Sequence[Sequence[Value]]], covered: Mapping[str, Covered]) -> bytes:
    """A spreadsheet with rows per sheet, in the order of both; None is an empty cell. A number is shown with a
    comma, as offices in Dutch show it."""
    tables = "".join(_table(title, rows, covered.get(title, {})) for title, rows in sheets.items())
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    files = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", MIME), ("content.xml", "text/xml"))
    )
    content = f'<office:document-content {_SPACES} office:version="1.3">{body}</office:document-content>'
    parts = {
        "META-INF/manifest.xml": f'{head}<manifest:manifest xmlns:manifest="{_MANIFEST}">{files}</manifest:manifest>',
        "content.xml": head + content,
        "mimetype": MIME,
    }
    return stored({name: text.encode() for name, text in parts.items()})


def _table(title: str, rows: Sequence[Sequence[Value]], covered: Covered) -> str:
    hidden = {
        (row + down, column + across)
        for (row, column), (rows_over, columns_over) in covered.items()
        for down in range(rows_over)
        for across in range(columns_over)
    } - covered.keys()
    written = []
    for number, row in enumerate(rows, start=1):
        cells = "".join(
            "<table:covered-table-cell/>" if (number, n) in hidden else _cell(value, covered.get((number, n)))
            for n, value in enumerate(row, start=1)
        )
        written.append(f"<table:table-row>{cells or '<table:table-cell/>'}</table:table-row>")
    return f'<table:table table:name="{escape(title)}">{"".join(written)}</table:table>'


def _cell(value: Value, over: tuple[int, int] | None) -> str:
    spans = f' table:number-rows-spanned="{over[0]}" table:number-columns-spanned="{over[1]}"' if over else ""
    if value is None or value == "":
        return f"<table:table-cell{spans}/>"
    if isinstance(value, int | float):
        shown = f"<text:p>{str(value).removesuffix('.0').replace('.', ',')}</text:p>"
        return f'<table:table-cell{spans} office:value-type="float" office:value="{value}">{shown}</table:table-cell>'
    lines = "".join(f"<text:p>{escape(line, quote=False)}</text:p>" for line in value.split("\n"))
    return f'<table:table-cell{spans} office:value-type="string">{lines}</table:table-cell>'
