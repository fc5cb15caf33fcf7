"""Media types come from content; a name that says something else is refused."""

import pytest

from dagster_project.intake import CSV, DOCX, HTML, ODS, PDF, TEXT, XLSX, XML, Fault, media_type_of, name_fault
from tests.intake import files

PROSE = (
    "Verbonden partijen, risico's en doelen.\n1. GGD\nWat doet deze partij? Zij zorgt, onder meer, voor zorg.\n"
    "Deelnemers: acht gemeenten\n"
)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (files.PDF, PDF),
        (b"\xef\xbb\xbf<!DOCTYPE html><html><body>x</body></html>", HTML),
        (b"<div><table><tr><td>x</td></tr></table></div>", HTML),
        (b'<?xml version="1.0"?><register><regeling/></register>', XML),
        (files.BUDGET.encode(), CSV),
        ("titel\n\n" + files.BUDGET, CSV),
        ("Naam;Rechtsvorm\nCoöperatie;Coöperatie\n".encode("cp1252"), CSV),
        ("Naam;Doel\nGGD;zorg\n".encode("utf-16"), CSV),
        (PROSE, TEXT),
        (files.workbook({"Blad1": [["x"]]}), XLSX),
        (files.zipped({"word/document.xml": b"<w/>"}), DOCX),
        (files.zipped({"mimetype": ODS.encode(), "content.xml": b"<o/>"}), ODS),
    ],
)
def test_known_content(tmp_path, content, expected):
    assert media_type_of(files.write(tmp_path, "naamloos", content)) == expected


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty_file"),
        (b" \r\n\t", "empty_file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "unknown_media_type"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "unknown_media_type"),
        (b'{"a": [1, 2]}', "unknown_media_type"),
        (files.zipped({"foto.png": b"x"}), "unknown_media_type"),
        (files.workbook({"Blad1": [["x"]]})[:400], "corrupt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 40, "unknown_media_type"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ],
)
def test_refused_content(tmp_path, content, reason):
    fault = media_type_of(files.write(tmp_path, "naamloos", content))
    assert isinstance(fault, Fault)
    assert fault.reason == reason
    assert fault.detail


@pytest.mark.parametrize(
    ("name", "media_type"), [("a.csv", XLSX), ("a.pdf", HTML), ("a.xls", HTML), ("a.docx", XLSX), ("a.png", TEXT)]
)
def test_a_name_that_disagrees_is_told_with_both(tmp_path, name, media_type):
    fault = name_fault(tmp_path / name, media_type)
    assert fault.reason == "name_and_content_disagree"
    assert media_type in fault.detail
    assert name[1:] in fault.detail


@pytest.mark.parametrize(
    ("name", "media_type"), [("a.csv", TEXT), ("a.TXT", CSV), ("a.htm", XML), ("a", PDF), ("a.md", TEXT)]
)
def test_a_name_that_agrees_or_says_nothing_passes(tmp_path, name, media_type):
    assert name_fault(tmp_path / name, media_type) is None
