"""All sources of a country at once: what each tells, whoever writes it down.

Belongs here: the order of the sources, and what one must know of another. Does not belong here: files (`files`).
"""

from collections import defaultdict
from collections.abc import Iterator

from dagster_project.simulation.model import Observation, PlantedFault, Population
from dagster_project.simulation.sources.budgets.mishaps import delivered, missing
from dagster_project.simulation.sources.budgets.reports import Report, budget_reports, observations_of
from dagster_project.simulation.sources.capture import BUDGET_SNAPSHOTS, INTERIM_OF
from dagster_project.simulation.sources.delivery import Source
from dagster_project.simulation.sources.editions import edition_source
from dagster_project.simulation.sources.faults import Conditions
from dagster_project.simulation.sources.programmes import programme_source
from dagster_project.simulation.sources.register import register_source
from dagster_project.simulation.sources.survey import survey_source
from dagster_project.simulation.world.organisations import exists


def planned_budgets(
    population: Population, by: Conditions, snapshots: tuple[int, ...], bodies: tuple[str, ...], extras: bool = True
) -> tuple[list[Report], list[PlantedFault]]:
    """The budgets of all snapshots whose budgets were read, in the order of snapshot and organisation, as they are
    delivered, and what does not come in; `bodies` of the country that take part in nothing deliver one that says so.
    Without `extras`, further fields of which no observation tells."""
    found: list[Report] = []
    faults: list[PlantedFault] = []
    for snapshot in BUDGET_SNAPSHOTS:
        if snapshot in snapshots:
            reports = budget_reports(population, by, snapshot, _alive(bodies, snapshot), extras)
            came_in = delivered(reports, by)
            found += came_in
            faults += missing(reports, came_in)
    return found, faults


def other_sources(
    population: Population,
    by: Conditions,
    snapshots: tuple[int, ...],
    planned: list[Report],
    files: bool = True,
) -> Iterator[tuple[str, Source]]:
    """Name and deliveries of each source that is no budget; without `files` no workbook is written."""
    yield "survey", survey_source(population, by, snapshots, _claims(planned), files)
    yield "register", register_source(population, by, snapshots)
    yield "editions", edition_source(population, by, snapshots, files)
    yield "programmes", programme_source(population, by, snapshots, files)


def told(
    population: Population, by: Conditions, snapshots: tuple[int, ...], bodies: tuple[str, ...] = ()
) -> tuple[list[Observation], list[PlantedFault]]:
    """What every source says and gets wrong, as faultless readers would find it; places of budgets are numbers."""
    observations: list[Observation] = []
    planned, faults = planned_budgets(population, by, snapshots, bodies, extras=False)
    for plan in planned:
        said, wrong = observations_of(plan)
        observations += said
        faults += wrong
    for _, source in other_sources(population, by, snapshots, planned, files=False):
        observations += source.observations
        faults += source.faults
    return observations, faults


def _alive(bodies: tuple[str, ...], snapshot: int) -> list[str]:
    """The bodies of the country that exist at the snapshot and write a budget."""
    return [body for body in bodies if not body.startswith("mn") and exists(body, snapshot)]


def _claims(planned: list[Report]) -> dict[str, set[str]]:
    """Per organisation the collaborations of which a budget of 2024 says, wrongly, that it takes part."""
    claims: dict[str, set[str]] = defaultdict(set)
    for plan in planned:
        for party in plan.document.parties if plan.snapshot == INTERIM_OF else ():
            for kind, detail in party.faults:
                if kind == "claimed_participant":
                    claims[detail.rpartition(" <- ")[2]].add(party.truth_id)
    return claims
