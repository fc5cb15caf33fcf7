"""Placeholders: what stands where nothing is said.

Belongs here: whether a text is one, and what it means. Does not belong here: the placeholders (`words/`), and sentences
that say that there is nothing ("geen verbonden partijen").
"""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from dagster_project.texts.folding import fold
from dagster_project.texts.vocabulary import Vocabulary, read_vocabulary

Meaning = Literal["absent", "unknown", "not_applicable", "zero"]

LONGEST = 30
"""Characters: no placeholder is longer, so long texts need no folding."""

_CODE = re.compile(r"Err:\d{3}|#{3,}", re.IGNORECASE)
"""Errors of LibreOffice by number, and the fence of a number that does not fit."""


class _Words(Vocabulary):
    absent: tuple[str, ...]
    unknown: tuple[str, ...]
    not_applicable: tuple[str, ...]
    zero: tuple[str, ...]
    signs: str
    failed_formulas: tuple[str, ...]


def placeholder(text: str | None) -> Meaning | None:
    """What a text means that says nothing else; None for any other text, and for none."""
    if not text or len(text) > LONGEST:
        return None
    return _meaning_of(text)


def filled(text: str | None) -> str:
    """The text, or an empty one where it is None or a placeholder."""
    return "" if text is None or placeholder(text) else text


def failed_formula(text: str) -> bool:
    """Whether this is what a spreadsheet shows where a formula failed, or where a number does not fit its column."""
    return len(text) <= LONGEST and (fold(text, "text").replace(" ", "") in _failed() or bool(_CODE.fullmatch(text)))


def placeholders(meaning: Meaning) -> tuple[str, ...]:
    """The placeholders of a meaning, without dots."""
    return getattr(_words(), meaning)


@lru_cache(maxsize=20_000)
def _meaning_of(text: str) -> Meaning | None:
    folded = fold(text, "text")
    return _meanings().get(_key(folded)) or ("absent" if _is_signs(folded) else None)


@cache
def _words() -> _Words:
    return read_vocabulary(Path(__file__).parent / "words" / "placeholders.yml", _Words)


@cache
def _failed() -> frozenset[str]:
    return frozenset(_words().failed_formulas)


@cache
def _meanings() -> dict[str, Meaning]:
    words = _words()
    meanings: dict[str, Meaning] = {_key(fold(text, "text")): "absent" for text in words.failed_formulas}
    for meaning in ("absent", "unknown", "not_applicable", "zero"):
        meanings |= {_key(fold(text, "text")): meaning for text in placeholders(meaning)}
    return meanings


def _key(folded: str) -> str:
    return folded.replace(".", "").replace(" ", "").strip("()")


def _is_signs(folded: str) -> bool:
    bare = folded.replace(" ", "")
    return bool(bare) and not bare.strip(_words().signs)
