"""Parties in a budget that are no collaboration: shares in a bank, a foundation or company of one government."""

from pathlib import Path

from dagster_project.simulation.randomness import generator
from dagster_project.simulation.sources.budgets.amounts import rounded, true_amounts
from dagster_project.simulation.sources.budgets.content import Party
from dagster_project.simulation.sources.budgets.house_style import Style
from dagster_project.simulation.sources.faults import Conditions
from dagster_project.simulation.sources.vocabulary import form_name, heading_of
from dagster_project.simulation.world.organisations import official_name
from dagster_project.texts import Entry, Vocabulary, read_vocabulary

FIRST_YEAR_OF_OWN = 2018
"""By the definition of 2017 one government was enough, so before this year such a party would be a collaboration."""


class _OtherParty(Entry):
    name: str
    form: str
    theme: str
    purpose: str


class _OtherParties(Vocabulary):
    banks: dict[str, _OtherParty]
    own: tuple[_OtherParty, ...]


def _words() -> _OtherParties:
    return read_vocabulary(Path(__file__).with_name("other_parties.yml"), _OtherParties)


def other_parties(reporter: str, snapshot: int, style: Style, by: Conditions) -> list[Party]:
    """What the reporter lists besides collaborations; `truth_id` is None."""
    kind, question, found = reporter[:2], (snapshot, reporter), []
    if by.strikes("no_collaboration_bank", *question):
        found.append(_party(_words().banks[kind], "Den Haag", style, snapshot, "no_collaboration_bank"))
    if kind == "gm" and snapshot >= FIRST_YEAR_OF_OWN and by.strikes("no_collaboration_own", *question):
        place = official_name(reporter, snapshot)
        own = generator("own", by.seed, reporter).choice(_words().own)
        found.append(_party(own, place, style, snapshot, "no_collaboration_own"))
    return found


def _party(other: _OtherParty, seat: str, style: Style, snapshot: int, fault: str) -> Party:
    name = other.name.format(p=seat)
    return Party(
        truth_id=None,
        name=name,
        break_at=None,
        form=form_name(other.form, style.forms) if "form" in style.order else None,
        seat=seat,
        purpose=other.purpose,
        participants=(),
        participants_text=None,
        separator=None,
        amounts=rounded(true_amounts(name, other.form, snapshot), style, mixed=False),
        heading=heading_of(style.sections, other.form, other.theme),
        faults=((fault, f"{name} <- no collaboration"),),
    )
