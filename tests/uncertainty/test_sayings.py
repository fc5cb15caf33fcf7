"""Each cell says what it supports and what not, no finer than its counts bear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagster_project.uncertainty.sayings import in_dutch, saying, sensible_decimals
from dagster_project.uncertainty.sayings.words import sayings
from dagster_project.workspace.seeds import read_seed

DEFINITIONS = {d["figure"]: d for d in read_seed("figure_definition").to_dicts()}
NAMES = {"ruimte": "Ruimte", "economie": "Economie"}


def told(figure, numerator, denominator=None, category="all", certain=0, bounds=None, status="A", breaks=()):
    formula = DEFINITIONS[figure]["formula"]
    value = {"count": numerator, "share": 100 * (numerator or 0) / (denominator or 1),
             "mean": (numerator or 0) / (denominator or 1)}[formula]  # fmt: skip
    cell = {"figure": figure, "snapshot": 2024, "category": category, "value": None if status in "OM" else value,
            "numerator": numerator, "denominator": denominator, "obs_status": status,
            "break_ids": list(breaks)}  # fmt: skip
    key = (figure, 2024, category)
    return saying(cell, DEFINITIONS[figure], certain, {key: bounds} if bounds else {}, NAMES)


def test_every_figure_has_its_sentences():
    assert set(sayings().says) == set(sayings().says_not) == set(DEFINITIONS)


def test_a_number_is_said_with_how_much_of_it_is_certain():
    row = told("total", 1750.0, certain=1204)
    assert "1.750 samenwerkingsverbanden bekend" in row["says_nl"]
    assert "van 1.204 daarvan" in row["says_nl"]
    assert row["says_not_nl"].startswith("Niet: dat er 1.750 samenwerkingsverbanden zijn")


def test_what_unknown_criteria_leave_open_is_said():
    cell = {"figure": "definition_effect", "snapshot": 2020, "category": "2024:a", "value": 18.0, "numerator": 18.0,
            "denominator": None, "obs_status": "A", "break_ids": [], "upper": 53.0}  # fmt: skip
    said = saying(cell, DEFINITIONS["definition_effect"], 0, {}, NAMES)["says_nl"]
    assert "vallen er 18 af (definitie van 2024, a: ten minste twee overheidspartijen)" in said
    assert "ten hoogste 53" in said


@pytest.mark.parametrize(
    ("numerator", "denominator", "said", "decimals"),
    [
        (5.0, 68.0, "bij 5 van de 68 allebei", 0),
        (31.0, 680.0, "bij 5 procent allebei", 0),
        (89.0, 1750.0, "bij 5,1 procent allebei", 1),
    ],
)
def test_no_tenth_of_a_percent_on_68_collaborations(numerator, denominator, said, decimals):
    row = told("with_ministry_share", numerator, denominator)
    assert said in row["says_nl"]
    assert row["decimals"] == decimals
    assert ("kleine aantallen" in row["says_nl"]) == (denominator < 100)


@pytest.mark.parametrize("status", ["O", "M"])
def test_what_is_missing_is_not_said_to_be_nought(status):
    row = told("with_ministry", None, status=status)
    assert "niets te zeggen" in row["says_nl"]
    assert "nul" in row["says_not_nl"]


def test_a_break_must_be_named_and_a_measured_error_is_told():
    row = told("legal_form_group", 310.0, 1000.0, "wgr", bounds=(28.4, 34.1), breaks=("B3", "B4"))
    assert "(B3, B4)" in row["says_not_nl"]
    assert "tussen 28 en 34 procent" in row["says_nl"]
    assert "niet gemeten" not in row["says_nl"]


def test_what_was_coded_and_never_measured_says_so():
    assert "niet gemeten" in told("theme_share", 310.0, 1000.0, "ruimte")["says_nl"]
    assert "niet gemeten" not in told("with_ministry_share", 310.0, 1000.0)["says_nl"]


@given(st.integers(0, 3), st.floats(1, 1e6))
def test_one_member_moves_the_last_decimal(decimals, denominator):
    kept = sensible_decimals("share", decimals, denominator)
    assert 0 <= kept <= decimals
    assert kept == 0 or 100 / denominator <= 10**-kept


@pytest.mark.parametrize(("value", "decimals", "text"), [(1234567.0, 0, "1.234.567"), (2.25, 1, "2,3"), (0.5, 0, "1")])
def test_numbers_are_written_as_in_dutch(value, decimals, text):
    assert in_dutch(value, decimals) == text
