"""CSV without formulas, the descriptor that frictionless accepts, the workbook that readers open."""

import csv
import io
import json
from datetime import date

import frictionless
import openpyxl
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.dictionary import all_tables
from dagster_project.dictionary.datapackage import published_tables, table_schema
from dagster_project.lineage import category_label
from dagster_project.release.files import csv_bytes
from dagster_project.release.verify_standalone import csv_text
from dagster_project.release.workbook.sheets import sheets_of
from tests.release.test_verify import edit, setting


def unguarded(text: str) -> str:
    """As the documentation says: where apostrophes stand before one of these, take one off."""
    return text[1:] if text.startswith("'") and text.lstrip("'")[:1] in tuple("=+-@\t\r") else text


@settings(max_examples=200)
@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\nab ;,\""), max_size=6))
def test_no_text_starts_a_formula_and_the_guard_can_be_undone(text):
    assert csv_text(text)[:1] not in tuple("=+-@\t\r")[: len(csv_text(text)) * 6]
    assert unguarded(csv_text(text)) == text


@settings(max_examples=50)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_keep_their_value_and_have_no_exponent(number):
    text = csv_text(number)
    assert float(text) == number
    assert "e" not in text.lower()


def test_a_csv_has_one_header_iso_dates_and_joined_lists():
    frame = pl.DataFrame(
        {"d": [date(2024, 12, 31)], "l": [["a", "b"]], "n": [-5.0], "b": [True], "t": ["'s-Hertogenbosch"]}
    )
    rows = list(csv.reader(io.StringIO(csv_bytes(frame).decode("utf-8"))))
    assert rows == [["d", "l", "n", "b", "t"], ["2024-12-31", "a; b", "-5", "true", "'s-Hertogenbosch"]]
    assert csv_bytes(frame).count(b"\r") == 0


def test_frictionless_accepts_the_package_and_every_csv(made):
    report = frictionless.validate(str(made[1] / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])[:5]
    assert len(report.tasks) == len(published_tables())


@pytest.mark.parametrize(
    ("name", "column", "value"),
    [("collaboration", "obligation", "perhaps"), ("link", "collaboration_id", "sv9"), ("theme", "snapshot", "x")],
)
def test_frictionless_finds_what_is_spoilt(release, name, column, value):
    path = release / "datapackage.json"
    _keep_only(path, name)
    assert frictionless.validate(str(path)).valid
    edit(release, name, setting(column, value))
    _keep_only(path, name)
    assert not frictionless.validate(str(path)).valid


def _keep_only(path, name):
    """Leave in the descriptor that table and those that it refers to, and of them what the schema alone says."""
    package = json.loads(path.read_text(encoding="utf-8"))
    by_name = {r["name"]: r for r in package["resources"]}
    keys = by_name[name]["schema"].get("foreignKeys", [])
    related = {key["reference"]["resource"] for key in keys} - {name}
    for other in related:
        by_name[other]["schema"].pop("foreignKeys", None)
    package["resources"] = [by_name[n] for n in (name, *sorted(related))]
    for resource in package["resources"]:
        resource.pop("hash", None), resource.pop("bytes", None)
    path.write_text(json.dumps(package), encoding="utf-8")


def test_the_descriptor_says_what_the_dictionary_says():
    for table in published_tables():
        schema = table_schema(table)
        assert [f["name"] for f in schema["fields"]] == list(table.column_names)
        for field, column in zip(schema["fields"], table.columns, strict=True):
            assert (field["title"], field["description"]) == (column.label_nl, column.explained_nl)
            constraints = field.get("constraints", {})
            assert constraints.get("enum", []) == list(column.enum)
            assert constraints.get("required", False) == (not column.nullable and not column.is_list)
        assert schema.get("primaryKey", (schema.get("uniqueKeys") or [None])[0]) == list(table.key)
        related = {(f["fields"][0], f["reference"]["resource"]) for f in schema.get("foreignKeys", [])}
        declared = {(c.name, c.ref.split(".")[0]) for c in table.columns if c.ref}
        assert related == {(c, t) for c, t in declared if all_tables()[t].published}


