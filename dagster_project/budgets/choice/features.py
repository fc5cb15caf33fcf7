"""What a text shows of whether it is the name of a party: pieces of letters and words, and a few named facts.

Belongs here: the features and their names; their weights are learned (`names`, made by `evaluation.train_names`).
"""

import itertools
import math
import re
import zlib
from functools import cache, lru_cache

from dagster_project.documents.text import without_start
from dagster_project.workspace.seeds import government_names

DIMENSIONS = 1 << 15
"""Places that pieces are hashed to."""
_LENGTHS = (3, 4, 5)
_DIGIT, _WORD, _SPELLED = re.compile(r"\d"), re.compile(r"\w+"), re.compile(r"[\w’'&.-]+")

_FORM = (
    r"(?:n\.?v\.?|b\.?v\.?|c\.?v\.?|v\.?o\.?f\.?|gr|stichting|vereniging|co[öo]peratie|gemeenschappelijke regeling"
    r"|holding|fonds|u\.a\.)(?!\w)"
)
_ORGANISED = (
    r"dienst|regio|bureau|bedrijf|schap|groep|bank|archief|centrum|platform|netwerk|federatie|ggd|samenwerking"
    r"|alliantie|park|maatschappij|verband|orgaan|huis"
)
_LABEL = (
    r"rechtsvorm|vestigings|zetel|deelnem|belang|vermogen|resultaat|risico|doel\b|programma|ontwikkeling|bijdrage"
    r"|toelichting|inhoud|paragraaf|begroting|jaarrekening|jaarstukken|overzicht|verbonden partij|portefeuille|financi"
    r"|visie|beleid|informatie|partijen|lasten|baten|saldo|indicator|naam\b|website|adres|telefoon"
)
_VERB = (
    r"\b(?:is|zijn|wordt|worden|heeft|hebben|kan|kunnen|moet|gaat|neemt|nemen|doet|zorgt|voert|ligt|bestaat|levert"
    r"|geeft|werd|was|waren)\b"
)
_FUNCTION = r"\b(?:wethouder|burgemeester|gedeputeerde|raad|college|dhr|mevr|mw)\b"
_BEGINS = r"(?:de|het|een|in|op|van|voor|met|door|dit|deze|die|wij|als|bij|aan|om|er)\b"
_SENTENCE_END = re.compile(r"[.:;?!]$")
_IN_LOWER_CASE = {
    "has a legal form": re.compile(rf"\b{_FORM}"),
    "begins with a legal form": re.compile(rf"^{_FORM}"),
    "has a word of organisations": re.compile(_ORGANISED),
    "has a word of labels": re.compile(_LABEL),
    "has a verb": re.compile(_VERB),
    "names a function": re.compile(_FUNCTION),
    "begins like a sentence": re.compile(rf"^{_BEGINS}"),
}
"""Sought in the text in lower case: ignoring case would make the search ten times as slow."""
_AS_WRITTEN = {
    "has an abbreviation in brackets": re.compile(r"\([A-ZÀ-Þ&.\d-]{2,8}\)"),
    "has a word in capitals": re.compile(r"\b[A-Z]{2,6}\b"),
    "ends in a place": re.compile(r"(?: te | in |, )[A-Z]\w+$"),
    "has an amount": re.compile(r"€|%|x 1\.?000|mln|miljoen"),
    "has a year": re.compile(r"(?:19|20)\d\d\b(?<=\b\d{4})"),
}
_LAW = re.compile(r"\bartikel|\bwet\b|lid \d")
_GOVERNMENT = re.compile(r"^(?:gemeente|provincie|waterschap|hoogheemraadschap)n? ")
_FORM_AT_END = re.compile(r"\b[A-Za-z]\.[A-Za-z]?\.?$")
NAMED = (
    "one word", "words", "words over eight", "letters", "words with a capital", "begins with a capital",
    "begins in lower case", "has a digit", "digits", "ends like a sentence", "has a comma", "has half a bracket",
    "is a government", "is a government with its kind", "all capitals", *_IN_LOWER_CASE, *_AS_WRITTEN,
    "has law",
)  # fmt: skip
"""The named features, in the order of `facts`."""


def facts(text: str) -> list[float]:
    """The values of the named features of a text, each about 0 to 1."""
    low, words = text.lower(), text.split()
    digits = sum(map(str.isdigit, text))
    many = max(1, len(words))
    return [
        float(len(words) == 1),
        min(len(words), 12) / 6,
        max(0, len(words) - 8) / 4,
        len(text) / 60,
        sum(w[:1].isupper() for w in words) / many,
        float(text[:1].isupper()),
        float(text[:1].islower()),
        float(digits > 0),
        5 * digits / max(1, len(text)),
        float(bool(_SENTENCE_END.search(text)) and not _FORM_AT_END.search(text)),
        float("," in text),
        float(("(" in text) != (")" in text)),
        float(low in _governments()),
        float(without_start(_GOVERNMENT, low) in _governments()),
        float(text.isupper()),
        *(float(pattern.search(low) is not None) for pattern in _IN_LOWER_CASE.values()),
        *(float(pattern.search(text) is not None) for pattern in _AS_WRITTEN.values()),
        float(_LAW.search(low) is not None),
    ]


def pieces(text: str) -> tuple[list[int], float]:
    """Where the pieces of a text are hashed to, each once, and the weight of each."""
    low = _DIGIT.sub("0", text.lower())
    found: set[int] = set()
    found.update(*map(_of_letters, _SPELLED.findall(low)))
    if words := _WORD.findall(low):
        found.update(map(_of_word, words))
        found.update(_place(f"b{a} {b}") for a, b in itertools.pairwise(words))
        found |= {_place(f"f{words[0]}"), _place(f"l{words[-1]}")}
    return sorted(found), 1 / math.sqrt(len(found)) if found else 0.0


@lru_cache(maxsize=20_000)
def _of_letters(word: str) -> frozenset[int]:
    """The places of the pieces of the letters of a word; the words of a document come back."""
    marked = f"<{word}>"
    cut = {marked[i : i + n] for n in _LENGTHS for i in range(len(marked) - n + 1)}
    return frozenset(_place(f"c{piece}") for piece in (cut | {marked} if len(marked) <= max(_LENGTHS) else cut))


@lru_cache(maxsize=20_000)
def _of_word(word: str) -> int:
    return _place(f"w{word}")


def _place(piece: str) -> int:
    return zlib.crc32(piece.encode()) % DIMENSIONS


@cache
def _governments() -> frozenset[str]:
    return frozenset(name.lower() for name in government_names())
