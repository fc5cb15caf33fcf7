"""What of a workbook is read as a reader of the sheet sees it, and what is refused by its cell."""

import time
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.styles import Font

from dagster_project.sandbox import Refused
from dagster_project.spreadsheets import read_xlsx
from tests.spreadsheets.making import rows, text, xlsx

STRUCK = '<fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>'


def saved(path, fill):
    """The one sheet of a workbook that openpyxl writes; `fill` fills it."""
    book = openpyxl.Workbook()
    fill(book.active)
    book.save(path)
    (sheet,) = read_xlsx(path)
    return sheet


def cells(sheet):
    return [row for _, row in sheet.rows]


@pytest.mark.parametrize("strict", [False, True])
def test_both_namespaces_shared_texts_and_places_unsaid(tmp_path, strict):
    body = "<sheetData><row><c t='s'><v>0</v></c><c><v>2</v></c></row><row><c t='b'><v>1</v></c></row></sheetData>"
    shared = "<si><r><t>Regio </t></r><r><t>Noord</t></r><rPh><t>niet</t></rPh></si>"
    (sheet,) = read_xlsx(xlsx(tmp_path / "a.xlsx", body, shared, strict=strict))
    assert sheet.rows == ((1, ("Regio Noord", "2")), (2, ("WAAR",)))
    assert sheet.locator(2, 27) == "sheet=Blad;cell=AB2"


def test_escapes_are_the_characters_that_they_stand_for(tmp_path):
    said = "Een_x000D_\nTwee_x0009_drie_x005F_x000D_ _xD83D__xDE00_ x000d"
    (sheet,) = read_xlsx(xlsx(tmp_path / "a.xlsx", rows(text("A1", said))))
    assert cells(sheet) == [("Een\nTwee\tdrie_x000D_ \U0001f600 x000d",)]


FORMATS = [
    (1_250_400, "#,##0,", "1250,4"),
    (1_250_000, '0.0,, "mln"', "1,25 mln"),
    (0.05, "0.0%", "5%"),
    (14, "0000", "0014"),
    (106, '"gm"0000', "gm0106"),
    (-1250.5, "#,##0;(#,##0)", "-1250,5"),
    (0, '0;-0;"n.v.t."', "n.v.t."),
    (0, '#,##0;-#,##0;"-"', "0"),
    (12, "[<100]0;0,", "12"),
    (12_000, "[<100]0;0,", "12"),
    (1234, "General", "1234"),
    (1234, "@", "1234"),
    (3, "[$€-413] #,##0.00", "3"),
    (date(2024, 12, 31), "dd-mm-yyyy", "31-12-2024"),
    (datetime(2024, 1, 2, 13, 30), "d mmmm yyyy hh:mm", "2-1-2024 13:30"),
    (date(2024, 1, 1), "yyyy", "2024"),
    (0.5, "hh:mm", "12:00"),
]


@pytest.mark.parametrize(("value", "number_format", "shown"), FORMATS)
def test_a_number_is_what_its_format_shows(tmp_path, value, number_format, shown):
    def fill(sheet):
        sheet["A1"] = value
        sheet["A1"].number_format = number_format

    assert cells(saved(tmp_path / "a.xlsx", fill)) == [(shown,)]


@pytest.mark.parametrize("said", ["#N/A", "#N/B", "#VERW!", "#REF!", "#DEEL/0!", "#NAAM?", "Err:508", "####"])
def test_error_values_are_refused_with_their_cell(tmp_path, said):
    body = rows(text("A1", "Naam") + f'<c r="B1" t="e"><v>{said}</v></c>' + text("C1", said))
    (sheet,) = read_xlsx(xlsx(tmp_path / "a.xlsx", body))
    assert cells(sheet) == [("Naam",)]
    assert [(f.row, f.column, f.reason) for f in sheet.faults] == [(1, 1, "error_value"), (1, 2, "error_value")]
    assert said in sheet.faults[0].detail


def test_a_formula_is_its_stored_value_and_refused_without_one(tmp_path):
    def fill(sheet):
        sheet["A1"], sheet["B1"] = "Naam", '="Regio "&"Noord"'

    sheet = saved(tmp_path / "a.xlsx", fill)
    assert [(sheet.locator(f.row, f.column), f.reason) for f in sheet.faults] == [
        ("sheet=Sheet;cell=B1", "no_stored_value")
    ]
    kept = '<c r="A1" t="str"><f>X</f><v>Regio</v></c><c r="B1" t="str"><f>Y</f><v></v></c>'
    kept += '<c r="C1"><f>1+1</f><v>2</v></c>'
    (sheet,) = read_xlsx(xlsx(tmp_path / "b.xlsx", rows(kept)))
    assert (cells(sheet), sheet.faults) == ([("Regio", "", "2")], ())


