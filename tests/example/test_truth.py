"""The truth can be: organisations exist when they take part, codes are those of the seeds, plans name what is there."""

import re
from datetime import date

import pytest

from dagster_project.workspace import PROJECT, Workspace
from tools.example import budgets, expected
from tools.example.truth import SNAPSHOTS, as_if, at_date, collaborations, load, members_of, reference_date, seed

MUNICIPALITIES = {2017: 23, 2020: 12, 2024: 10}
INVENTED_PERSONS = ("J. Voorbeeld", "A. Verzonnen", "M. Fictief", "K. Bedacht")
DOCS = PROJECT / "docs" / "example.md"


def existing(day: date) -> set[str]:
    """Ids of the organisations of the seed that exist on a day."""
    return {
        row["organisation_id"]
        for row in seed("organisation")
        if (row["valid_from"] or "0001-01-01") <= day.isoformat() < (row["valid_to"] or "9999-12-31")
    }


@pytest.mark.parametrize("snapshot", SNAPSHOTS)
def test_members_exist_at_the_snapshot(snapshot):
    there = existing(reference_date(snapshot))
    assert {one.key: gone for one in collaborations(snapshot) if (gone := set(one.governments) - there)} == {}


@pytest.mark.parametrize("snapshot", SNAPSHOTS)
def test_the_region_is_the_whole_province(snapshot):
    province = {row["organisation_id"] for row in seed("organisation") if row["province_id"] == "pv20"} - {"pv20"}
    members = members_of(["@gr"], snapshot)
    assert set(members) == province & existing(reference_date(snapshot))
    assert len(members) == MUNICIPALITIES[snapshot]


def test_a_merger_and_the_split_are_followed():
    assert at_date("gm0003", date(2020, 1, 1)) == "gm0003"
    assert at_date("gm0003", date(2021, 1, 1)) == "gm1979"
    assert at_date("gm0053", date(2019, 1, 1)) == "gm1966"


def test_the_scope_holds_the_region_in_every_snapshot():
    scope = Workspace.at(PROJECT / "data" / "example").scope
    region = {one for snapshot in SNAPSHOTS for one in members_of(["@gr", "@noorddrenthe"], snapshot)}
    # Westerwolde and the like came between two snapshots and last, so that the snapshots show all of them.
    assert scope == region | {"pv20", "ws0646", "ws0647"}


@pytest.mark.parametrize("snapshot", SNAPSHOTS)
def test_codes_are_those_of_the_seeds(snapshot):
    forms = {row["legal_form"] for row in seed("legal_form")}
    themes = {row["theme"] for row in seed("theme_code")}
    assert {one.form for one in collaborations(snapshot)} <= forms
    assert all(one.themes and set(one.themes) <= themes for one in collaborations(snapshot))


def test_plans_name_what_is_listed():
    for entry in load("documents"):
        keys = {one.key for one in budgets.listed(entry)}
        assert keys >= entry.get("spelling", {}).keys() | entry.get("members", {}).keys(), entry["file"]
    for entry in load("editions"):
        there = {one.key for one in collaborations(entry.get("as_of", entry["snapshot"]))}
        assert there >= {*entry["left_out"], *entry["spelling"]}, entry["file"]


def test_the_state_names_only_programmes_with_its_ministries():
    for entry in load("programmes"):
        for key, (_, leading) in entry["programmes"].items():
            one = as_if(key, entry["snapshot"])
            assert leading in one.ministries, key
            assert one.claimed_by != "region", key


def test_persons_are_the_invented_ones():
    persons = [entry["contact"] for entry in load("surveys")]
    persons += [entry["representative"] for entry in load("documents") if "representative" in entry]
    assert persons
    assert all(person.endswith(INVENTED_PERSONS) for person in persons)


def test_the_page_tells_the_figures_of_the_truth():
    rows = dict(re.findall(r"^\| ((?:of these |collaborations)[^|]*) \| (.*) \|$", DOCS.read_text("utf-8"), re.M))
    told = {what: [int(number) for number in numbers.split(" | ")] for what, numbers in rows.items()}
    exist = [len(collaborations(snapshot)) for snapshot in SNAPSHOTS]
    keys = [{one.key for one in collaborations(snapshot)} for snapshot in SNAPSHOTS]
    assert told == {
        "collaborations": exist,
        "of these in at least one source": [
            len(there & expected.sources(snapshot).keys()) for there, snapshot in zip(keys, SNAPSHOTS, strict=True)
        ],
        "of these with at least two governments": [
            count - len(expected.one_government(snapshot)) for count, snapshot in zip(exist, SNAPSHOTS, strict=True)
        ],
    }


def test_births_and_deaths_add_up():
    for before, after in ((2017, 2020), (2020, 2024)):
        flows = expected.flows(before, after)
        born = len(flows["founded"]) + len(flows["first seen"])
        gone = sum(len(flows[kind]) for kind in ("merged", "dissolved", "no longer seen"))
        assert len(collaborations(before)) + born - gone == len(collaborations(after))
