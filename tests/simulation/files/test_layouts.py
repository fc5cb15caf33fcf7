"""Every layout, its places, and that what stands in a document can be found there again."""

import csv
import io
import re
from dataclasses import replace

import pytest

from dagster_project.simulation.files.layouts import write_document
from dagster_project.simulation.sources.budgets.layouts import layouts
from tests.simulation.documents import text_of


def in_layout(document, layout, **changes):
    return replace(document, style=replace(document.style, layout=layout, **changes))


def test_there_are_at_least_fifteen_layouts_in_five_formats():
    assert len(layouts()) >= 15
    assert {layout.format for layout in layouts().values()} == {"pdf", "html", "docx", "xlsx", "csv"}


@pytest.mark.parametrize("layout", layouts())
def test_every_name_and_participant_stands_in_the_document(documents, layout):
    for document in documents:
        document = replace(in_layout(document, layout), encoded_twice=False)
        content, places = write_document(document)
        assert len(places) == len(document.parties)
        text = text_of(content, layouts()[layout].format)
        packed = re.sub(r"[\s-]", "", text)
        for party in document.parties:
            assert re.sub(r"[\s-]", "", party.name) in packed, party.name
            for item in party.participants:
                bare = re.sub(r"[\s-]", "", item)
                assert bare in packed, item


@pytest.mark.parametrize("layout", layouts())
def test_the_same_content_gives_the_same_bytes(documents, layout):
    document = in_layout(documents[0], layout)
    assert write_document(document) == write_document(document)


@pytest.mark.parametrize("layout", [name for name, layout in layouts().items() if layout.format == "pdf"])
def test_the_page_of_a_party_is_where_its_name_stands(documents, layout):
    import pypdfium2

    document = in_layout(documents[0], layout)
    content, places = write_document(document)
    book = pypdfium2.PdfDocument(content)
    for party, place in zip(document.parties, places, strict=True):
        page = book[int(place.removeprefix("page=")) - 1].get_textpage().get_text_bounded()
        assert re.sub(r"[\s\ufffe-]", "", party.name) in re.sub(r"[\s\ufffe-]", "", page)


@pytest.mark.parametrize("layout", [name for name, layout in layouts().items() if layout.format == "pdf"])
def test_a_party_that_is_taller_than_a_page_goes_on_over_pages(documents, layout):
    import pypdfium2

    long = "Het gezamenlijk uitvoeren van taken. " * 200
    many = tuple(f"Deelnemer{number}" for number in range(800))
    document = _with(documents[0], 1, purpose=long, participants=many, participants_text="; ".join(many))
    content, places = write_document(in_layout(document, layout))
    book = pypdfium2.PdfDocument(content)
    pages = [re.sub(r"[\s\ufffe-]", "", page.get_textpage().get_text_bounded()) for page in book]
    found = re.findall(r"Deelnemer(\d+)", "".join(pages))
    assert list(dict.fromkeys(map(int, found))) == list(range(800))
    numbers = [int(place.removeprefix("page=")) for place in places]
    assert numbers[2] - numbers[1] > 1
    for party, number in zip(document.parties, numbers, strict=True):
        assert re.sub(r"[\s\ufffe-]", "", party.name) in pages[number - 1]


@pytest.mark.parametrize("layout", layouts())
@pytest.mark.parametrize("field", ["name", "form", "seat", "purpose"])
def test_a_word_longer_than_a_line_can_be_written(documents, layout, field):
    document = _with(documents[0], 0, **{field: "W" * 3000, "break_at": None})
    _, places = write_document(in_layout(document, layout))
    assert len(places) == len(document.parties)


def _with(document, at, **changes):
    """The document with another party at this place."""
    number, groups = 0, []
    for heading, parties in document.groups:
        changed = []
        for party in parties:
            changed.append(replace(party, **changes) if number == at else party)
            number += 1
        groups.append((heading, tuple(changed)))
    return replace(document, groups=tuple(groups))


@pytest.mark.parametrize("layout", ["pdf_ruled_table", "pdf_blocks", "pdf_two_columns"])
def test_a_long_document_has_its_pages_and_its_contents_tell_the_truth(documents, layout):
    import pypdfium2

    document = replace(in_layout(documents[0], layout), pages_around=62)
    content, places = write_document(document)
    book = pypdfium2.PdfDocument(content)
    assert 62 < len(book) < 100
    contents = book[1].get_textpage().get_text_bounded()
    title = re.escape(document.title)
    said = int(re.search(rf"{title} \.+ (\d+)", contents).group(1))
    assert document.title in " ".join(book[said - 1].get_textpage().get_text_bounded().split())
    assert min(int(place.removeprefix("page=")) for place in places) in (said, said + 1)


def test_the_line_of_a_csv_is_that_of_the_party(documents):
    for layout in ("csv_export", "csv_with_titles"):
        document = replace(in_layout(documents[0], layout, variant=0), encoded_twice=False)
        content, places = write_document(document)
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
        for party, place in zip(document.parties, places, strict=True):
            assert party.name in rows[int(place.removeprefix("line=")) - 1]


def test_twice_encoded_text_can_be_repaired(documents):
    document = replace(in_layout(documents[0], "html_table"), encoded_twice=True, closing=("Coöperatie",))
    content, _ = write_document(document)
    assert "CoÃ¶peratie" in content.decode()
    assert "Coöperatie" not in content.decode()
