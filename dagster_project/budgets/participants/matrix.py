"""Participants of a party from a matrix: one head per participant, and in the row of the party a mark below each.

The other way round, a participant per row and a party per column, is the same with the first column as the heads.
"""

import re
from collections.abc import Sequence

from dagster_project.budgets.labelling import label_score
from dagster_project.budgets.participants.listed import split_participants
from dagster_project.budgets.participants.whole import is_name
from dagster_project.documents.text import one_line
from dagster_project.texts import placeholder

_MARK = re.compile(
    r"[x✓✔☑☒●•■◼*+v√]+\.?|ja|j|deelnemer|lid|aandeelhouder|partner|deelname|wel|eigenaar"
    r"|(?:€\s*)?\d[\d.]*(?:,\d+)?\s*(?:%|aandelen|aandeel|stemmen|stem|procent)?",
    re.IGNORECASE,
)
_NOUGHT = re.compile(r"(?:€\s*)?[0.,]+\s*(?:%|aandelen|aandeel|stemmen|procent)?")
_TOTAL = re.compile(r"(?:sub)?totaal\b|aantal\b|overige?n?$", re.IGNORECASE)


def is_mark(text: str) -> bool:
    """Whether a cell says that whoever its head names takes part: a cross, `ja`, a percentage, a number of shares."""
    text = one_line(text).strip(" ()")
    return bool(text) and not placeholder(text) and bool(_MARK.fullmatch(text)) and not _NOUGHT.fullmatch(text)


def participants_of_matrix(heads: Sequence[str], marks: Sequence[str]) -> list[str]:
    """The heads whose mark says that they take part, as participants, in their order; labels and totals are none.

    Raises ValueError where there is not one mark per head.
    """
    found = []
    for head, mark in zip(map(one_line, heads), marks, strict=True):
        if not is_mark(mark) or _TOTAL.match(head) or (label_score(head) > 0 and not is_name(head)):
            continue
        found += split_participants(head)
    return list(dict.fromkeys(found))
