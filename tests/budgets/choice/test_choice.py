"""Names are told from other texts by how they look and where they stand, also in layouts that no reader knows."""

import pytest

from dagster_project.budgets import read_budget, weighed_names
from dagster_project.budgets.choice.confidence import Signs, probability
from dagster_project.budgets.choice.names import name_scores
from dagster_project.budgets.choice.places import best_parts, chosen_names
from dagster_project.budgets.choice.units import units_of
from dagster_project.documents import Document, ListItem, Paragraph
from tests.documents import making

NAMES = (
    "Omgevingsdienst Proefkwartier",
    "Stichting Muziekhuis Veldzicht",
    "N.V. Havenbeheer Waterkant",
    "Belastingsamenwerking Noordermeer (BSN)",
)
OTHERS = (
    "Rechtsvorm",
    "Financiële gegevens",
    "Het college stelt de begroting vast en legt deze voor aan de raad.",
    "Terug naar navigatie",
    "Programma 3",
    "Bestuurlijk belang",
    "artikel 10, tweede lid, van de wet",
)


def test_names_look_more_like_names_than_anything_else():
    assert min(name_scores(NAMES)) > max(name_scores(OTHERS))


def test_the_place_of_names_is_chosen_and_other_places_are_not():
    blocks = [Paragraph(text, f"element=/html/body/p[{n}]") for n, text in enumerate(OTHERS)]
    blocks += [ListItem(name, f"element=/html/body/ul/li[{n}]") for n, name in enumerate(NAMES)]
    units = units_of(Document("text/html", blocks))
    assert [n.part.name for n in chosen_names(units, best_parts(units))] == list(NAMES)


def page(tmp_path, body):
    return making.write(tmp_path / "a.html", f"<html><body><h1>Paragraaf verbonden partijen</h1>{body}</body></html>")


def test_names_that_no_reader_knows_how_to_find_are_parties_by_name(tmp_path):
    body = "".join(f"<div><span>{name}</span></div>" for name in NAMES)
    parties, _ = read_budget(page(tmp_path, body), snapshot=2024, organisation_id="")
    assert [p["name_written"] for p in parties] == list(NAMES)
    assert all("party:seen_by_name_only" in p["doubts"] for p in parties)


def test_a_page_without_parties_has_none(tmp_path):
    parties, _ = read_budget(
        page(tmp_path, "".join(f"<p>{text}</p>" for text in OTHERS)), snapshot=2024, organisation_id=""
    )
    assert parties == []


def test_what_was_weighed_is_told_without_persons(tmp_path):
    body = "".join(f"<div><span>{name}</span></div>" for name in NAMES) + "<p>Contact: de heer J. Voorbeeld</p>"
    told = weighed_names(page(tmp_path, body))
    assert {one.name for one in told} >= set(NAMES)
    assert not any("Voorbeeld" in one.name for one in told)


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (Signs(3.0, 4, 4, False), Signs(3.0, 4, 0, True)),
        (Signs(3.0, 4, 0, True), Signs(-1.0, 1, 0, True)),
        (Signs(0.5, 5, 0, True), Signs(0.5, 0, 0, True)),
    ],
)
def test_what_speaks_for_a_party_makes_it_surer(more, less):
    assert 1 > probability(more) > probability(less) > 0


def test_an_unlikely_name_without_fields_is_marked():
    assert Signs(-2.0, 0, 0, True).doubts == ["name:name_unlike_names", "party:seen_by_name_only"]
    assert Signs(-2.0, 0, 3, False).doubts == []
