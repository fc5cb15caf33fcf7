"""Statutory systems: what names claim, how members fit the divisions, which of several bodies is the region."""

import polars as pl
import pytest

from dagster_project.coding.divisions import Divisions
from dagster_project.coding.systems import Body, claimed_systems, obligation, regions_of_systems
from dagster_project.organisations.snapshots import organisation_snapshots
from dagster_project.workspace.seeds import read_seed


@pytest.fixture(scope="module")
def divisions():
    return Divisions(organisation_snapshots(None))


@pytest.mark.parametrize(
    ("name", "purpose", "systems"),
    [
        ("Veiligheidsregio Oost", "", {"safety_region": True}),
        ("Veiligheidshuis Oost", "", {"care_safety_house": True}),
        ("Zorg- en Veiligheidshuis Oost", "", {"care_safety_house": True}),
        ("GGD Oost", "", {"health_region": True}),
        ("Veiligheidsregio en GGD Oost", "", {"safety_region": True, "health_region": True}),
        ("Veiligheids- en Gezondheidsregio Oost", "", {"safety_region": True, "health_region": True}),
        ("Brandweer Oost", "brandweer, geneeskundige hulpverlening en rampenbestrijding", {"safety_region": False}),
        ("Publieke Gezondheid Oost", "", {"health_region": False}),
        ("Bedrijfsbrandweer haven", "bestrijden van brand", {}),
        ("RUD Oost", "", {"environment_service": True}),
        ("Regionale energiestrategie Oost", "", {"res_region": True}),
        ("Arbeidsmarktregio Oost", "", {"labour_market_region": True}),
        ("Stichting Vrienden van de Veiligheidsregio", "", {}),
        ("Afvalschap Oost", "samenwerking met de GGD", {}),
        ("Hulpverlening Gelderland-Midden", "", {"health_region": True}),  # only the division calls it so
        ("Drechtsteden", "", {}),  # a labour market region has this name, and so has another body
    ],
)
def test_what_a_name_claims(name, purpose, systems, divisions):
    assert claimed_systems(name, purpose, divisions) == systems


def region(system: str, name: str) -> frozenset[str]:
    """The municipalities of 2024 in a region."""
    seed = read_seed("municipality_region")
    there = organisation_snapshots(None).filter(pl.col("snapshot") == 2024)["organisation_id"]
    return frozenset(seed.filter(seed[system] == name)["organisation_id"]) & frozenset(there)


def body(name: str, members=frozenset(), purpose: str = "", mentions: int = 1) -> Body:
    return Body((name,), (purpose,) if purpose else (), frozenset(members), mentions)


def held(divisions, *bodies: Body) -> list[set[str]]:
    """The systems of which each body is the region."""
    rows = {(2024, f"sv{n}"): one for n, one in enumerate(bodies)}
    found = regions_of_systems(rows, divisions)
    return [{c.value for c in found.get(row, []) if c.share} for row in rows]


TWENTE = region("health_region", "GGD Regio Twente")
ZEELAND = region("health_region", "GGD Zeeland")


def test_the_members_tell_which_of_the_bodies_that_are_called_so_is_the_region(divisions):
    part = sorted(TWENTE)[:3]
    assert held(divisions, body("GGD Twente", TWENTE), body("Inkoop GGD Oost", part)) == [{"health_region"}, set()]


def test_two_bodies_that_are_the_whole_region_are_both_it_so_that_a_double_is_seen(divisions):
    assert held(divisions, body("GGD Twente", TWENTE), body("GGD Regio Twente", TWENTE)) == [{"health_region"}] * 2


def test_a_body_that_is_called_so_is_the_region_where_no_other_is(divisions):
    part = sorted(TWENTE)[:5]
    assert held(divisions, body("GGD Twente", part), body("GGD Twente-West", part[:2])) == [{"health_region"}, set()]
    assert held(divisions, body("GGD Twente")) == [{"health_region"}]


def test_a_word_of_the_subject_tells_nothing_without_the_members(divisions):
    subject = "Publieke Gezondheid Twente"
    assert held(divisions, body(subject)) == [set()]
    assert held(divisions, body(subject, sorted(TWENTE)[:5])) == [set()]
    assert held(divisions, body(subject, TWENTE)) == [{"health_region"}]
    assert held(divisions, body(subject, TWENTE), body("GGD Twente", sorted(TWENTE)[2:])) == [set(), {"health_region"}]


def test_a_body_of_two_systems_is_the_region_of_both(divisions):
    both = region("safety_region", "Gelderland-Midden")
    name = "Veiligheids- en Gezondheidsregio Gelderland-Midden"
    assert held(divisions, body(name, both)) == [{"safety_region", "health_region"}]


def test_two_regions_that_went_together_are_one_body(divisions):
    union = region("environment_service", "Omgevingsdienst Noord-Veluwe") | region(
        "environment_service", "Omgevingsdienst Veluwe IJssel"
    )
    assert held(divisions, body("Omgevingsdienst Veluwe", union)) == [{"environment_service"}]


def test_neighbours_over_two_regions_are_no_region(divisions):
    some = sorted(TWENTE)[:7] + sorted(ZEELAND)[:6]
    fit = divisions.fit("health_region", 2024, some)
    assert not fit.fits
    assert divisions.fit("health_region", 2024, TWENTE).fits
    assert divisions.fit("health_region", 2024, ["gm9999"]) is None


def test_a_division_counts_what_is_in_scope_only():
    there = organisation_snapshots(frozenset(sorted(TWENTE)[:2]))
    assert Divisions(there).fit("health_region", 2024, sorted(TWENTE)[:2]).covered == ("GGD Regio Twente",)


def test_obligation_follows_the_seed_and_the_strictest_of_two():
    assert obligation(["safety_region"])[0] == "mandatory"
    assert obligation(["res_region"])[0] == "semi_mandatory"
    assert obligation(["res_region", "health_region"])[0] == "mandatory"
    assert obligation([])[0] == "voluntary"
    assert obligation(["none"])[0] == "voluntary"


def test_the_obligation_of_a_body_that_is_called_a_region_and_is_not_is_unknown(divisions):
    rows = {(2024, "sv1"): body("GGD Twente", TWENTE), (2024, "sv2"): body("GGD Twente-West", sorted(TWENTE)[:3])}
    found = regions_of_systems(rows, divisions)
    assert obligation([], found[2024, "sv2"])[0] == "unknown"
    assert obligation(["none"], found[2024, "sv2"])[0] == "voluntary"  # a person said so


def test_a_name_of_the_kind_in_another_snapshot_counts_beside_the_whole_region(divisions):
    there = organisation_snapshots(None).filter(pl.col("snapshot") == 2020)["organisation_id"].to_list()
    seed = read_seed("municipality_region")
    before = [m for m in seed.filter(seed["health_region"] == "GGD Zeeland")["organisation_id"] if m in there]
    rows = {(2020, "sv1"): body("GDG Zeeland", before), (2024, "sv1"): body("GGD Zeeland", ZEELAND)}
    assert {row: [c.value for c in told if c.share] for row, told in regions_of_systems(rows, divisions).items()} == {
        (2020, "sv1"): ["health_region"],
        (2024, "sv1"): ["health_region"],
    }
    rows[2020, "sv1"] = body("GDG Zeeland", before[:3])
    assert not any(c.share for c in regions_of_systems(rows, divisions)[2020, "sv1"])
