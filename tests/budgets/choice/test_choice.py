"""Names are told from other texts by how they look and where they stand, also in layouts that no reader knows."""

import pytest

from dagster_project.budgets import read_budget, weighed_names
from dagster_project.budgets.choice.confidence import Signs, probability
from dagster_project.budgets.choice.names import name_scores
from dagster_project.budgets.choice.parts import Part
from dagster_project.budgets.choice.places import LEAST, best_parts, chosen_names
from dagster_project.budgets.choice.units import Unit, units_of
from dagster_project.documents import Document, ListItem, Paragraph
from tests.documents import making

NAMES = (
    "Omgevingsdienst Proefkwartier",
    "Stichting Muziekhuis Veldzicht",
    "N.V. Havenbeheer Waterkant",
    "Belastingsamenwerking Noordermeer (BSN)",
)
MANY = tuple(f"{kind} {place}" for kind in ("Omgevingsdienst", "Streekarchief") for place in "ABCDEFG")
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


def test_running_text_tells_of_each_party_in_its_own_sentences(tmp_path):
    told = (
        "Met andere overheden zijn wij eigenaar van {}. Het gaat om een {}. Zij is gevestigd te {}. Deelnemers zijn de "
        "gemeenten {}."
    )
    text = " ".join(
        (
            told.format("Recreatieschap Merelbossen", "Gemeenschappelijke regeling", "Assen", "Assen en Emmen"),
            told.format("Havenbedrijf Merelkust N.V.", "Naamloze vennootschap", "Emmen", "Emmen en Hoogeveen"),
        )
    )
    page = f"<html><body><h1>Verbonden partijen</h1><p>{text}</p></body></html>"
    rows, _ = read_budget(making.write(tmp_path / "a.html", page), snapshot=2024, organisation_id="gm0106")
    assert [(r["name_written"], r["seat_written"], r["participants_written"]) for r in rows] == [
        ("Recreatieschap Merelbossen", "Assen", ["Assen", "Emmen"]),
        ("Havenbedrijf Merelkust N.V.", "Emmen", ["Emmen", "Hoogeveen"]),
    ]


def test_labels_without_a_colon_are_known_where_lines_begin_with_them_again_and_again(tmp_path):
    parties = [("Omgevingsdienst", "Assen", "1,2"), ("Veiligheidsregio", "Emmen", "2,3"), ("GGD", "Meppel", "0,4")]
    body = "".join(
        f"<h2>{kind} Drentheland</h2><ul><li>• Gevestigd te {seat}</li><li>• Partners Assen; Emmen</li>"
        f"<li>• Eigen vermogen {equity} (31/12/2023)</li></ul>"
        for kind, seat, equity in parties
    )
    page = f"<html><body><h1>Verbonden partijen</h1><p>Bedragen in mln euro</p>{body}</body></html>"
    rows, _ = read_budget(making.write(tmp_path / "a.html", page), snapshot=2024, organisation_id="gm0106")
    assert [(r["seat_written"], r["participants_written"], r["equity_end"]) for r in rows] == [
        (seat, ["Assen", "Emmen"], float(equity.replace(",", ".")) * 1_000_000) for _, seat, equity in parties
    ]


@pytest.mark.parametrize("words", ["Pl.", "Juridisch kader:"])
def test_the_same_words_before_values_are_a_label_and_no_party(tmp_path, words):
    values = ("Assen", "Emmen", "Meppel") if words == "Pl." else ("N.V.", "B.V.", "Stichting")
    body = "".join(
        f"<li>Omgevingsdienst {name}<ul><li>{words} {value}</li></ul></li>"
        for name, value in zip(("Noorderveld", "Zuiderveld", "Westerveld"), values, strict=True)
    )
    page = f"<html><body><h1>Verbonden partijen</h1><ul>{body}</ul></body></html>"
    rows, _ = read_budget(making.write(tmp_path / "a.html", page), snapshot=2024, organisation_id="gm0106")
    assert [r["name_written"].split()[0] for r in rows] == ["Omgevingsdienst"] * 3


@pytest.mark.parametrize("mark", ["*)", "*", "1)", "**)"])
def test_a_mark_of_a_note_is_no_part_of_a_name_nor_of_its_seat(tmp_path, mark):
    body = "".join(f"<li>{n}. Omgevingsdienst {x} te Assen {mark}</li>" for n, x in enumerate("ABC", 1))
    page = f"<html><body><h1>Verbonden partijen</h1><ul>{body}</ul></body></html>"
    rows, _ = read_budget(making.write(tmp_path / "a.html", page), snapshot=2024, organisation_id="gm0106")
    assert [r["name_written"] for r in rows] == [f"Omgevingsdienst {x}" for x in "ABC"]


def test_among_many_names_a_text_that_looks_little_like_one_is_one():
    """In a place where nothing but names stand the least likely is one too; among few it is left aside and told."""
    units = [Unit(name, (("beside", "partij"),), f"row={n}", n) for n, name in enumerate(MANY)]
    assert _below(units) == [*[1.0] * (len(MANY) - 1), LEAST - 0.3]
    assert _below(units[-4:]) == [1.0] * 3


def _below(units):
    best = [(1.0, Part(unit.text)) for unit in units[:-1]] + [(LEAST - 0.3, Part(units[-1].text))]
    return [named.score for named in chosen_names(units, best)]