def test_struck_out_rows_cells_and_words_are_not_read_and_told(tmp_path):
    shared = "<si><r><t>Regio</t></r><r><rPr><strike/></rPr><t> Zuid</t></r></si>"
    body = rows(
        text("A1", "Weg", 1) + text("B1", "ook", 1),
        text("A2", "Blijft") + text("B2", "weg", 1),
        "<c r='A3' t='s'><v>0</v></c>" + text("B3", "x"),
    )
    (sheet,) = read_xlsx(xlsx(tmp_path / "a.xlsx", body, shared, STRUCK))
    assert sheet.rows == ((2, ("Blijft",)), (3, ("Regio", "x")))
    assert [(f.row, f.column, f.reason) for f in sheet.faults] == [
        (1, None, "struck_out"), (2, 1, "struck_out"), (3, 0, "struck_out"),
    ]  # fmt: skip


def test_what_is_hidden_is_read_and_said(tmp_path):
    def fill(sheet):
        for number in range(1, 7):
            sheet.append([f"naam {number}", "x"])
        for number in (2, 3, 5):
            sheet.row_dimensions[number].hidden = True
        sheet.column_dimensions["B"].hidden = True

    sheet = saved(tmp_path / "a.xlsx", fill)
    assert len(sheet.rows) == 6
    assert "2-3, 5" in sheet.hidden
    assert "kolommen B" in sheet.hidden
    (hidden,) = read_xlsx(xlsx(tmp_path / "b.xlsx", rows(text("A1", "x")), sheet='state="veryHidden"'))
    assert "blad" in hidden.hidden
    (shown,) = read_xlsx(xlsx(tmp_path / "c.xlsx", rows(text("A1", "x"))))
    assert shown.hidden == ""


def test_merged_cells_are_filled_downwards_and_where_asked_to_the_right(tmp_path):
    def fill(sheet):
        for row in (["Titel", None, None], ["Drieveen", "Aldorp", "x"], [None, "Bedorp"], [None, "Cedorp"]):
            sheet.append(row)
        sheet.merge_cells("A1:C1")
        sheet.merge_cells("A2:A4")
        sheet["A2"].font = Font(bold=True)

    sheet = saved(tmp_path / "a.xlsx", fill)
    down = [row for _, row, _ in sheet.filled(across=False)]
    assert down == [("Titel",), ("Drieveen", "Aldorp", "x"), ("Drieveen", "Bedorp"), ("Drieveen", "Cedorp")]
    assert next((row, width) for _, row, width in sheet.filled()) == (("Titel",) * 3, 3)


def test_a_merge_of_the_whole_sheet_is_refused_and_one_of_a_column_ends_with_the_sheet(tmp_path):
    body = rows(text("A1", "Naam"), text("B2", "x")) + '<mergeCells><mergeCell ref="{0}"/></mergeCells>'
    (column,) = read_xlsx(xlsx(tmp_path / "a.xlsx", body.format("A1:A1048576")))
    assert [row for _, row, _ in column.filled()] == [("Naam",), ("Naam", "x")]
    (whole,) = read_xlsx(xlsx(tmp_path / "b.xlsx", body.format("A1:XFD1048576")))
    with pytest.raises(Refused) as error:
        list(whole.filled())
    assert error.value.refusal.reason == "too_large"


def test_a_million_empty_styled_rows_cost_next_to_nothing(tmp_path):
    empty = "".join(
        f'<row r="{n}" s="1" customFormat="1"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>' for n in range(2, 200_000)
    )
    body = f'<sheetData><row r="1">{text("A1", "Naam")}</row>{empty}</sheetData>'
    path = xlsx(tmp_path / "a.xlsx", body)
    started = time.process_time()
    (sheet,) = read_xlsx(path)
    assert sheet.rows == ((1, ("Naam",)),)
    assert time.process_time() - started < 1.5


@pytest.mark.parametrize("body", ["<sheetData><row r='1'><c r='A1'", "<sheetData/><x>&y;</x>"])
def test_a_sheet_that_is_no_xml_is_corrupt(tmp_path, body):
    with pytest.raises(Refused) as error:
        read_xlsx(xlsx(tmp_path / "a.xlsx", body))
    assert error.value.refusal.reason == "corrupt"


@pytest.mark.parametrize(
    "cell", ["<c r='A1' t='s'><v>9</v></c>", "<c r='A1'><v>veel</v></c>", "<c r='A1'><v>1e999</v></c>"]
)
def test_an_odd_cell_costs_itself(tmp_path, cell):
    (sheet,) = read_xlsx(xlsx(tmp_path / "a.xlsx", rows(cell + text("B1", "x"))))
    assert sheet.rows == ((1, ("", "x")),)
    assert [(f.row, f.column, f.reason) for f in sheet.faults] == [(1, 0, "row_unreadable")]
