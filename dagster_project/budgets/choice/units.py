"""The units of a document: every text that may be a name, with the places that it stands in.

A place is what units may have in common: a column of a table, the cell behind the same label, a level of headings, a
list, the path of tags, an indent, what stands right above. Names of parties stand in few places, and what stands in
their place is a name. Does not belong here: whether a text is a name.
"""

import itertools
import re
from collections import Counter
from collections.abc import Hashable, Iterator, Set
from dataclasses import dataclass

from dagster_project.budgets.labels import column_of, field_before_value
from dagster_project.budgets.lines import is_wrapped
from dagster_project.budgets.names import is_organisation
from dagster_project.budgets.sentences import sentences
from dagster_project.budgets.vocabulary import NAME
from dagster_project.documents import Document, Heading, ListItem, Paragraph, Table
from dagster_project.documents.model import page_of
from dagster_project.documents.text import one_line, without_start
from dagster_project.workspace.seeds import place_names, regions_with_a_slash

Place = tuple[Hashable, ...]

MAX_UNIT = 400
"""Characters of a text that can still hold a name and little else."""
_LABEL = 40
"""Characters of a text that may be the label of what stands below it."""
_FIRST = 3
"""Words of a label that make it the same label."""
_NUMBERED = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,2})*[a-z]?(?:[.)]|\s?[-–])?|[a-z][.)])\s+(?=\S)")
_INDENT = 6
"""Points of indent on a page that count as one."""
_OF_THE_SITE = re.compile(
    r"\s*(?:terug naar|(?:ga )?naar boven|lees (?:meer|voor)|(?:naar )?(?:de )?(?:vorige|volgende)(?: pagina)?$"
    r"|print(?:en)?$|sluiten$|deel(?:en)?(?: deze pagina)?$|toon (?:meer|minder)|direct naar|zoeken$"
    r"|(?:hoofd)?menu$|loket$|home$|inloggen$|contact$|actueel$|nieuws$|agenda$|sitemap$|cookies$|inhoud(?:sopgave)?$)",
    re.IGNORECASE,
)
"""What a platform puts on every page."""
_PROSE = 6
"""Words of a text that is running text."""
_AROUND = 4
"""Words before a name, and two after it, that make two sentences say the same."""
_NOTE_SIGN = re.compile(r"^[ *)\d.,]+")
_MOST_SENTENCES, _LONGEST_SENTENCE = 200, 1000
BROKEN = 25
"""Characters of a line from which on it may be too long for its column, so that it goes on below."""
_FULL = 0.7
"""Part of the longest line of its block that such a line has at least."""
_WHOLE = re.compile(r"[:;?!]|\.{3}|[.,]$")
"""What a name that goes on in the next line does not hold."""
_PARTED = re.compile(
    r"\s+/\s+(?=\d|[A-ZÀ-Þ])|\s+(?=\d{1,2}[a-z]?\.\s+[A-ZÀ-Þ])|\n(?=\d{1,2}[a-z]?[.)]\s)|\n(?=[•·▪-]\s)"
)
"""Where a cell that holds several texts is parted."""
_LINE, _MOST_LINES = 90, 20
"""Characters of a line of a cell, and lines of it, that may each be a name."""
_WORDS_OF_TOWN = 3
_SLASHED = re.compile(r" / ([A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+)*)")
"""The words with a capital behind a slash."""
_ABBREVIATED = re.compile(r"\b\w\.(?:\w\.)?$")
_STOP = re.compile(r"(?<=\w\w)\.\s|(?<=\.)\.\s")
_WORD = r"(?:[A-ZÀ-Þ][\w’'&./-]*|['’]s-[A-Z]\w+|\d{2,4}\b)"
_JOINT = r"(?:van|de|het|den|der|voor|en|in|aan|op|tot|te|ter|of|&|[–-]|u\.a\.|e\.o\.)"
_FIRST_WORDS = re.compile(rf"(?:Van|Aan|In|Met|Bij|Voor|Door|Ook|Naast|Bovendien|Daarnaast|Wij|De|Het) (?:{_JOINT} )*")
_PHRASE = re.compile(rf"{_WORD}(?: (?:{_JOINT} ){{0,3}}{_WORD})*(?: \([A-Z][\w .&-]{{1,25}}\))?")
"""A piece of a sentence that is written as a name is."""
_HEADS = 6
"""Rows of a sheet within which the heads of its columns stand."""
_NAMES = 3
"""Lines of a cell, each with a capital, that are no single name."""
SEATED_COLUMN: Place = ("seated column",)
"""The place of texts under a head that says that both a name and its seat stand below it."""
_SAYS_BOTH = re.compile(
    r"(?:naam|benaming|partij|organisatie|regeling|instelling)\b.*(?:\ben\b|/|,|\(|\+|&)\s*"
    r"(?:\w*plaats|zetel|adres|vestiging|gevestigd)",
    re.IGNORECASE,
)
_BOX = re.compile(r"box=(\d+),")
_INDEX = re.compile(r"\[\d+\]")
_LIST = re.compile(r"/li(?:\[\d+\])?(?!.*/li).*$")


