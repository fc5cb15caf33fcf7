"""Bodies of a country that is repeated: their ids, and the invented places that they are called after.

A copy of a body has the letters of the kind, `x`, three digits for the copy, then the rest of the original id:
`gmx0020014` is `gm0014` in the second copy. Belongs here: ids and toponyms. Does not belong here: the repeating
(`population.multiply`).
"""

from functools import cache

from dagster_project.simulation.randomness import dice

MARK = "x"
DIGITS = 3
MOST = 10**DIGITS - 1
"""Copies that the digits can tell apart."""

# Invented places are made of three parts. Twenty times ten times twenty, and a number where that is not enough.
FIRST = (
    "Aal", "Ber", "Dor", "Elm", "Fret", "Gors", "Hul", "Ill", "Jel", "Kwin", "Lis", "Mol", "Nes", "Oel", "Put", "Roel",
    "Schel", "Tren", "Uit", "Vos", "Wul", "Zand", "Broek", "Kerk",
)  # fmt: skip
SECOND = ("", "en", "er", "ing", "el", "inge", "sel", "ter", "mer", "wer")
THIRD = (
    "beek", "dam", "donk", "drecht", "dijk", "gouw", "ham", "hoek", "horn", "hout", "huizen", "lo", "meer", "mond",
    "rade", "stede", "veen", "veld", "wijk", "zijl",
)  # fmt: skip


@cache
def copied_body(organisation_id: str, copy: int) -> str:
    """The id of a copy of a body."""
    return f"{organisation_id[:2]}{MARK}{copy:0{DIGITS}d}{organisation_id[2:]}"


def is_copy(organisation_id: str) -> bool:
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
    chance = dice("invented", place, copy)
    return "".join(chance.choice(parts) for parts in (FIRST, SECOND, THIRD))
