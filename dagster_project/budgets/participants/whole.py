"""Names of organisations that are known: those that a list would cut, and where in a text the first one stands."""

import re
from collections import defaultdict
from functools import cache

from dagster_project.workspace.seeds import government_names, seed_rows

AND, COMMA = "\ue000", "\ue001"
"""Signs that stand for ` en ` and `, ` where these part nothing."""
_AROUND = re.compile(
    r"(?<=\S) en (?=(?:omstreken|omgeving|omliggend|omringend|aangrenzend|directe omgeving)\w*\b)|(?<=\w-) en (?=\w)"
)
"""What goes with the place before it: `Hogeschool Merelkust en omstreken`, `Zorggroep Noord- en Oost-Merelland`."""
_WORD = re.compile(r"[\w'’-]+")


@cache
def joined_names() -> tuple[tuple[str, str], ...]:
    """Names of organisations that hold a comma or *en*, longest first, with how they are kept whole."""
    # Rows of text: in the process that reads one document, loading a library for tables would take most of the time.
    names = {row["name"] for row in (*seed_rows("organisation"), *seed_rows("organisation_name"))}
    names |= {"Verkeer en Waterstaat", "Infrastructuur en Waterstaat", "Wonen, Bergen en Dal"}
    joined = sorted((n for n in names if "," in n or " en " in n), key=lambda n: (-len(n), n))
    return tuple((n, kept(n)) for n in joined)


@cache
def names_with_comma() -> tuple[str, ...]:
    """Names of organisations that hold a comma."""
    return tuple(name for name, _ in joined_names() if "," in name)


def kept(text: str) -> str:
    """The text with the signs that keep it whole."""
    return text.replace(", ", COMMA).replace(" en ", AND)


def as_written(text: str) -> str:
    """The text without these signs."""
    return text.replace(COMMA, ", ").replace(AND, " en ")


def keep_whole(text: str) -> str:
    """The text in which known names that hold a comma or *en*, and places with what lies around, are kept whole."""
    text = _AROUND.sub(AND, text)
    if "," in text or " en " in text:
        for name, whole in joined_names():
            if name in text:
                text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", whole, text)
    return text


def first_name(text: str) -> int | None:
    """Where the first known name of a government stands in a text."""
    return next((start for start, _ in _names(text)), None)


def is_name(text: str) -> bool:
    """Whether a text is the name of a government and nothing else."""
    return text in government_names()


def _names(text: str):
    by_word = _by_first_word()
    for word in _WORD.finditer(text):
        for name in by_word.get(word.group(), ()):
            end = word.start() + len(name)
            if text.startswith(name, word.start()) and not text[end : end + 1].isalnum():
                yield word.start(), end
                break


@cache
def _by_first_word() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(government_names(), key=len, reverse=True):
        if word := _WORD.match(name):
            found[word.group()].append(name)
    return dict(found)
