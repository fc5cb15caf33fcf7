"""The texts of a document that give the unit of amounts elsewhere: a note, a title, a caption.

Belongs here: which of them are near a place. Does not belong here: what they mean (`figures`).
"""

from dagster_project.budgets.figures import units_in
from dagster_project.budgets.sentences import sentences
from dagster_project.documents import Document, Table
from dagster_project.documents.text import one_line

_NOTE = 200
"""Characters of such a text at most."""
_SENTENCE = 80
"""The same of a sentence of running text."""
_UNITS, _BELOW = 3, 2
"""Texts before, and blocks after, that are looked at for a unit."""


class UnitTexts:
    """The texts of one document that give a unit."""

    def __init__(self, document: Document):
        self._texts = _unit_texts(document)

    def near(self, first: int, last: int) -> list[str]:
        """The texts that give a unit before block `first`, the nearest first, and right after block `last`; the one
        right after a table before all others, for it is a note below it."""
        before = [text for index, text in reversed(self._texts) if index <= first][:_UNITS]
        after = [text for index, text in self._texts if last < index <= last + _BELOW]
        return [*before[:1], *after, *before[1:]]


def _unit_texts(document: Document) -> list[tuple[int, str]]:
    """The texts outside tables of several columns that give a unit, with the index of their block."""
    found = []
    for index, block in enumerate(document.blocks):
        if isinstance(block, Table):
            texts = [row.distinct[0] for row in block.rows if len(row.distinct) == 1]
        else:
            texts = block.text.split("\n")
        found += [(index, piece) for text in texts for piece in _pieces(one_line(text)) if units_in(piece)]
    return found


def _pieces(line: str) -> list[str]:
    """A line; of running text its short sentences, of which one may say the unit of all that follows."""
    return [line] if len(line) < _NOTE else [sentence for sentence in sentences(line) if len(sentence) < _SENTENCE]
