"""One spelling for the many spellings of the same.

Belongs here: white space, invisible signs, quotes, hyphens, case, accents, `ij` and `y`, abbreviations; text in, text
out. Does not belong here: what a word means, and which words may be left out of a name.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from dagster_project.texts.encoding import repair_encoding

Level = Literal["text", "heading", "name"]

_INVISIBLE = dict.fromkeys(
    [0x00AD, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065)]
)  # fmt: skip
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2212", "-"))
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u201b\u02bc`\u00b4", "'"))
_SIGNS = str.maketrans({"\u2013": "-", "\u2014": "-", "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ff": "ij"})
"""A typewriter has one key for ÿ and ij, and Dutch no ÿ."""

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that do not come apart into a plain one and an accent."""

# Written out before punctuation goes; each holds one of the signs before it.
_ABBREVIATIONS = (
    ("/.", re.compile(r"\ba\s*[/.]\s*d\.?\s+(?=\w)"), "aan den "),
    (".", re.compile(r"\bst[.]\s*"), "sint "),
    ("&+", re.compile(r"\s&\s|\s\+\s"), " en "),
)
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


def clean(text: str) -> str:
    """The text as written, made legible: white space single, invisible signs gone, hyphens plain; quotes stay."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_INVISIBLE)).translate(_HYPHENS)
    return " ".join(text.split())


_PASSES = 4
"""An invisible sign that goes may leave signs side by side that look encoded twice; more than two passes were never
needed."""


def legible(text: str) -> str:
    """The same with double encoding undone and every apostrophe the plain one."""
    if text.isascii():  # nothing is encoded twice, and of the signs for an apostrophe only one is left
        return " ".join(text.replace("`", "'").split())
    for _ in range(_PASSES):
        mended = clean(clean(repair_encoding(text)).translate(_APOSTROPHES))
        if mended == text:
            break
        text = mended
    return text


@lru_cache(maxsize=20_000)
def fold(text: str | None, level: Level = "name") -> str:
    """What two spellings of the same have in common; empty for None. Folding twice is folding once.

    Args:
        text: as written.
        level: `text` for passages in which words are sought: lower case, no accents, quotes and hyphens plain,
            single spaces. `heading` for what labels something: the same without colons and asterisks at its end.
            `name` for names: letters and digits only, in words with single spaces; abbreviations are written out,
            apostrophes join (`zo'n` is `zon`), and `ij` is `y`.
    """
    if not text:
        return ""
    text = legible(text)
    if text.isascii():
        text = text.lower()
    else:
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.translate(_SIGNS)).casefold())
        bare = "".join(c for c in apart if not unicodedata.combining(c)).translate(_LETTERS)
        text = " ".join(bare.translate(_SIGNS).translate(_APOSTROPHES).translate(_HYPHENS).split())
    if level == "heading":
        return text.rstrip(" :*")
    if level == "name":
        for signs, pattern, full in _ABBREVIATIONS:
            if any(sign in text for sign in signs):
                text = pattern.sub(full, text)
        return _NOT_PLAIN.sub(" ", text.replace("'", "")).strip().replace("ij", "y")
    return text
