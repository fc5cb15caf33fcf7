"""Twins of published structures: their truth stands in them, and reading them neither fails nor tells a person.

How well they are read is no test: `docs/quality.md` has the figures, `python -m tests.budgets.layouts` the documents.
"""

import codecs
import json
import re
import zipfile
from pathlib import Path

import pytest

from dagster_project.budgets import extract_rows
from tests.budgets.layouts import all_twins, write_twins

AMOUNTS = ("equity_begin", "equity_end", "debt_begin", "debt_end", "result")
NUMBERS = {one.number for one in all_twins()}
DOCS = Path(__file__).resolve().parents[2] / "docs"


def _text(path: Path) -> str:
    """All text of a document, as a plain reader of its format finds it; white space made single."""
    if path.suffix == ".html":
        from lxml.html import document_fromstring

        text = " ".join(document_fromstring(path.read_text("utf-8")).itertext())
    elif path.suffix == ".pdf":
        import pypdfium2 as pdfium

        document = pdfium.PdfDocument(path)
        text = " ".join(page.get_textpage().get_text_range() for page in document)
        document.close()
    elif path.suffix == ".docx":
        content = zipfile.ZipFile(path).read("word/document.xml").decode()
        text = " ".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", content))
    elif path.suffix == ".ods":
        content = zipfile.ZipFile(path).read("content.xml").decode()
        text = " ".join(re.findall(r">([^<>]+)<", content))
    elif path.suffix == ".xlsx":
        from openpyxl import load_workbook

        cells = (c.value for sheet in load_workbook(path) for row in sheet.iter_rows() for c in row)
        text = " ".join(str(value) for value in cells if value is not None)
    else:
        content = path.read_bytes()
        is_utf8 = path.suffix != ".csv" or content.startswith(codecs.BOM_UTF8)
        text = content.decode("utf-8-sig" if is_utf8 else "cp1252")
    return " ".join(text.split())


def _numbers(text: str) -> set[float]:
    """Every number that is written, dots between thousands and a comma before decimals."""
    found = re.findall(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?", text)
    return {float(number.replace(".", "").replace(",", ".")) for number in found}


@pytest.fixture(scope="session")
def twins(tmp_path_factory) -> dict[str, tuple[Path, dict]]:
    """Every twin, kept back or not, with its truth, by its name; the truth as it was written to disk."""
    found = {}
    for kept_back in (False, True):
        folder = tmp_path_factory.mktemp("kept_back" if kept_back else "looked_at")
        for path, _ in write_twins(folder, kept_back):
            found[path.name] = path, json.loads((folder / "truth" / f"{path.stem}.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("name", [one.document.split("/")[1] for one in all_twins()])
def test_what_is_true_of_a_twin_stands_in_it(twins, name):
    path, truth = twins[name]
    text = _text(path)
    numbers = _numbers(text)
    for party in truth["parties"]:
        assert party["name"] in text
        told = [party["seat"], party["legal_form_written"], party["section_written"]]
        if not party["participants_are_counts_or_prose"]:
            told += party["participants_written"]
        assert [value for value in told if value and value not in text] == []
        for amount in AMOUNTS:
            value = party[amount]
            assert value is None or numbers & {abs(value) / unit for unit in (1.0, 1e3, 1e6)}, (party["name"], amount)
    assert [person for person in truth["persons"] if person not in text] == []
    assert [decoy for decoy in truth["not_parties"] if decoy not in text] == []


def test_every_fourth_structure_is_kept_back_and_lies_apart():
    for one in all_twins():
        assert one.kept_back == (".kept_back." in one.make.__module__)
    assert {number for number in NUMBERS if number % 4 == 0} == {one.number for one in all_twins() if one.kept_back}


def test_half_of_the_twins_hold_one_party_or_none(twins):
    few = sum(len(truth["parties"]) <= 1 for _, truth in twins.values())
    assert few >= 0.45 * len(twins)
    assert len(twins) == len(NUMBERS) >= 53


@pytest.mark.parametrize(("page", "kept_back"), [("layouts.md", False), ("layouts_kept_back.md", True)])
def test_the_pages_of_structures_and_the_twins_tell_of_the_same(page, kept_back):
    told = [int(number) for number in re.findall(r"^\| S(\d+) \|", (DOCS / page).read_text("utf-8"), re.MULTILINE)]
    assert told == [one.number for one in all_twins() if one.kept_back == kept_back]


def test_reading_a_twin_neither_fails_nor_tells_a_person(twins):
    paths = [path for path, _ in twins.values()]
    mentions, refusals = extract_rows(paths, None)
    written: dict[str, str] = {}
    for row in (*mentions, *refusals):
        name = Path(row["document"]).name
        written[name] = written.get(name, "") + "\n" + " ".join(row.values())
    leaked = [
        (name, person)
        for name, (_, truth) in twins.items()
        for person in truth["persons"]
        if person.casefold() in written.get(name, "").casefold()
    ]
    assert leaked == []
    assert written.keys() <= twins.keys()
