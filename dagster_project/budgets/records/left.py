"""What of a document looks like a party and was not read as one: told with its place, so that nobody misses it unseen.

Belongs here: which texts these are. Does not belong here: how such a refusal is written (`unexplained`).
"""

from collections.abc import Sequence

from dagster_project.budgets.choice.labels import field_of
from dagster_project.budgets.choice.parts import Part
from dagster_project.budgets.choice.places import Named
from dagster_project.budgets.choice.units import Unit
from dagster_project.budgets.names import key_of
from dagster_project.budgets.party import Party
from dagster_project.budgets.vocabulary import NAME
from dagster_project.documents.text import one_line

LIKELY = -1.5
"""Log-odds of a text that is no party from which on somebody should look at it."""
_WORDS = 3
"""Words of a label at the beginning of a text."""
AMONG_NAMES, _NAMES = -2.5, 5
"""The same in a place of so many names."""
IN_SENTENCES = 0.0
"""The same for a piece of running text, of which a document has many more."""


def left_over(
    units: Sequence[Unit],
    best: Sequence[tuple[float, Part] | None],
    chosen: Sequence[Named],
    parties: Sequence[Party],
) -> list[tuple[str, str]]:
    """The places and texts that look like a party and are neither one that was read nor part of what was read."""
    of_names = {one.place for one in chosen if one.beside >= _NAMES}
    read = {key_of(party.name) for party in parties}
    values = " ".join(key_of(text) for party in parties for text in (party.name, *party.texts.values()))
    left = []
    for unit, one in zip(units, best, strict=True):
        likely = LIKELY if of_names.isdisjoint(unit.places) else AMONG_NAMES
        if one is None or one[0] < (likely if unit.sentence is None else IN_SENTENCES):
            continue
        key = key_of(one[1].name)
        if key not in read and key not in values and not _begins_with_label(unit.text):
            left.append((unit.locator, one[1].name))
    return left


def _begins_with_label(text: str) -> bool:
    """Whether a text begins with the words of a label of something else than a name."""
    words = one_line(text).partition(":")[0].split()
    return any(field_of(" ".join(words[:n])) not in (None, NAME) for n in range(1, min(_WORDS, len(words)) + 1))
