"""Each format gives blocks in reading order, with merged cells filled and a place for each."""

from dagster_project.documents import Heading, ListItem, Paragraph, Table, read_document
from tests.documents import making


def texts(document, kind):
    return [b.text for b in document.blocks if isinstance(b, kind)]


def test_html_reads_what_is_shown_and_nothing_else(tmp_path):
    html = """<!doctype html><html><head><title>t</title><style>.x{}</style></head><body><nav><a>Menu</a></nav>
      <script>var p = "Stichting Script";</script><h2>Kop<br>twee</h2><p>Een <b>zin</b>.</p>
      <div class="naam">Regio Een</div><ul><li>Punt een<ul><li>Onder een</li></ul></li></ul>
      <table><tr><td rowspan="2">A</td><td colspan="2">B</td></tr><tr><td>C</td><td>D<sup>1</sup></td></tr></table>
      </body></html>"""
    document = read_document(making.write(tmp_path / "a.html", html))
    assert texts(document, Heading) == ["Kop twee", "Regio Een"]
    assert texts(document, Paragraph) == ["Een zin."]
    assert [(b.text, b.depth) for b in document.blocks if isinstance(b, ListItem)] == [
        ("Punt een", 1),
        ("Onder een", 2),
    ]
    (table,) = [b for b in document.blocks if isinstance(b, Table)]
    assert [r.cells for r in table.rows] == [("A", "B", "B"), ("A", "C", "D¹")]
    assert table.rows[1].locator.startswith("element=/html/body/table/tr[2]")


def test_html_says_its_own_encoding(tmp_path):
    page = '<html><head><meta charset="windows-1252"></head><body><p>coöperatie € 5</p></body></html>'
    document = read_document(making.write(tmp_path / "a.html", page, "cp1252"))
    assert texts(document, Paragraph) == ["coöperatie € 5"]


