"""Who takes part in a party, and how a document says so. Does not belong here: where in the document it stands."""

import random
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.layouts.words import words

MATRIX = 8
"""So many municipalities fit across a page."""


@dataclass(frozen=True)
class Participants:
    """The text; what the truth holds of it; and whether that is a count or a description, and no list of names."""

    text: str = ""
    names: tuple[str, ...] = ()
    described: bool = False


def matrix_places(province: str) -> tuple[str, ...]:
    """The municipalities of a province that a matrix has."""
    return words().places.provinces[province][:MATRIX]


def draw_participants(dice: random.Random, how: str, province: str) -> Participants:
    """The participants of a party in a province, told in one of the ways of the choice, or by `crosses`."""
    text, there = words().text, words().places.provinces[province]
    names = dice.sample(there, dice.randint(2, min(8, len(there))))
    if how == "crosses":
        columns = matrix_places(province)
        crossed = dice.sample(columns, dice.randint(2, len(columns) - 1))
        return Participants("", tuple(name for name in columns if name in crossed))
    if how == "absent":
        return Participants()
    if how == "all_in":
        told = dice.choice(text.all_in).format(p=province, m=names[0])
        return Participants(told, (told,), True)
    if how == "counts":
        told = dice.choice(text.counts).format(p=province, n=dice.randint(3, len(there)))
        return Participants(told, tuple(told.split(" en de ")), True)
    if how == "shares":
        cuts = sorted(dice.sample(range(1, 100), len(names) - 1))
        shares = [end - start for start, end in pairwise((0, *cuts, 100))]
        pattern, between = dice.choice((("{} ({}%)", ", "), ("{}: {}%", "; "), ("{} {} %", ", ")))
        told = between.join(pattern.format(*pair) for pair in zip(names, shares, strict=True))
        return Participants(told, tuple(names))
    if how == "colleges":
        return Participants(dice.choice(text.colleges).format(list=joined(names)), tuple(names))
    if how == "sentence":
        told = dice.choice(text.participant_sentences).format(list=f"de gemeenten {joined(names)}")
        return Participants(told[0].upper() + told[1:], tuple(names))
    if dice.random() < 0.3:
        names.append(f"provincie {province}")
    between = dice.choice((", ", "; ", None))
    lead = dice.choice(("", "", "Gemeenten "))
    return Participants(lead + (between.join(names) if between else joined(names)), tuple(names))


def joined(names: list[str]) -> str:
    """Names with commas, and `en` before the last."""
    return f"{', '.join(names[:-1])} en {names[-1]}" if len(names) > 1 else names[0]
