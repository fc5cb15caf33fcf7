"""What stands around a text that is no cell: the label above it, what follows it, the list that it is in.

Belongs here: headings, items, lines and paragraphs. Does not belong here: cells (`around_cells`).
"""

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from dagster_project.budgets.choice.labels import Labels, by_words, field_of, is_form, is_value
from dagster_project.budgets.choice.speaking import speaking
from dagster_project.budgets.choice.titles import NUMBERED
from dagster_project.budgets.choice.units import Unit
from dagster_project.budgets.labels import PARTY_FIELDS
from dagster_project.budgets.lines import take_apart
from dagster_project.budgets.names import clean_name
from dagster_project.budgets.prose import members_in, prose_fields
from dagster_project.budgets.sections import is_category, is_part
from dagster_project.budgets.sentences import sentences
from dagster_project.budgets.vocabulary import NAME, PARTICIPANTS, SUB_UNITS
from dagster_project.documents import Heading, ListItem, Paragraph, Table
from dagster_project.documents.model import Block
from dagster_project.documents.text import one_line

_MEMBERS = re.compile(
    r"\b(?:deelnemers|leden|partners|aandeelhouders|deelnemende \w+) (?:hierin |hieraan )?zijn\b", re.IGNORECASE
)
_PARTED = re.compile(r"[,;]")
_ENDS_OPEN = re.compile(r"(?:[,;]|\ben|\b[Mm]inisterie van(?: \w+se)?)$")
_GOES_ON = re.compile(
    r"(?:[,;]|\b(?:en|de|gemeente|provincie|waterschap|hoogheemraadschap|ministerie van))$", re.IGNORECASE
)
"""How a paragraph ends that the next page or column goes on with."""
_FULL_STOP = re.compile(r"(?<!\b\w)(?<!\be\.o)\.$")
"""The stop of a sentence, and not of `N.V.` or `e.o.`"""
_STOPS = re.compile(r"[.:;,!?)]$")
_JOINED = re.compile(r"[,;]| en ")
OF_MEMBERS = (PARTICIPANTS, SUB_UNITS)
"""What labels are of that list organisations which are no parties themselves."""
_FULL = 0.7
"""Part of the longest line of its block that a full line has at least; letters differ in width, and a long word more
than a short one has no place at its end."""
_ABOUT = 0.9
"""Part of it from which on the next word may have had no place: letters are counted and not measured."""
_FAR = 10
"""Blocks or rows below a text in which fields of its party are looked for."""
_DEEPEST = 100
_LISTED = 3
"""Lines with a number that make a list."""
_LONG = 14
"""Words of a text that is longer than names are."""
_PROSE = 6
"""Words of a text that is running text."""
FOLLOW = ("a field of parties follows", "two fields of parties follow")
"""The signs of one field that only parties have below a text, and of more."""


def around_text(blocks: Sequence[Block], unit: Unit, labels: Labels) -> Iterator[str]:
    """The signs around a text that is no cell."""
    block, line = blocks[unit.index], clean_name(unit.text).text
    if isinstance(block, Heading):
        yield "heading"
    elif isinstance(block, ListItem):
        yield "item"
    elif unit.line:
        yield "line"
    if NUMBERED.match(unit.text):
        yield "numbered"
    if any(take_apart(below) for below in unit.text.split("\n")[1:]):
        yield "holds labels"
    yield from _over_lines(block.text, unit)
    above = before(blocks, unit)
    if isinstance(block, ListItem):
        for over in _over_item(blocks, unit.index):
            yield from by_label(over, labels, "below a label of names", "in a list below another label")
    if (title := _title_over(blocks, unit)) is not None and (is_category(title) or is_form(title)):
        yield "under a category of parties"
    if not isinstance(block, Heading):
        yield from by_label(above, labels, "below a label of names", "below another label")
    after = _after(blocks, unit)
    lines = lines_with_before(blocks, unit.index)
    at = len(lines) - len(block.text.split("\n")) + (unit.line or 0)
    if member := _is_member(blocks, unit, lines, at):
        yield "in a list below another label"
    if (after and begins(after, labels)) or is_part(after or ""):
        yield "labels follow"
        of_label = above is not None and labels.known(above) and field_of(above) != NAME
        if member or is_itself(unit.text, labels) or (of_label and not isinstance(block, Heading)):
            return  # what follows is of the name above this label, value or participant
        yield from how_many(_fields_below(blocks, unit), FOLLOW)
    elif after and len(after.split()) >= _PROSE:
        yield "prose follows"
        yield from how_many({one.field for one in prose_fields(one_line(after))}, FOLLOW)
    if after and len(line) > 2 and _begins_with(after, line):
        yield "begins the text below"


