"""Scanned budgets: pictures of invented layouts, recognised where Tesseract is installed, refused by name where not."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from dagster_project.budgets import read_budget
from dagster_project.budgets.version import reader_version
from dagster_project.documents import scanned
from tests.budgets.invented import pages
from tests.budgets.invented.parties import PARTIES

ENGINE = scanned.engine()
needs_engine = pytest.mark.skipif(ENGINE is None, reason="Tesseract with its Dutch model is not installed")


def picture_of(source: Path, dpi: int = 300, keep: frozenset[int] = frozenset()) -> Path:
    """The PDF with every page as a picture, but for the pages (from 1) to keep as they are."""
    made = pdfium.PdfDocument.new()
    original = pdfium.PdfDocument(source)
    for number, page in enumerate(original, start=1):
        if number in keep:
            made.import_pages(original, [number - 1])
            continue
        path = source.with_name(f"{source.stem}-{number}.pdf")
        page.render(scale=dpi / 72, grayscale=True).to_pil().save(path, "PDF", resolution=dpi)
        made.import_pages(pdfium.PdfDocument(path))
    target = source.with_name(f"{source.stem}-scan.pdf")
    made.save(target)
    return target


@needs_engine
@pytest.mark.parametrize("layout", [pages.pdf_grid_over_pages, pages.pdf_no_rules, pages.pdf_numbered_blocks])
def test_a_scan_is_read_as_the_document_that_it_shows(layout, tmp_path):
    rows, refusals = read_budget(picture_of(layout(tmp_path / "a")), snapshot=2024, organisation_id="gm0106")
    assert not refusals
    assert [row["name_written"] for row in rows] == [party.name for party in PARTIES]
    assert [row["seat_written"] for row in rows] == [party.seat for party in PARTIES]
    columns = ("equity_begin", "equity_end", "debt_begin", "debt_end", "result")
    right = sum(
        row[c] == x for row, p in zip(rows, PARTIES, strict=True) for c, x in zip(columns, p.amounts, strict=True)
    )
    assert right >= 0.95 * len(PARTIES) * len(columns)


@needs_engine
def test_what_was_recognised_says_so_and_is_less_sure(tmp_path):
    source = pages.pdf_numbered_blocks(tmp_path / "a")
    written, _ = read_budget(source, snapshot=2024, organisation_id="")
    seen, _ = read_budget(picture_of(source), snapshot=2024, organisation_id="")
    assert not any(scanned.is_recognised(row["locator"]) for row in written)
    assert all(scanned.is_recognised(row["locator"]) for row in seen)
    assert max(row["confidence"] for row in seen) < min(row["confidence"] for row in written)


@needs_engine
def test_a_document_of_pages_of_text_and_pictures_is_read_whole(tmp_path):
    source = pages.pdf_numbered_blocks(tmp_path / "a")
    mixed = picture_of(source, keep=frozenset([2]))
    rows, refusals = read_budget(mixed, snapshot=2024, organisation_id="")
    assert not refusals
    assert [row["name_written"] for row in rows] == [party.name for party in PARTIES]
    assert [scanned.is_recognised(row["locator"]) for row in rows] == [row["page"] == 1 for row in rows]


@needs_engine
def test_more_scanned_pages_than_are_recognised_are_refused_by_name(tmp_path, monkeypatch):
    monkeypatch.setattr("dagster_project.documents.formats.pdf.MAX_SCANS", 1)
    _, refusals = read_budget(picture_of(pages.pdf_numbered_blocks(tmp_path / "a")), snapshot=2024, organisation_id="")
    assert [r["locator"] for r in refusals] == ["page=2"]
    assert "ten hoogste 1 herkend" in refusals[0]["detail"]


@needs_engine
def test_a_picture_without_letters_stays_refused(tmp_path):
    from PIL import Image

    Image.new("L", (600, 800), 255).save(tmp_path / "a.pdf", "PDF")
    rows, refusals = read_budget(tmp_path / "a.pdf", snapshot=2024, organisation_id="")
    assert not rows
    assert [(r["locator"], r["reason"]) for r in refusals] == [("page=1", "image_without_text")]
    assert "tekenherkenning vindt er niets op" in refusals[0]["detail"]


@pytest.fixture
def no_engine(monkeypatch):
    monkeypatch.setenv(scanned.SWITCH, "0")
    scanned.engine.cache_clear()
    reader_version.cache_clear()
    yield
    monkeypatch.undo()
    scanned.engine.cache_clear()
    reader_version.cache_clear()


def test_without_a_recogniser_each_scanned_page_is_refused_by_name(no_engine, tmp_path):
    rows, refusals = read_budget(picture_of(pages.pdf_no_rules(tmp_path / "a")), snapshot=2024, organisation_id="")
    assert not rows
    assert refusals[0]["reason"] == "image_without_text"
    assert "page 1 is an image without text" in refusals[0]["detail"]
    assert "Tesseract" in refusals[0]["detail"]


@needs_engine
def test_the_version_of_the_reader_tells_whether_scans_are_recognised(no_engine):
    without = reader_version()
    reader_version.cache_clear()
    assert ENGINE is not None
    scanned.engine.cache_clear()
    pytest.MonkeyPatch().delenv(scanned.SWITCH)
    assert reader_version() != without
