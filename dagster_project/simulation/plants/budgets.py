"""Budgets as typed documents: changing their parties, and telling where two documents differ.

Belongs here: what any kind needs to do to a document. Does not belong here: any kind.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from dagster_project.simulation.sources.budgets.content import Document, Party
from dagster_project.simulation.sources.budgets.house_style import Style
from dagster_project.simulation.sources.budgets.layouts import layouts

TEXTS = {"form": "form", "seat": "seat", "purpose": "purpose", "participants": "participants_text"}
"""The field of a party that a column of a house shows."""
Change = Callable[[Party, Document], Party | None]


def with_parties(document: Document, change: Change) -> Document:
    """The document with each party changed; a party for which nothing is given is left out."""
    groups = tuple(
        (heading, tuple(new for party in parties if (new := change(party, document)) is not None))
        for heading, parties in document.groups
    )
    return replace(document, groups=groups)


def with_more(document: Document, parties: Iterable[Party]) -> Document:
    """The document with further parties under its last heading."""
    groups = document.groups or ((None, ()),)
    heading, last = groups[-1]
    return replace(document, groups=(*groups[:-1], (heading, (*last, *parties))))


def a_party(name: str, form: str | None, participants: Sequence[str], **fields: object) -> Party:
    """A party that the truth does not know."""
    written = Party(
        truth_id=None, name=name, break_at=None, form=form, seat=None, purpose=None, participants=(),
        participants_text=None, separator=None,
    )  # fmt: skip
    return replace(with_participants(written, participants), **fields)


def with_name(party: Party, name: str) -> Party:
    """The party under another name, whole on its line."""
    return replace(party, name=name, break_at=None)


def with_participants(party: Party, items: Sequence[str]) -> Party:
    """The party with another list of participants, parted as before, or by semicolons where a sentence held them."""
    separator = party.separator or "; "
    return replace(
        party, participants=tuple(items), participants_text=separator.join(items) or None, separator=separator
    )


def with_amounts(party: Party, change: Callable[[str, int], int]) -> Party:
    """The party with each of its amounts changed; `change` gets the field and whole euros."""
    return replace(party, amounts={name: change(name, value) for name, value in party.amounts.items()})


def exchanged(party: Party, one: str, other: str) -> Party:
    """The party with two amounts exchanged, where it has both."""
    if one not in party.amounts or other not in party.amounts:
        return party
    return replace(party, amounts=party.amounts | {one: party.amounts[other], other: party.amounts[one]})


def differences(
    before: Document, after: Document, was: Sequence[str], places: Sequence[str]
) -> Iterator[tuple[str, str, str]]:
    """(place, before, after) of what two versions of one document say differently, where its house shows it.

    `was` and `places` are those of the parties before and after. Parties are matched by their order where there are as
    many, else by their name.
    """
    for field in ("title", "introduction", "closing"):
        one, other = _text(getattr(before, field)), _text(getattr(after, field))
        if one != other:
            yield f"document;field={field}", one, other
    if before.unit_line != after.unit_line:
        yield "document;field=unit", _text(before.unit_line), _text(after.unit_line)
    old, new = list(zip(before.parties, was, strict=True)), list(zip(after.parties, places, strict=True))
    if len(old) == len(new):
        pairs = list(zip(old, new, strict=True))
    else:
        by_name = {party.name: (party, place) for party, place in old}
        pairs = [(by_name[party.name], (party, place)) for party, place in new if party.name in by_name]
        kept = {party.name for (_, _), (party, _) in pairs}
        yield from ((place, party.name, "") for party, place in old if party.name not in kept)
        yield from ((place, "", party.name) for party, place in new if party.name not in by_name)
    for (one, _), (other, place) in pairs:
        yield from ((f"{place};field={field}", *values) for field, values in _fields(one, other, after.style))


def _fields(one: Party, other: Party, style: Style) -> Iterator[tuple[str, tuple[str, str]]]:
    for field in ("name", *(TEXTS[column] for column in style.order)):
        if getattr(one, field) != getattr(other, field):
            yield field, (_text(getattr(one, field)), _text(getattr(other, field)))
    for name in sorted({*one.amounts, *other.amounts}):
        if one.amounts.get(name) != other.amounts.get(name):
            yield name, (_text(one.amounts.get(name)), _text(other.amounts.get(name)))
    if one.extras != other.extras and layouts()[style.layout].blocks:
        yield "extras", tuple("; ".join(f"{label}: {value}" for label, value in p.extras) for p in (one, other))


def _text(value: object) -> str:
    if value is None:
        return ""
    return " / ".join(value) if isinstance(value, tuple) else str(value)
