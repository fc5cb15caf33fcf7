"""Matrices of participants: a party against governments, with a cross or a share where one takes part.

Belongs here: pairs whose label is a government. Does not belong here: how a list of participants is parted
(`budgets.participants`).
"""

import re
from collections.abc import Sequence

from dagster_project.budgets.choice.labels import field_of
from dagster_project.budgets.records.model import Pair
from dagster_project.budgets.vocabulary import PARTICIPANTS
from dagster_project.workspace.seeds import government_names

_MARK = re.compile(r"\s*(?:[xX×✓✔√●•■*vVjJ]|ja|\d{1,3}(?:[.,]\d+)?\s*%)\s*")
_MATRIX = 2
"""Crosses under governments from which on the other crosses of a row are of participants too."""
_KIND = re.compile(r"^(?:de )?(?:gemeente|provincie|waterschap) ", re.IGNORECASE)


def with_participants(pairs: Sequence[Pair]) -> list[Pair]:
    """Pairs with the crosses below or beside governments replaced by one list of these."""
    marked = [pair for pair in pairs if pair.labels and _MARK.fullmatch(pair.text) and _government(pair.labels)]
    if not marked:
        return list(pairs)
    if len(marked) >= _MATRIX:
        # Among governments also a name that several bear, or that the register does not know.
        marked = [p for p in pairs if p.labels and _MARK.fullmatch(p.text) and field_of(p.labels[-1]) is None]
    names = list(dict.fromkeys(_government(pair.labels) or pair.labels[-1] for pair in marked))
    rest = [pair for pair in pairs if pair not in marked and not (pair.labels and _government(pair.labels))]
    return [*rest, Pair((f"={PARTICIPANTS}",), "\n".join(names), marked[0].locator)]


def _government(labels: Sequence[str]) -> str | None:
    """The government that one of the labels of a cell names."""
    known = government_names()
    return next((text for text in reversed(labels) if text in known or _KIND.sub("", text) in known), None)
