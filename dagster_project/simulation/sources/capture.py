"""Who knows of what: whether a source tells of a collaboration, and what any source may see of a snapshot.

Belongs here: whether a source captures a collaboration; the chances stand in `capture.yml`. Does not belong here: how
it words what it captures (`budgets`, `survey`, `register`, `editions`, `programmes`), and errors in it (`faults`).

Captures depend on each other as they do in life: what is obscure is so for every source, what an organisation left out
of its budget it seldom adds to the survey, and the survey asks about what was known before. In a faultless country each
source tells all that it is for.
"""

from functools import cache, lru_cache
from pathlib import Path

from dagster_project.simulation.model import Population, TrueCollaboration
from dagster_project.simulation.randomness import uniform
from dagster_project.simulation.sources.faults import Conditions
from dagster_project.simulation.world.organisations import reference_date
from dagster_project.texts import Vocabulary, read_vocabulary

BUDGET_SNAPSHOTS = (2017, 2024)
"""The snapshots for which budgets were read; in 2020 they were not."""
INTERIM, INTERIM_OF = 2023, 2024
"""The interim snapshot and the one that it feeds: an edition and the register tell of it."""
SEVERAL, GROWN = 4, 2
"""Governments from which on a collaboration is widely known; years after which it is in every list that is copied."""


class _Chances(Vocabulary):
    kinds: dict[str, tuple[str, ...]]
    budget: dict[str, float]
    in_no_budget: dict[str, float]
    strict: dict[str, float]
    edition: dict[str, float]
    fewer_than_four: float
    younger_than_two_years: float
    obscure: float
    survey_added: dict[str, float]
    independent: dict[str, float]


@cache
def chances() -> _Chances:
    """The chances of `capture.yml`."""
    return read_vocabulary(Path(__file__).with_name("capture.yml"), _Chances)


@cache
def kind_of(form: str) -> str:
    """What a legal form is to whoever draws up a list: body, light, agreement or consultation."""
    return next((kind for kind, forms in chances().kinds.items() if form in forms), "body")


def observable(population: Population, snapshot: int) -> list[TrueCollaboration]:
    """What any source may know of a snapshot, in the order of the truth."""
    return [one for one in population.collaborations if one.snapshot == snapshot and one.inventoried]


def complete_reporter(one: TrueCollaboration, seed: int) -> str | None:
    """The participant that names all in a faultless country, whatever the manner of its house; None where no
    municipality, province or water board takes part."""
    if not one.participants:
        return None
    return one.participants[int(_kept_by(seed, one.snapshot, one.truth_id) * len(one.participants))]


@lru_cache(maxsize=10_000)
def _kept_by(seed: int, snapshot: int, truth_id: str) -> float:
    return uniform("keeper", seed, snapshot, truth_id)


def omits(one: TrueCollaboration, reporter: str, by: Conditions) -> bool:
    """Whether the budget of a participant leaves the party out."""
    if by.faultless:
        return False
    if by.independent:
        return not _in_budgets(one, by)
    if _obscure(one, by):
        return True
    kind = kind_of(one.legal_form)
    chance = chances().budget[kind] * _known(one)
    if uniform("strict", by.seed, reporter) < chances().strict["share"]:
        chance *= chances().strict.get(kind, 1.0)
    return uniform("budget", by.seed, one.snapshot, reporter, one.truth_id) >= chance


def in_edition(one: TrueCollaboration, by: Conditions) -> bool:
    """Whether an edition kept by hand has it at the snapshot of the row."""
    if by.faultless:
        return True
    chance = chances().edition[kind_of(one.legal_form)] * _known(one)
    chance *= chances().obscure if _obscure(one, by) else 1.0
    # What was once on the list stays there: an edition is the former one brought up to date.
    return uniform("edition", by.seed, one.truth_id) < chance


def adds(one: TrueCollaboration, body: str, by: Conditions) -> bool:
    """Whether a respondent tells of one that the list does not hold, or, where captures are independent, of any."""
    if by.faultless:
        return True
    lot = uniform("survey", by.seed, body, one.truth_id)
    if by.independent:
        return lot < chances().independent["survey"]
    chance = chances().survey_added["not_in_own_budget" if omits(one, body, by) else "in_own_budget"]
    return lot < chance * (chances().obscure if _obscure(one, by) else 1.0)


def _known(one: TrueCollaboration) -> float:
    """By how much less a source knows of what is small or young."""
    found = chances().fewer_than_four if len(one.participants) < SEVERAL else 1.0
    young = reference_date(one.snapshot).year - one.founded_on.year < GROWN
    return found * (chances().younger_than_two_years if young else 1.0)


@lru_cache(maxsize=10_000)
def _lot_of_obscurity(seed: int, truth_id: str) -> float:
    return uniform("obscure", seed, truth_id)


def _obscure(one: TrueCollaboration, by: Conditions) -> bool:
    """Whether no participant has it in its paragraph, in any year."""
    return _lot_of_obscurity(by.seed, one.truth_id) < chances().in_no_budget[kind_of(one.legal_form)]


@lru_cache(maxsize=10_000)
def _lot_of_budgets(seed: int, snapshot: int, truth_id: str) -> float:
    return uniform("independent budgets", seed, snapshot, truth_id)


def _in_budgets(one: TrueCollaboration, by: Conditions) -> bool:
    """Where captures are independent: all participants tell of it, or none, with one chance for all collaborations."""
    return _lot_of_budgets(by.seed, one.snapshot, one.truth_id) < chances().independent["budget"]


def acknowledged_members(one: TrueCollaboration) -> tuple[str, ...]:
    """The governments that the region names: participants and the ministries that it acknowledges."""
    return one.participants + one.ministries + one.ministries_region_only
