"""The workbook is Dutch to the last cell, prints legibly, and shows each figure as a plain table of years."""

import re

import openpyxl
import pytest

from dagster_project.dictionary import (
    all_tables,
    code_lists,
    phrase_in_dutch,
    place_in_dutch,
    sheet_layouts,
    table,
)
from dagster_project.release.workbook.sheet_style import A3_WIDTH
from dagster_project.release.workbook.summaries import criteria_rows, verdict_rows
from dagster_project.workspace import PROJECT, frame_of
from dagster_project.workspace.seeds import read_seed
from tests.release.dutch import not_dutch


@pytest.fixture(scope="module")
def book(made):
    return openpyxl.load_workbook(made[1] / "regionale-samenwerkingsverbanden-2024.xlsx")


def test_no_cell_holds_a_code_or_a_name_that_is_not_dutch(book):
    assert not_dutch(book) == []


def test_every_heading_is_a_label_of_the_dictionary(book):
    labels = {c.label_nl for spec in all_tables().values() for c in spec.columns}
    labels |= {spec.label_nl for spec in all_tables().values()} | {f.heading for s in sheet_layouts() for f in s.fields}
    for sheet in book.worksheets[1:-1]:
        for cell in sheet[1]:
            assert re.sub(r",? \d{4}$", "", cell.value) in labels, (sheet.title, cell.value)


def test_what_prints_is_all_of_a_sheet_at_a_size_that_reads(book):
    for sheet in book.worksheets[1:]:
        assert sheet.print_area.replace("$", "").endswith(sheet.dimensions.split(":")[-1])
        width = sum(sheet.column_dimensions[c.column_letter].width for c in sheet[1])
        assert width <= A3_WIDTH * sheet.page_setup.fitToWidth, sheet.title
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.fitToWidth == 1 or sheet.print_title_cols


def test_a_figure_is_a_plain_table_of_categories_by_year(book, made):
    sheet = book["Figuur 5"]
    heads, *rows = sheet.iter_rows(values_only=True)
    assert heads[:7] == (
        "Categorie", "Waarde 2017", "Waarde 2020", "Waarde 2024", "Teller 2017", "Teller 2020", "Teller 2024",
    )  # fmt: skip
    assert [row[0] for row in rows] == ["gemeente"]
    assert rows[0][1] == pytest.approx(rows[0][4] / rows[0][7], abs=0.5)
    years = [book[f"Figuur {n}"]["B1"].value for n in (2, 3, 4)]
    assert years == ["Waarde 2024", "Waarde 2020", "Waarde 2017"]
    assert sheet.oddHeader.left.text.startswith("Figuur 5: Gemiddeld aantal")


def test_the_criteria_are_explained_and_counted():
    rules = read_seed("definition")
    asked = [(2024, "a", "yes", "observed"), (2024, "a", "no", "presumed"), (2017, "reported", "yes", "observed")]
    answers = [
        {"snapshot": s, "collaboration_id": f"sv{i:07}", "definition": s, "criterion": c, "met": met, "basis": basis,
         "evidence": "no source says"}
        for i, (s, c, met, basis) in enumerate(asked)
    ]  # fmt: skip
    frames = {"criterion": frame_of("criterion", answers), "definition": rules, "snapshot": read_seed("snapshot")}
    rows = criteria_rows(frames)
    assert [r["criterion"] for r in rows if r["snapshot"] == 2024] == ["a", "b", "c", "d1", "d2", "d3", "d4", "e"]
    assert [(r["yes"], r["no"], r["unknown"], r["presumed"]) for r in rows][:2] == [(1, 1, 0, 1), (0, 0, 0, 0)]
    assert [r["snapshot"] for r in rows] == [2024] * 8 + [2017] * 2
    assert all(len(r["explained"]) > 30 for r in rows)


def test_a_refusal_is_shown_with_its_file(book, made):
    heads, *rows = book["Weigeringen"].iter_rows(values_only=True)
    assert list(heads[:4]) == ["Bestandsnaam", "Plaats", "Fase", "Reden"]
    assert {row[3] for row in rows} <= set(code_lists()["refusal_reason"].values())
    assert all(row[0] for row in rows)
    assert place_in_dutch("sheet=A;row=2") == "blad A, rij 2"


def test_the_verdict_is_told_with_its_caveats_and_margins():
    rows = verdict_rows({
        "oordeel": "goedgekeurd met ontheffingen",
        "opmerkingen": ["Niet nagekeken."],
        "foutmarges": [{"fout": "Dubbel", "marge": "2-3 procent", "bron": "x", "peiling": 2024}],
        "ontheffingen": [{"verwachting": "v", "rol": "r", "reden": "w", "einddatum": "2025-01-01"}],
        "samenvatting": {"gehaald": 3},
    })  # fmt: skip
    assert [(r["subject"], r["said"], r["amount"]) for r in rows] == [
        ("Oordeel", "goedgekeurd met ontheffingen", None),
        ("Voorbehoud", "Niet nagekeken.", None),
        ("Foutmarge, peiling 2024", "Dubbel", "2-3 procent"),
        ("Ontheffing", "v, tot 2025-01-01: w", None),
        ("Verwachtingen", "gehaald", 3),
    ]


MODELS = sorted((PROJECT / "dbt" / "models").rglob("*.sql"))


def test_every_text_that_a_model_writes_as_evidence_has_its_dutch():
    """The fixed texts in the SQL that makes `evidence`, each filled in as the SQL would."""
    found = set()
    for path in MODELS:
        for said in re.findall(
            r"(?:then|else|coalesce\(|^)\s*'([a-z][a-z ,]+[a-z])'\s*(?:end|as evidence|$)", path.read_text(), re.M
        ):
            if " " in said:
                found.add(said)
    assert {"no source says", "no earlier source mentions it", "purpose written"} <= found
    assert [text for text in sorted(found) if phrase_in_dutch(text, {}) is None] == []


@pytest.mark.parametrize(
    ("text", "dutch"),
    [
        ("sources budget, edition", "bronnen begroting, eerdere editie"),
        ("presumption of nv", "vermoeden bij deze rechtsvorm: Naamloze vennootschap"),
        ("mention m1 against mention m2", "vermelding m1, tegengesproken door vermelding m2"),
        ("mention m1, in force from 2020-01-01", "vermelding m1, van kracht vanaf 2020-01-01"),
        ("decision a-1; mentions m1, m2; 3 participants passed, dated 2020-01-01",
         "besluit a-1; vermeldingen m1, m2; 3 deelnemers gingen over op 2020-01-01"),
        ("something new", None),
    ],
)  # fmt: skip
def test_a_text_that_the_pipeline_makes_is_said_in_dutch(text, dutch):
    assert phrase_in_dutch(text, {"nv": "Naamloze vennootschap"}) == dutch


def test_sheets_show_tables_that_are_published():
    assert all(table(s.table).published for s in sheet_layouts())
