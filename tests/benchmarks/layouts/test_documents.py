"""The truth of each document stands in it; the same seed gives the same bytes."""

import hashlib
import json
import re
import subprocess
import sys

import pytest

from benchmarks.layouts.content.document import Content
from benchmarks.layouts.documents import draw, draw_all, write_all
from benchmarks.layouts.grammar import draw_layout
from dagster_project.evaluation.truth.documents import read_documents_truth
from tests.benchmarks.layouts.reading import text_of

COUNT = 160
SEED = 7
AMOUNTS = ("equity_begin", "equity_end", "debt_begin", "debt_end", "result")


@pytest.fixture(scope="module")
def documents():
    """Documents with their text."""
    return [(document, text_of(document)) for document in draw_all(SEED, COUNT)]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_names_seats_forms_sections_and_participants_stand_in_the_document(documents):
    for document, text in documents:
        for party in document.truth["parties"]:
            crosses = party["table_or_block"] == "matrix"
            told = [party["name"], party["seat"], party.get("legal_form_written"), party.get("section_written")]
            told += [] if crosses else party["participants_written"]
            for value in filter(None, told):
                assert squeezed(value).casefold() in text.casefold(), (document.path, value)


def test_amounts_stand_in_the_document_in_the_unit_that_it_says(documents):
    seen = 0
    for document, text in documents:
        content = Content(SEED, int(document.path.split("-")[1].split(".")[0]), document.truth["layout"])
        for party, truth in zip(content.parties, document.truth["parties"], strict=False):
            written = [amount for amounts in party.amounts.values() for amount in amounts if amount.euros is not None]
            euros = {amount.euros for amount in written}
            assert {truth[key] for key in AMOUNTS if truth[key] is not None} <= euros
            for amount in written:
                ways = {amount.written}
                if document.truth["layout"].get("numbers") == "cells":
                    ways |= {str(amount.number), f"{amount.number:.0f}"}
                assert any(squeezed(way) in text for way in ways), (document.path, amount)
                seen += 1
        if content.money and document.truth["layout"]["unit_place"] not in ("absent", "cell"):
            assert squeezed(content.money.unit).casefold() in text.casefold(), document.path
    assert seen > 500


def test_persons_and_decoys_stand_in_the_document_and_are_no_party(documents):
    persons = decoys = 0
    for document, text in documents:
        names = {party["name"] for party in document.truth["parties"]}
        for value in document.truth["persons"] + document.truth["not_parties"]:
            assert squeezed(value).casefold() in text.casefold(), (document.path, value)
            assert value not in names
        persons, decoys = persons + len(document.truth["persons"]), decoys + len(document.truth["not_parties"])
    assert persons > 20
    assert decoys > 100


def test_the_page_of_a_party_is_where_its_name_stands(documents):
    from pypdfium2 import PdfDocument

    later = 0
    for document, _ in documents:
        if not document.path.endswith("pdf"):
            continue
        with PdfDocument(document.content) as pdf:
            pages = [squeezed(page.get_textpage().get_text_bounded()) for page in pdf]
        for party in document.truth["parties"]:
            if "page" in party:
                assert squeezed(party["name"]) in pages[party["page"] - 1], (document.path, party["name"])
                later += party["page"] > 1
    assert later > 5


def test_documents_hold_many_parties_one_or_none(documents):
    counts = [len(document.truth["parties"]) for document, _ in documents]
    assert counts.count(0) > COUNT / 8
    assert counts.count(1) > COUNT / 8
    assert max(counts) > 5


def test_the_same_seed_gives_the_same_bytes_in_another_process():
    code = (
        "import hashlib, json; from benchmarks.layouts.documents import draw_all;"
        "print(hashlib.sha256(b''.join(d.content + json.dumps(d.truth).encode() for d in draw_all(3, 12))).hexdigest())"
    )
    there = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()
    here = b"".join(d.content + json.dumps(d.truth).encode() for d in draw_all(3, 12))
    assert hashlib.sha256(here).hexdigest() == there


def test_another_seed_gives_other_documents():
    assert draw(1, 0).content != draw(2, 0).content
    assert draw_layout(1, 0) != draw_layout(2, 0)


def test_what_is_written_is_a_truth_that_the_evaluation_takes(tmp_path):
    truth = write_all(tmp_path, 2, 10)
    known, root = read_documents_truth(truth, None)
    assert len(known) == 10
    assert all((root / one.document).is_file() for one in known)
    assert sum(len(one.parties) for one in known) > 5
