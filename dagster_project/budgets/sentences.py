"""A text as its sentences. Does not belong here: what a sentence says."""

import re
from functools import lru_cache

_SENTENCE = re.compile(r"(?<=[^\W\d_][.!?])\s+(?=[A-ZÀ-Þ'’(])|(?<=[\d)%][.!?])\s+(?=[A-ZÀ-Þ'’(])")
_END = re.compile(r"[.!?]\s")
"""What stands between two sentences: cheap, and true too often."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|e|o|a|d|m|i|St|Ver|bijv|incl|excl|ca|resp|art|nr|mln|mld|mr|dr|drs|ir|dhr|mw)\.)$"
)
_LABEL = re.compile(r"[A-ZÀ-Þ][\w'’/ -]{2,30}: ")


def sentences(text: str) -> list[str]:
    """The sentences of a text; a point behind an abbreviation ends none."""
    return list(_sentences(text))


@lru_cache(maxsize=5_000)
def _sentences(text: str) -> tuple[str, ...]:
    pieces: list[str] = []
    for piece in _SENTENCE.split(text.strip()) if _END.search(text) else [text.strip()]:
        if pieces and _ABBREVIATION.search(pieces[-1]) and not _LABEL.match(piece):
            pieces[-1] += " " + piece
        else:
            pieces.append(piece)
    return tuple(p for p in pieces if p)


def ends_in_abbreviation(text: str) -> bool:
    """Whether the point at the end of a text belongs to a word and ends no sentence."""
    return bool(_ABBREVIATION.search(text))