@dataclass(frozen=True)
class Unit:
    """A text at a place of the document; `index` is that of its block, `row` and `column` those of a cell,
    `line` that of one line of a paragraph, `sentence` is the one that a piece of running text stands in, the `turn`-th
    of its block; `joined` is one of two lines, `piece` a part of a cell that holds several texts."""

    text: str
    places: tuple[Place, ...]
    locator: str
    index: int
    row: int | None = None
    column: int | None = None
    line: int | None = None
    sentence: str | None = None
    turn: int | None = None
    joined: bool = False
    piece: bool = False


def units_of(document: Document) -> list[Unit]:
    """The units in the order of the document; a merged cell is one, a paragraph of several lines one per line too, and
    running text one for each name-like piece of a sentence."""
    return [
        unit
        for unit in _all_units(document)
        if unit.text.strip() and len(unit.text) <= MAX_UNIT and not _OF_THE_SITE.match(unit.text)
    ]


def _all_units(document: Document) -> Iterator[Unit]:
    heading, phrases = 0, _slashed_phrases(document)
    for index, block in enumerate(document.blocks):
        if isinstance(block, Table):
            yield from _of_table(block, index, phrases)
            continue
        before = document.blocks[index - 1] if index else None
        after = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
        places = (*_of_block(block, before, after, heading), *_of_text(block.text, after))
        yield Unit(block.text, places, block.locator, index)
        if isinstance(block, Paragraph | ListItem) and "\n" in block.text and not is_wrapped(block.text.split("\n")):
            within = (*places, ("line", block.locator), ("lines",))
            for number, (above, line) in enumerate(itertools.pairwise(["", *block.text.split("\n")])):
                if above.endswith("-"):
                    continue  # the rest of a word, as of the surname of somebody
                at = (*places, ("first line",)) if number == 0 else within
                at = (*at, *(place for place in _of_text(line, None) if place[0] == "behind" and place not in at))
                yield Unit(line, at, block.locator, index, line=number)
            yield from _joined(block.text.split("\n"), places, block.locator, index)
        if isinstance(block, Heading):
            heading = index + 1
        elif len(block.text.split()) >= _PROSE:
            yield from _of_sentences(block, index, heading)


def _joined(lines: list[str], places: tuple[Place, ...], locator: str, index: int) -> Iterator[Unit]:
    """Two lines as one text, where the first may go on in the second."""
    full = _FULL * max(map(len, lines))
    for number, (one, other) in enumerate(itertools.pairwise(lines)):
        if len(one) > max(BROKEN, full) and not _WHOLE.search(one + other) and len(other) < len(one):
            yield Unit(f"{one}\n{other}", (*places, ("joined",)), locator, index, line=number, joined=True)


