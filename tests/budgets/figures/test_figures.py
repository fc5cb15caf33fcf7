"""Figures of a party from cells with labels, in the layouts that were misread before; each has its trap."""

import pytest

from dagster_project.budgets.figures import COLUMNS, Cell, Reading, Record, figures_of

EQUITY, DEBT, RESULT = "Eigen vermogen", "Vreemd vermogen", "Resultaat"


def record(*cells, near=()):
    """A record of (labels, text) pairs; labels may be one text."""
    made = [
        Cell((labels,) if isinstance(labels, str) else labels, text, f"cell={n}")
        for n, (labels, text) in enumerate(cells)
    ]
    return Record(tuple(made), tuple(near))


def read(*cells, near=()) -> Reading:
    """The figures of one record."""
    return figures_of([record(*cells, near=near)])[0]


def euros(reading: Reading) -> tuple:
    """Euros of the five columns, None where there is none."""
    return tuple(reading.figures[c].euros if c in reading.figures else None for c in COLUMNS)


def doubts(reading: Reading) -> set:
    """All reasons for doubt."""
    return {reason for figure in reading.figures.values() for reason in figure.doubts}


def test_opening_and_closing_are_told_by_their_dates_and_not_by_their_order():
    for order in (1, -1):
        equity = [((EQUITY, "31-12-2024"), "5.084"), ((EQUITY, "1-1-2024"), "4.895")][::order]
        assert euros(read(*equity, near=["Bedragen x € 1.000"]))[:2] == (4_895_000, 5_084_000)


def test_three_years_the_last_two_count_and_the_result_is_of_the_last():
    years = ("Rekening 2022", "Begroting 2023", "Begroting 2024")
    cells = [((year, RESULT), text) for year, text in zip(years, ("€ 412", "- € 233", "€ 189"), strict=True)]
    cells += [((year, EQUITY), text) for year, text in zip(years, ("€ 5.128", "€ 4.895", "€ 5.084"), strict=True)]
    found = read(*cells, near=["Bedragen x € 1.000"])
    assert euros(found) == (4_895_000, 5_084_000, None, None, 189_000)
    assert {left.why for left in found.left} == {"other_moment"}


def test_latest_year_first_and_accounts_before_the_plan_of_the_same_year():
    years = ("Begroting 2020", "Rekening 2020", "Rekening 2019")
    cells = [((year, EQUITY), text) for year, text in zip(years, ("899", "5084", "4.895"), strict=True)]
    assert euros(read(*cells, near=["Bedragen x € 1.000"]))[:2] == (4_895_000, 5_084_000)


def test_years_that_are_glued_into_one_text_are_parted():
    head = "Bedragen x € 1.000 2014 2015 2016"
    found = read(((head, EQUITY), "1.190 1.002 908"), ((head, DEBT), "84 179 181"))
    assert euros(found)[:4] == (1_002_000, 908_000, 179_000, 181_000)


def test_a_space_between_thousands_parts_nothing():
    assert euros(read((f"{EQUITY} 2024", "1 254 300")))[1] == 1_254_300


UNITS = {
    "in the caption": ([], (EQUITY, "31-12-2024"), ["Tabel 3 (bedragen x € 1.000)"]),
    "in its label": ([], (f"{EQUITY} (x € 1.000)", "31-12-2024"), []),
    "in the head of the inner table": ([], ("Vermogen (bedragen in duizenden euro's)", "31-12-2024", EQUITY), []),
    "in a cell of the corner": ([((), "x 1.000")], (EQUITY, "31-12-2024"), []),
    "in a note below": ([], (EQUITY, "31-12-2024"), ["De partij werkt in heel de regio.", "Alle bedragen x €1.000,-"]),
}


@pytest.mark.parametrize("place", UNITS)
def test_the_unit(place):
    corner, labels, near = UNITS[place]
    found = read(*corner, (labels, "5.084"), near=near)
    assert euros(found)[1] == 5_084_000
    assert not doubts(found)


def test_the_nearest_unit_wins_and_another_one_beside_it_is_a_doubt():
    found = read(((EQUITY, "31-12-2024"), "5.084"), near=["Bedragen x € 1.000", "Bedragen x € 1 miljoen"])
    assert euros(found)[1] == 5_084_000
    far = ["Bedragen x € 1.000", *["Toelichting"] * 8, "Bedragen in euro's"]
    assert not doubts(read(((EQUITY, "31-12-2024"), "5.084"), near=far))
    assert doubts(read(((EQUITY, "31-12-2024"), "84"), near=["Bedragen in euro's", "Bedragen x € 1.000"]))


