"""A whole country in one call: the truth, the deliveries that it gives rise to, and both on disk.

Belongs here: the order of the steps and what they tell. Does not belong here: any of the steps.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dagster_project.simulation.files.deliveries import write_deliveries, write_workspace
from dagster_project.simulation.files.mentions import write_mentions, write_told
from dagster_project.simulation.files.parallel import PROCESSES, results_in_order
from dagster_project.simulation.model import Population
from dagster_project.simulation.sources.every_source import planned_budgets, told
from dagster_project.simulation.sources.faults import Conditions
from dagster_project.simulation.world.organisations import exists
from dagster_project.workspace.errors import WrongUse
from dagster_project.workspace.seeds import read_seed

MENTIONS = "mentions.parquet"
AT_ONCE = 5
"""Countries handed to a process at a time."""


@dataclass(frozen=True)
class Summary:
    """What was made: collaborations per snapshot (all, and those that an inventory without error finds), files, rows of
    what sources say, faults, and the number of places where each kind was planted."""

    folder: Path
    collaborations: dict[int, int]
    inventoried: dict[int, int]
    files: int
    observations: int
    faults: dict[str, int]
    planted: dict[str, int]


def simulate(
    folder: Path,
    *,
    bodies: int | None,
    snapshots: Iterable[int],
    seed: int,
    multiply: int = 1,
    documents: bool = True,
    faultless: bool = False,
    independent: bool = False,
    kinds: Iterable[str] = (),
    progress: Callable[[str], None] = lambda line: None,
) -> Summary:
    """Write `folder/raw/`, `folder/workspace.yml` and `folder/truth/`.

    `bodies` is the number of municipalities, provinces and water boards (None for all), `multiply` repeats the
    country. With `documents=False` what all sources would say, and where the country is repeated what budgets would
    say, is written as `folder/mentions.parquet` (the columns of the table `mention`) and no raw files are made.
    `faultless` and `independent` are the conditions under which sources tell (`sources.faults.Conditions`).
    `kinds` of faults (`plants/kinds`) are then planted in the raw files; the truth stays that of the country without
    them, and `truth/plant.csv` says what was planted where.
    Raises WrongUse where the folder is not empty, and for a kind that is unknown or finds no raw file to be planted in.
    """
    from dagster_project.simulation.plants.catalogue import in_order
    from dagster_project.simulation.plants.planting import plant_on_disk
    from dagster_project.simulation.population.draw import build_population
    from dagster_project.simulation.truth.tables import write_truth

    snapshots, by, kinds = tuple(sorted(snapshots)), Conditions(seed, faultless, independent), in_order(kinds)
    if kinds and not (documents and multiply == 1):
        raise WrongUse("faults are planted in raw files, and none are made", "--plant", "leave out the other option")
    if folder.exists() and any(folder.iterdir()):
        raise WrongUse("the folder of a simulated country must be empty", folder, "give another, or empty it")
    folder.mkdir(parents=True, exist_ok=True)
    progress(f"drawing {bodies or 'all'} bodies at {', '.join(map(str, snapshots))} with seed {seed}")
    population = build_population(bodies=bodies, snapshots=snapshots, seed=seed, multiply=multiply)
    progress(f"{len(population.collaborations)} collaborations over all snapshots")
    plants = []
    if documents and multiply == 1:
        scope = scope_of(population, snapshots)
        observations, faults = write_deliveries(
            population, folder, by=by, snapshots=snapshots, bodies=scope, progress=progress
        )
        said = len(observations)
        if kinds:
            plans, _ = planned_budgets(population, by, snapshots, scope)
            plants = plant_on_disk(folder, population, plans, seed, kinds)
    elif multiply == 1:
        scope = scope_of(population, snapshots)
        observations, faults = told(population, by, snapshots, scope)
        write_workspace(folder, scope)
        said = write_told(observations, folder / MENTIONS)
        progress(f"{said} mentions of all sources written to {MENTIONS}")
    else:
        observations, faults = [], []
        write_workspace(folder, ())
        said = write_mentions(population, folder / MENTIONS, by=by, snapshots=snapshots)
        progress(f"{said} mentions written to {MENTIONS}")
    write_truth(folder / "truth", population, observations, faults)
    return Summary(
        folder=folder,
        collaborations=_counted(population, snapshots, only_seen=False),
        inventoried=_counted(population, snapshots, only_seen=True),
        files=sum(1 for path in (folder / "raw").rglob("*") if path.is_file()),
        observations=said,
        faults=dict(sorted(Counter(fault.kind for fault in faults).items())),
        planted=dict(sorted(Counter(one.kind for one in plants).items())),
    )


def simulate_many(
    folder: Path,
    countries: int,
    *,
    bodies: int | None,
    snapshots: Iterable[int],
    seed: int,
    faultless: bool = False,
    independent: bool = False,
    processes: int = PROCESSES,
    progress: Callable[[str], None] = lambda line: None,
) -> int:
    """So many countries as tables, each in a folder of `folder` named after its seed (`seed` and those that follow);
    gives the number of their mentions together. Raises WrongUse where the folder is not empty."""
    if folder.exists() and any(folder.iterdir()):
        raise WrongUse("the folder of simulated countries must be empty", folder, "give another, or empty it")
    job = partial(
        _as_tables, folder, bodies=bodies, snapshots=tuple(snapshots), faultless=faultless, independent=independent
    )
    mentions = 0
    for done, said in enumerate(results_in_order(job, range(seed, seed + countries), processes, AT_ONCE), start=1):
        mentions += said
        if done % 100 == 0 or done == countries:
            progress(f"{done} of {countries} countries written")
    return mentions


def _as_tables(folder: Path, seed: int, **wanted) -> int:
    return simulate(folder / f"{seed:06d}", seed=seed, documents=False, **wanted).observations


def scope_of(population: Population, snapshots: tuple[int, ...]) -> tuple[str, ...]:
    """The organisations that take part in something; empty where these are all of the country, for then there is no
    scope to state."""
    taking_part = {member for one in population.collaborations for member in one.participants}
    organisations = read_seed("organisation").filter(read_seed("organisation")["kind"] != "ministry")
    there = {
        organisation
        for organisation in organisations["organisation_id"]
        if any(exists(organisation, snapshot) for snapshot in snapshots)
    }
    return () if taking_part >= there else tuple(sorted(taking_part))


def _counted(population: Population, snapshots: tuple[int, ...], only_seen: bool) -> dict[int, int]:
    counted = dict.fromkeys(snapshots, 0)
    for one in population.collaborations:
        if one.inventoried or not only_seen:
            counted[one.snapshot] = counted.get(one.snapshot, 0) + 1
    return counted
