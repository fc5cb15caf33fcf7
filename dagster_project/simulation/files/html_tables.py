"""Web pages with tables: one for all parties, or one under each heading."""

from html import escape

from dagster_project.simulation.files.html_page import page
from dagster_project.simulation.sources.budgets.content import AMOUNTS, Document, Party
from dagster_project.simulation.writers import html


def one_table(document: Document) -> tuple[bytes, list[str]]:
    """One table with a row per heading."""
    width, places = len(document.columns()), []
    lines, row = ['<table class="overzicht">', _header(document)], 1
    for heading, parties in document.groups:
        if heading:
            lines.append(f'<tr class="kop"><td colspan="{width}"><strong>{escape(heading)}</strong></td></tr>')
            row += 1
        if heading and not parties:
            lines.append(f'<tr><td colspan="{width}">Geen</td></tr>')
            row += 1
        for party in parties:
            row += 1
            lines.append(_row_markup(document, party))
            places.append(f"table=1;row={row}")
    lines.append("</table>")
    return page(document, lines if document.groups else []), places


def per_section(document: Document) -> tuple[bytes, list[str]]:
    """A heading and a table per section."""
    lines, places, tables = [], [], 0
    for heading, parties in document.groups:
        if heading:
            lines.append(f"<h2>{escape(heading)}</h2>")
        if not parties:
            lines.append("<p>Geen.</p>")
            continue
        tables += 1
        lines += ["<table>", "<thead>", _header(document), "</thead>", "<tbody>"]
        lines += [_row_markup(document, party) for party in parties]
        lines += ["</tbody>", "</table>"]
        places += [f"table={tables};row={number + 2}" for number in range(len(parties))]
    return page(document, lines), places


def _header(document: Document) -> str:
    return html.row(document.headings(), "th")


def _row_markup(document: Document, party: Party) -> str:
    cells = []
    for column in document.columns():
        text = escape(document.cell(party, column))
        if column == "participants" and document.style.variant % 5 == 2:
            text = text.replace(party.separator, "<br>") if party.separator else text
        right = ' style="text-align: right"' if column in AMOUNTS else ""
        cells.append(f"<td{right}>{text}</td>")
    return f"<tr>{''.join(cells)}</tr>"
