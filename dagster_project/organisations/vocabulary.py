"""The vocabulary of organisations: the shape of the files in `words/`.

Does not belong here: any word (those are data) and any rule that uses them.
"""

from functools import cache
from pathlib import Path

from dagster_project.texts import Entry, Regex, Vocabulary, read_vocabulary

_WORDS = Path(__file__).parent / "words"


class Prefix(Entry):
    """What stands before a name, and the kind of organisation that it says."""

    kind: str
    pattern: Regex


class SpellingWords(Vocabulary):
    """What sources put before and behind the name of a government; `provinces` are markers by province."""

    prefixes: tuple[Prefix, ...]
    suffixes: dict[str, str]
    leading_article: Regex
    and_so_on: Regex
    provinces: dict[str, tuple[str, ...]]
    abroad: frozenset[str]


class ProperName(Entry):
    """A name of one body, and why it is no government."""

    name: str
    reason: str


class NonGovernmentWords(Vocabulary):
    """How parties that are no government are known by their name."""

    words: tuple[str, ...]
    proper_names: tuple[ProperName, ...]
    compounds: tuple[str, ...]
    foreign_public: Regex
    left_out_of_ids: tuple[str, ...]


class Sort(Entry):
    """Words that say what sort of party outside government a name is."""

    sort: str
    pattern: Regex


class OtherPartyWords(Vocabulary):
    """How a name that is no government's is read."""

    sorts: tuple[Sort, ...]
    abroad: Regex
    collaborations: Regex
    governments: Regex
    sentences: Regex
    alone: frozenset[str]


class System(Entry):
    """Words that say by which division a group is meant."""

    system: str
    pattern: Regex


class PhraseWords(Vocabulary):
    """Words of groups in prose; `kinds` are by noun, `adjectives` give the region."""

    numbers: tuple[str, ...]
    kinds: dict[str, str]
    all: Regex
    vague: Regex
    without: Regex
    systems: tuple[System, ...]
    fillers: tuple[str, ...]
    country: frozenset[str]
    adjectives: dict[str, str]


class OtherNames(Vocabulary):
    """Names in use by organisation."""

    names: dict[str, tuple[str, ...]]


@cache
def spelling_words() -> SpellingWords:
    """What stands around names. Raises UnreadableInput as `read_vocabulary` does; so do all of these."""
    return read_vocabulary(_WORDS / "spelling.yml", SpellingWords)


@cache
def non_government_words() -> NonGovernmentWords:
    """How parties that are no government are known."""
    return read_vocabulary(_WORDS / "non_government.yml", NonGovernmentWords)


@cache
def other_party_words() -> OtherPartyWords:
    """How a name that is no government's is read."""
    return read_vocabulary(_WORDS / "other_parties.yml", OtherPartyWords)


@cache
def phrase_words() -> PhraseWords:
    """Words of groups in prose."""
    return read_vocabulary(_WORDS / "phrases.yml", PhraseWords)


@cache
def other_names() -> dict[str, tuple[str, ...]]:
    """Names in use that the seeds do not hold, by organisation."""
    return read_vocabulary(_WORDS / "other_names.yml", OtherNames).names
