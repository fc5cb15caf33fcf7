"""What a budget says of itself at its top."""

import pytest

from dagster_project.budgets import Statements, version
from dagster_project.budgets.stated import Stated, stated_in
from dagster_project.budgets.version import key_of, reader_version, version_of
from dagster_project.documents import Document, Heading, Paragraph, Row, Table


def _document(*lines):
    return Document("text/plain", [Heading(lines[0], 1, "line=1"), *(Paragraph(line, "line=2") for line in lines[1:])])


@pytest.mark.parametrize(
    ("lines", "years"),
    [
        (("Programmabegroting 2024", "Meerjarenraming 2025-2027", "Gemeente Gouda"), (2024,)),
        (("Overzicht verbonden partijen 2024", "Gemeente Leiden | Begroting 2024"), (2024,)),
        (("Paragraaf verbonden partijen", "De kadernota geldt ook in 2017."), ()),
        (("Een", "Twee", "Drie", "Vier", "Begroting 2019"), ()),  # that far down others are spoken of
    ],
)
def test_the_year_is_that_beside_what_the_document_is(lines, years):
    assert stated_in(_document(*lines)).years == years


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Gemeente Zuidplas, begroting 2024", True),
        ("Hoogheemraadschap van Rijnland | Begroting 2024", True),
        ("Samenwerken is voor de gemeente 's-Hertogenbosch een middel", True),
        ("De gemeente kiest per taak de lichtste vorm van samenwerken.", False),
        ("De gemeenten Assen en Emmen", False),
    ],
)
def test_the_opening_is_told_where_it_names_a_body(line, names):
    stated = stated_in(_document("Verbonden partijen", line))
    assert stated.lines == (("Verbonden partijen", line) if names else ())


@pytest.mark.parametrize(
    ("line", "draft"),
    [
        ("CONCEPT - nog niet vastgesteld - Begroting 2024", ("concept", "nog niet vastgesteld")),
        ("Ontwerp-programmabegroting 2024", ("ontwerp-programmabegroting",)),
        ("Een concept dat werkt", ("concept",)),
        ("Begroting 2024, vastgesteld", ()),
        ("Ontwerp en inrichting van de openbare ruimte", ()),
    ],
)
def test_a_draft_says_so_in_its_opening(line, draft):
    assert stated_in(_document("Verbonden partijen", line)).draft == draft


def test_the_first_rows_of_a_table_are_an_opening_too():
    rows = (Row(("Gemeente Zuidplas, begroting 2024", ""), "row=1"), Row(("Partij", "Zetel"), "row=2"))
    assert stated_in(Document("text/csv", [Table(rows, "row=1")])).years == (2024,)


def test_files_are_read_in_order_and_once(tmp_path):
    paths = []
    for year in (2017, 2024):
        paths.append(tmp_path / f"{year}.txt")
        paths[-1].write_text(f"Begroting {year}\n\nGemeente Assen\n", encoding="utf-8")
    paths.append(tmp_path / "empty.txt")
    paths[-1].touch()
    with Statements(tmp_path / "kept", jobs=1) as statements:
        first = statements.of(paths)
        assert [one.years for one in first] == [(2017,), (2024,), ()]
        assert first[2] == Stated()
    with Statements(tmp_path / "kept", jobs=1) as statements:
        statements._pool.read = lambda waiting: iter([]) if not waiting else pytest.fail("read again")
        assert statements.of(paths) == first


def test_with_another_recogniser_of_scans_a_document_is_read_again(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("Begroting 2024\n", encoding="utf-8")
    with Statements(tmp_path / "kept", jobs=1) as statements:
        statements.of([path])
        monkeypatch.setattr(version, "engine", lambda: "another")
        asked, read = [], statements._pool.read
        statements._pool.read = lambda waiting: asked.extend(waiting) or read(waiting)
        assert statements.of([path])[0].years == (2024,)
        assert asked == [path]


def test_what_is_kept_of_an_opening_is_never_taken_for_a_reading_nor_the_other_way_round(tmp_path):
    (tmp_path / "budget.txt").write_text("Begroting 2024 gemeente Groningen\n", encoding="utf-8")
    versions = (reader_version(), version_of("dagster_project.budgets.stated"))
    assert len({key_of(tmp_path / "budget.txt", version) for version in versions}) == 2
