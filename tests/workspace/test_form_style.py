"""Sheets that people fill in: choices on a hidden sheet, rows as high as their text, a lock that can be read past."""

from openpyxl import Workbook, load_workbook

from dagster_project.workspace import form_style as style
from dagster_project.workspace.workbook import append_row, save_workbook


def test_equal_lists_share_a_row_of_the_hidden_sheet(tmp_path):
    book, lists = Workbook(), style.Lists("Lijsten")
    sheet = book.active
    lists.offer(sheet, ["A1", "A3"], ["ja", "nee"])
    lists.offer(sheet, ["B1:B9"], ["rood", "groen", "blauw"], strict=False)
    lists.offer(sheet, ["C1"], ["ja", "nee"])
    lists.write(book)
    save_workbook(book, tmp_path / "b.xlsx")
    found = load_workbook(tmp_path / "b.xlsx")
    assert [*found["Lijsten"].iter_rows(values_only=True)] == [("ja", "nee", None), ("rood", "groen", "blauw")]
    assert found["Lijsten"].sheet_state == "hidden"
    rules = [(str(r.sqref), r.formula1, r.showErrorMessage) for r in found.active.data_validations.dataValidation]
    assert rules == [
        ("A1 A3", "Lijsten!$A$1:$B$1", True),
        ("B1:B9", "Lijsten!$A$2:$C$2", False),
        ("C1", "Lijsten!$A$1:$B$1", True),
    ]


def test_a_row_is_as_high_as_its_longest_text_up_to_the_most_that_a_row_can_be():
    sheet = Workbook().active
    for cells in (["kort", None], ["x" * 21, "een\ntwee\n"], ["x" * 9999, "hidden\n" * 99], [None, "hidden\n" * 9]):
        append_row(sheet, cells)
    style.fit_heights(sheet, 1, 4, (10, None))
    assert [sheet.row_dimensions[row].height for row in range(1, 5)] == [15, 45, 15 * 27, 15]
    style.fit_heights(sheet, 2, 2, (30, 10))
    assert sheet.row_dimensions[2].height == 45


def test_only_what_is_opened_up_can_be_written_in_and_columns_may_be_widened():
    sheet = Workbook().active
    style.open_up(sheet["B2"])
    style.lock(sheet, "sort")
    assert (sheet["A1"].protection.locked, sheet["B2"].protection.locked) == (True, False)
    # In the file a name says what is kept from people.
    of = sheet.protection
    assert (of.sheet, of.formatColumns, of.formatRows, of.sort, of.autoFilter) == (True, False, False, False, True)
