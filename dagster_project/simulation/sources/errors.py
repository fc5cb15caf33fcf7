"""What a source believes of a collaboration: the truth, but for the values in which it errs.

Belongs here: errors in values that several sources make (theme, form, seat, goal, purpose, participants, ministries,
parties that are no government). Does not belong here: how often (`faults.yml`, by source), errors of one source alone,
and slips of the pen (`corruption`).
"""

import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from dagster_project.simulation.model import TrueCollaboration
from dagster_project.simulation.randomness import generator
from dagster_project.simulation.sources.faults import Conditions, fault_kinds
from dagster_project.simulation.sources.vocabulary import form_name, theme_names, words
from dagster_project.simulation.world.geography import existing_ids
from dagster_project.simulation.world.organisations import listed_name, place_name
from dagster_project.texts import Vocabulary, read_vocabulary

Struck = list[tuple[str, str]]
"""Kind and detail, `written <- true`, of each error."""

GOALS = ("operational", "tactical", "strategic")


class _ErrorWords(Vocabulary):
    forms: dict[str, tuple[str, ...]]
    purposes_of_goal: dict[str, tuple[str, ...]]
    vague_purposes: tuple[str, ...]
    supposed_partners: tuple[str, ...]
    unnamed_partners: tuple[str, ...]


@cache
def error_words() -> _ErrorWords:
    """The words of `errors.yml`."""
    return read_vocabulary(Path(__file__).with_name("errors.yml"), _ErrorWords)


def believed(
    one: TrueCollaboration,
    source: str,
    by: Conditions,
    *question: object,
    body: str | None = None,
    mended: Callable[[str], bool] = lambda kind: False,
    names: Callable[[str], str] = form_name,
) -> tuple[TrueCollaboration, Struck]:
    """The collaboration as the source believes it to be, and its errors.

    Args:
        one: what is so.
        source: which kinds of `faults.yml` are asked for: those that are called after it, as `edition_theme`.
        by: under which conditions.
        question: what chance is asked about; the same question gives the same errors.
        body: who errs, where that counts.
        mended: whether somebody has put right the error of a kind.
        names: what the source calls a legal form.
    """
    struck: Struck = []
    for value, err in ERRORS.items():
        kind = f"{source}_{value}"
        if kind in fault_kinds() and by.strikes(kind, *question, body=body) and not mended(kind):
            after = err(one, generator("error", kind, by.seed, *question))
            if after is not None:
                before, (one, detail) = one, after
                if value == "form":
                    detail = f"{names(one.legal_form)} <- {names(before.legal_form)}"
                struck.append((kind, detail))
    return one, struck


def listed(
    one: TrueCollaboration, by: Conditions, mended: Callable[[str], bool] = lambda kind: False
) -> tuple[TrueCollaboration, Struck]:
    """What the keepers of editions believe of it, in every one and in the list of the survey: each is the former one
    brought up to date, and so has its errors."""
    return believed(one, "edition", by, "kept", one.truth_id, mended=mended)


Erring = tuple[TrueCollaboration, str] | None
"""What is believed then, and the detail; None where there is nothing to err in."""


def _theme(one: TrueCollaboration, chance: random.Random) -> Erring:
    """One theme too few, one too many, or another in the place of the first."""
    others = [theme for theme in words().themes if theme not in one.themes]
    if not one.themes or not others:
        return None
    how = chance.choice(("less", "more", "other", "other") if len(one.themes) > 1 else ("more", "other", "other"))
    if how == "less":
        dropped = chance.choice(one.themes)
        themes = tuple(theme for theme in one.themes if theme != dropped)
    elif how == "more":
        themes = (*one.themes, chance.choice(others))
    else:
        themes = (chance.choice(others), *one.themes[1:])
    return replace(one, themes=themes), f"{'; '.join(theme_names(themes))} <- {'; '.join(theme_names(one.themes))}"


def _form(one: TrueCollaboration, chance: random.Random) -> Erring:
    taken_for = error_words().forms.get(one.legal_form)
    if not taken_for:
        return None
    form = chance.choice(taken_for)
    return replace(one, legal_form=form), f"{form} <- {one.legal_form}"


