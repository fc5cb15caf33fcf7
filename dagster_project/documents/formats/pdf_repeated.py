"""The head of a table that returns on the next page, above a row that goes on there with nothing between them.

Belongs here: parting the two. Does not belong here: what a head says, which is for whoever reads the table.
"""

from dataclasses import replace

from dagster_project.documents.formats.pdf_tables import PageTable
from dagster_project.documents.model import Row

_LEAST_FILLED = 2
"""Cells of a head that return; one text alone may begin any row."""


class RepeatedHeads:
    """Knows the head of the last table of each width, in the order of a document."""

    def __init__(self) -> None:
        self._heads: dict[int, tuple[str, ...]] = {}

    def parted(self, table: PageTable) -> PageTable:
        """The table, its first row in two where that is the head of an earlier one and more text below it."""
        first = table.rows[0]
        head = self._heads.get(len(first.cells))
        if head and head != first.cells and all(map(_begins, first.cells, head)):
            rest = tuple(cell[len(said) :].strip("\n") for cell, said in zip(first.cells, head, strict=True))
            table = replace(table, rows=(replace(first, cells=head), replace(first, cells=rest), *table.rows[1:]))
        self._heads[len(first.cells)] = table.rows[0].cells if _is_head(table.rows[0]) else ()
        return table


def _begins(cell: str, head: str) -> bool:
    return cell == head or cell.startswith(f"{head}\n" if head else "")


def _is_head(row: Row) -> bool:
    return len(row.distinct) >= _LEAST_FILLED
