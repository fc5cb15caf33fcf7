"""The page around a paragraph on a publishing platform: head, navigation, introduction, footer; and its encoding."""

from html import escape

from dagster_project.simulation.sources.budgets.content import Document
from dagster_project.simulation.sources.budgets.house_style import vocabulary
from dagster_project.simulation.sources.corruption import encode_twice
from dagster_project.simulation.writers import html

FONTS = {"Helvetica": "Arial, sans-serif", "Times-Roman": "Georgia, serif", "Vera": "Verdana, sans-serif"}
FOOTERS = (
    "Aan deze publicatie kunnen geen rechten worden ontleend.",
    "Deze site gebruikt alleen functionele cookies.",
    "Toegankelijkheid | Privacy | Contact",
    "Terug naar boven",
)


def page(document: Document, lines: list[str]) -> bytes:
    """The whole page; in Windows-1252 where the house still has an old platform, twice in UTF-8 where it went wrong."""
    old = document.style.variant in (3, 9) and not document.encoded_twice
    css = (
        f"body {{ font-family: {FONTS[document.style.font]}; font-size: {document.style.size}pt }} "
        f"h1, h2, h3, button {{ color: #{document.style.colour} }}"
    )
    opening = [f"<h1>{escape(document.title)}</h1>", *[f"<p>{escape(text)}</p>" for text in document.introduction]]
    if document.unit_line:
        opening.append(f'<p class="eenheid"><em>{document.unit_line}</em></p>')
    closing = [f"<p>{escape(text)}</p>" for text in document.closing]
    foot = f"<footer>{escape(FOOTERS[document.style.variant % len(FOOTERS)])}</footer>"
    main = [f'<main id="inhoud" class="p{document.style.variant}">', *opening, *lines, *closing, "</main>"]
    lines = [*_navigation(document), *main, foot, *_script(document)]
    charset = "windows-1252" if old else "utf-8"
    text = html.page(f"{document.title} - {document.organisation}", lines, charset, css)
    if document.encoded_twice:
        return "\n".join(map(encode_twice, text.split("\n"))).encode()
    return text.encode("cp1252", "xmlcharrefreplace") if old else text.encode()


def _navigation(document: Document) -> list[str]:
    if document.style.variant % 3 == 1:
        return []
    words = vocabulary("prose")
    chapters = [*words["programmes"][document.reporter[:2]][:6], *words["paragraphs"][:4], document.title]
    items = "".join(f'<li><a href="#{number}">{escape(name)}</a></li>' for number, name in enumerate(chapters))
    return [f"<nav><ul>{items}</ul></nav>"]


def _script(document: Document) -> list[str]:
    if document.style.variant % 4:
        return []
    return ["<script>document.querySelectorAll('button').forEach(b => b.onclick = () => b.focus());</script>"]