def test_the_workbook_is_marked_and_readable(made):
    book = openpyxl.load_workbook(made[1] / "regionale-samenwerkingsverbanden-2024.xlsx")
    assert book.sheetnames == [
        "Leeswijzer", "Hoofdcijfers", "Oordeel", "Criteria", "Figuur 1", "Figuur 2", "Figuur 3", "Figuur 4", "Figuur 5",
        "Samenwerkingsverbanden", "Deelnemers", "Beleidsterreinen", "Figuren", "Gebeurtenissen", "Criteria per verband",
        "Weigeringen", "Quarantaine", "Leveringen", "Besluiten", "Stand en stroom", "Reeksbreuken",
        "Kwaliteit", "Herzieningen", "Uitspraken", "Eerdere publicaties",
        "Foutpercentages", "Gecorrigeerde aandelen", "Verwisselingen", "Codeurs",
        "Dekking", "Groei", "Indicatoren", "Twijfel", "Toelichting",
    ]  # fmt: skip
    marked = [c for row in book["Leeswijzer"].iter_rows() for c in row if c.value == "VOORBEELDGEGEVENS"]
    assert [c.font.bold for c in marked] == [True]
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes is not None
        assert sheet.auto_filter.ref
        assert "VOORBEELDGEGEVENS" in sheet.oddHeader.center.text
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    headings = [c.value for c in book["Samenwerkingsverbanden"][1]]
    assert headings[:5] == ["Peiling", "Kenmerk", "Naam", "Vestigingsplaats", "Rechtsvorm"]
    figures = list(book["Figuren"].iter_rows(values_only=True))
    assert figures[1][1:6] == (
        "Totaal aantal regionale samenwerkingsverbanden", "alle", 2024, figures[1][4], "samenwerkingsverbanden",
    )  # fmt: skip
    assert "Niet: zoveel zijn er." in figures[1][13]


def test_a_value_in_doubt_is_published_with_its_doubt(made):
    book = openpyxl.load_workbook(made[1] / "regionale-samenwerkingsverbanden-2024.xlsx", read_only=True)
    heads, *rows = book["Twijfel"].iter_rows(values_only=True)
    told = [dict(zip(heads, row, strict=True)) for row in rows]
    assert [(r["Gegeven"], r["Gelezen"], r["Andere lezing"]) for r in told] == [("Resultaat", 1000, "1")]
    assert "duizenden" in told[0]["Twijfel"]
    assert told[0]["Bestandsnaam"].startswith("budget/2024")
    csv = (made[1] / "tabellen" / "mention.csv").read_text(encoding="utf-8")
    assert "result:unit_unclear" in csv


@pytest.mark.parametrize(
    ("category", "label"),
    [
        ("ruimte", "Ruimte"),
        ("ruimte+gm0014", "Ruimte en Groningen"),
        ("3+", "3 of meer"),
        ("wgr", "publiekrechtelijk (Wgr)"),
    ],
)
def test_categories_have_dutch_labels(category, label):
    assert category_label(category, {"ruimte": "Ruimte", "gm0014": "Groningen"}) == label


def test_every_column_of_the_workbook_is_explained(made):
    book = openpyxl.load_workbook(made[1] / "regionale-samenwerkingsverbanden-2024.xlsx", read_only=True)
    explained = {row[:2] for row in book["Toelichting"].iter_rows(min_row=2, values_only=True)}
    for sheet in book.worksheets[1:-1]:
        for heading in next(sheet.iter_rows(values_only=True)):
            assert (sheet.title, heading) in explained


def test_the_sheets_have_the_newest_snapshot_first(made):
    frames = {t.name: pl.read_parquet(made[1] / "tabellen" / f"{t.name}.parquet") for t in published_tables()}
    for sheet in sheets_of(frames, {"oordeel": "goedgekeurd"}):
        if sheet.layout.title in ("Samenwerkingsverbanden", "Deelnemers", "Beleidsterreinen"):
            snapshots = [r["snapshot"] for r in sheet.rows]
            assert snapshots == sorted(snapshots, reverse=True)
