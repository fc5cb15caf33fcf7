"""The list of kinds: complete, well formed, and what docs/faults.md prints."""

from collections import Counter

import pytest

from dagster_project.dictionary import all_tables
from dagster_project.quality.declaration import SEVERITIES
from dagster_project.simulation.plants.catalogue import in_order, plant_kinds, planters
from dagster_project.simulation.plants.model import FAMILIES, INTAKE
from dagster_project.simulation.plants.page import PAGE, page
from dagster_project.workspace.errors import WrongUse
from dagster_project.workspace.seeds import read_seed


def test_each_family_has_ten_kinds_and_all_together_eighty():
    numbers = Counter(kind.family for kind in plant_kinds().values())
    assert list(numbers) == list(FAMILIES)
    assert min(numbers.values()) >= 10
    assert sum(numbers.values()) >= 80


def test_each_kind_can_be_planted_and_what_can_be_planted_is_a_kind():
    assert planters().keys() == plant_kinds().keys()


def test_severities_are_those_of_expectations():
    assert {kind.severity for kind in plant_kinds().values()} == set(SEVERITIES)
    assert {kind.intake for kind in plant_kinds().values()} == set(INTAKE)


def test_harm_shows_in_columns_and_figures_that_there_are():
    columns = {f"{table.name}.{column.name}" for table in all_tables().values() for column in table.columns}
    figures = {f"figure.{name}" for name in read_seed("figure_definition")["figure"]}
    for kind in plant_kinds().values():
        assert set(kind.harm) <= columns | figures, kind
        assert kind.harm


def test_no_two_kinds_say_the_same():
    assert len({kind.what for kind in plant_kinds().values()}) == len(plant_kinds())


def test_the_page_is_that_of_the_list():
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m dagster_project.simulation.plants.page"


def test_files_are_broken_after_documents_are_written():
    assert in_order(["empty_file", "unit_dropped", "zero_dates"]) == ["unit_dropped", "zero_dates", "empty_file"]


def test_an_unknown_kind_is_told():
    with pytest.raises(WrongUse, match="no kind of fault"):
        in_order(["unit_dropt"])
