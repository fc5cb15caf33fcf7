"""A small country on disk, made once; each kind is planted in a copy of it in memory."""

from dataclasses import replace
from shutil import rmtree
from types import SimpleNamespace

import pytest

from dagster_project.simulation.files.deliveries import write_deliveries
from dagster_project.simulation.files.layouts import write_document
from dagster_project.simulation.model import Population
from dagster_project.simulation.plants import hand
from dagster_project.simulation.plants.budgets import with_parties
from dagster_project.simulation.plants.hand import Country
from dagster_project.simulation.plants.planting import plant
from dagster_project.simulation.plants.raw_files import RawFiles
from dagster_project.simulation.sources.budgets.content import Document, Party
from dagster_project.simulation.sources.budgets.house_style import AMOUNT_SETS
from dagster_project.simulation.sources.budgets.layouts import layouts
from dagster_project.simulation.sources.budgets.reports import Report
from dagster_project.simulation.sources.every_source import planned_budgets
from dagster_project.simulation.sources.faults import Conditions
from tests.simulation.small_country import SNAPSHOTS, population

SEED = 7
LAYOUTS = (
    "html_table", "docx_table", "csv_export", "xlsx_sheet", "pdf_ruled_table", "html_cards", "docx_headings",
    "csv_with_titles", "xlsx_two_header_rows", "html_definitions",
)  # fmt: skip
"""So many bodies have budgets, each in another layout: every format is there, and most are quickly written."""


def small_population() -> Population:
    """The hand-made truth, in which every tenth collaboration is a region of a system with each municipality once."""
    ones = tuple(
        replace(one, statutory_system="safety_region") if int(one.truth_id[1:]) % 10 == 0 else one
        for one in population(12).collaborations
    )
    return Population(ones, ())


def in_layout(plan: Report, layout: str) -> Report:
    """The budget in another layout, short, with amounts in thousands."""
    document = plan.document
    style = replace(document.style, layout=layout, unit=1000, amounts=AMOUNT_SETS[0])
    parties = with_parties(document, _with_amounts)
    written = replace(parties, style=style, pages_around=0, encoded_twice=False)
    path = f"{plan.path.rpartition('.')[0]}.{layouts()[layout].format}"
    return replace(plan, path=path, document=written)


def _with_amounts(party: Party, document: Document) -> Party:
    number = 1 + len(party.name)
    values = (number, number + 13, 2 * number, 2 * number + 7, -13)
    return replace(party, mixed=False, amounts={n: v * 1000 for n, v in zip(AMOUNT_SETS[0], values, strict=True)})


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    """The truth, the folder and the plans of its budgets; one per body and layout."""
    truth, folder = small_population(), tmp_path_factory.mktemp("small")
    write_deliveries(truth, folder, by=Conditions(SEED), snapshots=SNAPSHOTS, processes=1)
    rmtree(folder / "raw" / "budgets")
    (planned, _), plans = planned_budgets(truth, Conditions(SEED), SNAPSHOTS, ()), {}
    for snapshot in SNAPSHOTS:
        folder_of = f"budgets/{snapshot}/"
        told = [plan for plan in planned if plan.path.startswith(folder_of)]
        for plan, layout in zip(told[-len(LAYOUTS) :], LAYOUTS, strict=False):
            made = in_layout(plan, layout)
            plans[made.path] = made
            target = folder / "raw" / made.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(write_document(made.document)[0])
    return SimpleNamespace(population=truth, folder=folder, raw=folder / "raw", plans=plans)


@pytest.fixture(scope="session")
def planted(small):
    """Plant kinds in a fresh copy of the country, in memory; gives the country after it. Each document is written once,
    for that its bytes repeat is shown where its layout is tested."""
    written: dict[str, tuple[bytes, list[str]]] = {}

    def write(document):
        key = repr(document)
        if key not in written:
            written[key] = write_document(document)
        return written[key]

    def make(*kinds: str) -> Country:
        country = Country(small.population, SEED, RawFiles(small.raw), dict(small.plans))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(hand, "write_document", write)
            plant(country, kinds, processes=1)
        return country

    return make
