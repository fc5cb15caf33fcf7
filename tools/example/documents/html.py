"""Web pages: one table, a block per party, or nested bullets, as budget platforms publish them."""

from html import escape

from dagster_project.simulation.writers.html import page, row
from tools.example.documents.content import Document, facts, worded


def table(document: Document) -> bytes:
    """One table with a heading row per section."""
    width = len(document.headings)
    lines = ["<table>", row(document.headings, "th")]
    for heading, parties in document.sections:
        lines.append(f'<tr class="kop"><td colspan="{width}">{escape(heading)}</td></tr>')
        lines += [row(worded(document.row(party))) for party in parties]
    lines += [row(worded(document.total())), "</table>"]
    return _page(document, lines)


def blocks(document: Document) -> bytes:
    """A heading per party, followed by a definition list."""
    lines = []
    for heading, parties in document.sections:
        lines.append(f"<h2>{escape(heading)}</h2>")
        for party in parties:
            lines += ['<div class="partij">', f"<h3>{escape(party.name)}</h3>", "<dl>"]
            lines += [f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for label, value in facts(document, party)]
            lines += ["</dl>", "</div>"]
    return _page(document, lines)


def bullets(document: Document) -> bytes:
    """A heading per party, followed by bullets `label: value`, the participants as bullets of their own."""
    lines = []
    for heading, parties in document.sections:
        lines.append(f"<h2>{escape(heading)}</h2>")
        for party in parties:
            lines += [f"<h3>{escape(party.name)}</h3>", "<ul>"]
            for label, value in facts(document, party):
                if label == "Deelnemers":
                    items = "".join(f"<li>{escape(item)}</li>" for item in party.participants)
                    lines.append(f"<li><strong>{label}:</strong><ul>{items}</ul></li>")
                else:
                    lines.append(f"<li><strong>{escape(label)}:</strong> {escape(value)}</li>")
            lines.append("</ul>")
    return _page(document, lines)


def _page(document: Document, lines: list[str]) -> bytes:
    where = f"{document.organisation}, begroting {document.year}"
    opening = [f"<h1>{escape(document.title)}</h1>", f"<p>{escape(where)}. {document.unit_line}.</p>"]
    notes = [f"<p>{escape(note)}</p>" for note in document.notes]
    return page(where, [*opening, *lines, *notes]).encode()
