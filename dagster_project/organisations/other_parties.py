"""Participants whose name is no government's: a party outside government, a body abroad, another collaboration, or a
text that names nobody.

Belongs here: what a text that no government bears is taken for, and what sort of party a name says. Does not belong
here: the words (`words/other_parties.yml`), names of governments (`resolver`), ids (`non_government`).

A text that reads as a name and is no government and no collaboration is a party outside government. What does not read
as a name, or could be a government's misread, stays open for a person.
"""

import re
from collections.abc import Collection
from functools import cache

from dagster_project.organisations.catalogue import Catalogue
from dagster_project.organisations.non_government import non_government_id
from dagster_project.organisations.resolver import UNRESOLVED, Resolution
from dagster_project.organisations.spelling import spell
from dagster_project.organisations.vocabulary import other_party_words
from dagster_project.texts import fold, legible, placeholder
from dagster_project.workspace.seeds import read_seed

BY_NAME_SCORE = 0.7
"""A party outside government that no word of its kind gives away."""
LONGEST = 8
"""Words: what is longer is a sentence or several names."""
LIKE_A_GOVERNMENT = 0.72
"""A name as like a government's as this may be that one misspelt; at `resolver.FUZZY_THRESHOLD` it is taken for it."""
DIVISIONS = ("safety_region", "labour_market_region", "youth_region", "corop", "wmo_region")
SORTS = ("company", "foundation", "association", "knowledge_institution", "abroad", "unknown")

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATED = re.compile(r"\b(?:in|per|sinds|vanaf|over|voor) (?:19|20)\d\d\b")
_LOWER_START = re.compile(r"^(?:de|het|t)\s+", re.IGNORECASE)


def read_other(written: str, book: Catalogue, collaborations: Collection[str], beside_abroad: bool) -> Resolution:
    """What a name is that was resolved to nothing.

    `collaborations` are folded names of parties that the sources list; `beside_abroad`: the list names a body over the
    border, so that a bare name beside it may be a town there. Methods: abroad, collaboration, non_government, or
    unresolved where it stays open.
    """
    text = legible(written)
    folded, spelling = fold(text), spell(text)
    if spelling.abroad or is_abroad(text):
        return Resolution(None, None, "abroad", 0.0)
    if folded in collaborations or other_party_words().collaborations.search(folded):
        return Resolution(None, None, "collaboration", 0.0)
    if beside_abroad and (spelling.kind or " " not in folded):
        return Resolution(None, None, "abroad", 0.0)
    if spelling.kind or not reads_as_name(text) or _may_be_government(folded, book):
        return UNRESOLVED
    return Resolution(non_government_id(text), "non_government", "non_government", BY_NAME_SCORE)


def is_cut(written: str) -> bool:
    """Whether a text that holds a word of parties outside government is no whole name: the word alone, one common word
    that names a group ("ondernemers"), or a name into which a sentence ran ("In 2024")."""
    folded = fold(written)
    common = " " not in folded and written.islower()
    return common or folded in other_party_words().alone or bool(_DATED.search(folded))


def is_abroad(written: str) -> bool:
    """Whether the name is one of a public body over the border."""
    return bool(other_party_words().abroad.search(fold(written)))


def sort_of(written: str) -> str:
    """What a party outside government is by its name: one of SORTS without `abroad`."""
    folded = fold(written)
    return next((s.sort for s in other_party_words().sorts if s.pattern.search(folded)), "unknown")


def reads_as_name(written: str) -> bool:
    """Whether a text reads as the name of one party: a few words of which one has a capital, no sentence, no year, no
    word of government. One word may be a place, an abbreviation or what is left of a name that was cut, so it does only
    where it says what sort of party it is."""
    text = _LOWER_START.sub("", written.strip())
    folded, words = fold(text), other_party_words()
    parts = folded.split()
    if not parts or len(parts) > LONGEST or placeholder(written) or _YEAR.search(text):
        return False
    if words.sentences.search(folded) or words.governments.search(folded):
        return False
    if not text[0].isalnum() or not any(c.isupper() for c in text) or text[-1] in ",;:-/(":
        return False
    return len(parts) > 1 or (sort_of(text) != "unknown" and folded not in words.alone)


def _may_be_government(folded: str, book: Catalogue) -> bool:
    """Whether a name is an area's, a piece of a government's name, or much like one."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if folded in _areas():
        return True
    keys = tuple(book.by_key)
    if any(f" {folded} " in f" {key} " for key in keys):
        return True
    return (
        process.extractOne(folded, keys, scorer=OSA.normalized_similarity, score_cutoff=LIKE_A_GOVERNMENT) is not None
    )


@cache
def _areas() -> frozenset[str]:
    """Names of the regions of the divisions, which are no party's."""
    seed = read_seed("municipality_region")
    return frozenset(fold(label) for division in DIVISIONS for label in seed[division].drop_nulls().unique())
