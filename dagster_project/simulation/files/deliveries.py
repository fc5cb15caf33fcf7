"""All raw deliveries of a country: who sees what is planned first, then every source writes its files.

The plan is made in one process and in one order; documents are written by two, each from its own plan alone, so that
the bytes do not depend on how the work was shared out.
"""

import multiprocessing
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from dagster_project.simulation.files.layouts import write_document
from dagster_project.simulation.model import Observation, PlantedFault, Population
from dagster_project.simulation.sources.budgets.reports import Report, observations_of, reports
from dagster_project.simulation.sources.capture import BUDGET_SNAPSHOTS
from dagster_project.simulation.sources.delivery import Source
from dagster_project.simulation.sources.editions import editions
from dagster_project.simulation.sources.programmes import programmes
from dagster_project.simulation.sources.register import register
from dagster_project.simulation.sources.survey import survey

PROCESSES = 2
"""As many as the machines that this is meant for have cores."""
AT_ONCE = 8
"""Documents handed to a process at a time; few enough that a long one keeps nobody waiting."""

TITLE = "Gesimuleerd land (verzonnen gegevens)"

Told = Callable[[str], None]


def deliver(
    population: Population,
    folder: Path,
    *,
    seed: int,
    snapshots: Iterable[int],
    documents: bool = True,
    bodies: Iterable[str] = (),
    tell: Told = lambda line: None,
) -> tuple[list[Observation], list[PlantedFault]]:
    """Write `folder/raw/` and `folder/workspace.yml`; gives what each source says of each party, and the faults.

    `documents=False` leaves out the budgets, for tests of the other sources. `bodies` are the organisations of the
    country: those that take part in nothing deliver a budget that says so, and all of them become the scope of the
    workspace (none given: all that take part in something, and no scope). `tell` gets lines of progress.
    Raises FileExistsError where the folder holds raw data already.
    """
    snapshots, bodies = tuple(sorted(snapshots)), tuple(sorted(bodies))
    raw = folder / "raw"
    if raw.exists() and any(raw.iterdir()):
        raise FileExistsError(f"{raw} holds files already; give an empty folder")
    planned = [
        plan
        for snapshot in BUDGET_SNAPSHOTS
        if snapshot in snapshots
        for plan in reports(population, seed, snapshot, _alive(bodies, snapshot))
    ]
    observations: list[Observation] = []
    faults: list[PlantedFault] = []
    if documents:
        for done, (said, struck) in enumerate(_written(planned, raw), start=1):
            observations += said
            faults += struck
            if done % 100 == 0 or done == len(planned):
                tell(f"{done} of {len(planned)} budgets written")
    for name, source in _others(population, seed, snapshots, planned):
        _write_files(source, raw)
        observations += source.observations
        faults += source.faults
        tell(f"{name}: {len(source.files)} files")
    write_workspace(folder, bodies)
    return observations, faults


def _alive(bodies: tuple[str, ...], snapshot: int) -> list[str]:
    """The bodies of the country that exist at the snapshot and write a budget."""
    from dagster_project.simulation.world.organisations import exists

    return [body for body in bodies if not body.startswith("mn") and exists(body, snapshot)]


def _others(
    population: Population, seed: int, snapshots: tuple[int, ...], planned: list[Report]
) -> Iterator[tuple[str, Source]]:
    yield "survey", survey(population, seed, snapshots, _claims(planned))
    yield "register", register(population, seed, snapshots)
    yield "editions", editions(population, seed, snapshots)
    yield "programmes", programmes(population, snapshots)


def _claims(planned: list[Report]) -> dict[str, set[str]]:
    """Per organisation the collaborations of which a budget of 2024 says, wrongly, that it takes part."""
    claims: dict[str, set[str]] = defaultdict(set)
    for plan in planned:
        for party in plan.document.parties if plan.document.year == 2024 else ():
            for kind, detail in party.faults:
                if kind == "claimed_participant":
                    claims[detail.rpartition(" <- ")[2]].add(party.truth_id)
    return claims


def _written(planned: list[Report], raw: Path) -> Iterator[tuple[list[Observation], list[PlantedFault]]]:
    """What each budget says, in the order of the plan."""
    for snapshot in {plan.document.year for plan in planned}:
        (raw / "budgets" / str(snapshot)).mkdir(parents=True, exist_ok=True)
    jobs = [(plan, raw / plan.path) for plan in planned]
    if len(jobs) < AT_ONCE:
        yield from map(_write, jobs)
        return
    # Spawned, not forked: a fork of a process that has used polars may wait for threads that are not there.
    with ProcessPoolExecutor(PROCESSES, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(_write, jobs, chunksize=AT_ONCE)


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
    lines = ["kind: simulated", f'title_nl: "{TITLE}"']
    if bodies:
        lines += ["scope:", "  organisations:", *[f"    - {body}" for body in bodies]]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "workspace.yml").write_text("\n".join([*lines, ""]), encoding="utf-8")
