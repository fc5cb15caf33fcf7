"""Each format says what it was given, the same to the byte, and is read by a library that did not write it."""

import io
import zipfile

import openpyxl
import pytest
from docx import Document
from lxml import etree
from lxml import html as lxml_html
from pypdfium2 import PdfDocument
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from dagster_project.simulation.writers import docx, html, pdf
from dagster_project.simulation.writers.delimited import rows_to_csv
from dagster_project.simulation.writers.opendocument import MIME, spreadsheet
from dagster_project.simulation.writers.workbook import smallest_theme, workbook

ROWS = [["Naam", "Zetel"], ["Regio A & B <1>", "Assen"]]


def word() -> bytes:
    cells = [[docx.paragraph(docx.run(cell)) for cell in row] for row in ROWS]
    band = docx.merged_row(docx.paragraph(docx.run("Kop", docx.look(bold=True))), 2)
    body = [docx.paragraph(docx.run("Titel"), "Kop2"), docx.table([band, *map(docx.row, cells)], [4000, 4000])]
    return docx.package(body, [docx.paragraph_style("Normal", "Normal"), docx.paragraph_style("Kop2", "heading 2")])


def paper(rows: int = 2) -> bytes:
    style = ParagraphStyle("cell")
    table = pdf.WholeRows([[pdf.paragraph(cell, style) for cell in ROWS[1]]] * rows, colWidths=[200, 200])
    frame = pdf.framed(A4, 50, 60)
    return pdf.flowing([pdf.paragraph("Titel", style), table], A4, [frame], title="Titel", author="Voorbeeld")


def test_a_word_document_has_its_styles_rows_and_merged_cells():
    read = Document(io.BytesIO(word()))
    assert [(p.text, p.style.name.lower()) for p in read.paragraphs] == [("Titel", "heading 2")]
    [table] = read.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Kop", "Kop"]
    assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == ROWS


@pytest.mark.parametrize("theme", [None, smallest_theme()])
def test_a_workbook_has_its_sheets_widths_and_formats(theme):
    sheets = {"Een": [["Kop"], [], ["a", 1200]], "Twee": [["b", None]]}
    content = workbook(sheets, bold={1}, widths=(30,), merged={"Twee": ["A1:B1"]}, number_format="#,##0", theme=theme)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Een", "Twee"]
    one, two = book["Een"], book["Twee"]
    assert (one["A1"].font.b, one["A3"].font.b) == (True, False)
    assert (one["B3"].value, one["B3"].number_format) == (1200, "#,##0")
    assert one.column_dimensions["A"].width == 30
    assert [str(area) for area in two.merged_cells.ranges] == ["A1:B1"]


def test_the_smallest_theme_is_smaller():
    assert len(workbook({"a": ROWS}, theme=smallest_theme())) < len(workbook({"a": ROWS})) * 0.6


def test_a_page_has_its_title_charset_and_style():
    page = lxml_html.fromstring(html.page("A & B", [html.row(ROWS[1]), html.row(ROWS[0], "th")], css="p {}"))
    assert page.findtext("head/title") == "A & B"
    assert page.find("head/meta").get("charset") == "utf-8"
    assert page.findtext("head/style") == "p {}"
    assert ROWS[1][0] in page.text_content()


def test_a_pdf_flows_over_pages_inside_its_margins():
    book = PdfDocument(paper(rows=100))
    assert len(book) > 1
    text = "".join(page.get_textpage().get_text_bounded() for page in book)
    assert text.count("Regio A") == 100
    left, _, _, top = book[0].get_textpage().get_charbox(0)
    assert left >= 50
    assert top <= A4[1] - 60


def test_an_open_spreadsheet_has_its_sheets_values_and_covered_cells():
    content = spreadsheet({"A & B": [["Kop", ""], ["twee\nregels", 1.5]], "Leeg": []}, {"A & B": {(1, 1): (1, 2)}})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert (archive.namelist()[0], archive.read("mimetype").decode()) == ("mimetype", MIME)
        root = etree.fromstring(archive.read("content.xml"))
    first, second = root.iter("{*}table")
    assert [first.values(), second.values()] == [["A & B"], ["Leeg"]]
    head, row = first.findall("{*}table-row")
    assert [etree.QName(cell).localname for cell in head] == ["table-cell", "covered-table-cell"]
    assert [value for key, value in head[0].items() if key.endswith("columns-spanned")] == ["2"]
    assert [p.text for p in row[0]] == ["twee", "regels"]
    assert [value for key, value in row[1].items() if key.endswith("}value")] == ["1.5"]
    assert [p.text for p in row[1]] == ["1,5"]


def test_empty_cells_quotes_and_separators_survive_in_delimited_text():
    content = rows_to_csv([[None, 'a "b"; c'], ["é", 1]], "cp1252", quote_all=True)
    assert content == b'"";"a ""b""; c"\r\n"\xe9";"1"\r\n'


@pytest.mark.parametrize("make", [word, paper, lambda: workbook({"a": ROWS}), lambda: spreadsheet({"a": ROWS}, {})])
def test_the_same_content_gives_the_same_bytes(make):
    assert make() == make()
