"""Workbooks: budget extracts with numeric cells, and plain tables with title rows above."""

from collections.abc import Collection

from dagster_project.simulation.writers.workbook import smallest_theme, workbook
from tools.example.documents.content import Document

NUMBER_FORMAT = "#,##0;(#,##0)"


def table(document: Document) -> bytes:
    """One sheet `Verbonden partijen`; amounts are numbers in the unit of the document, `n.v.t.` where there is none."""
    rows = [[document.title], [f"{document.organisation}, begroting {document.year}"], [document.unit_line], []]
    rows.append(document.headings)
    for heading, parties in document.sections:
        rows.append([heading])
        rows += [["n.v.t." if cell is None else cell for cell in document.row(party)] for party in parties]
    rows += [document.total(), [], *[[note] for note in document.notes]]
    return one_sheet("Verbonden partijen", rows, bold={1, 5})


def one_sheet(title: str, rows: list[list], bold: Collection[int] = ()) -> bytes:
    """A workbook of one sheet; `bold` are row numbers from 1. The smallest theme keeps the example small."""
    return workbook({title: rows}, bold=bold, number_format=NUMBER_FORMAT, theme=smallest_theme())
