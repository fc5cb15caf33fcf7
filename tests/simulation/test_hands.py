"""House styles: every layout, its places, and that what stands in a document can be found there again."""

import csv
import io
import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.simulation.files.layouts import write_document
from dagster_project.simulation.randomness import dice
from dagster_project.simulation.sources.budgets import house_style as styles
from dagster_project.simulation.sources.budgets.content import amount_text
from dagster_project.simulation.sources.budgets.layouts import layouts
from dagster_project.simulation.sources.budgets.reports import reports
from dagster_project.simulation.sources.corruption import break_point, encode_twice, mistype
from tests.simulation.small_country import population

REPORTERS = ("gm0014", "pv20", "ws0646")


@pytest.fixture(scope="module")
def documents():
    """A document of a municipality, a province and a water board."""
    plans = {plan.document.reporter: plan.document for plan in reports(population(), 2, 2024)}
    return [replace(plans[reporter], pages_around=0) for reporter in REPORTERS]


def in_layout(document, layout, **changes):
    return replace(document, style=replace(document.style, layout=layout, **changes))


def text_of(content: bytes, extension: str) -> str:
    """All text of a document, in its order, white space as single spaces."""
    if extension == "pdf":
        import pypdfium2

        book = pypdfium2.PdfDocument(content)
        pages = [page.get_textpage().get_text_bounded() for page in book]
        # pdfium marks a hyphen at a line end by this character.
        return " ".join(" ".join(pages).replace("\ufffe", "-").split())
    if extension == "xlsx":
        import openpyxl

        book = openpyxl.load_workbook(io.BytesIO(content))
        cells = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
        return " ".join(" ".join(str(cell) for cell in cells if cell is not None).split())
    if extension == "docx":
        import docx

        tree = docx.Document(io.BytesIO(content)).element.body
        return " ".join(" ".join(node.text or "" for node in tree.iter() if node.tag.endswith("}t")).split())
    if extension == "html":
        import lxml.html

        return " ".join(" ".join(lxml.html.fromstring(content).itertext()).split())
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return " ".join(content.decode(encoding).replace('"', " ").split())
        except UnicodeDecodeError:
            continue
    raise AssertionError("a CSV in no known encoding")


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


def test_a_house_keeps_its_style_with_some_drift_and_houses_differ():
    ids = [f"gm{number:04d}" for number in range(200)]
    years = [(styles.style_of(1, one, 2017), styles.style_of(1, one, 2024)) for one in ids]
    kept = sum(before.layout == after.layout for before, after in years)
    assert 130 < kept < 190
    assert all(
        (before.font, before.order, before.unit) == (after.font, after.order, after.unit) for before, after in years
    )
    looks = {(s.layout, s.font, s.size, s.colour, s.order, s.unit, tuple(sorted(s.labels.items()))) for _, s in years}
    assert len(looks) == len(ids)


def test_water_boards_and_provinces_write_differently():
    def sections(prefix):
        return Counter(styles.style_of(1, f"{prefix}{number:04d}", 2024).sections for number in range(100))

    assert sections("ws")["water_board"] > 30
    assert sections("pv")["province"] > 20
    assert not {"water_board", "province"} & set(sections("gm"))


def test_amounts_in_every_notation(documents):
    party = replace(documents[0].parties[0], amounts={"result": -1_234_000}, mixed=False)
    style = replace(documents[0].style, unit=1, negatives="minus", euro_sign=True, absent="n.v.t.")
    assert amount_text(style, party, "result") == "€ -1.234.000"
    assert amount_text(replace(style, negatives="brackets"), party, "result") == "(€ 1.234.000)"
    assert amount_text(replace(style, unit=1000, euro_sign=False, negatives="dashes"), party, "result") == "-/- 1.234"
    assert amount_text(style, replace(party, mixed=True, amounts={"result": 1_200_000}), "result") == "€ 1,2 mln"
    assert amount_text(replace(style, unit=1_000_000), replace(party, mixed=True), "result") == "€ -1.234 duizend"
    assert amount_text(style, party, "debt_end") == "n.v.t."


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abcdeorstvnijkë ", min_size=0, max_size=40), st.integers(0, 99))
def test_a_slip_changes_a_text_by_one_letter_or_not_at_all(text, seed):
    slip = mistype(text, dice(seed))
    if slip is None:
        assert not re.search(r"[a-zà-ÿ]{6,}", text)
    else:
        assert slip != text
        assert abs(len(slip) - len(text)) <= 1


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abcdeorstvnijkë ", min_size=0, max_size=40), st.integers(0, 99))
def test_a_break_is_inside_a_word(text, seed):
    at = break_point(text, dice(seed))
    if at is not None:
        assert text[at - 1].isalpha()
        assert text[at].isalpha()


def test_encoding_twice_can_be_undone():
    assert encode_twice("Coöperatie Fryslân – €").encode("cp1252").decode() == "Coöperatie Fryslân – €"
    assert encode_twice("Groningen") == "Groningen"
