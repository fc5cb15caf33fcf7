"""Budget paragraphs as delimited text: the bare export of a system, and a sheet with titles saved as CSV."""

from dagster_project.simulation.sources.budgets.content import Document
from dagster_project.simulation.sources.corruption import encode_twice
from dagster_project.simulation.writers.delimited import rows_to_csv


def export(document: Document) -> tuple[bytes, list[str]]:
    """One header in the first line, the heading of each party in a column of its own where the house has headings."""
    with_heading = any(heading for heading, _ in document.groups)
    columns = document.columns()
    rows = [[*(["Soort"] if with_heading else []), *document.headings(with_unit=True)]]
    places = []
    for heading, parties in document.groups:
        for party in parties:
            cells = [document.cell(party, column) for column in columns]
            rows.append([*([heading] if with_heading else []), *cells])
            places.append(f"line={len(rows)}")
    return _encoded(document, rows), places


def with_titles(document: Document) -> tuple[bytes, list[str]]:
    """Title lines, a unit line, a header, a row per heading, a total and remarks."""
    columns = document.columns()
    width = len(columns)
    rows = [[document.title], [f"{document.organisation}, begroting {document.year}"]]
    rows += [[document.unit_line]] if document.unit_line else []
    rows += [[""], document.headings()]
    places = []
    for heading, parties in document.groups:
        if heading:
            rows.append([heading])
        if heading and not parties:
            rows.append(["Geen"])
        for party in parties:
            rows.append([document.cell(party, column) for column in columns])
            places.append(f"line={len(rows)}")
    rows += [[note] for note in document.closing]
    if not document.groups:
        rows = [*rows[:2], [""], *[[text] for text in document.introduction]]
    return _encoded(document, [row + [""] * (width - len(row)) for row in rows]), places


def _encoded(document: Document, rows: list[list[str]]) -> bytes:
    """In UTF-8, or in Windows-1252 as an older spreadsheet program saves it; twice where that fault struck."""
    if document.encoded_twice:
        return rows_to_csv([[encode_twice(cell) for cell in row] for row in rows], "utf-8")
    if document.style.variant in (2, 5, 8):
        text = rows_to_csv(rows, "utf-8").decode()
        return text.encode("cp1252", "replace")
    return rows_to_csv(rows, "utf-8-sig", delimiter="," if document.style.variant == 3 else ";")
