"""Municipalities in no or in two regions of a system on days that no snapshot sees."""

from datetime import date

import pytest

from dagster_project.intake import take_in
from dagster_project.organisations.snapshots import organisation_snapshots
from dagster_project.quality import declared, evaluate, regions_at_dates
from dagster_project.workspace import write_table
from tests.intake.files import TODAY, listing, write
from tests.quality.register import clean
from tests.real import real_data
from tests.registers.conftest import PARTICIPATION, REGULATION, as_csv, participation, regulation

NORTH, SOUTH = "Veiligheidsregio Noord", "Veiligheidsregio Zuid"
EXPECTATION = next(e for e in declared() if e.id == "one_region_between_snapshots")


def _told(workspace, folder, regulations, participations):
    """What the expectation says of a register of these versions, none of which is in force at any snapshot."""
    write(folder, "a.csv", as_csv(REGULATION, regulations))
    write(folder, "b.csv", as_csv((*PARTICIPATION, "toetredings_datum", "uittredings_datum"), participations))
    write(folder, "deliveries.csv", listing(*(f"{name}.csv,register,,,2024-12-31,," for name in "ab")))
    take_in(workspace, [folder], today=TODAY)
    write_table(workspace, "region_at_date", regions_at_dates(workspace))
    [said] = evaluate(workspace, expectations=[EXPECTATION])
    return said


def _members(roo_id, *codes, **dates):
    return [{**participation(roo_id, code, f"gemeente/{code}"), **dates} for code in codes]


def test_who_falls_between_two_versions_is_told(workspace, tmp_path):
    versions = [
        regulation("1", naam=NORTH, valid_until="2021-07-01"),
        regulation("2", naam=NORTH, valid_from="2022-07-01"),
    ]
    said = _told(workspace, tmp_path / "r", versions, [*_members("1", "gm0014", "gm0037"), *_members("2", "gm0014")])
    # Stadskanaal is in no list of the later version at all: whoever was in one once must be in one.
    later = [f"{year}-01-01|safety_region|gm0037|in none" for year in (2022, 2023, 2024)]
    assert said["failing_keys"] == sorted(["2022-01-01|safety_region|gm0014|in none", *later])


def test_who_is_in_two_is_told_with_both(workspace, tmp_path):
    versions = [regulation("1", naam=NORTH, so_tooi="x/so1"), regulation("2", naam=SOUTH, so_tooi="x/so2")]
    moved = _members("1", "gm0037", uittredings_datum="2022-06-01") + _members(
        "2", "gm0037", toetredings_datum="2021-06-01"
    )
    said = _told(workspace, tmp_path / "r", versions, [*_members("1", "gm0014"), *moved])
    assert said["failing_keys"] == ["2022-01-01|safety_region|gm0037|so1 and so2"]


def test_a_body_with_two_versions_at_once_is_one(workspace, tmp_path):
    versions = [regulation(i, naam=NORTH, so_tooi="x/so1") for i in "12"]
    said = _told(workspace, tmp_path / "r", versions, [*_members("1", "gm0014"), *_members("2", "gm0014")])
    assert (said["outcome"], said["failing_keys"]) == ("passed", [])
    assert said["looked_at"] > 0


def test_the_register_of_the_founders_has_gaps_in_2024(workspace):
    """Of 2024-01-01, which no snapshot sees: told by itself, each once."""
    take_in(workspace, [real_data("register")], today=TODAY, reference=True)
    write_table(workspace, "organisation_snapshot", organisation_snapshots(None).to_dicts())
    rows = regions_at_dates(workspace)
    safety = [r for r in rows if r["system"] == "safety_region"]
    none = {r["organisation_id"] for r in safety if r["day"] == date(2024, 1, 1) and not r["bodies"]}
    assert none & {r["organisation_id"] for r in safety if r["bodies"]}
    assert {r["day"].year for r in rows} == set(range(2017, 2026))


@pytest.fixture
def workspace(workspace):
    write_table(workspace, "organisation_snapshot", clean()["organisation_snapshot"])
    for name in ("mention", "link", "collaboration"):
        write_table(workspace, name, [])
    return workspace