def test_a_scale_of_its_own_needs_no_unit_and_is_not_scaled_again():
    near = ["x € 1.000"]
    found = read(((EQUITY, "1 jan. 2019"), "19,384 miljoen"), (("EV", "31 dec. 2019"), "€ 20,1 mln."), near=near)
    assert euros(found)[:2] == (19_384_000, 20_100_000)


def test_where_no_unit_is_written_figures_are_euros_and_small_ones_in_doubt():
    small = read(((EQUITY, "1-1"), "10"), ((EQUITY, "31-12"), "20"))
    assert euros(small)[:2] == (10, 20)
    assert doubts(small) & {"unit_unclear", "amounts_unlikely"}
    assert not doubts(read(((EQUITY, "1-1"), "1.254.300"), ((EQUITY, "31-12"), "1.198.000")))


def test_a_unit_that_reading_lost_is_a_doubt_for_the_whole_document():
    table = [record(((EQUITY, "31-12-2024"), f"{n}.700"), ((DEBT, "31-12-2024"), f"1{n}.900")) for n in range(2, 9)]
    assert all("unit_unclear" in doubts(reading) for reading in figures_of(table))


def test_what_is_beside_the_result_is_not_the_result():
    found = read(
        (("Resultaat en uitgekeerd dividend", "Resultaat na belastingen", "2018"), "1,926 miljoen"),
        (("Resultaat en uitgekeerd dividend", "Resultaat na belastingen", "2019"), "1,573 miljoen"),
        (("Resultaat en uitgekeerd dividend", "Dividend per aandeel uitgekeerd in", "2019"), "4,02"),
        ("Solvabiliteit", "52%"),
        ("Bijdrage 2019", "€ 4.218"),
        ("Totaal vermogen", "€ 9.000.000"),
    )
    assert euros(found) == (None, None, None, None, 1_573_000)
    assert [left.why for left in found.left].count("other_quantity") == 3


def test_the_result_of_the_table_is_not_that_of_the_prose_below():
    found = read(
        ((EQUITY, "31-12-2019"), "€ 21.874.000"),
        ((EQUITY, "31-12-2020"), "€ 22.315.000"),
        ("Begroot resultaat 2021", "€ 1.872.000"),
        ("Financiële gegevens", "Het bedrijf verkocht in 2020 meer. Het netto resultaat was € 441.000, na belasting."),
    )
    assert euros(found) == (21_874_000, 22_315_000, None, None, 1_872_000)


def test_a_heading_with_a_year_is_no_result_and_a_year_in_a_cell_is_in_doubt():
    assert euros(read((("Resultaat 2024:", "Programma"), "Economie"), ("Resultaat", "€ 52.000")))[4] == 52_000
    assert "number_is_a_year" in doubts(read(("Resultaat", "2024")))


def test_an_amount_with_a_forgotten_dot_is_in_doubt():
    found = read(((EQUITY, "31-12-2019"), "€ 21.874.000"), ((EQUITY, "31-12-2020"), "€ 22.315000"))
    assert euros(found)[:2] == (21_874_000, 22_315_000)
    assert found.figures["equity_end"].doubts == ("other_reading_close",)


def test_mistyped_dates_still_say_their_edge():
    cells = [((EQUITY, "1-1-2022022"), "1.512"), ((EQUITY, "31-12-2022"), "402")]
    assert euros(read(*cells, near=["x 1.000"]))[:2] == (1_512_000, 402_000)


def test_a_head_in_two_storeys_that_was_merged_once_holds_for_what_stands_right_of_it():
    found = figures_of([Record(tuple(
        Cell(labels, text, f"line=5;column={n}") for n, (labels, text) in enumerate([
            ((EQUITY, "31-12-2023"), "6 958 506"), (("31-12-2024",), "7 061 039"),
            ((DEBT, "31-12-2023"), "564 874"), (("31-12-2024",), "534 252"), ((RESULT, "2024"), "1 569 546"),
        ])
    ))])[0]  # fmt: skip
    assert euros(found) == (6_958_506, 7_061_039, 564_874, 534_252, 1_569_546)


