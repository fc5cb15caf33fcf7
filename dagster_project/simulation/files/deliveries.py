"""All raw deliveries of a country: who sees what is planned first, then every source writes its files.

The plan is made in one process and in one order; documents are written by two, each from its own plan alone, so that
the bytes do not depend on how the work was shared out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dagster_project.simulation.files.layouts import write_document
from dagster_project.simulation.files.parallel import PROCESSES, results_in_order
from dagster_project.simulation.model import Observation, PlantedFault, Population
from dagster_project.simulation.sources.budgets.reports import Report, budget_reports, observations_of
from dagster_project.simulation.sources.capture import BUDGET_SNAPSHOTS
from dagster_project.simulation.sources.delivery import Source
from dagster_project.simulation.sources.editions import edition_source
from dagster_project.simulation.sources.programmes import programme_source
from dagster_project.simulation.sources.register import register_source
from dagster_project.simulation.sources.survey import survey_source
from dagster_project.workspace.layout import FORMAT

AT_ONCE = 8
"""Documents handed to a process at a time; few enough that a long one keeps nobody waiting."""

TITLE = "Gesimuleerd land (verzonnen gegevens)"

Progress = Callable[[str], None]


def write_deliveries(
    population: Population,
    folder: Path,
    *,
    seed: int,
    snapshots: Iterable[int],
    bodies: Iterable[str] = (),
    processes: int = PROCESSES,
    progress: Progress = lambda line: None,
) -> tuple[list[Observation], list[PlantedFault]]:
    """Write `folder/raw/` and `folder/workspace.yml`.

    Args:
        population: the truth.
        folder: of the workspace; it may not hold raw data.
        seed: of all that sources get wrong.
        snapshots: those of which sources tell.
        bodies: the organisations of the country. Those that take part in nothing deliver a budget that says so, and all
            of them become the scope of the workspace. None given: all that take part in something, and no scope.
        processes: so many write the budgets.
        progress: gets lines of text.

    Returns:
        What each source says of each party, and the faults, both in the order of writing.

    Raises:
        FileExistsError: the folder holds raw data already.
    """
    snapshots, bodies = tuple(sorted(snapshots)), tuple(sorted(bodies))
    raw = folder / "raw"
    if raw.exists() and any(raw.iterdir()):
        raise FileExistsError(f"{raw} holds files already; give an empty folder")
    planned = planned_budgets(population, seed, snapshots, bodies)
    observations: list[Observation] = []
    faults: list[PlantedFault] = []
    for done, (said, struck) in enumerate(_written(planned, raw, processes), start=1):
        observations += said
        faults += struck
        if done % 100 == 0 or done == len(planned):
            progress(f"{done} of {len(planned)} budgets written")
    for name, source in _others(population, seed, snapshots, planned):
        _write_files(source, raw)
        observations += source.observations
        faults += source.faults
        progress(f"{name}: {len(source.files)} files")
    write_workspace(folder, bodies)
    return observations, faults


def planned_budgets(population: Population, seed: int, snapshots: Iterable[int], bodies: Iterable[str]) -> list[Report]:
    """The budgets that `write_deliveries` writes for the same arguments, in its order."""
    return [
        plan
        for snapshot in BUDGET_SNAPSHOTS
        if snapshot in snapshots
        for plan in budget_reports(population, seed, snapshot, _alive(tuple(sorted(bodies)), snapshot))
    ]


def _alive(bodies: tuple[str, ...], snapshot: int) -> list[str]:
    """The bodies of the country that exist at the snapshot and write a budget."""
    from dagster_project.simulation.world.organisations import exists

    return [body for body in bodies if not body.startswith("mn") and exists(body, snapshot)]


def _others(
    population: Population, seed: int, snapshots: tuple[int, ...], planned: list[Report]
) -> Iterator[tuple[str, Source]]:
    yield "survey", survey_source(population, seed, snapshots, _claims(planned))
    yield "register", register_source(population, seed, snapshots)
    yield "editions", edition_source(population, seed, snapshots)
    yield "programmes", programme_source(population, snapshots)


def _claims(planned: list[Report]) -> dict[str, set[str]]:
    """Per organisation the collaborations of which a budget of 2024 says, wrongly, that it takes part."""
    claims: dict[str, set[str]] = defaultdict(set)
    for plan in planned:
        for party in plan.document.parties if plan.document.year == 2024 else ():
            for kind, detail in party.faults:
                if kind == "claimed_participant":
                    claims[detail.rpartition(" <- ")[2]].add(party.truth_id)
    return claims


def _written(
    planned: list[Report], raw: Path, processes: int
) -> Iterator[tuple[list[Observation], list[PlantedFault]]]:
    """What each budget says, in the order of the plan."""
    for snapshot in {plan.document.year for plan in planned}:
        (raw / "budgets" / str(snapshot)).mkdir(parents=True, exist_ok=True)
    jobs = [(plan, raw / plan.path) for plan in planned]
    return results_in_order(_write, jobs, processes, AT_ONCE)


def _write(job: tuple[Report, Path]) -> tuple[list[Observation], list[PlantedFault]]:
    plan, path = job
    content, places = write_document(plan.document)
    path.write_bytes(content)
    return observations_of(plan, places)


def _write_files(source: Source, raw: Path) -> None:
    for path, content in source.files.items():
        target = raw / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def write_workspace(folder: Path, bodies: tuple[str, ...]) -> None:
    """`workspace.yml` of a simulated country; `bodies` become its scope, none give the whole country."""
    lines = ["kind: simulated", f'title_nl: "{TITLE}"', f"format: {FORMAT}"]
    if bodies:
        lines += ["scope:", "  organisations:", *[f"    - {body}" for body in bodies]]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "workspace.yml").write_text("\n".join([*lines, ""]), encoding="utf-8")
