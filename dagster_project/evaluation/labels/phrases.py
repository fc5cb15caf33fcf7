"""Labels as budgets word them (`phrases.yml`), and the ways of writing each: capitals, colons, moments, units, breaks.

Belongs here: drawing them, the same with the same seed. Does not belong here: what documents show (`aligned`).
"""

import itertools
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from dagster_project.budgets.vocabulary import (
    CAPITAL,
    DEBT,
    DETAILS,
    EQUITY,
    EXACT,
    FORM,
    NAME,
    NAME_COLUMNS,
    OPENING,
    PARTICIPANTS,
    RESULT,
    SEAT,
)
from dagster_project.texts import Vocabulary, read_vocabulary

PER_PATTERN = 40
"""Wordings drawn of one pattern at most, so that a long one does not outweigh the others."""
_INNERMOST = re.compile(r"\{([^{}]*)\}")
_QUESTION = re.compile(r"wat|welke?|waarom|waarvoor|hoe")
_MOMENTS = (
    "per 31-12-{0}", "per 1 januari {0}", "1-1-{0}", "31-12-{0}", "ultimo {0}", "begin {0}", "eind {0}", "{0}",
    "per 1-1", "per 31-12", "begin", "eind", "(31-12-{0})", "{0} (begroot)", "begroting {0}", "rekening {0}",
    "over {0}", "1 jan {0}", "31 dec {0}", "31-12", "jan {0}",
)  # fmt: skip
_UNITS = ("(x € 1.000)", "x € 1.000", "(in euro's)", "(€)", "in €", "(x € 1 mln)", "in duizenden euro's", "(* € 1.000)")
_OF = ("van de partij", "van de verbonden partij", "verbonden partij", "van de organisatie", "vp", "gr")
_BODIES = (
    "Omgevingsdienst", "Veiligheidsregio", "GGD", "Archief", "Recreatieschap", "Belastingkantoor", "Werkbedrijf",
    "Samenwerking", "Regio", "Stichting", "Vereniging", "Energiefonds", "Bosbeheer", "Milieudienst", "Museum", "Haven",
)  # fmt: skip
_SYLLABLES = (
    "al", "bel", "bra", "ca", "dal", "del", "duo", "ef", "fo", "gro", "in", "ka", "ki", "lan", "li", "lo", "mar", "mi",
    "na", "no", "pro", "qua", "ra", "re", "ri", "sol", "ta", "tri", "va", "vi", "wis", "zo",
)  # fmt: skip
_BULLETS = ("- ", "• ", "o ", "* ")


class Phrases(Vocabulary):
    """Patterns of labels by field, and of what is none."""

    labels: dict[str, tuple[str, ...]]
    none: tuple[str, ...]


def phrases() -> Phrases:
    """The patterns as written."""
    return read_vocabulary(Path(__file__).with_name("phrases.yml"), Phrases)


def wordings(pattern: str) -> list[str]:
    """All that a pattern says: `{a|b|}` is one of these, the last of them nothing; braces may stand within braces."""
    found = _INNERMOST.search(pattern)
    if found is None:
        return [" ".join(pattern.split()).replace(" ?", "?")]
    before, after = pattern[: found.start()], pattern[found.end() :]
    told = (wordings(f"{before}{word}{after}") for word in found[1].split("|"))
    return list(dict.fromkeys(itertools.chain.from_iterable(told)))


def vocabulary_labels() -> list[tuple[str, str]]:
    """The words of the vocabulary with their fields, each once; words that open any question say none."""
    found = dict.fromkeys(NAME_COLUMNS, NAME)
    for table in (OPENING, EXACT, DETAILS):
        found |= {word: name for name, words in table.items() for word in words}
    return [pair for pair in found.items() if not _QUESTION.fullmatch(pair[0])]


def drawn_labels(draw: random.Random) -> Iterator[tuple[str, str]]:
    """Labels of `phrases.yml` with their fields, each written in one way or two."""
    for name, patterns in phrases().labels.items():
        for pattern in patterns:
            words = wordings(pattern)
            for text in draw.sample(words, min(len(words), PER_PATTERN)):
                yield written(draw, text, name), name
                yield written(draw, text, name), name


