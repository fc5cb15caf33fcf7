"""Web pages: the frame of a page and the rows of a table. What stands in between is lines of HTML."""

from collections.abc import Iterable
from html import escape


def page(title: str, lines: Iterable[str], charset: str = "utf-8", css: str | None = None) -> str:
    """A Dutch page around lines of HTML, not yet encoded in its charset."""
    style = f"\n<style>{css}</style>" if css else ""
    head = f'<head><meta charset="{charset}"><title>{escape(title)}</title>{style}</head>'
    return "\n".join(["<!DOCTYPE html>", '<html lang="nl">', head, "<body>", *lines, "</body>", "</html>", ""])


def row(cells: Iterable[str], tag: str = "td") -> str:
    """A row of a table out of texts; `tag` is `th` for a header."""
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"