def test_quantities_across_and_years_down():
    cells = [(("EV", "2023"), "72"), (("VV", "2023"), "-"), (("EV", "2024"), "95"), (("VV", "2024"), "-"),
             (("Res.", "2023"), "9"), (("Res.", "2024"), "23")]  # fmt: skip
    found = read(*cells, near=["Bedragen x € 1.000"])
    assert euros(found) == (72_000, 95_000, None, None, 23_000)
    assert found.empty == {"debt_begin": "absent", "debt_end": "absent"}


ONE_TEXT = {
    "dates in brackets": ("€ 3.412.000 (begin 2020) en € 3.150.000 (eind 2020)", (3_412_000, 3_150_000)),
    "dates first": ("1-1-2024 / 31-12-2024 -/- € 2,105 miljoen / -/- € 1,890 miljoen", (-2_105_000, -1_890_000)),
    "date and colon": ("1-1-2016: 692.000 31-12-2016: 744.000", (692_000, 744_000)),
    "two amounts alone": ("€ 700.000 / € 800.000", (700_000, 800_000)),
    "one for both": ("zowel op 1 januari 2020 als op 31 december 2020 nihil", (0, 0)),
    "one is not there": ("2.800.000 (1/1/2023) en - (31/12/2023)", (2_800_000, None)),
    "nothing is written": ("5.500.000 (2021) en (2022) en 6.100.000 (2023)", (None, 6_100_000)),
    "wrapped": ("€ 10,412 mln. (1-1-2017), € 10,73 mln.\n(31-12-2017)", (10_412_000, 10_730_000)),
}


@pytest.mark.parametrize("how", ONE_TEXT)
def test_several_amounts_in_one_text(how):
    text, expected = ONE_TEXT[how]
    assert euros(read((EQUITY, text)))[:2] == expected


def test_prose_tells_quantity_and_moment_sentence_by_sentence():
    found = read(
        ("Vermogen", "Het geraamde eigen vermogen op 1 januari 2020 is 4,8 miljoen euro en op 31 december 2020 2,8 "
         "miljoen euro. De stand van het vreemd vermogen is nog niet bekend."),
        ("Resultaat", "Over 2020 wordt een nadelig resultaat van 150 duizend euro begroot."),
        ("Belang", "De gemeente heeft 61.905 van de 100.000 aandelen, elk € 50 waard."),
    )  # fmt: skip
    assert euros(found) == (4_800_000, 2_800_000, None, None, -150_000)
    assert found.empty["debt_end"] == "unknown"


def test_all_amounts_in_one_cell():
    text = "Eigen vermogen 1-1: 100\nEigen vermogen 31-12: 110\nVreemd vermogen 1-1: 200\nVreemd vermogen 31-12: 210"
    found = read(("Financiële gegevens (x € 1.000)", f"{text}\nResultaat: 5"))
    assert euros(found) == (100_000, 110_000, 200_000, 210_000, 5_000)


@pytest.mark.parametrize(
    ("text", "meaning"), [("n.v.t.", "not_applicable"), ("-", "absent"), ("n.n.b.", "unknown"), ("", "absent")]
)
def test_no_figure_is_not_zero(text, meaning):
    found = read(((EQUITY, "31-12-2024"), text))
    assert found.figures == {}
    assert found.empty.get("equity_end", "absent") == meaning


@pytest.mark.parametrize("text", ["nihil", "0", "€ 0,-", "nul"])
def test_zero_is_a_figure(text):
    assert euros(read(((EQUITY, "31-12-2024"), text)))[1] == 0


def test_what_does_not_apply_without_a_moment_does_so_at_both():
    assert read((EQUITY, "n.v.t.")).empty == {"equity_begin": "not_applicable", "equity_end": "not_applicable"}


def test_a_deficit_is_negative_and_a_surplus_or_deficit_is_as_written():
    assert euros(read(("Resultaat 2024", "€ 150.000 (nadelig)")))[4] == -150_000
    assert euros(read(("Overschot of tekort 2024", "€ 150.000")))[4] == 150_000


def test_a_body_of_billions_is_possible_where_the_unit_says_so():
    table = [((EQUITY, "31-12"), "5097000"), ((DEBT, "31-12"), "143957000")]
    found = read(*table, near=["Vennootschappen", "(bedragen x € 1.000)"])
    assert euros(found)[1] == 5_097_000_000


