"""The export of the register."""

import csv
from dataclasses import replace
from datetime import date

from dagster_project.simulation.sources.faults import Conditions
from dagster_project.simulation.sources.register import closed_late
from dagster_project.simulation.sources.register_versions import versions
from tests.simulation.small_country import NEW, collaboration


def test_the_register_lists_the_versions_in_force(delivered):
    folder, observations, _ = delivered
    with (folder / "raw/registers/gr_regelingen.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for said in [o for o in observations if o.source == "register"]:
        row = rows[int(said.place.removeprefix("line=")) - 2]
        assert row["valid_from"] <= f"{said.snapshot + 1}-01-01"
        assert said.name_written.split()[-1] in row["naam"]


def test_the_register_closes_some_versions_years_late_or_never():
    rows = [collaboration(0, 2020, NEW[:3], ended_on=date(2021, 7, 1), register_versions=("a",))]
    [version] = versions(rows, (2017, 2020, 2024))
    ends = [
        closed_late(replace(version, one=replace(version.one, truth_id=f"t{n:06d}")), Conditions(1)).ends
        for n in range(300)
    ]
    late = [end for end in ends if end != version.ends]
    assert 0.2 < len(late) / len(ends) < 0.4
    assert None in late
    assert all(end is None or end > version.ends for end in late)
    assert closed_late(version, Conditions(1, faultless=True)) == version
    assert closed_late(replace(version, ends=None), Conditions(1)).ends is None
