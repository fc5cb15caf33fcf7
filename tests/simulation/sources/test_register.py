"""The export of the register."""

import csv
from collections import Counter
from dataclasses import replace
from datetime import date
from operator import attrgetter

from dagster_project.simulation.sources.faults import Conditions
from dagster_project.simulation.sources.register import closed_late, register_source
from dagster_project.simulation.sources.register_behind import CHANGES, behind, changed, kept_up
from dagster_project.simulation.sources.register_versions import versions
from dagster_project.simulation.truth.errors import errors
from tests.simulation.small_country import NEW, collaboration
from tests.simulation.whole_country import SNAPSHOTS, whole


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


def grown(number: int = 0):
    """One that a member joined since, with a version for it."""
    told = {"truth_id": f"t{number:06d}"}
    return [
        collaboration(0, 2017, NEW[:3], register_versions=("a",), **told),
        collaboration(0, 2020, NEW[:4], register_versions=("a", "b"), **told),
        collaboration(0, 2024, NEW[:4], register_versions=("a", "b", "c"), **told),
    ]


def test_the_register_does_not_bring_in_some_changes():
    chains = [[one.register_versions for one in kept_up(grown(number), Conditions(1))] for number in range(400)]
    behind_since = [chain for chain in chains if chain == [("a",), ("a",), ("a", "c")]]
    assert 0.1 < len(behind_since) / len(chains) < 0.2
    assert all(chain[1:] == [("a", "b"), ("a", "b", "c")] for chain in chains if chain not in behind_since)
    assert kept_up(grown(), Conditions(1, faultless=True)) == grown()


def test_what_is_behind_tells_what_is_written_and_what_is_true():
    old, new, _ = grown()
    assert list(changed(new, new)) == []
    [(kind, detail)] = behind(old, new, attrgetter("legal_form"))
    written, _, true = detail.partition(" <- ")
    assert kind == "register_behind_participants"
    assert set(true.split("; ")) - set(written.split("; ")) == {"Assen"}


def test_what_the_register_is_behind_in_is_an_error_of_the_snapshots_since_and_none_without_faults():
    source = register_source(whole(), Conditions(20), SNAPSHOTS)
    rows = [row for row in errors(source.observations, source.faults) if row[7] in CHANGES]
    assert {row[2] for row in rows} == {"participant", "form", "name"}
    assert min(Counter(row[0] for row in rows)[snapshot] for snapshot in (2020, 2024)) > 5
    assert not [row for row in rows if row[0] == 2017]
    faultless = register_source(whole(), Conditions(20, faultless=True), SNAPSHOTS)
    assert faultless.faults == []