def _over_lines(text: str, unit: Unit) -> Iterator[str]:
    """The signs of a name over two lines of a list of which the first alone has a number."""
    first = _numbered_alone(text) if unit.line is not None else ()
    if unit.line in first:
        yield "both lines of a numbered one" if unit.joined else "half of a numbered line"
    elif first and unit.line - 1 in first:
        yield "half of a numbered line"


@lru_cache(maxsize=64)
def _numbered_alone(text: str) -> tuple[int, ...]:
    """The lines of a text with a number over one without, where it has a list of these and most go on so."""
    numbered = [bool(NUMBERED.match(line)) for line in text.split("\n")]
    first = tuple(n for n in range(len(numbered) - 1) if numbered[n] and not numbered[n + 1])
    return first if sum(numbered) >= _LISTED and 2 * len(first) <= sum(numbered) else ()


def how_many(fields: Set[str | None], signs: tuple[str, str]) -> Iterator[str]:
    """The sign of one, or of more, of the fields that only parties have; none where there is none."""
    if own := len(fields & PARTY_FIELDS):
        yield signs[own > 1]


def by_label(label: str | None, labels: Labels, named: str, other: str) -> Iterator[str]:
    """The sign of standing with a label of names, or with another; none where it is no label."""
    if label is not None and labels.known(label):
        yield named if field_of(label) == NAME else other


def lines_with_before(blocks: Sequence[Block], index: int) -> list[str]:
    """The lines of a block, behind those of the paragraph before it where that ends in the middle of a list, as at the
    foot of a column or page."""
    lines = blocks[index].text.split("\n")
    above = blocks[index - 1] if index else None
    if isinstance(blocks[index], Paragraph) and isinstance(above, Paragraph) and _GOES_ON.search(above.text):
        return [*above.text.split("\n"), *lines]
    return lines


def within_list(lines: Sequence[str], at: int) -> bool:
    """Whether a line goes on with a list of participants or parts that a label above it in its block begins."""
    above = lines[at - 1].strip()
    goes_on = _ENDS_OPEN.search(above) or _PARTED.search(lines[at]) or (_JOINED.search(above) and _is_cut(lines, at))
    if not goes_on and not _is_wide(lines, at):
        return False  # the list ended in the line before
    if above.count(";") > 1 and _is_cut(lines, at):
        return True  # wherever the label stands: a page may have cut it off
    for line in reversed(lines[:at]):
        if told := take_apart(line):
            return told[-1].field in OF_MEMBERS
        if _MEMBERS.search(line):
            return True
    return False


def _is_member(blocks: Sequence[Block], unit: Unit, lines: Sequence[str], at: int) -> bool:
    """Whether a text is of a list of participants or parts, or the rest of a value, by what stands above and around."""
    block = blocks[unit.index]
    if (unit.line is not None or "\n" not in block.text) and at > 0 and within_list(lines, at):
        return True
    if unit.line is not None and _is_told_as_member(block.text, unit.text):
        return True
    return bool(unit.line) and (ends_a_sentence(lines, at) or _below_members(blocks, unit.index))


def _is_told_as_member(text: str, line: str) -> bool:
    """Whether a line is within what a sentence of running text names as participants."""
    words = one_line(line).strip(" ,.;")
    return any(words in members_in(sentence) for sentence in sentences(one_line(text)))


def _is_wide(lines: Sequence[str], at: int) -> bool:
    """Whether a line is the short rest of one above it that is as wide as a page, where nothing else follows."""
    return at + 1 == len(lines) and len(lines[at - 1]) >= _PAGE_WIDTH and len(lines[at]) < _REST


def _below_members(blocks: Sequence[Block], index: int) -> bool:
    """Whether the lines of a block stand below a label of participants or parts, and no line is a label itself."""
    above = blocks[index - 1] if index else None
    if not isinstance(above, Paragraph | Heading) or field_of(one_line(above.text.split("\n")[-1])) not in OF_MEMBERS:
        return False
    return not any(take_apart(line) or field_of(line) for line in blocks[index].text.split("\n"))


def _title_over(blocks: Sequence[Block], unit: Unit) -> str | None:
    """The heading that a text stands under, a few blocks above it, its own list or lines between them."""
    level = block.level if isinstance(block := blocks[unit.index], Heading) else _DEEPEST
    for above in reversed(blocks[max(0, unit.index - _FAR) : unit.index]):
        if isinstance(above, Heading) and above.level < level:
            return one_line(above.text)
        if isinstance(above, Table):
            return None
    return None


def ends_a_sentence(lines: Sequence[str], at: int) -> bool:
    """Whether a line is the end of the sentence that a value begins in a line above it: `Zaanstreek-Waterland.` below
    `Doel: activiteiten voor het gebied`."""
    if not _FULL_STOP.search(lines[at]) or _STOPS.search(lines[at - 1].strip()):
        return False
    told = next((told for line in reversed(lines[:at]) if (told := take_apart(line))), None)
    return bool(told and told[-1].value) and told[-1].field != NAME


