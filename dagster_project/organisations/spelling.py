"""The name of a government taken apart: what a source puts before and behind it.

Belongs here: text in, text out. Does not belong here: which organisations exist, and one spelling for many (`texts`).
"""

import re
from dataclasses import dataclass

from dagster_project.texts import fold, legible

# What a source puts before a name, and the kind that it says.
_PREFIXES = (
    (
        re.compile(r"^(?:de\s+|het\s+)?(?:burgerlijke\s+)?(?:gemeente|gemeenten|gem|gemeentebestuur)\s+(?:van\s+)?"),
        "municipality",
    ),
    (
        re.compile(
            r"^(?:het\s+)?college\s+(?:van\s+)?(?:b\s*en\s*w|bw|burgemeester\s+en\s+wethouders)\s+(?:van\s+)?(?:de\s+)?(?:gemeente\s+)?"
        ),
        "municipality",
    ),
    (re.compile(r"^(?:de\s+)?gemeenteraad\s+(?:van\s+)?"), "municipality"),
    (re.compile(r"^(?:de\s+)?(?:provincie|prov|provinciale staten|gedeputeerde staten)\s+(?:van\s+)?"), "province"),
    (
        re.compile(r"^(?:het\s+)?(?:waterschap|hoogheemraadschap|heemraadschap|wetterskip|hhs|hhr)\s+(?:van\s+)?"),
        "water_board",
    ),
    (re.compile(r"^(?:de\s+|het\s+)?(?:ministerie|minister|min|departement)\s+(?:van\s+|voor\s+)?"), "ministry"),
)
_SUFFIX = re.compile(r"\s+(gemeente|provincie|waterschap|ministerie)$")
_SUFFIX_KIND = {
    "gemeente": "municipality", "provincie": "province", "waterschap": "water_board", "ministerie": "ministry",
}  # fmt: skip
_LEADING_ARTICLE = re.compile(r"^(?:de|het|t)\s+")

# Abbreviations that stand behind a place to tell it from its namesakes.
_PROVINCES = {
    "gr": "pv20", "gn": "pv20", "fr": "pv21", "f": "pv21", "dr": "pv22", "o": "pv23", "ov": "pv23", "fl": "pv24",
    "g": "pv25", "gld": "pv25", "gl": "pv25", "u": "pv26", "ut": "pv26", "utr": "pv26", "nh": "pv27", "zh": "pv28",
    "z": "pv29", "zld": "pv29", "ze": "pv29", "nb": "pv30", "nbr": "pv30", "l": "pv31", "lb": "pv31", "li": "pv31",
    "groningen": "pv20", "friesland": "pv21", "fryslan": "pv21", "drenthe": "pv22", "overyssel": "pv23",
    "flevoland": "pv24", "gelderland": "pv25", "utrecht": "pv26", "noord holland": "pv27", "zuid holland": "pv28",
    "zeeland": "pv29", "noord brabant": "pv30", "limburg": "pv31",
}  # fmt: skip
_ABROAD = {"b", "be", "d", "de", "bel", "belgie", "duitsland", "dld", "dui"}
_PARENTHESES = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True)
class Spelling:
    """A name taken apart: `key` without prefix and markers, `whole` with them, and what they said."""

    key: str
    whole: str
    kind: str | None
    province: str | None
    abroad: bool


def spell(written: str) -> Spelling:
    """Take a name as written apart."""
    text = legible(written)
    kind = province = None
    abroad = False
    for inner in _PARENTHESES.findall(text):
        marker = fold(inner)
        packed = marker.replace(" ", "")
        kind = kind or _SUFFIX_KIND.get(marker)
        province = province or _PROVINCES.get(marker) or _PROVINCES.get(packed)
        abroad = abroad or (marker in _ABROAD and marker not in _PROVINCES)
    whole = fold(_PARENTHESES.sub(" ", text)) or fold(text)
    key = whole
    for pattern, said in _PREFIXES:
        shorter = pattern.sub("", key, count=1)
        if shorter and shorter != key:
            key, kind = shorter, said
            break
    suffix = _SUFFIX.search(key)
    if suffix:
        key, kind = key[: suffix.start()], kind or _SUFFIX_KIND[suffix.group(1)]
    return Spelling(key, whole, kind, province, abroad)


def without_article(key: str) -> str:
    """The key without a leading de, het or 't."""
    return _LEADING_ARTICLE.sub("", key)
