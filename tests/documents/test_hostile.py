"""Files that would do harm are refused with their reason, before they are read."""

import zipfile

import pytest

from dagster_project.documents import Refused, Table, read_document
from dagster_project.sandbox import Pool
from dagster_project.spreadsheets import is_formula
from tests.documents import making
from tests.documents.hostile import HOSTILE
from tests.real import real_data


def reason(path):
    with pytest.raises(Refused) as caught:
        read_document(path)
    assert caught.value.refusal.detail
    return caught.value.refusal.reason


def test_names_that_lie(tmp_path):
    book = making.xlsx(tmp_path / "a.xlsx", {"A": [["x"]]})
    assert reason(making.write(tmp_path / "a.csv", book.read_bytes())) == "name_and_content_disagree"
    assert reason(making.write(tmp_path / "a.pdf", "<html><body><p>x</p></body></html>")) == "name_and_content_disagree"


def test_nothing_or_unknown(tmp_path):
    assert reason(making.write(tmp_path / "a.csv", b"")) == "empty_file"
    assert reason(making.write(tmp_path / "a.json", '{"a": 1}')) == "unknown_media_type"
    assert reason(making.write(tmp_path / "README.md", "# Titel\n\nTekst.")) == "unknown_media_type"
    assert reason(making.write(tmp_path / "a.bin", bytes(range(256)))) == "unknown_media_type"


def test_bombs(tmp_path):
    bomb = tmp_path / "a.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * (20 << 20))
    assert reason(bomb) == "zip_bomb"


def test_absurd_spans_cost_the_table_and_not_the_rest(tmp_path):
    rows = "<tr><td colspan=1000 rowspan=1000>x</td></tr>" * 3000
    page = f"<html><body><p>Voor</p><table>{rows}</table><p>Na</p></body></html>"
    document = read_document(making.write(tmp_path / "a.html", page))
    assert [b.text for b in document.blocks] == ["Voor", "Na"]
    assert [(r.locator, r.reason) for r in document.refusals] == [("element=/html/body/table", "too_large")]


def test_a_damaged_part_is_corrupt(tmp_path):
    whole = bytearray(making.docx(making.paragraph("woorden " * 500)))
    at = whole.index(b"woorden")
    whole[at : at + 30] = bytes(range(30))
    assert reason(making.write(tmp_path / "a.docx", bytes(whole))) == "corrupt"


@pytest.mark.parametrize("head", ['<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "<!ENTITY x 'y'>"])
def test_entities(tmp_path, head):
    body = making.paragraph("x")
    assert reason(making.write(tmp_path / "a.docx", making.docx(body, head))) == "external_entity"
    page = f'<?xml version="1.0"?>{head}<html><body><p>&x;</p></body></html>'
    assert reason(making.write(tmp_path / "a.html", page)) == "external_entity"


def test_an_ordinary_doctype_is_no_harm(tmp_path):
    page = (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://x/y.dtd"><html><body><p>x</p></body></html>'
    )
    assert read_document(making.write(tmp_path / "a.html", page)).blocks


def test_locked_and_broken_pdfs(tmp_path):
    good = making.pdf(tmp_path / "a.pdf", [[(50, 50, 10, False, "Tekst genoeg")]])
    assert reason(making.pdf(tmp_path / "b.pdf", [[(50, 50, 10, False, "Tekst")]], password="x")) == "encrypted"
    assert reason(making.write(tmp_path / "c.pdf", good.read_bytes()[:200])) == "corrupt"
    assert reason(making.write(tmp_path / "d.docx", b"PK\x03\x04 niets")) == "corrupt"


def test_a_picture_is_refused_by_its_page_and_the_rest_is_read(tmp_path):
    path = making.pdf(tmp_path / "a.pdf", [[(50, 50, 10, False, "Tekst genoeg")], "picture"])
    document = read_document(path)
    assert [(r.locator, r.reason) for r in document.refusals] == [("page=2", "image_without_text")]
    assert "page 2 is an image without text" in document.refusals[0].detail
    assert document.blocks


@pytest.mark.parametrize(
    "cell", ['=HYPERLINK("http://x")', "=1+1", "@SUM(A1)", "+A1", "-A1+B2", "-cmd|' /C calc'!A0", "-2+3", " =A1"]
)
def test_formulas(tmp_path, cell):
    assert is_formula(cell)
    quoted = cell.replace('"', '""')
    document = read_document(making.write(tmp_path / "a.csv", f'Naam;Zetel\nEen;A\n"{quoted}";B\nDrie;C\n'))
    assert [(r.locator, r.reason) for r in document.refusals] == [("line=3", "formula")]
    (table,) = [b for b in document.blocks if isinstance(b, Table)]
    assert [r.cells[0] for r in table.rows] == ["Naam", "Een", "Drie"]


@pytest.mark.parametrize(
    "cell", ["-56.300,50", "-", "- ", "–", "-/- 500", "-€ 5", "+31 10 123", "- een punt", "=", "-12"]
)
def test_no_formulas(cell):
    assert not is_formula(cell)


REAL = {
    "gm0148_werkmap-als.csv": "name_and_content_disagree",
    "gm0363_entiteit.html": "external_entity",
    "gm0484_leeg.csv": "empty_file",
    "gm0599_bom.docx": "zip_bomb",
    "gm0606_versleuteld.pdf": "encrypted",
    "gm0777_beschadigd.pdf": "corrupt",
}


@pytest.mark.parametrize("name", sorted(REAL))
def test_the_real_ones(name):
    assert reason(real_data("budgets") / "hostile" / name) == REAL[name]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """What became of each hostile file, all of them read by one pool."""
    folder = tmp_path_factory.mktemp("hostile")
    paths = [making.write(folder / name, make()) for name, (make, _) in HOSTILE.items()]
    with Pool("dagster_project.budgets.reading:read_here", jobs=2) as pool:
        return {paths[place].name: reading for place, reading in pool.read(paths)}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_each_is_refused_for_its_own_reason_and_cheaply(outcomes, name):
    reading = outcomes[name]
    if reading.refusal:
        reasons = {reading.refusal.reason}
    else:
        parties, refusals = reading.value
        assert parties == []
        reasons = {r["reason"] for r in refusals}
        assert len(refusals) <= 25
    assert len(reasons) == 1
    assert reasons <= set(HOSTILE[name][1].split(" or "))
    assert reading.cpu < 2
    assert reading.peak < 500 * 2**20
