"""General rules find by themselves where statements cannot be true together, and are silent where they can."""

import pytest

from dagster_project.uncertainty import claim_checks, published_comparisons
from dagster_project.uncertainty.claims.book import Book
from dagster_project.uncertainty.claims.model import Claim, Interval, as_printed, exactly
from dagster_project.uncertainty.claims.rules import checks_within
from dagster_project.uncertainty.claims.twice import stated_twice
from dagster_project.workspace import Workspace, write_table
from dagster_project.workspace.seeds import read_seed

RULE_THAT_FINDS = {
    "A1": "difference", "A2": "difference", "A3": "share_of_part", "A4": "sum_of_parts", "A5": "stated_twice",
    "A6": "stated_twice", "A7": "stated_twice", "A8": "overlap", "A9": "stated_twice", "A10": "stated_twice",
    "A11": "known_snapshot", "A12": "stated_twice", "A13": "stated_twice", "A14": "direction", "A15": "stated_twice",
    "A16": "stated_twice",
}  # fmt: skip


def test_every_inconsistency_of_the_article_is_found_by_a_general_rule():
    found = {(id_, row["rule"]) for row in claim_checks() for id_ in row["inconsistency_ids"]}
    assert set(RULE_THAT_FINDS) == set(read_seed("article_inconsistency")["inconsistency_id"])
    assert found >= set(RULE_THAT_FINDS.items())


def test_what_is_explained_by_rounding_is_told_apart_from_what_cannot_be():
    outcome = {i: row["outcome"] for row in claim_checks() for i in row["inconsistency_ids"]}
    assert {i for i, o in outcome.items() if o == "rounding"} == {"A1", "A2", "A4"}
    assert outcome["A8"] == "narrow"
    assert outcome["A14"] == outcome["A10"] == "contradicts"


def said(measure, category, value, snapshot=2024, half=0.5, **more):
    interval = Interval(value - half, value + half, value)
    return Claim(f"{measure}|{category}|{snapshot}", "p", measure, category, snapshot, interval=interval, **more)


def outcomes(*claims):
    return {c.rule: c.outcome for c in checks_within(Book("p", list(claims)))}


@pytest.mark.parametrize(("third", "outcome"), [(25, "holds"), (24, "rounding"), (23, "contradicts")])
def test_parts_add_up_within_their_rounding(third, outcome):
    parts = [said("legal_form_group", c, v) for c, v in (("wgr", 45), ("private", 30), ("other", third))]
    assert outcomes(*parts) == {"sum_of_parts": outcome}


@pytest.mark.parametrize(("share", "outcome"), [(5.1, "holds"), (5.3, "contradicts")])
def test_a_number_is_its_share_of_the_total(share, outcome):
    claims = [said("total", "all", 1750, half=0), said("with_ministry", "all", 89, half=0)]
    assert outcomes(*claims, said("with_ministry_share", "all", share, half=0.05))["ratio"] == outcome


@pytest.mark.parametrize(
    ("relation", "outcome"), [("rose", "holds"), ("fell", "contradicts"), ("not_rose", "contradicts")]
)
def test_a_direction_must_be_that_of_the_levels(relation, outcome):
    levels = [said("total", "all", 10, 2020, 0), said("total", "all", 12, 2024, 0)]
    claim = Claim("c", "p", "total", "all", 2024, relation, 2020)
    assert outcomes(*levels, claim) == {"direction": outcome, "known_snapshot": "holds"}


def test_a_part_is_no_more_than_its_whole():
    claims = [said("total", "all", 10, half=0), said("with_at_least_one", "province", 11, half=0)]
    assert outcomes(*claims) == {"part_of_whole": "contradicts"}


@pytest.mark.parametrize(("other", "outcome"), [(5, "holds"), (11.3, "narrow"), (16, "contradicts")])
def test_two_pairs_need_three_themes_beyond_what_has_several(other, outcome):
    pairs = [said("theme_pair_share", "a+b", 28), said("theme_pair_share", "a+c", other, half=0.05)]
    numbers = [said("theme_count_share", "1", 69), said("theme_count_share", "3+", 10)]
    assert outcomes(*pairs, *numbers)["overlap"] == outcome


def test_publications_are_held_against_each_other():
    one = said("total", "all", 10, half=0)
    same, other = (Claim("x", "q", "total", "all", 2024, interval=exactly(v)) for v in (10.0, 11.0))
    assert [c.outcome for c in stated_twice([one, same])] == ["holds"]
    assert [c.outcome for c in stated_twice([one, other])] == ["contradicts"]
    assert list(stated_twice([one])) == []


@pytest.mark.parametrize(
    ("value", "unit", "relation", "least", "most"),
    [
        ("1168", "collaborations", "is", 1168, 1168),
        ("5.1", "percent", "is", 5.05, 5.15),
        ("8-9", "x", "is", 7.5, 9.5),
        (">150", "percent", "at_least", 150, 150),
        ("6/12", "organisations", "is", 50, 50),
    ],
)
def test_a_printed_number_is_everything_that_is_printed_so(value, unit, relation, least, most):
    told, interval = as_printed(value, unit)
    assert told == relation
    assert (interval.least, interval.most) == pytest.approx((least, most))


@pytest.mark.parametrize(("kind", "value", "outcome"), [("real", 1750.0, "equal"), ("real", 1749.0, "differs")])
def test_our_cells_are_held_against_the_newest_publication(tmp_path, kind, value, outcome):
    rows = {(r["publication"], r["snapshot"]): r for r in published_comparisons(with_total(tmp_path, kind, value))
            if r["figure"] == "total"}  # fmt: skip
    assert rows["sb2025", 2024]["outcome"] == outcome
    assert rows["sb2025", 2020]["outcome"] == "missing"
    assert (rows["inventory2020", 2020]["newest"], rows["sb2025", 2020]["newest"]) == (False, True)


def test_a_country_that_is_not_ours_is_held_against_nothing(tmp_path):
    assert list(published_comparisons(with_total(tmp_path, "simulated", 1749.0))) == []


def with_total(tmp_path, kind, value):
    workspace = Workspace.at(tmp_path).create(kind)
    cell = {"figure": "total", "snapshot": 2024, "category": "all", "value": value, "numerator": value,
            "unit": "collaborations", "obs_status": "B", "sql_model": "m"}  # fmt: skip
    write_table(workspace, "figure", [cell])
    return workspace
