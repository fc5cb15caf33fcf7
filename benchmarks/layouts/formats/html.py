"""Web pages out of blocks."""

from collections.abc import Mapping, Sequence
from html import escape

from benchmarks.layouts.blocks import (
    Block,
    Cell,
    Definitions,
    Grid,
    Heading,
    Item,
    Items,
    Line,
    Menu,
    Sheet,
    Space,
    Text,
    text_of,
)
from dagster_project.simulation.writers.html import page


def write(blocks: Sequence[Block], layout: Mapping[str, str], running: str) -> tuple[bytes, dict[str, int]]:
    """A page of a site."""
    head = "th" if layout.get("head_cells") == "th" else "td"
    lines = [line for block in blocks for line in _lines(block, head)]
    return page(running, lines).encode(), {}


def _lines(block: Block, head: str) -> list[str]:
    match block:
        case Heading(line, level):
            return [f"<h{level}>{_inline(line)}</h{level}>"]
        case Text(line):
            return [f"<p>{_inline(line)}</p>"]
        case Items(items, numbered):
            return [_list(items, "ol" if numbered else "ul")]
        case Definitions(pairs):
            return ["<dl>", *(f"<dt>{_inline(t)}</dt><dd>{_inline(d)}</dd>" for t, d in pairs), "</dl>"]
        case Grid():
            return _table(block, head)
        case Menu(links):
            items = "".join(f'<li><a href="#">{escape(link)}</a></li>' for link in links)
            return [f"<nav><ul>{items}</ul></nav>"]
        case Sheet(title):
            return [f"<h2>{escape(title)}</h2>"]
        case Space():
            return []
    raise TypeError(block)


def _inline(line: Line) -> str:
    return "".join(f"<strong>{escape(run.text)}</strong>" if run.bold else escape(run.text) for run in line)


def _list(items: Sequence[Item], tag: str) -> str:
    inner = "".join(f"<li>{_inline(item.line)}{_list(item.below, 'ul') if item.below else ''}</li>" for item in items)
    return f"<{tag}>{inner}</{tag}>"


def _table(grid: Grid, head: str) -> list[str]:
    caption = [f"<caption>{escape(grid.caption)}</caption>"] if grid.caption else []
    rows = []
    for number, row in enumerate(grid.rows):
        tag = head if number < grid.head else "td"
        rows.append("<tr>" + "".join(_cell(one, tag) for one in row) + "</tr>")
    return ["<table>", *caption, *rows, "</table>"]


def _cell(one: Cell, tag: str) -> str:
    # A bold cell of a head says so by its tag.
    text = "<br>".join(escape(text_of(line)) if tag == "th" else _inline(line) for line in one.lines)
    spans = (f' colspan="{one.across}"' if one.across > 1 else "") + (f' rowspan="{one.down}"' if one.down > 1 else "")
    return f"<{tag}{spans}>{text}</{tag}>"
