"""Web pages with a block per party: definition lists, accordions, bullets, and cards of divs."""

from collections.abc import Callable
from html import escape

from dagster_project.simulation.files.html_page import page
from dagster_project.simulation.sources.budgets.content import Document, Party


def definitions(document: Document) -> tuple[bytes, list[str]]:
    """A heading per party, followed by a definition list."""

    def block(title: str, party: Party) -> list[str]:
        facts = [f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>" for _, label, value in document.facts(party)]
        return [f"<h3>{escape(title)}</h3>", "<dl>", *facts, "</dl>"]

    return _page(document, block)


def accordion(document: Document) -> tuple[bytes, list[str]]:
    """A button that opens a hidden div with a paragraph per label."""

    def block(title: str, party: Party) -> list[str]:
        facts = [f"<p><b>{escape(label)}</b><br>{escape(value)}</p>" for _, label, value in document.facts(party)]
        panel = '<div class="panel" hidden>'
        return ['<div class="accordion-item">', f"<button>{escape(title)}</button>", panel, *facts, "</div>", "</div>"]

    return _page(document, block)


def bullets(document: Document) -> tuple[bytes, list[str]]:
    """A heading per party, followed by bullets `label: value`; lists of participants as bullets of their own."""

    def block(title: str, party: Party) -> list[str]:
        lines = [f"<h3>{escape(title)}</h3>", "<ul>"]
        for field, label, value in document.facts(party):
            if field == "participants" and party.separator and len(party.participants) > 1:
                items = "".join(f"<li>{escape(item)}</li>" for item in value.split(party.separator))
                lines.append(f"<li><strong>{escape(label)}:</strong><ul>{items}</ul></li>")
            else:
                lines.append(f"<li><strong>{escape(label)}:</strong> {escape(value)}</li>")
        return [*lines, "</ul>"]

    return _page(document, block)


def cards(document: Document) -> tuple[bytes, list[str]]:
    """Divs only: a card with a title, and a row of two divs per label."""

    def block(title: str, party: Party) -> list[str]:
        row = '<div class="row"><div class="label">{}</div><div class="value">{}</div></div>'
        facts = [row.format(escape(label), escape(value)) for _, label, value in document.facts(party)]
        return ['<div class="card">', f'<div class="card-title"><h4>{escape(title)}</h4></div>', *facts, "</div>"]

    return _page(document, block)


def _page(document: Document, block: Callable[[str, Party], list[str]]) -> tuple[bytes, list[str]]:
    lines, places, number = [], [], 0
    if document.summary:
        names = "".join(f"<li>{escape(party.name)}</li>" for party in document.parties)
        lines += ["<h2>Overzicht</h2>", f"<ul>{names}</ul>"]
    for heading, parties in document.groups:
        if heading:
            lines.append(f"<h2>{escape(heading)}</h2>")
        if heading and not parties:
            lines.append("<p>Geen.</p>")
        for party in parties:
            number += 1
            lines += block(f"{number}. {party.name}" if document.style.numbered else party.name, party)
            places.append(f"block={number}")
    return page(document, lines), places