def _of_sentences(block: Paragraph | ListItem, index: int, heading: int) -> Iterator[Unit]:
    """The pieces of sentences that are written as names are: words with capitals and what joins them."""
    if any(line.endswith("?") for line in block.text.split("\n")[:-1]):
        return  # questions with their answers below are no running text
    for number, sentence in enumerate(sentences(one_line(block.text))[:_MOST_SENTENCES]):
        if len(sentence.split()) < _PROSE or len(sentence) > _LONGEST_SENTENCE:
            continue
        places = (("sentences", heading), ("sentence", index, number), ("first sentences", number == 0))
        if (first := sentence.split()[:1]) and number == 0:
            places = (*places, ("sentences that begin alike", first[0].lower()))
        for match in _PHRASE.finditer(sentence):
            for text in _pieces(match.group()):
                if len(text) > 3 and text != sentence.strip(" .") and not _runs_into_label(text, block.text):
                    alike = (*places, _said_alike(sentence, text))
                    yield Unit(text, alike, block.locator, index, sentence=sentence, turn=number)


def _runs_into_label(phrase: str, text: str) -> bool:
    """Whether a phrase is no more than the end of one line and the label that the next one begins with."""
    *_, last = phrase.split()
    _, broken, line = text.partition(f"\n{last}")
    label = f"{last}{line.partition(':')[0]}" if ":" in line.partition("\n")[0] else last
    return bool(broken) and field_before_value(label) is not None


def _said_alike(sentence: str, text: str) -> Place:
    """The words around a piece of a sentence: those that say the same of several parties are the same."""
    head, _, tail = sentence.lower().partition(text.lower())
    return ("said alike", " ".join(head.split()[-_AROUND:]), " ".join(_NOTE_SIGN.sub("", tail).split()[:2]))


def _pieces(phrase: str) -> list[str]:
    """A phrase, where it joins two with *en* each of the two; without the words that only begin the sentence."""
    phrase = without_start(_FIRST_WORDS, phrase)
    phrases = [text.strip(" ,") for text in _STOP.split(phrase)]
    found = [piece for text in phrases for piece in (text, *text.split(" en "))]
    return list(dict.fromkeys(text if _ABBREVIATED.search(text) else text.rstrip(".") for text in found))


