"""The words of `words.yml`, and invented personal data composed of them. No fault belongs here."""

import random
from functools import cache
from pathlib import Path

from dagster_project.texts import Vocabulary, read_vocabulary


class PlantWords(Vocabulary):
    """The keys of `words.yml`."""

    national_associations: tuple[str, ...]
    bank: str
    departments: tuple[str, ...]
    own_foundations: tuple[str, ...]
    suppliers: tuple[str, ...]
    subsidised: tuple[str, ...]
    meetings: tuple[str, ...]
    plans: tuple[str, ...]
    forms_that_are_none: tuple[str, ...]
    themes_of_another_codebook: tuple[str, ...]
    given_names: tuple[str, ...]
    surnames: tuple[str, ...]
    streets: tuple[str, ...]
    error_page: str
    newsletter: tuple[str, ...]


@cache
def words() -> PlantWords:
    """The words of `words.yml`."""
    return read_vocabulary(Path(__file__).with_name("words.yml"), PlantWords)


def person(chance: random.Random) -> str:
    """The name of a person who does not exist."""
    return f"{chance.choice(words().given_names)} {chance.choice(words().surnames)}"


def citizen_number(chance: random.Random) -> str:
    """Nine digits that pass the test of a citizen service number; 9999 in front was never given out."""
    while True:
        digits = [9, 9, 9, 9, *(chance.randrange(10) for _ in range(4))]
        last = sum(weight * digit for weight, digit in zip(range(9, 1, -1), digits, strict=True)) % 11
        if last < 10:
            return "".join(map(str, [*digits, last]))


def bank_account(chance: random.Random) -> str:
    """A number of an account at a bank that does not exist, with right check digits."""
    account = f"{chance.randrange(10**10):010d}"
    as_number = int("".join(str(int(c, 36)) for c in f"FIKT{account}NL00"))
    return f"NL{98 - as_number % 97:02d}FIKT{account}"


def telephone(chance: random.Random) -> str:
    """A mobile number."""
    return f"06-{chance.randrange(10_000_000, 99_999_999)}"


def mail_address(chance: random.Random) -> str:
    """An address at a domain that is kept free for examples."""
    return f"{chance.choice(words().given_names).lower()}@voorbeeld.example"


def home_address(chance: random.Random) -> str:
    """A street, a number and a postal code."""
    return f"{chance.choice(words().streets)} {chance.randrange(1, 200)}, {chance.randrange(1000, 9999)} ZZ"
