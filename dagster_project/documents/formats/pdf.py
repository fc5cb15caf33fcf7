"""PDF: opened and looked through with pdfium, and the chosen pages read in full.

Pages that are only a picture are refused by name. The layout of a page (lines, columns, headings) is `pdf_layout`, its
ruled tables are `pdf_tables`, those without rules `pdf_columns`.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.documents.formats.pdf_blocks import blocks_of
from dagster_project.documents.formats.pdf_columns import ColumnFinder
from dagster_project.documents.formats.pdf_layout import PageLines, PageRows, lines_of_page, rows_of_page
from dagster_project.documents.formats.pdf_rules import edges_of_page
from dagster_project.documents.formats.pdf_tables import PageTable, tables_of_page
from dagster_project.documents.formats.pdf_words import turn_of, words_of_page
from dagster_project.documents.formats.running import RunningLines
from dagster_project.documents.limits import MAX_PAGES
from dagster_project.documents.model import Document, Refused

if TYPE_CHECKING:
    from dagster_project.documents.read import PageFilter

_LETTERS = re.compile(r"(?:[^\W\d_][\W\d_]*){5}")
"""A page with fewer letters, and a picture, is a scan; a page with neither is empty."""


def read(path: Path, document: Document, pages: "PageFilter | None" = None) -> None:
    """Fill the document with the blocks of the chosen pages, page by page."""
    texts = _texts(path, document)
    document.pages = len(texts)
    wanted = range(1, len(texts) + 1) if pages is None else pages(texts)
    chosen = [n for n, text in enumerate(texts, start=1) if n in wanted and text.strip()]
    if chosen:
        document.blocks.extend(blocks_of(_read_pages(path, chosen)))


def _texts(path: Path, document: Document) -> list[str]:
    """The plain text of every page; refuses the pages that are pictures."""
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    try:
        pdf = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or b"/Encrypt" in path.read_bytes():
            raise Refused("encrypted", "document", "er is een wachtwoord nodig; vraag om het bestand zonder") from error
        raise Refused("corrupt", "document", f"de PDF gaat niet open ({error}); vraag haar opnieuw op") from error
    try:
        if len(pdf) > MAX_PAGES:
            raise Refused(
                "too_large", "document", f"{len(pdf)} bladzijden, er worden er ten hoogste {MAX_PAGES} gelezen"
            )
        texts = []
        for number in range(1, len(pdf) + 1):
            try:
                page = pdf[number - 1]
                textpage = page.get_textpage()
                text = textpage.get_text_bounded()
                if not _LETTERS.search(text) and any(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
                    detail = (
                        f"bladzijde {number} is een beeld zonder tekst (page {number} is an image without text); "
                        "vraag om het document als tekst"
                    )
                    document.refuse(f"page={number}", "image_without_text", detail)
                textpage.close()
                page.close()
            except pdfium.PdfiumError as error:
                document.refuse(f"page={number}", "corrupt", f"bladzijde {number} gaat niet open ({error})")
                text = ""
            texts.append(text)
        return texts
    finally:
        pdf.close()


def _read_pages(path: Path, chosen: list[int]) -> list[tuple[PageLines, list[PageTable]]]:
    import pypdfium2 as pdfium

    pdf = pdfium.PdfDocument(path)
    try:
        read = [_read_page(pdf[number - 1], number) for number in chosen]
    finally:
        pdf.close()
    running = RunningLines([rows.edge_texts for rows, _ in read])
    pages = [(rows.within(running.inner(rows.edge_texts)), tables) for rows, tables in read]
    columns = ColumnFinder()
    found = []
    for rows, tables in pages:
        unruled, rest = columns.tables_of(rows)
        found.append((lines_of_page(rest), sorted([*tables, *unruled], key=lambda t: (t.box[1], t.box[0]))))
    return found


def _read_page(page, number: int) -> tuple[PageRows, list[PageTable]]:
    textpage = page.get_textpage()
    try:
        turn = turn_of(page, textpage)
        words = words_of_page(textpage, turn)
        tables = tables_of_page(number, words, edges_of_page(page, turn))
        return rows_of_page(number, turn.upright_width, words, [t.box for t in tables]), tables
    finally:
        textpage.close()
        page.close()
