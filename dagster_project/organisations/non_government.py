"""Parties that are no government: recognised by the words of their legal form or branch, and given an id.

Does not belong here: the words themselves (`words/non_government.yml`); governments abroad and other collaborations,
which stay unresolved.
"""

import re
from collections.abc import Iterable
from functools import cache

from dagster_project.organisations.vocabulary import non_government_words
from dagster_project.texts import fold
from dagster_project.workspace.hashing import short_id


def is_non_government(written: str) -> bool:
    """Whether the name holds a word that only parties outside government bear."""
    folded = fold(written)
    return bool(_known().search(folded)) and not non_government_words().foreign_public.search(folded)


def non_government_id(written: str) -> str:
    """`ng` and a hash of the name without its legal form, so that `Stichting X` and `X Stichting` are one."""
    folded = fold(written)
    core = " ".join(_left_out().sub(" ", folded).split())
    return short_id("ng", core or folded)


@cache
def _known() -> re.Pattern[str]:
    words = non_government_words()
    names = (proper.name for proper in words.proper_names)
    return _any_of(sorted((*words.words, *names, *words.compounds), key=len, reverse=True))


@cache
def _left_out() -> re.Pattern[str]:
    return _any_of(non_government_words().left_out_of_ids)


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"(?:^|\s)(?:" + "|".join(patterns) + r")(?=\s|$)")
