"""What is kept beside the fields that tell a party: interest, risks, programme, what does not apply, further places."""

from pathlib import Path

import pytest

from dagster_project.budgets import read_budget
from dagster_project.budgets.labels import detail_of
from dagster_project.budgets.party import says_not_applicable
from tests.documents import making

PAGE = """<html><body><h1>Verbonden partijen</h1>
<table><tr><th>Naam</th><th>Rechtsvorm</th><th>Financieel belang</th></tr>
<tr><td>Omgevingsdienst Veenland</td><td>Gemeenschappelijke regeling</td><td>12,5%</td></tr>
<tr><td>Veenwater N.V.</td><td>Naamloze vennootschap</td><td>n.v.t.</td></tr></table>
<h2>Omgevingsdienst Veenland</h2>
<p>Vestigingsplaats: Emmen</p><p>Openbaar belang: Toezicht houden op bedrijven.</p>
<p>Programma: 4. Wonen en leefomgeving</p>
<p>Risico's: Laag, zegt de heer A.B. Voorbeeldman.</p><p>Resultaat: niet van toepassing</p>
<h2>Veenwater N.V.</h2>
<p>Vestigingsplaats: Assen</p><p>Openbaar belang: Drinkwater leveren.</p><p>Eigen vermogen 1-1-2024: n.v.t.</p>
</body></html>"""


@pytest.fixture
def parties(tmp_path: Path) -> dict[str, dict]:
    path = making.write(tmp_path / "a.html", PAGE)
    rows, refusals = read_budget(path, snapshot=2024, organisation_id="gm0114")
    assert not refusals
    return {row["name_written"]: row for row in rows}


def test_interest_risks_and_programme_are_kept_as_written_and_without_persons(parties):
    assert list(parties) == ["Omgevingsdienst Veenland", "Veenwater N.V."]
    one = parties["Omgevingsdienst Veenland"]
    assert one["interest_written"] == "12,5%"
    assert one["programme_written"] == "4. Wonen en leefomgeving"
    assert one["risks_written"].startswith("Laag")
    assert "Voorbeeldman" not in one["risks_written"]


def test_what_does_not_apply_differs_from_what_is_absent(parties):
    one, other = parties["Omgevingsdienst Veenland"], parties["Veenwater N.V."]
    assert one["not_applicable"] == ["result"]
    assert one["result"] is None
    assert other["not_applicable"] == ["equity_begin", "interest_written"]
    assert other["risks_written"] is None
    assert "risks_written" not in other["not_applicable"]


def test_an_overview_and_details_are_one_mention_with_both_places(parties):
    for party in parties.values():
        assert len(party["other_locators"]) == 1
        assert party["locator"] not in party["other_locators"]


@pytest.mark.parametrize("text", ["n.v.t.", "N.V.T", "nvt", " Niet  van toepassing. ", "(n.v.t.)"])
def test_says_not_applicable(text):
    assert says_not_applicable(text)


@pytest.mark.parametrize("text", ["", "-", "0", "geen", "n.n.b.", "Niet van toepassing op de gemeente Emmen"])
def test_says_something_else(text):
    assert not says_not_applicable(text)


@pytest.mark.parametrize(
    ("label", "detail"),
    [
        ("Risico’s", "risks"), ("Financieel risico", "risks"), ("Financieel belang 2024", "interest"),
        ("Aandelen", "interest"), ("Programmanummer", "programme"), ("Bestuurlijk belang", None),
        ("Openbaar belang", None), ("Website", None),
    ],
)  # fmt: skip
def test_labels_of_details(label, detail):
    assert detail_of(label) == detail
