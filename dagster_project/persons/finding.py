"""`find`, `holds` and `take_out`: the rules put together. Does not belong here: a rule of its own."""

import re
from collections.abc import Collection
from functools import lru_cache

from dagster_project.persons.plain_names import is_bare_name, spans_of_plain_names
from dagster_project.persons.reach import spans_of_reach
from dagster_project.persons.spans import ALL, Kind, Span, joined, without
from dagster_project.persons.titled import could_hold_a_title, is_addressed, spans_by_title, without_offices

_PERSONS = frozenset({Kind.PERSON})
_EMPTY_BRACKETS = re.compile(r"\(\s*[,;]*\s*\)")


def find(text: str, kinds: Collection[Kind] = ALL) -> list[Span]:
    """What of these kinds stands in a text, in the order of its places; spans of one kind do not overlap."""
    wanted = frozenset(kinds)
    spans = list(_names(text)) if Kind.PERSON in wanted else []
    if not wanted <= _PERSONS:
        spans += spans_of_reach(text, wanted)
    return joined(spans) if len(spans) > 1 else spans


@lru_cache(maxsize=5_000)
def _names(text: str) -> tuple[Span, ...]:
    """A text of a document is asked again: as a name, as a value, as part of a list."""
    titled = could_hold_a_title(text)
    by_title = spans_by_title(text) if titled else ()
    return (*by_title, *spans_of_plain_names(text, titled))


def holds(text: str, kinds: Collection[Kind] = ALL) -> bool:
    """Whether anything of these kinds stands in a text."""
    return bool(find(text, kinds))


def names_a_person(text: str) -> bool:
    """Whether a text holds what looks like the name of a person."""
    return holds(text, _PERSONS)


def addresses_a_person(text: str) -> bool:
    """Whether a text names a person as one is addressed, which the name of an organisation does not."""
    return is_addressed(text) and names_a_person(text)


def could_be_a_name(text: str) -> bool:
    """Whether a text of a few words, such as a function, holds a person or could be nothing but a name.

    Stricter than `names_a_person`: for a field in which no name of anything belongs.
    """
    return names_a_person(text) or is_bare_name(text)


def take_out(text: str, kinds: Collection[Kind] = ALL) -> str:
    """The text without what is of these kinds, the rest as it stands: white space and commas at line ends too.

    With a person goes a remark in brackets that says who holds an office.
    """
    rest = without(text, find(text, kinds))
    if Kind.PERSON in kinds:
        # A name before the bracket that says its office goes first, or nothing would tell that it is one.
        rest = without_offices(rest)
    return rest if rest == text else without(rest, find(rest, kinds))


def without_persons(text: str | None) -> str | None:
    """The text on one line without persons and what is left of brackets about them; None where nothing stays."""
    if not text:
        return None
    text = _EMPTY_BRACKETS.sub("", take_out(text, _PERSONS))
    return " ".join(text.split()).strip(" ,;") or None
