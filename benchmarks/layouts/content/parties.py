"""A document's parties: names with their tails, fields, amounts, and what the truth has of them."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

from benchmarks.layouts.content import names
from benchmarks.layouts.content.amounts import QUANTITIES, Amount, Moments, Money
from benchmarks.layouts.content.participants import Participants, draw_participants
from benchmarks.layouts.words import words


@dataclass(frozen=True)
class Party:
    """`name` is that of the truth, `title` the same with the seat that stands behind it, `shown` that with a number and
    the mark of a note; `kind` is one of `names.KINDS`."""

    name: str
    title: str
    shown: str
    kind: str
    section: str
    form: str
    group: str
    seat: str | None
    purpose: str
    participants: Participants
    amounts: dict[str, tuple[Amount, ...]]
    extra: dict[str, str]


def draw_parties(
    dice: random.Random, layout: Mapping[str, str], province: str, moments: Moments | None, money: Money | None,
    persons: list[str], sections: Mapping[str, str],
) -> list[Party]:  # fmt: skip
    """The parties of a document; where it has sections, those of one section stand together."""
    count = 1 if layout["holds"] == "one" else dice.randint(3, 9)
    drawn: dict[str, Party] = {}
    while len(drawn) < count:
        party = _draw(dice, layout, province, moments, money, persons, sections)
        drawn.setdefault(party.name.casefold(), party)
    parties = list(drawn.values())
    if layout.get("sections", "none") != "none":
        parties.sort(key=lambda party: list(sections.values()).index(party.section))
    if layout["name_tail"] == "number":
        mark = dice.choice(("{}. ", "{}) ", "6.{} ", "{} - "))
        parties = [_shown(party, mark.format(n) + party.shown) for n, party in enumerate(parties, start=1)]
    if layout.get("notes") == "markers":
        mark = dice.choice(("*", " 1)", "¹", " *)"))
        parties = [_shown(p, p.shown + mark) if dice.random() < 0.4 else p for p in parties]
    return parties


def _draw(dice, layout, province, moments, money, persons, sections) -> Party:
    text, places = words().text, words().places
    kind = layout["names"]
    if kind == "mixed":
        kind = dice.choices(names.KINDS, names.MIX)[0]
    name = names.party_name(dice, kind)
    side, form, group = names.legal_form(dice, kind, name)
    name = _with_tail(dice, layout["name_tail"], name)
    seat = dice.choice(places.seats)
    purpose, matrix = dice.choice(text.purposes), layout["container"] == "matrix"
    how = layout.get("seat", "absent")
    title = {"after_comma": f"{name}, {seat}", "after_te": f"{name} te {seat}"}.get(how, name)
    if how == "sentence" and layout["container"] != "prose":
        purpose = f"{purpose} {dice.choice(text.seat_sentences).format(s=seat)}"
    amounts = {q: money.series(dice, q, len(moments.of(q))) for q in QUANTITIES} if money else {}
    return Party(
        name=name, title=title, shown=title, kind=kind, section=sections[side], form=form, group=group,
        seat=None if how == "absent" else seat, purpose=purpose,
        participants=draw_participants(dice, "crosses" if matrix else layout.get("participants", "absent"), province),
        amounts=amounts, extra=_extra(dice, layout, persons),
    )  # fmt: skip


def bare(party: Party) -> Party:
    """A party of which nothing but its name is told, and its seat where that stands behind the name."""
    seat = party.seat if party.title != party.name else None
    return replace(
        party, shown=party.title, seat=seat, purpose="", participants=Participants(), amounts={}, form="", section="",
        extra={},
    )  # fmt: skip


def _shown(party: Party, shown: str) -> Party:
    return replace(party, shown=shown)


def _with_tail(dice: random.Random, tail: str, name: str) -> str:
    """The name with what is part of it: an abbreviation, a status, a former name."""
    lists = words().names
    if tail == "abbreviation" and len(name.split()) > 1 and dice.random() < 0.6:
        return f"{name} ({names.abbreviation(name)})"
    if tail == "status" and dice.random() < 0.4:
        return f"{name} {dice.choice(lists.statuses)}"
    if tail == "former" and dice.random() < 0.4:
        return f"{name} (voorheen {dice.choice(lists.former)})"
    return name


def _extra(dice: random.Random, layout: Mapping[str, str], persons: list[str]) -> dict[str, str]:
    text, told = words().text, {}
    if layout.get("persons") == "field" and persons:
        role = dice.choice(words().persons.roles)
        told["interest"] = role.format(who=names.titled(dice, dice.choice(persons)))
        told["interest"] = told["interest"][0].upper() + told["interest"][1:]
    more = layout.get("extra_fields", "none")
    if more == "contribution":
        told["contribution"] = f"€ {dice.randint(10, 990)}.{dice.randint(0, 999):03}"
    if more == "shares":
        told["shares"] = f"{dice.randint(10, 99)}.{dice.randint(0, 999):03} aandelen"
    if more == "risks_and_news":
        told |= {"risks": dice.choice(text.risks), "news": dice.choice(text.news_of_party)}
    if more == "programme":
        told["programme"] = dice.choice(text.programmes)
    return told
