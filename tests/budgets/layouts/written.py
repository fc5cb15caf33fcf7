"""How documents write: numbers, and HTML, PDF and DOCX with little ado.

Belongs here: ways of writing that several twins share. Does not belong here: any content.
"""

import textwrap
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from dagster_project.simulation.writers import html as writers
from tests.documents.making import docx, docx_table, paragraph, pdf

Cell = str | tuple[str, int]
"""A text, or a text and over how many columns it goes."""


def dotted(amount: int) -> str:
    """`-1.250`, as it stands."""
    return f"{amount:,}".replace(",", ".")


def euro(amount: int) -> str:
    """`€ 1.250`, negative as `- € 1.250`."""
    return ("- " if amount < 0 else "") + f"€ {dotted(abs(amount))}"


def full(thousands: int) -> str:
    """An amount in thousands as whole euros: `€ 1.250.000`, negative as `€ -1.250.000`."""
    return f"€ {dotted(thousands * 1000)}"


def million(thousands: int, places: int = 2) -> str:
    """An amount in thousands as millions with a comma: `88,41`."""
    return f"{thousands / 1000:.{places}f}".replace(".", ",")


def brackets(amount: int) -> str:
    """`1.250`, negative as `(1.250)`."""
    return f"({dotted(-amount)})" if amount < 0 else dotted(amount)


def tag(name: str, text: str, look: str = "") -> str:
    """An element around a plain text."""
    return f"<{name}{' ' + look if look else ''}>{escape(text, quote=False)}</{name}>"


def lines(*texts: str, name: str = "p") -> str:
    """A paragraph, or another element, per text."""
    return "".join(tag(name, text) for text in texts)


def items(texts: Iterable[str], kind: str = "ul") -> str:
    """A list."""
    return f"<{kind}>{lines(*texts, name='li')}</{kind}>"


def table(rows: Iterable[Sequence[Cell]], head: int = 0, caption: str = "") -> str:
    """A table whose first `head` rows are headers."""
    out = tag("caption", caption) if caption else ""
    for number, row in enumerate(rows):
        cell = "th" if number < head else "td"
        parts = [(c, 1) if isinstance(c, str) else c for c in row]
        out += "<tr>" + "".join(tag(cell, t, f'colspan="{n}"' if n > 1 else "") for t, n in parts) + "</tr>"
    return f"<table>{out}</table>"


def site(title: str, body: str, menu: Sequence[str] = (), foot: str = "") -> str:
    """A page of a publishing site, with a menu before and a line after the text."""
    link = 'href="#"'
    links = "".join(f"<li>{tag('a', text, link)}</li>" for text in menu)
    nav = f"<nav><ul>{links}</ul></nav>" if menu else ""
    return writers.page(title, [nav, f"<main>{body}</main>", tag("footer", foot) if foot else ""])


class Sheets:
    """Pages of a PDF, written from top to bottom; a new page starts by itself or where it is asked for."""

    def __init__(self, head: str = "", foot: str = "", width: int = 92):
        self.pages: list[list[tuple]] = []
        self.head, self.foot, self.width = head, foot, width
        self.turn()

    @property
    def number(self) -> int:
        """The number of this page."""
        return len(self.pages)

    def turn(self) -> None:
        """Start a page."""
        self.pages.append([])
        self.y = 70.0
        if self.head:
            self.pages[-1].append((50, 36, 8, False, self.head))
        if self.foot:
            self.pages[-1].append((500, 810, 8, False, self.foot.format(self.number)))

    def add(self, text: str = "", size: float = 9, bold: bool = False, indent: int = 0) -> None:
        """A line, or as many as the text takes."""
        for part in textwrap.wrap(text, self.width - indent // 5, break_on_hyphens=False) or [""]:
            self.row([(50 + indent, part)], size, bold)

    def row(self, cells: Iterable[tuple[float, str]], size: float = 9, bold: bool = False) -> None:
        """Texts at these places of one line."""
        if self.y > 770:
            self.turn()
        self.pages[-1] += [(x, self.y, size, bold, text) for x, text in cells if text]
        self.y += size + 4

    def pair(self, label: str, value: str, at: int = 190, wide: int = 62) -> None:
        """A label on the left, its value on the right over as many lines as it takes."""
        for number, part in enumerate(textwrap.wrap(value, wide, break_on_hyphens=False) or [""]):
            self.row([(50, "" if number else label), (at, part)])

    def save(self, path: Path) -> Path:
        """Write the file."""
        return pdf(path, self.pages)


def word(*parts: str | list[list[str]]) -> bytes:
    """A DOCX of paragraphs (`# ` before a heading) and tables."""
    return docx(
        "".join(
            docx_table(part)
            if isinstance(part, list)
            else paragraph(part.removeprefix("# "), "Kop2" if part.startswith("# ") else None)
            for part in parts
        )
    )
