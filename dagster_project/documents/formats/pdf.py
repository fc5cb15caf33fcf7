"""PDF: opened and looked through with pdfium, and the chosen pages read in full.

Pages that are only a picture are recognised (`documents.scanned`), or refused by name. The layout of a page (lines,
columns, headings) is `pdf_layout`, its ruled tables are `pdf_tables`, those without rules `pdf_columns`.
"""

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.documents.formats.pdf_blocks import blocks_of
from dagster_project.documents.formats.pdf_cards import cards_of
from dagster_project.documents.formats.pdf_columns import ColumnFinder
from dagster_project.documents.formats.pdf_layout import PageLines, PageRows, lines_of_page, rows_of_page
from dagster_project.documents.formats.pdf_repeated import RepeatedHeads
from dagster_project.documents.formats.pdf_rules import edges_of_page
from dagster_project.documents.formats.pdf_tables import PageTable, tables_of_page
from dagster_project.documents.formats.pdf_words import Word, turn_of, with_hyphens, words_of_page
from dagster_project.documents.formats.running import RunningLines
from dagster_project.documents.model import Block, Document, Table, page_of
from dagster_project.documents.scanned import MARK, Scan, engine, recognise
from dagster_project.sandbox import Refused
from dagster_project.sandbox.limits import MAX_PAGES, MAX_SCANS

if TYPE_CHECKING:
    from dagster_project.documents.read import PageFilter

_LETTERS = re.compile(r"(?:[^\W\d_][\W\d_]*){5}")
"""A page with fewer letters, and a picture, is a scan; a page with neither is empty."""

_CUT_LETTER = 0.7
"""Part of the last letter of a recognised word that its box leaves out."""


def read(path: Path, document: Document, pages: "PageFilter | None" = None, first: int | None = None) -> None:
    """Fill the document with the blocks of the chosen pages, page by page; none beyond the `first` is looked at."""
    # Open for both looks, for pdfium keeps the fonts of a document.
    pdf = _opened(path)
    try:
        scans: dict[int, Scan] = {}
        texts = _texts(pdf, document, scans, len(pdf) if first is None else min(first, len(pdf)))
        document.pages = len(texts)
        wanted = range(1, len(texts) + 1) if pages is None else pages(texts)
        chosen = [n for n, text in enumerate(texts, start=1) if n in wanted and text.strip()]
        if chosen:
            blocks = blocks_of(_read_pages(pdf, chosen, scans))
            document.blocks.extend(_marked(b) if page_of(b.locator) in scans else b for b in blocks)
    finally:
        pdf.close()


def _marked(block: Block) -> Block:
    """A block of a scanned page, its places marked as recognised."""
    if isinstance(block, Table):
        rows = tuple(replace(r, locator=f"{r.locator};{MARK}") for r in block.rows)
        return replace(block, rows=rows, locator=f"{block.locator};{MARK}")
    return replace(block, locator=f"{block.locator};{MARK}")


def _opened(path: Path):
    import pypdfium2 as pdfium

    try:
        pdf = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or b"/Encrypt" in path.read_bytes():
            raise Refused("encrypted", "document", "er is een wachtwoord nodig; vraag om het bestand zonder") from error
        raise Refused("corrupt", "document", f"de PDF gaat niet open ({error}); vraag haar opnieuw op") from error
    if (count := len(pdf)) > MAX_PAGES:
        pdf.close()
        raise Refused("too_large", "document", f"{count} bladzijden, er worden er ten hoogste {MAX_PAGES} gelezen")
    return pdf


def _texts(pdf, document: Document, scans: dict[int, Scan], first: int) -> list[str]:
    """The plain text of each of the first pages. Those that are pictures are put in `scans` as pages of text where they
    are recognised, and refused where not."""
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    texts = []
    for number in range(1, first + 1):
        try:
            page = pdf[number - 1]
            textpage = page.get_textpage()
            text = with_hyphens(textpage.get_text_range())
            if not _LETTERS.search(text) and any(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
                text = _recognised(page, number, scans)
                if not _LETTERS.search(text):
                    document.refuse(f"page={number}", "image_without_text", _no_text(number, len(scans)))
            textpage.close()
            page.close()
        except pdfium.PdfiumError as error:
            document.refuse(f"page={number}", "corrupt", f"bladzijde {number} gaat niet open ({error})")
            text = ""
        texts.append(text)
    return texts


def _recognised(page, number: int, scans: dict[int, Scan]) -> str:
    """The text that is recognised on a page, which is kept in `scans`; empty where none is."""
    import pypdfium2 as pdfium

    scan = recognise(page) if len(scans) < MAX_SCANS else None
    if scan is None:
        return ""
    try:
        pdf = pdfium.PdfDocument(scan.pdf)
    except pdfium.PdfiumError:
        return ""
    try:
        scans[number] = scan
        return with_hyphens(pdf[0].get_textpage().get_text_range())
    finally:
        pdf.close()


def _no_text(number: int, recognised: int) -> str:
    said = f"bladzijde {number} is een beeld zonder tekst (page {number} is an image without text)"
    if engine() is None:
        return f"{said}; vraag om het document als tekst, of installeer Tesseract met zijn Nederlandse model"
    if recognised >= MAX_SCANS:
        return f"{said}; van een document worden er ten hoogste {MAX_SCANS} herkend; vraag om het document als tekst"
    return f"{said}, en tekenherkenning vindt er niets op; vraag om het document als tekst"


def _read_pages(pdf, chosen: list[int], scans: dict[int, Scan]) -> list[tuple[PageLines, list[PageTable]]]:
    read = [
        _read_scan(scans[number], number) if number in scans else _read_page(pdf[number - 1], number)
        for number in chosen
    ]
    running = RunningLines([rows.edge_texts for rows, _ in read], [rows.heights for rows, _ in read])
    pages = [(rows.within(running.inner(rows.edge_texts)), tables) for rows, tables in read]
    columns, heads = ColumnFinder(), RepeatedHeads()
    unruled = [columns.tables_of(rows) for rows, _ in pages]
    found = []
    for (_, tables), (columned, _), (cards, rest) in zip(
        pages, unruled, cards_of([rest for _, rest in unruled]), strict=True
    ):
        in_order = sorted([*tables, *columned, *cards], key=lambda t: (t.box[1], t.box[0]))
        found.append((lines_of_page(rest), [heads.parted(table) for table in in_order]))
    return found


def _read_scan(scan: Scan, number: int) -> tuple[PageRows, list[PageTable]]:
    import pypdfium2 as pdfium

    pdf = pdfium.PdfDocument(scan.pdf)
    try:
        return _read_page(pdf[0], number, scan)
    finally:
        pdf.close()


def _whole(word: Word) -> Word:
    """A recognised word as wide as it is: the font that Tesseract writes leaves out most of the last letter."""
    letters = len(word.text)
    return word._replace(x1=word.x0 + (word.x1 - word.x0) * letters / (letters - _CUT_LETTER)) if letters > 1 else word


def _read_page(page, number: int, scan: Scan | None = None) -> tuple[PageRows, list[PageTable]]:
    """The words of a page and its ruled tables."""
    textpage = page.get_textpage()
    try:
        turn = turn_of(page, textpage)
        words = words_of_page(textpage, turn)
        if scan:
            words = [_whole(word) for word in words]
        tables = tables_of_page(number, words, scan.edges if scan else edges_of_page(page, turn))
        return rows_of_page(number, turn.upright_width, words, [t.box for t in tables]), tables
    finally:
        textpage.close()
        page.close()
