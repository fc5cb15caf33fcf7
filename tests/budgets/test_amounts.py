"""Amounts in every notation, to euros; absent is not zero."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.budgets.amounts import find_amounts, parse_cell, unit_of


def dutch(value: int, decimals: int = 0) -> str:
    whole, rest = divmod(abs(value), 10**decimals)
    return f"{whole:,}".replace(",", ".") + (f",{rest:0{decimals}d}" if decimals else "")


@given(st.integers(-(10**11), 10**11), st.sampled_from(["{}", "€ {}", "€{}", "{} euro", "€ {},-", "{},--"]))
@settings(max_examples=120, deadline=None)
def test_whole_euros_with_any_sign(value, form):
    written = form.format(dutch(value))
    signs = ["-{}", "-/- {}", "({})", "- {}", "{}-"] if value < 0 else ["{}"]
    for sign in signs if ",-" not in written else signs[:4]:
        assert parse_cell(sign.format(written)) == value, sign.format(written)


@given(
    st.integers(0, 10**9),
    st.sampled_from([("miljoen", 1e6), ("mln.", 1e6), ("mln", 1e6), ("duizend", 1e3), ("miljard", 1e9)]),
)
@settings(max_examples=80, deadline=None)
def test_units_in_words_win_over_the_unit_of_the_table(value, unit):
    word, factor = unit
    assert parse_cell(f"€ {dutch(value, 3)} {word} euro", 1000) == pytest.approx(value / 1000 * factor)


@given(st.integers(-(10**7), 10**7))
@settings(max_examples=60, deadline=None)
def test_the_unit_of_the_table(value):
    written = f"({dutch(value)})" if value < 0 else dutch(value)
    assert parse_cell(written, 1000) == value * 1000


@pytest.mark.parametrize(
    "text", ["", "-", "–", "n.v.t.", "nvt", "n.n.b.", "onbekend", "Niet bekend", "geen", "niet aanwezig"]
)
def test_no_figure(text):
    assert parse_cell(text) is None


@pytest.mark.parametrize("text", ["nihil", "Nihil.", "nul", "0", "€ 0", "€ 0,-", "0,00", "-0"])
def test_zero(text):
    assert parse_cell(text) == 0
    assert str(parse_cell(text)) == "0.0"


@pytest.mark.parametrize(("text", "euros"), [("2050", 2050), ("-2050", -2050), ("1999", 1999), ("1 254 300", 1254300)])
def test_a_cell_that_looks_like_a_year_is_an_amount(text, euros):
    assert parse_cell(text) == euros


MOMENTS = {
    "begin 2017 2.410.000 eind 2017 2.455.000": (2410000, 2455000),
    "€ 3.412.000 (begin 2020) en € 3.150.000 (eind 2020)": (3412000, 3150000),
    "1-1-2024 / 31-12-2024 € 2,114 miljoen / € 1,986 miljoen": (2114000, 1986000),
    "1-1-2024 / 31-12-2024 -/- € 2,105 miljoen / -/- € 1,890 miljoen": (-2105000, -1890000),
    "Het eigen vermogen is zowel op 1 januari 2020 als op 31 december 2020 nihil.": (0, 0),
    "per 31-12-2022: € 5.000 per 31-12-2023: € 6.000": (5000, 6000),
    "op 1 januari 2020 4,8 miljoen euro en op 31 december 2020 2,8 miljoen euro": (4800000, 2800000),
    "ultimo 2023 € 10": (None, 10),
    "€ 7 / € 8": (7, 8),
}


@pytest.mark.parametrize("text", MOMENTS)
def test_moments(text):
    found = {a.moment: a.euros for a in find_amounts(text)}
    assert (found.get("begin"), found.get("end")) == MOMENTS[text]


def test_a_loss_in_words_is_negative():
    text = "Over 2020 wordt een nadelig resultaat van 150 duizend euro begroot."
    assert [a.euros for a in find_amounts(text)] == [-150000]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("(bedragen x € 1.000)", 1e3), ("Bedragen in duizenden euro's.", 1e3), ("x 1000", 1e3), ("x € 1 miljoen", 1e6),
        ("(€ mln)", 1e6), ("x € 1.000.000", 1e6), ("Bedragen in euro's", None), ("1.000 inwoners", None),
    ],
)  # fmt: skip
def test_captions(text, unit):
    assert unit_of(text) == unit


@pytest.mark.parametrize(
    ("written", "euros"),
    [
        ("1,25E+06", 1_250_000), ("1.25e6", 1_250_000), ("-2E+03", -2000), ("1,250,000.00", 1_250_000),
        ("1.000-", -1000), ("– 1.000", -1000), ("(1.000)", -1000), ("€ -5", -5),
    ],
)  # fmt: skip
def test_amounts_as_spreadsheets_save_them(written, euros):
    assert parse_cell(written) == euros