def _of_block(block: Heading | Paragraph | ListItem, before: object, after: object, heading: int) -> tuple[Place, ...]:
    if isinstance(block, Heading):
        return (("heading", block.level), ("heading", block.level, type(after).__name__))
    places: list[Place] = []
    if isinstance(block, ListItem):
        places.append(("item", block.depth, _path(block.locator)))
        places.append(("list", block.depth, _LIST.sub("", block.locator)))
    elif "element=" in block.locator:
        places.append(("path", _path(block.locator)))
    elif indent := _BOX.search(block.locator):
        places.append(("indent", int(indent[1]) // _INDENT))
    if heading:
        places.append(("under", heading, type(block).__name__))
    if isinstance(before, Paragraph | Heading) and len(label := one_line(before.text)) < _LABEL:
        places.append(("below", label.lower().strip(" :")))
    return tuple(places)


def _of_text(text: str, after: object) -> tuple[Place, ...]:
    """What a text has in common with others by its number, and by the label that stands below it."""
    found: list[Place] = []
    if numbered := _NUMBERED.match(text):
        found.append(("numbered", re.sub(r"\d+|[a-z](?=[.)])", "#", numbered.group().strip())))
    label, colon, value = text.partition("\n")[0].partition(":")
    if colon and value.strip() and len(label) < _LABEL:
        found.append(("behind", one_line(label).lower()))
    below = after.rows[0].cells[0] if isinstance(after, Table) else getattr(after, "text", "")
    label = one_line(below.split("\n")[0].partition(":")[0])
    if 0 < len(label) < _LABEL:
        found.append(("above", " ".join(label.lower().split()[:_FIRST])))
    return tuple(found)


def _of_table(table: Table, index: int, phrases: Set[str]) -> Iterator[Unit]:
    heads = [one_line(c) for c in table.rows[0].cells] if table.rows else []
    width = max((len(r.cells) for r in table.rows), default=0)
    for number, row in enumerate(table.rows):
        above = table.rows[number - 1].distinct if number else []
        for column, cell in enumerate(row.cells):
            if not cell.strip() or (column and cell == row.cells[column - 1]):
                continue
            if number == 0 and len(row.distinct) == 1 and _is_title_of(table, cell):
                continue
            places: list[Place] = []
            if len(row.distinct) == 1 and number + 1 < len(table.rows):
                places.append(
                    ("row above", " ".join(one_line(table.rows[number + 1].cells[0]).lower().split()[:_FIRST]))
                )
            if len(row.distinct) == 1 and len(row.cells) > 1:
                places.append(("merged", table.locator))
                if number == 0:
                    # A page may cut a card after its first rows, and then it is as short as a table of something else.
                    places += [("title row", len(table.rows) > 2), ("title rows",)]
            else:
                places.append(("column", table.locator, column))
                places.append(("head", heads[column] if column < len(heads) else "", width))
                if column < len(heads) and _SAYS_BOTH.search(heads[column]):
                    places.append(SEATED_COLUMN)
                if column and row.cells[0].strip():
                    places.append(("beside", one_line(row.cells[0]).lower()))
                if number == 0:
                    places.append(("head row", table.locator))
            if len(above) == 1:
                places.append(("below", one_line(above[0]).lower()))
            if width == 1:
                places.append(("single column", table.locator))
            lines = [] if SEATED_COLUMN in places else _lines_apart(cell, row.locator)
            if len(lines) < _NAMES:
                yield Unit(cell, tuple(places), row.locator, index, number, column)
            apart = phrases.isdisjoint(_SLASHED.findall(one_line(cell))) and not _names_a_region(one_line(cell))
            parted = _PARTED.search(cell) and apart
            for piece in _PARTED.split(cell) if parted else lines:
                yield Unit(piece, tuple(places), row.locator, index, number, column, piece=True)


def _is_title_of(table: Table, text: str) -> bool:
    """Whether a text says the name of the sheet that it stands on, over names: a sheet of one party has its name."""
    title = without_start(_NUMBERED, table.title or "").strip()
    if not title or one_line(text).lower() != title.lower():
        return False
    heads = (cell for row in table.rows[1:_HEADS] if len(row.distinct) > 2 for cell in row.distinct)
    return any(field_before_value(one_line(cell)) == NAME or column_of(one_line(cell)) == NAME for cell in heads)


def _lines_apart(cell: str, locator: str) -> list[str]:
    """The lines of a cell that each name an organisation, or that are too many for one name; none where a page may have
    cut a name into them."""
    lines = [line for line in cell.split("\n") if line.strip()]
    if page_of(locator) is not None or not 1 < len(lines) <= _MOST_LINES or ":" in cell:
        return []
    if not all(len(line) <= _LINE and line[:1].isupper() for line in lines):
        return []
    return lines if len(lines) >= _NAMES or all(map(is_organisation, lines)) else []


def _names_a_region(text: str) -> bool:
    """Whether a slash in a text is that of a region: `Schuldhulp Midden IJssel / Oost Veluwe`, also where no list has
    it: behind a town goes on no name of another organisation (`Inkoop Alkmaar / Noord-Kennemerland`)."""
    if " / " not in text:
        return False
    if any(region in text for region in regions_with_a_slash()):
        return True
    begin, _, end = text.partition(" / ")
    words = begin.split()
    town = any(" ".join(words[-n:]) in place_names() for n in range(1, min(_WORDS_OF_TOWN, len(words) - 1) + 1))
    return town and not is_organisation(end.split()[0])


def _slashed_phrases(document: Document) -> set[str]:
    """What stands behind a slash in several texts, and so goes with what stands before it, as in names of a region:
    `Havenbedrijf Midden IJssel / Oost Veluwe`, `Regio Deal Midden IJssel / Oost Veluwe`."""
    texts: set[str] = set()
    for block in document.blocks:
        texts.update((c for row in block.rows for c in row.distinct) if isinstance(block, Table) else (block.text,))
    ends = Counter(end for text in texts if "/" in text for end in set(_SLASHED.findall(one_line(text))))
    return {end for end, often in ends.items() if often > 1}


def _path(locator: str) -> str:
    return _INDEX.sub("", locator)
