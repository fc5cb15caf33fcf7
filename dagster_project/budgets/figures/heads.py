"""Cells that hold a moment and no amount: they are heads of the amounts beside or below them, and become their labels.

Belongs here: rows of cells, told by their locators. Does not belong here: what a moment says (`moments`).
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from dagster_project.budgets.figures.model import Cell
from dagster_project.budgets.figures.moments import moments_in, without_moments
from dagster_project.budgets.figures.quantities import mentions_in
from dagster_project.budgets.figures.units import units_in
from dagster_project.budgets.figures.values import values_of

_WORD = re.compile(r"[^\W\d_]{3,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST = 30


def with_moments(cells: Sequence[Cell]) -> list[Cell]:
    """The cells without those that are heads, and with the moments of these as innermost labels.

    A row with one moment has it for its amounts; a row of moments alone has them for the rows below that hold as many
    amounts, from left to right. Amounts that have a moment keep it.
    """
    found: list[Cell] = []
    above: list[str] = []
    for _, row in itertools.groupby(map(_mended, cells), key=lambda cell: row_of(cell.locator)):
        beside = list(row)
        heads = [cell for cell in beside if _is_moment(cell)]
        if len(heads) == 1 and any(map(mentions_in, heads[0].labels)):
            heads = []  # `Resultaat: (2020)`, where the amount is not told
        moments, others = [cell.text for cell in heads], [cell for cell in beside if cell not in heads]
        amounts = [cell for cell in others if values_of(cell.text)]
        if len(moments) > 1 and not amounts:
            above = moments
        elif len(moments) == 1:
            others = [_labelled(cell, moments[0]) for cell in others]
        elif above and len(amounts) == len(above):
            given = iter(above)
            others = [_labelled(cell, next(given)) if values_of(cell.text) else cell for cell in others]
        found += others
    return found


def row_of(locator: str) -> str:
    """The place of a cell without its column."""
    return ";".join(part for part in locator.split(";") if not part.startswith("column="))


def _is_moment(cell: Cell) -> bool:
    text = cell.text.strip()
    if not text or len(text) > _LONGEST or len(moments_in(text)) != 1:
        return False
    if _YEAR.fullmatch(text):  # an amount where its label is one of amounts
        return not any(map(mentions_in, cell.labels))
    return not _WORD.search(without_moments(text)) and all(v.number.value is None for v in values_of(text))


def _mended(cell: Cell) -> Cell:
    """A cell of which the unit in the brackets of its label was cut: `(in` over `€ 1.000) 254`."""
    label = cell.labels[-1] if cell.labels else ""
    rest, bracket, text = cell.text.partition(")")
    if not bracket or label.count("(") <= label.count(")") or not units_in(f"{label} {rest})"):
        return cell
    return replace(cell, labels=(*cell.labels[:-1], f"{label} {rest})"), text=text)


def _labelled(cell: Cell, moment: str) -> Cell:
    told = any(moments_in(label) for label in cell.labels) or moments_in(cell.text)
    return cell if told else replace(cell, labels=(*cell.labels, moment))
