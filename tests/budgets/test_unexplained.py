"""What is left over of a document is told at its place: short, without persons, and never more than anybody reads."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.budgets import read_budget
from dagster_project.budgets.unexplained import LONGEST, MOST, REASON, unexplained
from dagster_project.dictionary import table
from dagster_project.persons import holds
from tests.documents import making

PERSON = "de heer J. de Vries"


def test_a_text_is_told_at_its_place_with_the_mend():
    (one,) = unexplained([("page=3;box=1,2,3,4", "Stichting Veenrand\n€ 12.000")])
    assert (one.locator, one.reason) == ("page=3;box=1,2,3,4", REASON)
    assert "'Stichting Veenrand € 12.000'" in one.detail
    assert "vul dat zelf aan" in one.detail
    assert REASON in table("refusal").column("reason").enum


def test_persons_are_taken_out_and_a_text_of_nothing_else_is_not_told():
    left = [("line=1", f"Stichting Veenrand ({PERSON}, 06-12345678)"), ("line=2", PERSON), ("line=3", " - ")]
    (one,) = unexplained(left)
    assert one.locator == "line=1"
    assert "Vries" not in one.detail
    assert "06" not in one.detail


def test_what_repeats_is_told_once():
    (one,) = unexplained([(f"page={page}", "Regio Zuidrand") for page in (2, 5, 9)])
    assert one.locator == "page=2"
    assert "ook op 2 andere plaatsen" in one.detail


def test_a_long_document_is_told_in_as_many_lines_as_anybody_reads():
    told = unexplained([(f"line={n}", f"Stichting {n}") for n in range(MOST + 7)])
    assert len(told) == MOST + 1
    assert told[-1].locator == f"line={MOST}"
    assert "nog 7 teksten" in told[-1].detail
    assert len(unexplained([(f"line={n}", f"Stichting {n}") for n in range(MOST)])) == MOST


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(("line=1", "page=2", "cell=B3")), st.text(max_size=400)), max_size=80))
def test_whatever_is_left_over_is_told_in_short_and_without_persons(left):
    told = unexplained([*left, ("line=9", f"namens {PERSON}, tel. 06 12345678, j.de.vries@noord.nl"), *left])
    assert len(told) <= MOST + 1
    for one in told:
        assert len(one.detail) <= LONGEST + 150
        assert not holds(one.detail)


CARDS = (
    "<tr><th>Naam</th><th>Rechtsvorm</th><th>Vestigingsplaats</th><th>Doel</th></tr>"
    "<tr><td>Regio Veenrand</td><td>Gemeenschappelijke regeling</td><td>Assen</td><td>Zorg</td></tr>"
    "<tr><td>Veenwater N.V.</td><td>Naamloze vennootschap</td><td>Emmen</td><td>Water</td></tr>"
)
NAMES = ("GGD Duinstreek", "Recreatieschap De Plas", "Stichting Erfgoed Noord")
LIST = "".join(f"<tr><td>{name}</td><td>x</td></tr>" for name in ("Naam", *NAMES))
TWO_LINES = "".join(
    f"<tr><td>{name}</td><td>GR</td><td>Zorg</td></tr>"
    for name in ("GGD Duinstreek<br>Goes", "Archief Kust<br>Gouda", "Strandnet B.V.<br>Delft")
)


def read(tmp_path, *tables):
    page = "".join(f"<table>{rows}</table>" for rows in tables)
    path = making.write(tmp_path / "a.html", f"<html><body><h1>Verbonden partijen</h1>{page}</body></html>")
    return read_budget(path, snapshot=2024, organisation_id="")


def test_a_list_beside_cards_is_read_too(tmp_path):
    parties, _ = read(tmp_path, CARDS, LIST)
    names = [p["name_written"] for p in parties]
    assert names == ["Regio Veenrand", "Veenwater N.V.", *NAMES]


def test_what_looks_like_a_party_and_is_none_is_told_at_its_place(tmp_path):
    subsidies = (
        "<h2>Verleende subsidies</h2><table><tr><th>Ontvanger</th><th>Subsidie</th></tr><tr><td>Recreatieschap De "
    )
    page = f"<html><body><h1>Verbonden partijen</h1><table>{CARDS}</table>{subsidies}Plas</td><td>5</td></tr></table>"
    path = making.write(tmp_path / "a.html", page + "</body></html>")
    parties, refusals = read_budget(path, snapshot=2024, organisation_id="")
    assert len(parties) == 2
    assert [(r["reason"], r["locator"][-5:]) for r in refusals] == [(REASON, "tr[2]")]
    assert "Recreatieschap De Plas" in refusals[0]["detail"]


def test_a_place_that_may_also_be_a_shorter_name_says_so(tmp_path):
    parties, _ = read(tmp_path, "<tr><th>Naam</th><th>Rechtsvorm</th><th>Doel</th></tr>" + TWO_LINES)
    for party in parties:
        assert party["name_written"] in ("GGD Duinstreek", "Archief Kust", "Strandnet B.V.") or (
            party["doubts"] == ["name:other_reading_close"]
            and party["other_reading"]["name_written"] in ("GGD Duinstreek", "Archief Kust", "Strandnet B.V.")
        )