_PAGE_WIDTH, _REST = 90, 40
"""Characters of a line that fills a page, and of a text that may be the last words of its list."""


def _is_cut(lines: Sequence[str], at: int) -> bool:
    """Whether a text goes on in a line since the one above it was full: several lines of the block are about as long as
    the longest, this one above is one of them, and the first word had no place there."""
    longest = max(map(len, lines))
    first = next(iter(lines[at].split()), "")
    full = sum(len(line) >= _FULL * longest for line in lines)
    return full > 1 and len(lines[at - 1]) >= _FULL * longest and len(f"{lines[at - 1]} {first}") > _ABOUT * longest


def _over_item(blocks: Sequence[Block], index: int) -> Iterator[str]:
    """The lines right above the lists that an item is in: the outer items from the nearest on, then what stands above
    the outermost list."""
    depth = blocks[index].depth
    while index >= 0 and isinstance(item := blocks[index], ListItem):
        if item.depth < depth:
            depth = item.depth
            yield one_line(item.text.split("\n")[-1])
        index -= 1
    over = blocks[index] if index >= 0 else None
    if isinstance(over, Paragraph | Heading):
        yield one_line(over.text.split("\n")[-1])


def _last_line(unit: Unit) -> int:
    """The number of the last line of a text in its block."""
    return (unit.line or 0) + unit.joined


def before(blocks: Sequence[Block], unit: Unit) -> str | None:
    """The line right above a text, in its own block or the last of a paragraph or heading; None where there is none."""
    if unit.line:
        return one_line(blocks[unit.index].text.split("\n")[unit.line - 1])
    above = blocks[unit.index - 1] if unit.index else None
    return one_line(above.text.split("\n")[-1]) if isinstance(above, Paragraph | Heading) else None


def _after(blocks: Sequence[Block], unit: Unit) -> str | None:
    block = blocks[unit.index]
    lines = block.text.split("\n")
    at = _last_line(unit)
    if len(lines) > at + 1 and (unit.line is not None or unit.text != block.text):
        return lines[at + 1]
    after = blocks[unit.index + 1] if unit.index + 1 < len(blocks) else None
    if isinstance(after, Table):
        first = after.rows[0].cells
        return next((cell for cell in first if cell.strip()), None)
    if after is None or (isinstance(after, ListItem) and isinstance(block, ListItem) and after.depth <= block.depth):
        return None
    return after.text.split("\n")[0]


def _fields_below(blocks: Sequence[Block], unit: Unit) -> set[str | None]:
    """The fields that are told below a text, before the next title."""
    block = blocks[unit.index]
    level = block.level if isinstance(block, Heading) else 0
    texts = block.text.split("\n")[_last_line(unit) + 1 :] if unit.line is not None else []
    for after in blocks[unit.index + 1 : unit.index + 1 + _FAR]:
        if isinstance(after, Heading) and (
            after.level <= level or not (is_part(after.text) or _begins_known(after.text))
        ):
            break
        if isinstance(after, Table):
            texts += [cell for row in after.rows[:_FAR] for cell in row.distinct[:4]]
        else:
            texts += after.text.split("\n")
    found: set[str | None] = set()
    for text in texts[: 4 * _FAR]:
        both = speaking([text])
        found |= {one.field for one in take_apart(text)} or {*(both if len(both) > 1 else (field_of(one_line(text)),))}
    return found


def _begins_with(text: str, name: str) -> bool:
    """Whether a text begins with a name, with or without an article, and goes on."""
    begin = re.sub(r"^(?:de|het) ", "", one_line(text), flags=re.IGNORECASE)
    bare = re.sub(r"^(?:de|het) ", "", name, flags=re.IGNORECASE)
    return begin.startswith(bare) and len(begin) > len(bare) + _PROSE


def _begins_known(text: str) -> bool:
    return field_of(one_line(text).partition(":")[0]) is not None


def begins(text: str, labels: Labels) -> bool:
    """Whether a text begins with a label of something else than names."""
    text = text.split("\n")[0]
    told = take_apart(text)
    if told:
        return told[0].field != NAME
    if len(speaking([text])) > 1:
        return True  # `Assen | Stichting`
    return labels.known(one_line(text)) and field_of(one_line(text)) != NAME


def is_itself(text: str, labels: Labels) -> bool:
    """Whether a text is a label, a value, or both on one line."""
    line = one_line(text.split("\n")[0])
    return is_value(line) or by_words(line) or bool(take_apart(line)) or len(line.split()) > _LONG
