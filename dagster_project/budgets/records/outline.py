"""The outline of a document: which titles stand over a block, and which of them is the section of a party.

Belongs here: headings, and lines that are titles though no heading. A title is a section where it is a category, or
where it is over some of the parties and not over all: what is over all of them is the title of the whole. Does not
belong here: titles within tables (`tables`).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from dagster_project.budgets.choice.labels import by_words, field_of
from dagster_project.budgets.figures import units_in
from dagster_project.budgets.frisian import in_dutch
from dagster_project.budgets.names import is_title, key_of
from dagster_project.budgets.sections import is_category, is_general, is_plural, without_number
from dagster_project.budgets.vocabulary import INTEREST, OTHER, PARTICIPANTS, PURPOSE, RISKS, SEAT, STATUS
from dagster_project.documents import Document, Heading, Paragraph, Table
from dagster_project.documents.text import one_line

_LINE = 99
"""The level of a title that is no heading: every heading ends it."""
_WORDS = 9
"""Words of a line that can be a title."""
_OF_A_PARTY = (SEAT, PURPOSE, PARTICIPANTS, INTEREST, RISKS, STATUS, OTHER)
"""Fields of a party, of which a title may be the label."""
_LABEL = 2
"""Words of such a label at most; more may be a programme: `Bestuur en veiligheid`."""
_ITSELF = re.compile(r"verbonden partijen", re.IGNORECASE)


@dataclass(frozen=True)
class Title:
    """A title and where it stands."""

    text: str
    level: int
    index: int


def outline_of(document: Document, named: Collection[int], is_label: Callable[[str], bool]) -> list[tuple[Title, ...]]:
    """Per block the titles over it, the outermost first; `named` are the blocks in which names stand."""
    chain: list[Title] = []
    found: list[tuple[Title, ...]] = []
    for index, block in enumerate(document.blocks):
        text = "" if isinstance(block, Table) else one_line(block.text)
        found.append(tuple(chain))
        if isinstance(block, Heading):
            chain = [title for title in chain if title.level < block.level]
            found[index] = tuple(chain)
            chain.append(Title(text, block.level, index))
        elif isinstance(block, Paragraph) and index in named and _is_over_its_block(block.text):
            first = one_line(block.text.split("\n")[0])
            chain = [*(title for title in chain if title.level < _LINE), Title(first, _LINE, index)]
            found[index] = tuple(chain)
        elif isinstance(block, Paragraph) and index not in named and _is_line(text, index + 1 in named, is_label):
            chain = [*(title for title in chain if title.level < _LINE), Title(text, _LINE, index)]
    return found


def _is_over_its_block(text: str) -> bool:
    """Whether the first line of a paragraph is the category of the names on the others."""
    first, more, _ = text.partition("\n")
    return bool(more) and is_category(first) and is_plural(first)


def _is_line(text: str, before_names: bool, is_label: Callable[[str], bool]) -> bool:
    """Whether a line that is no heading is a title: a category, or a title right before names."""
    if is_category(text) and is_plural(text):
        return True
    short = 0 < len(text.split()) <= _WORDS and text[:1].isupper() and text[-1:] not in ".:;,?!"
    return before_names and short and is_title(text) and not (
        is_general(text) or units_in(text) or is_label(text) or any(map(str.isdigit, text))
    )  # fmt: skip


def sections_of(
    parties: Sequence[tuple[int, str]], outline: Sequence[tuple[Title, ...]], names: Collection[str]
) -> list[str | None]:
    """The section of each party, from the index of its block and its name; `names` are the keys of all names."""
    under: Mapping[Title, set[str]] = defaultdict(set)
    for index, name in parties:
        for title in outline[index]:
            under[title].add(name)
    everyone = {name for _, name in parties}
    return [_section(outline[index], name, under, len(everyone), names) for index, name in parties]


def _section(
    chain: Sequence[Title], name: str, under: Mapping[Title, set[str]], everyone: int, names: Collection[str]
) -> str | None:
    for number, title in reversed(list(enumerate(chain))):
        if is_category(title.text):
            return title.text
        if key_of(title.text) in names or key_of(name) in key_of(title.text):
            continue
        if number and _ITSELF.fullmatch(without_number(in_dutch(title.text))):
            return title.text
        if len(title.text.split()) <= _LABEL and by_words(title.text) and field_of(title.text) in _OF_A_PARTY:
            continue  # a label in the letters of a title
        if not is_general(title.text) and is_title(title.text) and len(under[title]) < everyone:
            return title.text
    return None
