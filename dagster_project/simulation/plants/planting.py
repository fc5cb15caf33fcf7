"""Planting kinds of faults in a country on disk, and the table of what was planted.

Belongs here: the order and the writing. Does not belong here: what any kind does.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import astuple, fields
from pathlib import Path

from dagster_project.simulation.files.parallel import PROCESSES
from dagster_project.simulation.model import Population
from dagster_project.simulation.plants.catalogue import in_order, planters
from dagster_project.simulation.plants.hand import Country, Hand
from dagster_project.simulation.plants.model import NothingThere, Plant
from dagster_project.simulation.plants.raw_files import RawFiles
from dagster_project.simulation.sources.budgets.reports import Report
from dagster_project.workspace.csv_text import csv_text
from dagster_project.workspace.errors import WrongUse


def plant(country: Country, kinds: Iterable[str], processes: int = PROCESSES) -> list[Plant]:
    """Plant kinds in a country, in memory; gives what was planted, in the order of planting.

    The same country, kinds and seed give the same bytes. Raises WrongUse for an unknown kind, and for one that finds
    nothing to change in this country.
    """
    for kind in in_order(kinds):
        before = len(country.plants)
        with suppress(NothingThere):
            planters()[kind](Hand(kind, country, processes))
        if len(country.plants) == before:
            raise WrongUse(
                f"this country has nothing to plant '{kind}' in", "--plant", "take more bodies or all snapshots"
            )
    return country.plants


def plant_on_disk(
    folder: Path, population: Population, reports: Iterable[Report], seed: int, kinds: Iterable[str]
) -> list[Plant]:
    """Plant kinds in `folder/raw/` and write `folder/truth/plant.csv`.

    `reports` are the plans of the budgets that stand there, as they were written.
    """
    country = Country(population, seed, RawFiles(folder / "raw"), {one.path: one for one in reports})
    plant(country, kinds)
    country.files.save()
    truth = folder / "truth"
    truth.mkdir(exist_ok=True)
    columns = [field.name for field in fields(Plant)]
    text = csv_text(columns, map(astuple, country.plants))
    (truth / "plant.csv").write_text(text, encoding="utf-8", newline="")
    return country.plants
