"""What holds for any amounts: units scale all alike, the order of cells tells nothing where dates do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.budgets.figures import COLUMNS, Cell, Record, figures_of, units_in

LABELS = {
    "equity_begin": ("Eigen vermogen", "1-1-2024"),
    "equity_end": ("Eigen vermogen", "31-12-2024"),
    "debt_begin": ("Vreemd vermogen", "1-1-2024"),
    "debt_end": ("Vreemd vermogen", "31-12-2024"),
    "result": ("Resultaat", "2024"),
}
UNITS = {"Bedragen in euro's": 1, "Bedragen x € 1.000": 1_000, "(bedragen in miljoenen euro's)": 1_000_000}
SIGNS = ("-{}", "({})", "-/- {}", "– {}", "{}-")
thousands = st.integers(200, 900_000)
stocks = {column: thousands for column in COLUMNS if column != "result"}
amounts = st.fixed_dictionaries(stocks | {"result": st.integers(-90_000, 90_000)})


def dutch(value: int, sign: str) -> str:
    """A whole number with dots, negative ones in one of the ways of writing."""
    text = f"{abs(value):,}".replace(",", ".")
    return sign.format(text) if value < 0 else text


def read(written, order, near):
    cells = tuple(Cell(LABELS[column], written[column], column) for column in order)
    return figures_of([Record(cells, near)])[0].figures


@given(amounts, st.permutations(COLUMNS), st.sampled_from(SIGNS))
@settings(max_examples=60, deadline=None)
def test_the_order_of_cells_tells_nothing_where_dates_do(values, order, sign):
    found = read({c: dutch(v, sign) for c, v in values.items()}, order, ("Bedragen x € 1.000",))
    assert {c: f.euros for c, f in found.items()} == {c: v * 1_000 for c, v in values.items()}


@given(amounts, st.sampled_from(sorted(UNITS)), st.lists(st.sampled_from(["Toelichting", "Vastgesteld"]), max_size=3))
@settings(max_examples=60, deadline=None)
def test_a_unit_scales_all_amounts_alike_or_is_in_doubt(values, unit, texts):
    size = UNITS[unit]
    told = {c: v * 1_000 // size for c, v in values.items()}
    found = read({c: dutch(v, "-{}") for c, v in told.items()}, COLUMNS, (*texts, unit))
    for column, figure in found.items():
        assert figure.euros == told[column] * size or "unit_unclear" in figure.doubts


@given(amounts, st.sampled_from(["{} duizend", "€ {} dzd.", "€ {}k"]), st.sampled_from(sorted(UNITS)))
@settings(max_examples=40, deadline=None)
def test_an_own_scale_wins_over_every_unit_around(values, form, unit):
    found = read({c: form.format(dutch(v, "-{}")) for c, v in values.items()}, COLUMNS, (unit,))
    assert {c: f.euros for c, f in found.items()} == {c: v * 1_000 for c, v in values.items()}


@given(st.lists(amounts, min_size=2, max_size=5))
@settings(max_examples=25, deadline=None)
def test_records_of_one_shape_are_read_alike(table):
    cells = [tuple(Cell(LABELS[c], dutch(row[c], "({})"), c) for c in COLUMNS) for row in table]
    records = [Record(one, ("x € 1.000",)) for one in cells]
    for row, reading in zip(table, figures_of(records), strict=True):
        assert {c: f.euros for c, f in reading.figures.items()} == {c: v * 1_000 for c, v in row.items()}


@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=60)), max_size=12), st.text(max_size=40))
@settings(max_examples=80, deadline=None)
def test_any_text_is_read_or_left_and_never_fails(cells, near):
    record = Record(tuple(Cell((label,), text, str(n)) for n, (label, text) in enumerate(cells)), (near,))
    reading = figures_of([record])[0]
    assert set(reading.figures) | set(reading.empty) <= set(COLUMNS)
    assert not set(reading.figures) & set(reading.empty)


@given(st.from_regex(r"[A-Z][a-z]{2,12} [NB]\.V\. \([A-Z]{2,6}\)", fullmatch=True))
def test_an_abbreviation_in_brackets_is_no_unit(name):
    assert units_in(name) == ()


@pytest.mark.parametrize("unit", ["(x € 1.000)", "x 1.000", "€ x k", "(×1000)", "bedragen x € 1.000"])
def test_a_times_of_its_own_is_one(unit):
    assert units_in(unit) == (1000.0,)
