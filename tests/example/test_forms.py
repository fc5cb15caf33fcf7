"""The register export of the example has the very columns of the national one."""

import csv

import pytest

from dagster_project.workspace import PROJECT
from tests.real import real_data


@pytest.mark.parametrize("name", ["gr_regelingen.csv", "gr_deelnemers.csv"])
def test_columns_of_the_register(name):
    heads = []
    for folder in (PROJECT / "data" / "example" / "raw" / "registers", real_data("register")):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            heads.append(next(csv.reader(file)))
    assert heads[0] == heads[1]
