"""The words of `organisation_words.yml`, and their shape. No rule belongs here."""

from functools import cache
from pathlib import Path

from dagster_project.texts import Vocabulary, read_vocabulary


class OrganisationWords(Vocabulary):
    """The keys of `organisation_words.yml`, which says what each holds."""

    kinds: dict[str, str]
    water_boards: dict[str, str]
    place_starts: tuple[str, ...]
    place_middles: tuple[str, ...]
    place_ends: tuple[str, ...]


@cache
def organisation_words() -> OrganisationWords:
    """The words of `organisation_words.yml`."""
    return read_vocabulary(Path(__file__).with_name("organisation_words.yml"), OrganisationWords)