def _seat(one: TrueCollaboration, chance: random.Random) -> Erring:
    """The town of another participant."""
    places = [place_name(body, one.snapshot) for body in one.participants if body[:2] == "gm"]
    others = sorted({place for place in places if place != one.seat})
    if not one.seat or not others:
        return None
    seat = chance.choice(others)
    return replace(one, seat=seat), f"{seat} <- {one.seat}"


def _goal(one: TrueCollaboration, chance: random.Random) -> Erring:
    """A purpose that tells of another goal."""
    goal = chance.choice([goal for goal in GOALS if goal != one.goal])
    theme = theme_names(one.themes[:1])[0].lower() if one.themes else "samenwerking"
    purpose = chance.choice(error_words().purposes_of_goal[goal]).format(theme)
    return replace(one, purpose=purpose), f"{purpose} <- {one.purpose}"


def _purpose(one: TrueCollaboration, chance: random.Random) -> Erring:
    """A purpose that tells nothing."""
    purpose = chance.choice(error_words().vague_purposes)
    return replace(one, purpose=purpose), f"{purpose} <- {one.purpose}"


def _lost_participants(one: TrueCollaboration, chance: random.Random) -> Erring:
    """One or two real participants lack."""
    if len(one.participants) < 3:
        return None
    lost = chance.sample(list(one.participants), chance.choice((1, 1, 2)))
    kept = tuple(body for body in one.participants if body not in lost)
    return replace(one, participants=kept), f"nothing <- {'; '.join(listed_name(body, one.snapshot) for body in lost)}"


def _added_participant(one: TrueCollaboration, chance: random.Random) -> Erring:
    """A municipality with the next code stands among them: a slip in a list of codes."""
    inside = [body for body in one.participants if body[:2] == "gm"]
    if not inside:
        return None
    listed = existing_ids("gm", one.snapshot)
    meant = chance.choice(inside)
    if meant not in listed:
        return None
    slip = listed[(listed.index(meant) + 1) % len(listed)]
    if slip in inside:
        return None
    return replace(one, participants=(*one.participants, slip)), f"{listed_name(slip, one.snapshot)} <- {slip}"


def _ministry(one: TrueCollaboration, chance: random.Random) -> Erring:
    """A ministry that the region acknowledges lacks, or another stands in its place."""
    if not one.ministries:
        return None
    lost = chance.choice(one.ministries)
    others = [body for body in existing_ids("mn", one.snapshot) if body not in one.ministries]
    instead = (chance.choice(others),) if others and chance.random() < 0.3 else ()
    kept = tuple(body for body in one.ministries if body != lost)
    said = listed_name(instead[0], one.snapshot) if instead else "nothing"
    return replace(one, ministries=tuple(sorted(kept + instead))), f"{said} <- {listed_name(lost, one.snapshot)}"


def _added_ministry(one: TrueCollaboration, chance: random.Random) -> Erring:
    """A ministry that pays is taken for one that takes part."""
    if one.ministries or one.snapshot < 2020:
        return None
    paying = chance.choice(existing_ids("mn", one.snapshot))
    return replace(one, ministries=(paying,)), f"{listed_name(paying, one.snapshot)} <- nothing"


def _non_government(one: TrueCollaboration, chance: random.Random) -> Erring:
    """Parties that are no government lack: one of them, or all."""
    if not one.non_government:
        return None
    kept = () if chance.random() < 0.5 else one.non_government[:-1]
    lost = one.non_government[len(kept) :]
    return replace(one, non_government=kept), f"nothing <- {'; '.join(lost)}"


def _added_non_government(one: TrueCollaboration, chance: random.Random) -> Erring:
    """Whoever is consulted is taken for a party."""
    if one.non_government:
        return None
    partner = chance.choice(error_words().supposed_partners).format(one.seat or "de regio")
    return replace(one, non_government=(partner,)), f"{partner} <- nothing"


ERRORS: dict[str, Callable[[TrueCollaboration, random.Random], Erring]] = {
    "theme": _theme,
    "form": _form,
    "seat": _seat,
    "goal": _goal,
    "purpose": _purpose,
    "lost_participants": _lost_participants,
    "added_participant": _added_participant,
    "ministry": _ministry,
    "added_ministry": _added_ministry,
    "non_government": _non_government,
    "added_non_government": _added_non_government,
}
"""The part of a kind's name behind its source, to what goes wrong. In this order, for each sees the one before."""
