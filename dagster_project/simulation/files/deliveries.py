"""All raw deliveries of a country: who sees what is planned first, then every source writes its files.

The plan is made in one process and in one order; documents are written by two, each from its own plan alone, so that
the bytes do not depend on how the work was shared out.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dagster_project.simulation.files.layouts import write_document
from dagster_project.simulation.files.parallel import PROCESSES, results_in_order
from dagster_project.simulation.model import Observation, PlantedFault, Population
from dagster_project.simulation.sources.budgets.mishaps import late_lists
from dagster_project.simulation.sources.budgets.reports import Report, observations_of
from dagster_project.simulation.sources.delivery import Files
from dagster_project.simulation.sources.every_source import other_sources, planned_budgets
from dagster_project.simulation.sources.faults import Conditions
from dagster_project.workspace.layout import FORMAT

AT_ONCE = 8
"""Documents handed to a process at a time; few enough that a long one keeps nobody waiting."""

TITLE = "Gesimuleerd land (verzonnen gegevens)"

Progress = Callable[[str], None]


def write_deliveries(
    population: Population,
    folder: Path,
    *,
    by: Conditions,
    snapshots: Iterable[int],
    bodies: Iterable[str] = (),
    processes: int = PROCESSES,
    progress: Progress = lambda line: None,
) -> tuple[list[Observation], list[PlantedFault]]:
    """Write `folder/raw/` and `folder/workspace.yml`.

    Args:
        population: the truth.
        folder: of the workspace; it may not hold raw data.
        by: under which conditions sources tell of it.
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
    planned, faults = planned_budgets(population, by, snapshots, bodies)
    observations: list[Observation] = []
    _write_files(late_lists(planned), raw)
    for done, (said, struck) in enumerate(_written(planned, raw, processes), start=1):
        observations += said
        faults += struck
        if done % 100 == 0 or done == len(planned):
            progress(f"{done} of {len(planned)} budgets written")
    for name, source in other_sources(population, by, snapshots, planned):
        _write_files(source.files, raw)
        observations += source.observations
        faults += source.faults
        progress(f"{name}: {len(source.files)} files")
    write_workspace(folder, bodies)
    return observations, faults


def _written(
    planned: list[Report], raw: Path, processes: int
) -> Iterator[tuple[list[Observation], list[PlantedFault]]]:
    """What each budget says, in the order of the plan."""
    for snapshot in {plan.snapshot for plan in planned}:
        (raw / "budgets" / str(snapshot)).mkdir(parents=True, exist_ok=True)
    jobs = [(plan, raw / plan.path) for plan in planned]
    return results_in_order(_write, jobs, processes, AT_ONCE)


def _write(job: tuple[Report, Path]) -> tuple[list[Observation], list[PlantedFault]]:
    plan, path = job
    content, places = write_document(plan.document)
    path.write_bytes(content)
    return observations_of(plan, places)


def _write_files(files: Files, raw: Path) -> None:
    for path, content in files.items():
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
