"""The words of `words.yml` as sets and mappings.

Belongs here: the shape of that file, and the check that each word stands in it once. Does not belong here: any word
(those are data) and what is done with one (`parse`, and the rooms after this).
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from dagster_project.texts import Entry, Vocabulary, read_vocabulary
from dagster_project.workspace.errors import UnreadableInput

FILE = Path(__file__).parent / "words.yml"
Kind = Literal["law", "grammar", "generic", "cooperation", "compass", "region", "arrangement"]


class Group(Entry):
    """Words that are the same in all; `body` is the body of private law that they name."""

    of: tuple[Kind, ...]
    body: str | None = None
    words: tuple[str, ...]


class Adjectives(Entry):
    """The adjectives of regions: each start with each end."""

    ends: tuple[str, ...]
    starts: dict[str, tuple[str, ...]]


class System(Entry):
    """A statutory system; `always_named` where all of its bodies bear the word."""

    system: str
    always_named: bool = False


class Phrases(Entry):
    """Patterns, as text, for names as they are written."""

    arrangement: tuple[str, ...]
    also_named: tuple[str, ...]
    months: tuple[str, ...]
    became: tuple[str, ...]
    since: tuple[str, ...]
    went_on: dict[str, tuple[str, ...]]
    ended: tuple[str, ...]
    articles: tuple[str, ...]


class Words(Vocabulary):
    """The whole file."""

    words: tuple[Group, ...]
    abbreviations_of_law: dict[str, str]
    common_abbreviations: frozenset[str]
    adjectives: Adjectives
    compass_letters: dict[str, str]
    compass_frisian: dict[str, str]
    synonyms: dict[str, tuple[str, ...]]
    tasks: dict[str, tuple[str, ...]]
    systems: dict[str, System]
    phrases: Phrases


def by_word(grouped: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """Each word to its group, from the words of every group. Raises UnreadableInput for a word that stands twice."""
    found: dict[str, str] = {}
    for group, words in grouped:
        for word in words:
            if word in found:
                raise UnreadableInput(f"'{word}' stands twice", FILE.name, "leave one out, with all that it is")
            found[word] = group
    return found


_FILE = read_vocabulary(FILE, Words)
by_word((", ".join(group.of), group.words) for group in _FILE.words)


def _words_of(kind: Kind) -> frozenset[str]:
    return frozenset(word for group in _FILE.words if kind in group.of for word in group.words)


ABBREVIATED_LAW = _FILE.abbreviations_of_law
LEGAL = _words_of("law").union(ABBREVIATED_LAW)
STOP_WORDS = _words_of("grammar")
GENERIC = _words_of("generic")
COOPERATION = _words_of("cooperation")
COMPASS = _words_of("compass")
REGIONS = _words_of("region")
ARRANGEMENTS = _words_of("arrangement")
# Words of names in every region: a name of nothing else says of no place that it is the one.
ANYWHERE = COOPERATION | (GENERIC - COMPASS)
# Words of private law by the body that they name.
BODIES = {word: group.body for group in _FILE.words if group.body for word in group.words}
COMMON_ABBREVIATIONS = _FILE.common_abbreviations
ADJECTIVES = by_word(
    (region, [start + end for start in starts for end in _FILE.adjectives.ends])
    for region, starts in _FILE.adjectives.starts.items()
)
COMPASS_LETTERS = _FILE.compass_letters
COMPASS_FRISIAN = _FILE.compass_frisian
SYNONYMS = by_word(_FILE.synonyms.items())
TASKS = by_word(_FILE.tasks.items())
SYSTEMS = {word: entry.system for word, entry in _FILE.systems.items()}
# Systems whose bodies always bear the word.
ALWAYS_NAMED = frozenset(entry.system for entry in _FILE.systems.values() if entry.always_named)
PHRASES = _FILE.phrases
