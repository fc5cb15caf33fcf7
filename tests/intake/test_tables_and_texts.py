"""Rows of readers, plain tables, and text put right."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.intake import (
    CSV,
    XLSX,
    Delivery,
    Layout,
    Mentions,
    as_date,
    find_table,
    hidden_parts,
    is_formula,
    items,
    read_sheets,
    read_tables,
)
from dagster_project.sandbox import Refused
from dagster_project.workspace import frame_of, quarantine_row, refusal_row
from dagster_project.workspace.hashing import sha256_of
from tests.intake import files
from tests.spreadsheets.making import xlsx

LAYOUT = Layout("proef", essential=("Naam",), expected=("Doel",), optional=("Plaats",))


def _delivery(path: Path, media_type: str = CSV) -> Delivery:
    return Delivery("d1", sha256_of(path), media_type, 1, "edition", (), (2017,), path.name, path, date(2020, 1, 1))


def _csv(tmp_path, content):
    return _delivery(files.write(tmp_path, "a.csv", content))


def test_ids_do_not_depend_on_the_reader(tmp_path):
    delivery = _csv(tmp_path, files.BUDGET)
    one, two = (Mentions(delivery, 2017, "r", version).row("GGD", "line=2") for version in ("1", "2"))
    other = Mentions(delivery, 2020, "r", "1").row("GGD", "line=2")
    assert one["mention_id"] == two["mention_id"] != other["mention_id"]
    assert frame_of("mention", [one]).height == 1


def test_namesakes_in_one_file_have_ids_of_their_own(tmp_path):
    maker = Mentions(_csv(tmp_path, files.BUDGET), 2017, "r", "1")
    rows = [maker.row(name, "line=2") for name in ("GGD", "RUD", "GGD", "GGD")]
    assert len({row["mention_id"] for row in rows}) == 4


def test_rows_differ_in_id_wherever_they_differ():
    refusals = [refusal_row("reading", "a.csv", place, "corrupt", "x") for place in ("line=1", "line=2")]
    doubts = [quarantine_row("mention", "m1", "no_participants", "x", snapshot=s) for s in (2017, 2020)]
    assert len({r["refusal_id"] for r in refusals}) == len({q["quarantine_id"] for q in doubts}) == 2


def test_headings_may_stand_lower_and_lines_are_those_of_the_file(tmp_path):
    delivery = _csv(tmp_path, 'Lijst van 2017;;\n;;\n"Doel";" NAAM: ";"Plaats"\n"twee\nregels";GGD;Assen\n;RUD;\n')
    (table,), faults = read_tables(delivery, [LAYOUT])
    rows = list(table.rows())
    assert faults == []
    assert [(r.get("Naam"), r.get("Doel"), r.locator()) for r in rows] == [
        ("GGD", "twee regels", "line=4"),
        ("RUD", "", "line=6"),
    ]


def test_a_workbook_gives_sheet_row_and_cell(tmp_path):
    content = files.workbook({"Uitleg": [["Lees mij"]], "Lijst": [["Titel"], [None, "Naam", "Doel"], [1, "GGD", 3.0]]})
    delivery = _delivery(files.write(tmp_path, "a.xlsx", content), XLSX)
    (table,), faults = read_tables(delivery, [LAYOUT])
    (row,) = table.rows()
    assert (row.get("Naam"), row.get("Doel")) == ("GGD", "3")
    assert (row.locator(), row.locator("Doel")) == ("sheet=Lijst;row=3", "sheet=Lijst;cell=C3")
    assert faults == []


def test_no_layout_names_the_columns_found_and_expected(tmp_path):
    tables, (fault,) = read_tables(_csv(tmp_path, files.BUDGET.replace("Naam", "Titel")), [LAYOUT])
    assert tables == []
    assert fault["reason"] == "no_known_layout"
    assert "Titel, Rechtsvorm" in fault["detail"]
    assert "Naam" in fault["detail"]


def test_expected_columns_that_lack_are_told_and_the_rest_is_read(tmp_path):
    (table,), (fault,) = read_tables(_csv(tmp_path, files.BUDGET), [LAYOUT])
    assert [r.get("Naam") for r in table.rows()] == ["GGD Noord", "Afvalschap"]
    assert (fault["reason"], fault["locator"]) == ("missing_columns", "line=1")
    assert "Doel" in fault["detail"]


def test_a_quotation_mark_never_closed_costs_its_row_at_most(tmp_path):
    (table,), faults = read_tables(_csv(tmp_path, 'Naam;Doel\n"GGD;zorg\n"RUD;mi;lieu\nVRD;brand\n'), [LAYOUT])
    assert [r.get("Naam") for r in table.rows()] == ['"GGD', "VRD"]
    assert [(f["reason"], f["locator"]) for f in faults] == [("row_unreadable", "line=3")]


def test_a_broken_workbook_is_corrupt(tmp_path):
    delivery = _delivery(files.write(tmp_path, "a.xlsx", files.zipped({"xl/workbook.xml": b"<niet af"})), XLSX)
    with pytest.raises(Refused) as error:
        read_sheets(delivery)
    assert error.value.refusal.reason == "corrupt"


def test_items_and_formulas():
    assert items("Assen; Emmen ;\nMeppel;;") == ["Assen", "Emmen", "Meppel"]
    assert is_formula(" =HYPERLINK(1)")
    assert not is_formula("De = Groep")


@settings(max_examples=40)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_dates_as_sources_write_them(day):
    written = (day.isoformat(), f"{day.isoformat()} 00:00:00", f"{day.day}-{day.month}-{day.year}", f"{day:%d/%m/%Y}")
    assert {as_date(w) for w in written} == {day}


@pytest.mark.parametrize("text", ["", "2024", "31-02-2024", "2024-13-01", "gisteren", "1-1-24"])
def test_other_text_is_no_date(text):
    assert as_date(text) is None


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters=";#"), max_size=8),
        min_size=1,
        max_size=5,
    )
)
def test_names_come_out_of_a_csv_as_they_went_in(tmp_path_factory, names):
    import csv
    import io

    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([["Naam", "Doel"], *([n, "doel"] for n in names)])
    delivery = _csv(tmp_path_factory.mktemp("csv"), text.getvalue())
    table = find_table(read_sheets(delivery)[0], LAYOUT)
    assert [r.raw("Naam") for r in table.rows()] == [n.strip() for n in names]


def _book(tmp_path, *rows, merge=()):
    content = files.workbook({"Lijst": rows})
    book = openpyxl.load_workbook(io.BytesIO(content))
    for area in merge:
        book.active.merge_cells(area)
    path = tmp_path / "a.xlsx"
    book.save(path)
    return _delivery(path, XLSX)


def test_a_heading_twice_is_told_and_the_filled_column_counts(tmp_path):
    rows = [["Naam", "Doel", "Doel"], ["GGD", None, "zorg"], ["RUD", "milieu", "anders"]]
    (table,), faults = read_tables(_book(tmp_path, *rows), [LAYOUT])
    assert [r.get("Doel") for r in table.rows()] == ["zorg", "milieu"]
    assert [(f["reason"], f["locator"]) for f in faults] == [
        ("heading_twice", "sheet=Lijst;cell=C1"),
        ("heading_twice", "sheet=Lijst;cell=C3"),
    ]


def test_rows_over_which_a_name_is_merged_are_one(tmp_path):
    layout = Layout("proef", essential=("Naam",), expected=("Doel",), one="Naam")
    rows = [["Naam", "Doel"], ["GGD", "zorg"], [None, "jeugd"], [None, "zorg"], ["RUD", "milieu"]]
    (table,), faults = read_tables(_book(tmp_path, *rows, merge=["A2:A4"]), [layout])
    assert [(r.get("Naam"), items(r.raw("Doel")), r.number) for r in table.rows()] == [
        ("GGD", ["zorg", "jeugd"], 2),
        ("RUD", ["milieu"], 5),
    ]
    assert faults == []


def test_headings_merged_downwards_are_no_row_and_to_the_right_are_told(tmp_path):
    rows = [["Naam", "Doel", None], [None, "eerste", "tweede"], ["GGD", None, "zorg"]]
    (table,), faults = read_tables(_book(tmp_path, *rows, merge=["A1:A2", "B1:C1"]), [LAYOUT])
    assert [(r.get("Naam"), r.get("Doel")) for r in table.rows()] == [("GGD", "zorg")]
    assert [f["reason"] for f in faults] == ["heading_twice"]


def test_a_file_that_costs_too_much_costs_itself_only(tmp_path):
    cells = "".join(f'<c r="{c}{n}" t="s"><v>0</v></c>' for n in range(1, 60) for c in ("A", "B"))
    shared = f"<si><t>{'ab ' * 3_000_000}</t></si>"
    path = xlsx(tmp_path / "a.xlsx", f'<sheetData><row r="1">{cells}</row></sheetData>', shared)
    tables, (fault,) = read_tables(_delivery(path, XLSX), [LAYOUT])
    assert tables == []
    assert fault["reason"] in ("zip_bomb", "too_large", "memory_limit")
    (good,), _ = read_tables(_csv(tmp_path, files.BUDGET), [LAYOUT])
    assert len(list(good.rows())) == 2


def test_only_faults_of_columns_that_are_read_are_told_and_what_is_hidden_is_noted(tmp_path):
    delivery = _csv(tmp_path, "Naam;Doel;Opmerking\nGGD;#N/B;#VERW!\nRUD;milieu;\n")
    (table,), faults = read_tables(delivery, [LAYOUT])
    assert [(f["reason"], f["locator"]) for f in faults] == [("error_value", "line=2")]
    assert hidden_parts(delivery, [table]) == []
    book = _book(tmp_path, ["Naam", "Doel"], ["GGD", "zorg"])
    opened = openpyxl.load_workbook(book.path)
    opened.active.row_dimensions[2].hidden = True
    opened.save(book.path)
    hidden = _delivery(book.path, XLSX)
    (note,) = hidden_parts(hidden, read_tables(hidden, [LAYOUT])[0])
    assert (note["reason"], note["locator"], "regels 2" in note["detail"]) == ("hidden_part", "sheet=Lijst", True)
    assert frame_of("quarantine", [note]).height == 1
