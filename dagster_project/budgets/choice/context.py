"""What the surroundings of a text say of whether it is the name of a party: the label that it stands with, labels that
follow it, values beside it, and whether the document says it elsewhere.

Belongs here: the signs of a text and their log-odds. Does not belong here: how the text itself looks (`names`), and how
the signs around it are seen (`around_sentence`, `around_text`, `around_cells`, `titles`).
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from dagster_project.budgets.choice.around_cells import around_cell
from dagster_project.budgets.choice.around_sentence import around_sentence
from dagster_project.budgets.choice.around_text import OF_MEMBERS, around_text
from dagster_project.budgets.choice.labels import Labels, by_words, field_of, is_form, is_value
from dagster_project.budgets.choice.parts import parts_of
from dagster_project.budgets.choice.titles import introduced, something_else
from dagster_project.budgets.choice.units import Place, Unit
from dagster_project.budgets.labels import field_before_value, is_vague
from dagster_project.budgets.names import clean_name, key_of
from dagster_project.budgets.vocabulary import NAME, OTHER
from dagster_project.documents import Document, Table
from dagster_project.documents.model import Block
from dagster_project.documents.text import one_line
from dagster_project.workspace.seeds import government_names

WEIGHTS = Path(__file__).with_name("context_weights.json")
"""Log-odds of each sign, made by `evaluation.train_context`."""
LABELLED, OF_MEMBER, NAMED = -3.0, -5.0, 2.0
"""Of what stands behind a colon: the label before it is of something else, of participants, or of a name."""
_BETWEEN = re.compile(r"[a-z][;,] [A-Z]|[a-z] en [A-Z]")
_SEMICOLON = re.compile(r"\w; (?:\w+ )?[A-ZÀ-Þ]|;.*;")
_ITEM = re.compile(
    r"(?:\d+ |de |het |en )?(?:gemeenten?|provincies?|waterschap|hoogheemraadschap|ministerie|[A-ZÀ-Þ'’])"
)
_PARTED = re.compile(r"[,;] ")
_COMMAS, _WORDS_OF_ITEM = 3, 8
"""Commas or semicolons from which on a text of items that begin as names do is a list of them, and the words of the
longest item: a name that lists what it is for has fewer, or goes on in small letters."""
_LONGEST_LABEL, _WORDS_OF_LABEL = 90, 4
_WORDS_OF_NAME = 12
"""Words before a colon that may be a name at most."""
_MOSTLY = 0.5
_OF_ONE_FIELD = ("column", "beside", "behind", "below")
"""The kinds of places whose texts are values of one label."""
_OFTEN = 3
"""Places of one text from which on it is rather a label than a name."""


@lru_cache(maxsize=20_000)
def labelled(label: str | None) -> float:
    """What the label before a text, in the text itself, says of it."""
    if label is None:
        return 0.0
    field = field_of(one_line(label))
    if field is None or is_vague(label):
        return 0.0
    return NAMED if field == NAME else OF_MEMBER if field in OF_MEMBERS else LABELLED


def contexts(document: Document, units: Sequence[Unit], labels: Labels) -> list[float]:
    """What the surroundings add to the log-odds of each unit, in their order; 0 where no part of it can be a name."""
    of_name, known = weights(), {}
    found = signs(document, units, labels)
    for told in found:
        if told not in known:
            known[told] = sum(of_name[name] for name in sorted(told))
    return [known[told] for told in found]


@cache
def weights() -> dict[str, float]:
    """The log-odds of each sign, by its name."""
    return json.loads(WEIGHTS.read_text(encoding="utf-8"))


def signs(document: Document, units: Sequence[Unit], labels: Labels) -> list[frozenset[str]]:
    """The signs around each unit, by the names of their weights; none around one of which no part can be a name."""
    about_others, about_parties = something_else(document), introduced(document)
    keys = [key_of(clean_name(unit.text).text) for unit in units]
    behind = Counter(_before_value(one_line(unit.text)) for unit in units if unit.sentence is None)
    places = Counter(key for key, _ in {(k, (u.index, u.column, u.line)) for k, u in zip(keys, units, strict=True)})
    governments = _places_of_governments(units)
    return [
        frozenset(
            (
                *_signs(document.blocks, unit, labels),
                *(("elsewhere too",) if 1 < places[key] <= _OFTEN and unit.sentence is None else ()),
                *(("many times over",) if places[key] > _OFTEN and unit.sentence is None else ()),
                *_label_of(unit, behind),
                *(("where governments stand",) if not governments.isdisjoint(unit.places) else ()),
                *(("about something else",) if unit.index in about_others else ()),
                *(("introduced as a party",) if unit.index in about_parties and unit.sentence is None else ()),
            )
        )
        if parts_of(unit.text)
        else frozenset()
        for unit, key in zip(units, keys, strict=True)
    ]


def _places_of_governments(units: Sequence[Unit]) -> set[Place]:
    """The places in which most texts name a government: those of seats, where another place may stand too."""
    texts: dict[Place, set[str]] = defaultdict(set)
    for unit in units:
        for place in unit.places:
            if place[0] in _OF_ONE_FIELD:
                texts[place].add(one_line(unit.text))
    return {
        place
        for place, found in texts.items()
        if len(found) >= _OFTEN and sum(text in government_names() for text in found) >= _MOSTLY * len(found)
    }


def _signs(blocks: Sequence[Block], unit: Unit, labels: Labels) -> Iterator[str]:
    line = one_line(unit.text)
    if is_value(line):
        yield "is a value"
        if _BETWEEN.search(line):
            yield "a list"
    elif _is_list(line):
        yield from ("is a value", "a list")
    elif labels.known(line):
        yield "is a label" if by_words(line) else "is like a label"
    if unit.sentence is not None:
        yield from around_sentence(blocks, unit, labels)
        return
    if _SEMICOLON.search(_named(line)):
        yield "a list"
    if unit.joined:
        yield "two lines"
    if unit.piece:
        yield "a part of a cell"
    if _begins_with_label(line):
        yield "begins with a label"
    if isinstance(blocks[unit.index], Table):
        yield "cell"
        yield from around_cell(blocks[unit.index], unit, labels)
    else:
        yield from around_text(blocks, unit, labels)


def _named(line: str) -> str:
    """What stands before a colon that ends no label: a name of which the rest tells; else the whole."""
    begin, colon, _ = line.partition(": ")
    words = len(begin.split())
    return begin if colon and 1 < words <= _WORDS_OF_NAME and field_of(begin) is None else line


def _is_list(line: str) -> bool:
    """Whether a text is names, parted by commas or semicolons, and nothing else: `Assen, Emmen, Zorggroep Vink`."""
    items = _PARTED.split(line)
    return len(items) > _COMMAS and all(_ITEM.match(item) and len(item.split()) <= _WORDS_OF_ITEM for item in items)


def _label_of(unit: Unit, often: Mapping[str, int]) -> Iterator[str]:
    """The sign of a value behind words that stand before other values too: `Pl. Breda`, `Pl. Emmen`. Places may be part
    of names, as in `GGD Drenthe`; legal forms and what stands behind a colon are not."""
    line = one_line(unit.text)
    words = _before_value(line) if unit.sentence is None else ""
    if words and often[words] >= _OFTEN:
        value = line[len(words) :]
        labelled = value.startswith(":") or is_form(value.strip(" :"))
        yield "holds labels" if labelled else "the same words before a value"


@lru_cache(maxsize=20_000)
def _before_value(line: str) -> str:
    """The first words of a text of which the rest is a value; none where there are none."""
    words = line.split() if len(line) < _LONGEST_LABEL else []
    for count in range(1, min(_WORDS_OF_LABEL, len(words) - 1) + 1):
        if is_value(" ".join(words[count:])):
            return " ".join(words[:count]).lower().strip(" :")
    return ""


def _begins_with_label(line: str) -> bool:
    """Whether the first words of a text are a label of something else than names, and it goes on."""
    words = line.split(None, 4)
    return len(words) > 1 and _is_known_label(" ".join(words[: min(3, len(words) - 1)]))


@lru_cache(maxsize=20_000)
def _is_known_label(words: str) -> bool:
    """Whether words, or the first ones of them, are a label of something else than a name."""
    first = words.split()
    return any(field_before_value(" ".join(first[:n])) not in (None, NAME, OTHER) for n in range(1, len(first) + 1))
