"""Bodies of a country that is repeated: their ids, and the invented places that they are called after.

A copy of a body has the letters of the kind, `x`, three digits for the copy, then the rest of the original id:
`gmx0020014` is `gm0014` in the second copy. Belongs here: ids and toponyms. Does not belong here: the repeating
(`population.multiply`).
"""

from functools import cache

from dagster_project.simulation.randomness import generator
from dagster_project.simulation.world.vocabulary import organisation_words

MARK = "x"
DIGITS = 3
MOST = 10**DIGITS - 1
"""Copies that the digits can tell apart."""


@cache
def copied_body(organisation_id: str, copy: int) -> str:
    """The id of a copy of a body."""
    return f"{organisation_id[:2]}{MARK}{copy:0{DIGITS}d}{organisation_id[2:]}"


def is_copy(organisation_id: str) -> bool:
    """Whether the id is that of a copy of a body."""
    return organisation_id[2:3] == MARK


@cache
def original_of(organisation_id: str) -> tuple[str, int]:
    """The body that a copy repeats, and the number of the copy; the body itself and 1 for what is no copy."""
    if not is_copy(organisation_id):
        return organisation_id, 1
    number = organisation_id[3 : 3 + DIGITS]
    return organisation_id[:2] + organisation_id[3 + DIGITS :], int(number)


@cache
def invented_place(place: str, copy: int) -> str:
    """An invented toponym in the place of a real one, always the same for the same copy of the country."""
    chance, words = generator("invented", place, copy), organisation_words()
    return "".join(chance.choice(parts) for parts in (words.place_starts, words.place_middles, words.place_ends))
