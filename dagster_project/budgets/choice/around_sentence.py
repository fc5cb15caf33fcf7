"""What stands around a piece of running text: how its sentence speaks of it, and what the sentences after it tell.

Belongs here: pieces of sentences. Does not belong here: texts that stand alone (`around_text`, `around_cells`).
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dagster_project.budgets.choice.around_text import OF_MEMBERS, before, lines_with_before
from dagster_project.budgets.choice.labels import Labels, field_of
from dagster_project.budgets.choice.units import Unit
from dagster_project.budgets.labels import PARTY_FIELDS, Labelled
from dagster_project.budgets.lines import take_apart
from dagster_project.budgets.prose import fields_in_sentence, members_in
from dagster_project.budgets.sentences import sentences
from dagster_project.budgets.vocabulary import NAME
from dagster_project.documents.model import Block
from dagster_project.documents.text import one_line

_TAKES_PART = re.compile(
    r"deelneem|deelnem(?!ers?\b)|neemt? .{0,80}\bdeel\b|\blid van\b|aandeelhouder|aandelen|\bbelang (?:van \S+ )?in\b"
    r"|eigenaar|participe|bestuurszetel|zetel in het (?:\w+ )?bestuur|verbonden partij|vertegenwoordigd in|doen wij mee"
)
"""How a sentence in lower case says that the body takes part in what it names."""
_LISTED = re.compile(r"(?:vennootschap|deelneming|organisatie|regeling|partij|stichting|verband)\w*: ", re.IGNORECASE)
"""What stands before the names that a sentence lists."""
_TOLD_BEHIND = re.compile(
    r"\s*[,(](?:[^.;()]{0,60}[\s,(])?(?:gevestigd|zetel|vestigingsplaats|gemeenschappelijke regeling|openbaar lichaam"
    r"|bedrijfsvoeringsorganisatie|(?:naamloze|besloten) vennootschap)\b",
    re.IGNORECASE,
)
"""What tells right behind a name where or in which form it is: what is only mentioned is not told of so."""
_ARTICLE = re.compile(r"(?:De|Het) ")
_NEXT = 5
"""Sentences after one that names a party which tell of it."""


def around_sentence(blocks: Sequence[Block], unit: Unit, labels: Labels) -> Iterator[str]:
    """The signs around a piece of a sentence."""
    sentence = unit.sentence or ""
    yield "in a sentence"
    if _LISTED.search(sentence[: max(0, sentence.find(unit.text))]):
        yield "listed in a sentence"
    opens = _ARTICLE.sub("", sentence, count=1).startswith(unit.text)
    if opens:
        yield "opens its sentence"
    if _TOLD_BEHIND.match(sentence, sentence.find(unit.text) + len(unit.text)):
        yield "its seat or form right behind it"
    above = before(blocks, unit)
    below_other = above is not None and labels.known(above) and field_of(above) != NAME
    in_block = _label_of("\n".join(lines_with_before(blocks, unit.index)), sentence, unit.text)
    # A label may have a line of its own above the list, with no colon to tell it from the sentence that follows.
    if (labelled := bool(take_apart(sentence)) or in_block in OF_MEMBERS) or below_other:
        of = in_block if labelled else field_of(above)
        yield "in a list below another label" if of in OF_MEMBERS else "beside another label"
    elif unit.text in members_in(sentence):
        yield "in a list below another label"
    if takes_part := bool(_TAKES_PART.search(sentence.lower())):
        yield "said to take part"
        if one_line(blocks[unit.index].text).startswith(sentence):
            yield "opens a paragraph that takes part"
    if fields_in_sentence(sentence) & PARTY_FIELDS:
        yield "its sentence tells a field"
    elif (takes_part or opens) and _told_after(blocks[unit.index], unit.turn) & PARTY_FIELDS:
        yield "what is told after it begins here"


def _label_of(text: str, sentence: str, piece: str) -> str | None:
    """The field of the label that a piece of a sentence stands behind, in its line or in one above it in its block."""
    line = one_line(text)
    at = max(0, line.find(sentence)) + max(0, sentence.find(piece))
    over = [told for begin, told in _labels_in(text) if begin <= at]
    return next((one.field for one in over[-1] if piece in one.value), over[-1][-1].field) if over else None


@lru_cache(maxsize=1000)
def _labels_in(text: str) -> list[tuple[int, list[Labelled]]]:
    """The labels of each line of a block that begins with one, and where it begins in the block as one line."""
    lines = text.split("\n")
    begins = itertools.accumulate((len(one_line(line)) + 1 for line in lines), initial=0)
    return [(begin, told) for begin, line in zip(begins, lines, strict=False) if (told := take_apart(line))]


def _told_after(block: Block, turn: int | None) -> set[str]:
    """The fields that the sentences after one of a block tell."""
    after = sentences(one_line(block.text))[(turn or 0) + 1 :][:_NEXT]
    return {field for sentence in after for field in fields_in_sentence(sentence)}
