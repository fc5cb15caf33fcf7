"""ODS by the same measure as XLSX."""

from dagster_project.spreadsheets import read_ods
from tests.spreadsheets.making import ods

STYLES = (
    '<number:number-style style:name="N1"><number:number number:display-factor="1000"/></number:number-style>'
    '<style:style style:name="duizend" style:family="table-cell" style:data-style-name="N1"/>'
    '<style:style style:name="weg" style:family="table-cell"><style:text-properties '
    'style:text-line-through-style="solid"/></style:style>'
)


def _text(said: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{said}</text:p></table:table-cell>"


def test_values_scale_errors_formulas_strikes_merges_and_what_is_hidden(tmp_path):
    number = 'office:value-type="float" office:value="1250400" table:style-name="duizend"'
    two_rows, day = 'table:number-rows-spanned="2"', 'office:value-type="date" office:date-value="2024-12-31"'
    struck = 'table:style-name="weg"'
    body = (
        f"<table:table-row>{_text('Naam')}{_text('1.250', number)}</table:table-row>"
        f"<table:table-row table:visibility='collapse'>{_text('GGD', two_rows)}"
        f"{_text('#N/B')}<table:table-cell table:formula='of:=A1'/></table:table-row>"
        f"<table:table-row><table:covered-table-cell/>{_text('31-12', day)}"
        "</table:table-row><table:table-row table:number-rows-repeated='1000000'/>"
        f"<table:table-row>{_text('oud', struck)}</table:table-row>"
    )
    (sheet,) = read_ods(ods(tmp_path / "a.ods", body, STYLES))
    assert sheet.rows == ((1, ("Naam", "1250,4")), (2, ("GGD",)), (3, ("", "31-12-2024")))
    assert [row for _, row, _ in sheet.filled()][2] == ("GGD", "31-12-2024")
    assert [(f.row, f.column, f.reason) for f in sheet.faults] == [
        (2, 1, "error_value"), (2, 2, "no_stored_value"), (1_000_004, None, "struck_out"),
    ]  # fmt: skip
    assert "regels 2" in sheet.hidden
