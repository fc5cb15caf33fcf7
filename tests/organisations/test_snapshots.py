"""Who existed when."""

import polars as pl
import pytest

from dagster_project.dictionary.contract import enforce
from dagster_project.organisations import organisation_snapshots, resolve_name
from dagster_project.workspace import WrongUse


@pytest.fixture(scope="module")
def everyone() -> pl.DataFrame:
    return enforce("organisation_snapshot", organisation_snapshots(None))


@pytest.mark.parametrize(
    ("snapshot", "municipalities", "water_boards"), [(2017, 388, 22), (2020, 355, 21), (2024, 342, 21)]
)
def test_numbers_are_those_of_the_national_list(everyone, snapshot, municipalities, water_boards):
    kinds = everyone.filter(pl.col("snapshot") == snapshot)["kind"].to_list()
    assert kinds.count("municipality") == municipalities
    assert kinds.count("province") == 12
    assert kinds.count("water_board") == water_boards


def test_every_municipality_has_a_province_and_a_corop_region(everyone):
    municipalities = everyone.filter(pl.col("kind") == "municipality")
    assert municipalities["province_id"].null_count() == municipalities["corop"].null_count() == 0


def test_a_ministry_bears_the_name_of_its_time(everyone):
    named = everyone.filter(pl.col("organisation_id") == "mnre1045").select("snapshot", "name")
    assert dict(named.iter_rows())[2020] == "Economische Zaken en Klimaat"
    assert dict(named.iter_rows())[2017] == "Economische Zaken"


def test_scope_marks_and_drops_nothing(everyone):
    scoped = organisation_snapshots(frozenset({"gm0014"}))
    assert scoped.height == everyone.height
    assert set(scoped.filter("in_scope")["organisation_id"]) == {"gm0014"}


def test_a_year_that_is_no_snapshot_is_refused():
    with pytest.raises(WrongUse, match="1999 is no snapshot"):
        resolve_name("Assen", 1999)
