"""Parties that are no government: recognised by the words of their legal form or branch, and given an id.

Does not belong here: governments abroad and other collaborations; these stay unresolved.
"""

import re

from dagster_project.texts import fold
from dagster_project.workspace.hashing import short_id

# Folded: ij as y.
_WORDS = (
    "stichting", "bv", "nv", "vof", "universiteit", "university", "universitair", "hogeschool", "roc", "aoc",
    "mbo", "hbo", "cooperatie", "cooperatieve", "vereniging", "lto", "zlto", "llto", "vno", "ncw", "mkb", "kvk",
    "woningcorporatie", "woningcorporaties", "woningstichting", "woningbouwvereniging", "woningbedryf", "ziekenhuis",
    "ziekenhuizen", "umc", "zorgverzekeraar", "zorgverzekeraars", "zorginstelling", "zorginstellingen", "zorggroep",
    "zorgkantoor", "zorgaanbieder", "zorgaanbieders", "thuiszorg", "onderwijsinstelling", "onderwijsinstellingen",
    "bedryfsleven", "ondernemersvereniging", "ondernemers", "brainport", "schoolbestuur", "schoolbesturen",
    "natuurmonumenten", "staatsbosbeheer", "energiecooperatie", "vakbond", "vakbonden", "fnv", "cnv", "scholengroep",
    "scholengemeenschap", "maatschap", "holding",
)  # fmt: skip
_PHRASES = (
    "kamer van koophandel", "economic board", "b v", "n v", "economische raad", "agrarisch collectief",
    "agrarische collectieven",
)  # fmt: skip
# Whatever an association is of; clubs of firms.
_COMPOUNDS = ("[a-z]+vereniging(?:en)?", "(?:bedryven|industrie|ondernemers)kring(?:en)?")
_ALL = sorted((*_WORDS, *_PHRASES, *_COMPOUNDS), key=len, reverse=True)
_PATTERN = re.compile(r"(?:^|\s)(?:" + "|".join(_ALL) + r")(?=\s|$)")
_FOREIGN_PUBLIC = re.compile(r"\b(?:zweckverband|landkreis|kreis|stadt|gemeinde|bezirksregierung)\b")
_LEGAL = re.compile(r"(?:^|\s)(?:stichting|b v|n v|bv|nv|de|het)(?=\s|$)")


def is_non_government(written: str) -> bool:
    """Whether the name holds a word that only parties outside government bear."""
    folded = fold(written)
    return bool(_PATTERN.search(folded)) and not _FOREIGN_PUBLIC.search(folded)


def non_government_id(written: str) -> str:
    """`ng` and a hash of the name without its legal form, so that `Stichting X` and `X Stichting` are one."""
    folded = fold(written)
    core = " ".join(_LEGAL.sub(" ", folded).split())
    return short_id("ng", core or folded)