def test_docx_headings_lists_and_merged_cells(tmp_path):
    cells = (
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>Boven</w:t></w:r></w:p></w:tc>"
        "</w:tr>"
        "<w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p><w:r><w:t>L</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>R1</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>R2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Regio Vet</w:t></w:r></w:p>"
    body = making.paragraph("Kop", "Kop2") + making.paragraph("Zin.") + bold + cells
    document = read_document(making.write(tmp_path / "a.docx", making.docx(body)))
    assert [(b.text, b.level) for b in document.blocks if isinstance(b, Heading)] == [("Kop", 2), ("Regio Vet", 9)]
    table = document.blocks[-1]
    assert [r.cells for r in table.rows] == [("Boven", "Boven"), ("L", "R1"), ("L", "R2")]
    assert table.rows[0].width == 2


def test_xlsx_fills_merged_cells_and_writes_numbers_in_dutch(tmp_path):
    rows = [["Eigen vermogen", None], ["begin", "eind"], [1234.5, -2050]]
    document = read_document(making.xlsx(tmp_path / "a.xlsx", {"GR": rows}, {"GR": ["A1:B1"]}))
    (table,) = document.blocks
    assert [r.cells for r in table.rows] == [("Eigen vermogen",) * 2, ("begin", "eind"), ("1234,5", "-2050")]
    assert (table.title, table.rows[2].locator) == ("GR", "sheet=GR;row=3")


def test_ods_takes_the_value_behind_a_rounded_cell(tmp_path):
    row = (
        '<table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Kop</text:p></table:table-cell>'
        "<table:covered-table-cell/></table:table-row><table:table-row table:number-rows-repeated='1000000'/>"
        '<table:table-row><table:table-cell office:value-type="float" office:value="-135.5"><text:p>(136)</text:p>'
        "</table:table-cell></table:table-row>"
    )
    (table,) = read_document(making.write(tmp_path / "a.ods", making.ods(row))).blocks
    assert [r.cells for r in table.rows] == [("Kop", "Kop"), ("-135,5",)]


def test_csv_of_any_dialect_and_encoding(tmp_path):
    for name, text, encoding in (
        ("a.csv", "Naam;Zetel\nRegio;Súdwest\n", "utf-8-sig"),
        ("b.csv", "Naam,Zetel\nRegio,Súdwest\n", "cp1252"),
        ("c.tsv", "Naam\tZetel\nRegio\tSúdwest\n", "utf-16"),
    ):
        (table,) = read_document(making.write(tmp_path / name, text, encoding)).blocks
        assert [r.cells for r in table.rows] == [("Naam", "Zetel"), ("Regio", "Súdwest")], name
        assert table.rows[1].locator == "line=2"


def test_strokes_in_plain_text_tell_two_columns(tmp_path):
    rows = ("Partij               Vorm", "-------------------  -------------", "Regio Esland, Assen  GR")
    more = ("Fonds (i.l.), Emmen  Openbaar", "                     lichaam", "GGD Esland           GR")
    document = read_document(making.write(tmp_path / "a.txt", "\n".join([*rows, *more, "", "Wat volgt is tekst."])))
    (table,) = texts_of_tables(document)
    assert table == [
        ("Partij", "Vorm"),
        ("Regio Esland, Assen", "GR"),
        ("Fonds (i.l.), Emmen", "Openbaar\nlichaam"),
        ("GGD Esland", "GR"),
    ]
    without = read_document(making.write(tmp_path / "b.txt", "\n".join([rows[0], *rows[2:], *more])))
    assert texts_of_tables(without) == []


def texts_of_tables(document):
    return [[row.cells for row in block.rows] for block in document.blocks if isinstance(block, Table)]


def test_plain_text_loses_its_running_lines(tmp_path):
    words = ("Noord", "Oost", "Zuid", "West")
    leaf = "Gemeente X      Begroting\n\nRegio {0}\nin {0}\n\n{1}\n"
    text = "\f".join(leaf.format(w, i + 80) for i, w in enumerate(words))
    document = read_document(making.write(tmp_path / "a.txt", text))
    assert texts(document, Paragraph) == [f"Regio {w}\nin {w}" for w in words]
    assert document.pages == 4


def test_pdf_headings_columns_and_footers(tmp_path):
    def side(x: int, title: str, word: str) -> list:
        return [(x, 120 + 12 * i, 9, False, f"{word} {i} van de kolom, {title}") for i in range(6)]

    titles = ("Paragraaf", "Vervolg")
    pages = [
        [
            (60, 80, 14, True, title),
            *side(60, title, "links"),
            *side(320, title, "rechts"),
            (60, 800, 8, False, f"Begroting 2024 | {n}"),
        ]
        for n, title in enumerate(titles)
    ]
    document = read_document(making.pdf(tmp_path / "a.pdf", pages))
    assert texts(document, Heading) == list(titles)
    body = "\n".join(texts(document, Paragraph)[:2])
    assert [line.split()[0] for line in body.split("\n")] == ["links"] * 6 + ["rechts"] * 6
    assert "Begroting" not in body


def test_pdf_text_that_a_page_cuts_within_a_sentence_is_one_paragraph(tmp_path):
    def lines(*texts: str) -> list:
        return [(60, 80 + 12 * i, 9, False, text) for i, text in enumerate(texts)]

    cut = lines("De deelnemers zijn Aldorp, Bedorp, Cedorp,", "Dedorp, Edorp, Efdorp, Gedorp, Hadorp en")
    document = read_document(making.pdf(tmp_path / "a.pdf", [cut, lines("Idorp en Jedorp."), lines("Zetel: Aldorp")]))
    paragraphs = [b for b in document.blocks if isinstance(b, Paragraph)]
    assert [b.text.split("\n")[-1] for b in paragraphs] == ["Idorp en Jedorp.", "Zetel: Aldorp"]
    assert [b.locator.split(";")[0] for b in paragraphs] == ["page=1", "page=3"]


def test_pdf_tables_and_chosen_pages(tmp_path):
    rows = [["Naam", "Zetel"]] + [[f"Regio {i}", "Assen"] for i in range(60)]
    path = making.pdf_table(tmp_path / "a.pdf", rows, True, [200, 200])
    document = read_document(path)
    assert document.pages == 3
    assert sum(len(b.rows) for b in document.blocks if isinstance(b, Table)) == 60 + 3
    only = read_document(path, lambda pages: {2})
    assert {b.locator.split(";")[0] for b in only.blocks} == {"page=2"}
    opening = read_document(path, first=2)
    assert opening.blocks == read_document(path, lambda pages: {1, 2}).blocks
    assert opening.pages == 2
    assert read_document(path, first=9).blocks == document.blocks
