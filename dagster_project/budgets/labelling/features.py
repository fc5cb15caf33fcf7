"""What a text shows of being a label and of what it means: pieces of letters and words, and a few named facts.

Belongs here: the features and their names; their weights are learned (`meaning`, made by `evaluation.train_labels`).
Pieces are taken from the text without years, moments, units and brackets, as two labels that differ in these only mean
the same; the facts are of the text as written.
"""

import itertools
import math
import re
import zlib
from functools import cache, lru_cache

from dagster_project.budgets.labelling.fields import LABELS
from dagster_project.budgets.labels import bare
from dagster_project.budgets.vocabulary import (
    BEFORE,
    DETAILS,
    EXACT,
    FORM,
    KINDS,
    NAME,
    NAME_COLUMNS,
    NAME_LABELS,
    OPENING,
)
from dagster_project.workspace.seeds import government_names

DIMENSIONS = 1 << 13
"""Places that pieces are hashed to."""
_LENGTHS = (3, 4, 5)
_MOST_WORDS = 14
"""Words of a text that are looked at; no label is longer."""

_VERB = (
    r"\b(?:is|zijn|wordt|worden|heeft|hebben|kan|kunnen|moet|moeten|gaat|neemt|nemen|doet|zorgt|voert|ligt|bestaat"
    r"|levert|geeft|werd|was|waren|bedraagt|houdt)\b"
)
_QUESTION = r"^(?:wat|waar|wie|welke?|waarom|hoe|waarvoor|hoeveel|wanneer)\b"
_FORM_WORD = (
    r"\b(?:n\.?v\.?|b\.?v\.?|stichting|vereniging|co[öo]peratie|gemeenschappelijke regeling|openbaar lichaam)\b"
)
_LEAD = re.compile(rf"(?:(?:{'|'.join(sorted(map(re.escape, BEFORE), key=len, reverse=True))}) )+")
_WORD = re.compile(r"[\w’'&/.-]*\w")
_DIGIT = re.compile(r"\d")
_OWN_SENTENCE = r"[a-zà-ÿ]{2}[.;]\s*$"
_PATTERNS = {
    "has a verb": re.compile(_VERB),
    "begins like a question": re.compile(_QUESTION),
    "has a legal form": re.compile(_FORM_WORD),
    "ends like a sentence": re.compile(_OWN_SENTENCE),
    "has a year": re.compile(r"\b(?:19|20)\d\d\b"),
    "has a unit": re.compile(r"€|%|[x×*] ?1\.?000|\bmln\b|miljoen|duizend"),
    "has brackets": re.compile(r"\(.*\)"),
    "begins with a number": re.compile(r"^\s*\d"),
    "begins with a bullet": re.compile(r"^\s*[•·▪◦*–-]"),
    "is of numbers": re.compile(r"^[\W\d]*$"),
    "has an abbreviation": re.compile(r"\b[A-Z]{2,6}\b"),
    "has a name inside": re.compile(r"\w\s+(?!VP|GS|GR)[A-ZÀ-Þ][a-zà-ÿ]"),
    "has an address": re.compile(r"www\.|@|https?:|\.nl\b"),
}
_IN_LOWER_CASE = {"has a verb", "begins like a question", "has a legal form", "has a unit"}
"""Those that are sought in the text in lower case: ignoring case would make the search several times as slow."""
_SHAPES = (
    "one word", "words", "words over eight", "letters", "begins in lower case", "all capitals", "words with a capital",
    "ends in a colon", "ends in a question mark", "has a comma", "has a line break", "digits left", "nothing left",
    "is a government", *_PATTERNS,
)  # fmt: skip
NAMED = (
    *_SHAPES,
    "is of the vocabulary",
    *(f"is a word of {name}" for name in LABELS),
    *(f"opens with a word of {name}" for name in LABELS),
)
"""The named features, in the order of `facts`."""


def facts(text: str, with_vocabulary: bool = True) -> list[float]:
    """The values of the named features, each about 0 to 1; those of the vocabulary are 0 where it is not to be used."""
    words, left, low = text.split(), bare(text), text.lower()
    many = max(1, len(words))
    stripped = text.rstrip()
    seen = [
        float(many == 1),
        min(many, 12) / 6,
        max(0, many - 8) / 4,
        min(len(text), 300) / 60,
        float(text[:1].islower()),
        float(text.isupper()),
        sum(w[:1].isupper() for w in words) / many,
        float(stripped.endswith(":")),
        float(stripped.endswith("?")),
        float("," in text),
        float("\n" in text),
        min(1.0, 5 * sum(map(str.isdigit, left)) / max(1, len(left))),
        float(not left),
        float(low.strip() in _governments()),
        *(float(bool(p.search(low if name in _IN_LOWER_CASE else text))) for name, p in _PATTERNS.items()),
    ]
    exact, opening = vocabulary_of(text) if with_vocabulary else (None, None)
    of_list = [float(name == exact) for name in LABELS] + [float(name == opening) for name in LABELS]
    return [*seen, float(exact is not None), *of_list]


def vocabulary_of(text: str) -> tuple[str | None, str | None]:
    """The field that the vocabulary gives to the whole of a text, and to the words that it begins with."""
    words = _without_lead(bare(text))
    exact = _exact().get(words)
    parts = words.split()
    opening = next((f for n in range(min(4, len(parts)), 0, -1) if (f := _opening().get(" ".join(parts[:n])))), None)
    return exact, opening


def pieces(text: str) -> tuple[list[int], float]:
    """Where the pieces of a text are hashed to, each once, and the weight of each."""
    words = _WORD.findall(_DIGIT.sub("0", bare(text) or text.lower()))[:_MOST_WORDS]
    if not words:
        return [], 0.0
    found = {_place(f"f{words[0]}"), _place(f"l{words[-1]}"), _place(f"n{min(len(words), 6)}")}
    found.update(*map(_places_of, words))
    found.update(_place(f"b{a} {b}") for a, b in itertools.pairwise(words))
    return sorted(found), 1 / math.sqrt(len(found))


@lru_cache(maxsize=20_000)
def _places_of(word: str) -> frozenset[int]:
    """The places of a word and of the pieces of its letters; the words of documents come back."""
    marked = f"<{word}>"
    cut = {marked[i : i + n] for n in _LENGTHS for i in range(len(marked) - n + 1)}
    return frozenset({_place(f"w{word}"), *(_place(f"c{piece}") for piece in cut)})


def _place(piece: str) -> int:
    return zlib.crc32(piece.encode()) % DIMENSIONS


def _without_lead(words: str) -> str:
    return words[found.end() :] if (found := _LEAD.match(words)) else words


@cache
def _exact() -> dict[str, str]:
    found = dict.fromkeys((*NAME_COLUMNS, *NAME_LABELS), NAME) | dict.fromkeys(KINDS, FORM)
    for table in (OPENING, EXACT, DETAILS):
        found |= {bare(word): name for name, words in table.items() for word in words}
    return found


@cache
def _opening() -> dict[str, str]:
    return {bare(word): name for table in (EXACT, OPENING, DETAILS) for name, words in table.items() for word in words}


@cache
def _governments() -> frozenset[str]:
    return frozenset(name.lower() for name in government_names())
