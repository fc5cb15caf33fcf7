"""Which words of a name say where and which say what, as the language and the whole set of names tell.

Belongs here: telling words of place from words of subject. Does not belong here: comparing them (`comparisons`).
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from dagster_project.linkage.names.parse import tasks_of, tokens_of
from dagster_project.linkage.names.vocabulary import COMPASS, COOPERATION
from dagster_project.linkage.records.record import Record
from dagster_project.workspace.seeds import government_names, read_seed

# A word borne in so many provinces names a subject: a region lies in one or two.
SUBJECT_PROVINCES = 3


def subject_words(records: Iterable[Record]) -> frozenset[str]:
    """The tokens that name a subject: those of a known task, and those borne all over the country that are no place."""
    return subject_tokens((record.provinces, {t for f in record.forms for t in f}) for record in records)


def subject_tokens(borne: Iterable[tuple[frozenset[str], Iterable[str]]]) -> frozenset[str]:
    """The same for the provinces and the tokens of whatever bears names."""
    homes: dict[str, set[str]] = defaultdict(set)
    for provinces, tokens in borne:
        # What spans provinces, and what lies in none, says nothing of where a word lives.
        where = provinces if len(provinces) == 1 else frozenset()
        for token in tokens:
            homes[token] |= where
    return frozenset(t for t, where in homes.items() if _is_subject(t, len(where)))


def subjects_of(tokens: Iterable[str], subjects: frozenset[str]) -> frozenset[str]:
    """What the tokens of names say is done: the known tasks, and the other subject words as they are."""
    return frozenset(s for t in tokens if t in subjects for s in tasks_of((t,)) or {t})


def _is_subject(token: str, provinces: int) -> bool:
    """Whether a token says what is done: one of a known task, or no place and at home in so many provinces."""
    if token in COMPASS or token in COOPERATION or token[:1].isdigit() or token in _places():
        return False
    return bool(tasks_of((token,))) or provinces >= SUBJECT_PROVINCES


@cache
def _places() -> frozenset[str]:
    """The tokens of all names of governments and of the regions that the law knows, but for those of a task."""
    regions = read_seed("municipality_region").drop("organisation_id")
    names = {name for column in regions.columns for name in regions[column].drop_nulls().to_list()}
    names |= government_names()
    return frozenset(t for name in names for t in tokens_of(name) if not tasks_of((t,)) and t not in COOPERATION)
