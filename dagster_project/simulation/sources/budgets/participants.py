"""Who takes part, as one reporter writes it: the items that a reader notes, and the text that holds them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dagster_project.simulation.model import TrueCollaboration
from dagster_project.simulation.randomness import LazyGenerator
from dagster_project.simulation.sources.budgets.house_style import Style
from dagster_project.simulation.sources.capture import acknowledged_members
from dagster_project.simulation.sources.errors import error_words
from dagster_project.simulation.sources.faults import Conditions
from dagster_project.simulation.world.organisations import groups_at, listed_name, official_name, predecessors

# Municipalities share the word for their kind; the others bear theirs in their name.
KINDS = {"gm": ("de gemeente ", "de gemeenten "), "pv": ("", ""), "ws": ("", ""), "mn": ("", "")}
COUNTED_FROM = 6
"""From so many municipalities on, a house that counts writes a number in the place of names."""


@dataclass(frozen=True)
class WrittenParticipants:
    """Items, their text (None: not given), what parts them in it (None: a sentence), and (kind, detail) of faults."""

    items: tuple[str, ...]
    text: str | None
    separator: str | None
    faults: tuple[tuple[str, str], ...]


def written_participants(
    one: TrueCollaboration,
    reporter: str,
    style: Style,
    whole: bool,
    near: tuple[str, ...],
    by: Conditions,
    *question: object,
) -> WrittenParticipants:
    """The list of a reporter. `whole`: nobody may lack, for this is the list of a faultless country that names all.

    Of those that are `near`, one that takes no part may be claimed by mistake.
    """
    members, faults = list(acknowledged_members(one)), []
    if one.non_government and by.strikes("budget_unnamed_partners", *question, body=reporter):
        said = error_words().unnamed_partners
        some = said[len(one.non_government) % len(said)]
        faults.append(("budget_unnamed_partners", f"{some} <- {'; '.join(one.non_government)}"))
        one = replace(one, non_government=(some,))
    named = {member: listed_name(member, one.snapshot) for member in members}
    others = [member for member in one.participants if member != reporter]
    chance = LazyGenerator("participants", by.seed, *question)
    if len(one.participants) >= 3 and by.strikes("missing_participants", *question, body=reporter):
        for member in chance.generator.sample(others, min(len(others) - 1, chance.generator.choice((1, 1, 2)))):
            members.remove(member)
            faults.append(("missing_participants", f"{named[member]} <- {member}"))
    if not style.with_itself and len(members) > 1 and reporter in members:
        members.remove(reporter)
    merged = predecessors(one.snapshot)
    renewed = [member for member in members if member in merged and member != reporter]
    if renewed and by.strikes("old_participant", *question):
        member = chance.generator.choice(renewed)
        old = chance.generator.choice(merged[member])
        named[member] = official_name(old, one.snapshot)
        faults.append(("old_participant", f"{named[member]} <- {listed_name(member, one.snapshot)}"))
    claims = len(members) >= 2 and by.strikes("claimed_participant", *question, body=reporter)
    if claims and (outsiders := [body for body in near if body not in acknowledged_members(one)]):
        outsider = chance.generator.choice(outsiders)
        members.append(outsider)
        named[outsider] = listed_name(outsider, one.snapshot)
        faults.append(("claimed_participant", f"{named[outsider]} <- {outsider}"))
    counted = _counted(one, members, style, whole, bool(faults), chance)
    if counted:
        return WrittenParticipants(counted, *_joined(counted, ", "), tuple(faults))
    items = tuple(named[member] for member in members) + one.non_government
    prose = style.participants == "prose"
    if not prose and len(items) >= 2 and by.strikes("participants_in_prose", *question):
        prose = True
        faults.append(("participants_in_prose", f"{sentence(members, named, one)} <- {'; '.join(items)}"))
    if not items:
        return WrittenParticipants((), None, None, tuple(faults))
    if prose:
        return WrittenParticipants(items, sentence(members, named, one), None, tuple(faults))
    kind = "gemeente " if style.participants == "with_kind" else ""
    shown = [f"{kind if member.startswith('gm') else ''}{named[member]}" for member in members]
    return WrittenParticipants(items, *_joined([*shown, *one.non_government], style.separator), tuple(faults))


def _joined(items: Iterable[str], separator: str) -> tuple[str, str]:
    """The items in a row and what parts them: a semicolon where a name holds a comma."""
    items = list(items)
    parted = "; " if any("," in item for item in items) else separator
    return parted.join(items), parted


def sentence(members: list[str], named: dict[str, str], one: TrueCollaboration) -> str:
    """`De gemeenten Assen en Tynaarlo en provincie Drenthe`."""
    parts = []
    for kind, (single, plural) in KINDS.items():
        if names := [named[member] for member in members if member.startswith(kind)]:
            parts.append((plural if len(names) > 1 else single) + _and(names))
    parts += one.non_government
    text = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} en {parts[-1]}"
    return text[0].upper() + text[1:]


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


def _counted(
    one: TrueCollaboration,
    members: list[str],
    style: Style,
    whole: bool,
    faulty: bool,
    chance: LazyGenerator,
) -> tuple[str, ...] | None:
    """A number in the place of names: of a group that is known, or (not in the list that must be whole) of any."""
    if style.participants != "counts" or faulty or whole:
        return None
    municipalities = [member for member in members if member.startswith("gm")]
    if len(municipalities) < COUNTED_FROM:
        return None
    group = groups_at(one.snapshot).get(tuple(sorted(municipalities)))
    if group is None and chance.generator.random() < 0.5:
        return None
    phrase = f"De {len(municipalities)} {group}" if group else f"{len(municipalities)} gemeenten in de regio"
    items = [phrase, *[listed_name(member, one.snapshot) for member in members if not member.startswith("gm")]]
    return (*items, *one.non_government)