def test_a_place_means_the_same_in_all_records():
    rows = [record((("1-1",), "5.000.000"), (("31-12",), "6.000.000"), (EQUITY, "")) for _ in range(2)]
    assert [euros(reading) for reading in figures_of(rows)] == [(None, None, None, None, None)] * 2
    named = [record(((EQUITY, "begin"), "5"), ((EQUITY, "eind"), "6"), near=["x € 1 mln"]) for _ in range(3)]
    assert {euros(reading)[:2] for reading in figures_of(named)} == {(5_000_000, 6_000_000)}


def test_each_figure_has_its_place_its_text_and_its_margin():
    figure = read(((EQUITY, "31-12-2024"), "€ 5.084.000")).figures["equity_end"]
    assert (figure.text, figure.locator) == ("€ 5.084.000", "cell=0")
    assert figure.signs["margin"] > 2
    assert figures_of([]) == []
    assert figures_of([Record(())]) == [Reading()]


def test_a_figure_in_doubt_tells_what_it_would_be_otherwise():
    unit = read(((EQUITY, "1-1"), "3.700"), ((EQUITY, "31-12"), "3.343")).figures["equity_end"]
    assert ("unit_unclear" in unit.doubts, unit.other) == (True, 3_343_000)
    dot = read(((EQUITY, "31-12-2020"), "€ 22.315000")).figures["equity_end"]
    assert (dot.euros, dot.other) == (22_315_000, 22.32)
    assert read(((EQUITY, "31-12-2020"), "€ 22.315.000")).figures["equity_end"].other is None


def test_a_begin_that_is_years_before_the_end_is_in_doubt():
    found = read(((EQUITY, "31-12-2021"), "€ 20.000.000"), ((EQUITY, "31-12-2024"), "€ 22.315.000"))
    assert "moment_unclear" in found.figures["equity_begin"].doubts
    assert not found.figures["equity_end"].doubts


def test_what_is_left_says_why():
    found = read(
        ((EQUITY, "2024"), "€ 22.315.000"), ((EQUITY, "2023"), "€ 21.000.000"), ((EQUITY, "2022"), "€ 20.000.000"),
        ("Balanstotaal", "€ 40.000.000"), ((), "6.1"), ("Kwartaalcijfer", "€ 312.000"),
    )  # fmt: skip
    assert [left.why for left in found.left] == ["other_moment", "other_quantity", "no_amount", "unexplained"]


def test_a_row_of_moments_heads_the_rows_below_it():
    rows = [("Resultaten", ("Bedragen x € 1.000", "Begroting 2020", "Rekening 2020", "Rekening 2019")),
            ("Resultaat", ("0", "189", "-233")), (EQUITY, ("899", "5084", "4.895"))]  # fmt: skip
    cells = [Cell((label,), text, f"row={n}") for n, (label, texts) in enumerate(rows) for text in texts]
    assert euros(figures_of([Record(tuple(cells))])[0]) == (4_895_000, 5_084_000, None, None, 189_000)


def test_a_moment_beside_amounts_is_theirs():
    rows = [("31-12-2024", "25.369.000", "20.110.000"), ("1-1-2024", "24.196.000", "20.515.000")]
    labels = ("Financiële kerncijfers", EQUITY, DEBT)
    cells = [
        Cell((label,), text, f"row={n}") for n, row in enumerate(rows) for label, text in zip(labels, row, strict=True)
    ]
    found = figures_of([Record(tuple(cells))])[0]
    assert euros(found) == (24_196_000, 25_369_000, 20_515_000, 20_110_000, None)


def test_a_year_beside_amounts_is_their_year_and_beside_a_label_of_amounts_it_is_one():
    rows = [("2023", "25.369.000", "20.110"), ("2024", "24.196.000", "20.515")]
    labels = ("Kerncijfers", EQUITY, RESULT)
    cells = [
        Cell((label,), text, f"row={n}") for n, row in enumerate(rows) for label, text in zip(labels, row, strict=True)
    ]
    assert euros(figures_of([Record(tuple(cells))])[0]) == (25_369_000, 24_196_000, None, None, 20_515)
    assert euros(read((RESULT, "2024")))[4] == 2024


def test_a_unit_that_was_cut_from_its_label():
    found = read(("Eigen vermogen (in", "€ 1.000)\n663 (2016) en 685 (2017)"))
    assert euros(found)[:2] == (663_000, 685_000)


def test_sentences_over_a_cell_are_no_labels():
    labels = ("EV (in duizendtallen)", "31 december 2024", "Er zijn geen bijzondere risico's.")
    assert euros(read((labels, "261")))[1] == 261_000
