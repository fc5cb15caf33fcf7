"""How the name of a party is written as a line or a cell."""

from benchmarks.layouts.blocks import Cell, Line, Run, line
from benchmarks.layouts.content.document import Content
from benchmarks.layouts.content.parties import Party


def name_line(party: Party, bold: bool = False) -> Line:
    """The name as the document shows it, with the mark by which its page is found."""
    return line(party.shown, bold, party.name)


def name_cell(content: Content, party: Party, bold: bool = False, down: int = 1, across: int = 1) -> Cell:
    """The name in a cell, over two lines where the layout breaks names."""
    first, _, last = party.shown.rpartition(" ")
    if content.choice("name_lines") == "broken" and first and len(party.shown) > 18:
        return Cell(((Run(first, bold, party.name),), (Run(last, bold),)), across, down)
    return Cell((name_line(party, bold),), across, down)
