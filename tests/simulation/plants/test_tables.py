"""Tables of raw files: what was changed is told at its place, and what was not stays as it is."""

import pytest

from dagster_project.simulation.plants.tables import Table
from dagster_project.simulation.writers.delimited import rows_to_csv
from dagster_project.simulation.writers.workbook import workbook

ROWS = [["Naam", "Doel"], ["Een", "a"], ["Twee", "b"], ["Drie", "c"]]


@pytest.fixture(params=["lijst.csv", "lijst.xlsx"])
def table(request):
    csv = request.param.endswith("csv")
    return Table(request.param, rows_to_csv(ROWS) if csv else workbook({"Blad": [["Titel", None], [], *ROWS]}))


def places(table, *numbers):
    """Numbers of rows of `ROWS` as the table calls them."""
    return [f"line={n}" if not table.above else f"sheet=Blad;row={n + 2}" for n in numbers]


def test_a_changed_cell_is_told_with_its_column(table):
    table.set(table.rows[1], "Doel", "x")
    [place] = places(table, 3)
    assert list(table.differences()) == [(f"{place};column=Doel", "b", "x")]
    assert table.get(table.rows[1], "Doel") == "x"


def test_rows_that_come_are_told_where_they_stand_now_and_rows_that_go_where_they_stood(table):
    table.add(after=table.rows[0], like=table.rows[2], Naam="Nieuw")
    table.drop([table.rows[3]])
    new, gone = places(table, 3, 4)
    assert list(table.differences()) == [(new, "", "Nieuw | c"), (gone, "Drie | c", "")]


def test_a_heading_is_told_by_the_name_that_it_had(table):
    table.header[1] = "Aanleiding"
    [place] = places(table, 1)
    assert list(table.differences()) == [(f"{place};column=Doel", "Doel", "Aanleiding")]


def test_equal_rows_are_not_one_row(table):
    twin = table.add(like=table.rows[0])
    table.drop([twin])
    assert list(table.differences()) == []
    table.add(after=table.add(like=table.rows[0]), like=table.rows[0])
    assert [place for place, _, _ in table.differences()] == places(table, 5, 6)


def test_the_bytes_hold_what_the_rows_say(table):
    table.drop([table.rows[0]])
    table.set(table.rows[0], "Doel", None)
    again = Table("lijst.xlsx" if table.above else "lijst.csv", table.content())
    assert [[again.get(row, name) for name in again.header] for row in again.rows] == [["Twee", ""], ["Drie", "c"]]


@pytest.mark.parametrize(("by", "moved"), [(1, ["b", "c", "a"]), (-1, ["c", "a", "b"])])
def test_cells_move_round_the_end(table, by, moved):
    table.move(table.rows, by, "Doel")
    assert [table.get(row, "Doel") for row in table.rows] == moved
    table.move([], by, "Doel")
    assert [table.get(row, "Naam") for row in table.rows] == ["Een", "Twee", "Drie"]