def drawn_others(draw: random.Random) -> Iterator[str]:
    """What is no label, with and without a capital."""
    for pattern in phrases().none:
        for text in wordings(pattern):
            yield text
            yield text[:1].upper() + text[1:]


def drawn_with_values(draw: random.Random, places: Sequence[str], count: int) -> Iterator[str]:
    """Labels with their value in one text, which as a whole are none, and sentences that a line ends halfway."""
    told, others = list(drawn_labels(draw)), [text for text in drawn_others(draw) if len(text.split()) > 5]
    for _ in range(count):
        label, name = draw.choice(told)
        label = label.strip().rstrip(":")
        yield f"{label}{draw.choice((': ', ': ', ' ', '? '))}{_value(draw, name, places)}"
        words = draw.choice(others).split()
        at = draw.randint(2, len(words) - 2)
        yield " ".join(draw.choice((words[:at], words[at:])))


def _value(draw: random.Random, field: str, places: Sequence[str]) -> str:
    if field in (EQUITY, DEBT, CAPITAL, RESULT):
        amount = f"{draw.randint(1, 999)}.{draw.randint(0, 999):03}"
        return draw.choice(
            (f"€ {amount}", amount, f"€ {draw.randint(1, 99)},{draw.randint(1, 9)} mln", "n.v.t.", "nihil")
        )
    if field == SEAT:
        return draw.choice(places)
    if field == FORM:
        return draw.choice(
            ("stichting", "Gemeenschappelijke regeling", "BV", "openbaar lichaam", "Naamloze vennootschap")
        )
    if field == PARTICIPANTS:
        return draw.choice((", ".join(draw.sample(places, 3)), f"{draw.randint(3, 40)} gemeenten", "alle provincies"))
    return draw.choice(
        ("geen", "laag", "n.v.t.", draw.choice(places), str(draw.randint(1, 12)), "Bestuur en veiligheid")
    )


def drawn_names(draw: random.Random, places: Sequence[str], count: int) -> Iterator[str]:
    """Invented names of bodies: a kind with a place, a brand of one word, an abbreviation."""
    for _ in range(count):
        brand = "".join(draw.sample(_SYLLABLES, draw.randint(2, 3))).capitalize()
        letters = "".join(draw.choices("ABCDEGHIKLMNOPRSTVWZ", k=draw.randint(3, 5)))
        yield draw.choice((f"{draw.choice(_BODIES)} {draw.choice(places)}", brand, f"{brand} BV", letters))


def written(draw: random.Random, text: str, field: str) -> str:
    """A label in one of the ways of writing it."""
    if field in (EQUITY, DEBT, CAPITAL, RESULT) and draw.random() < 0.45 and not text.endswith("?"):
        text = f"{text} {draw.choice(_MOMENTS).format(draw.randint(2014, 2029))}"
        if draw.random() < 0.35:
            text = f"{text} {draw.choice(_UNITS)}"
    elif not text.endswith("?") and draw.random() < 0.08:
        text = f"{text} {draw.choice(_OF)}"
    if draw.random() < 0.05:
        text = _broken(draw, text)
    elif draw.random() < 0.12 and not text.endswith("?"):
        text = _abbreviated(draw, text)
    text = draw.choices((text[:1].upper() + text[1:], text, text.upper(), text.title()), weights=(75, 15, 6, 4))[0]
    if draw.random() < 0.25 and not text.endswith("?"):
        text += ":"
    return draw.choice(_BULLETS) + text if draw.random() < 0.05 else text


def _broken(draw: random.Random, text: str) -> str:
    """A label as a narrow column breaks its longest word."""
    word = max(text.split(), key=len)
    if len(word) < 8:
        return text
    at = draw.randint(3, len(word) - 3)
    return text.replace(word, word[:at] + draw.choice(("-\n", "\n", "- ", " ")) + word[at:], 1)


def _abbreviated(draw: random.Random, text: str) -> str:
    """A label of which the long words stop early, as heads of narrow columns write them."""
    close = draw.choice((" ", ""))
    words = [f"{w[: draw.randint(3, 5)]}." if len(w) > 6 and w.isalpha() else w for w in text.split()]
    return " ".join(words).replace(". ", f".{close}")
