"""CSV as people make it: delimiters, quotes, encodings."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.spreadsheets import best_delimiter, inert, is_formula, sheet_of_text
from dagster_project.texts import decode


def rows(text):
    return [cells for _, cells in sheet_of_text(text).rows]


def test_the_heading_row_decides_and_not_the_lists_below_it():
    lists = ",".join(f"Gemeente{i}" for i in range(10))
    text = "Nummer;Naam;Deelnemers\n" + "".join(f"{i};Regio {i};{lists}\n" for i in range(5))
    assert best_delimiter(text) == ";"
    assert rows("Lijst van regio's, 2024\n\n" + text)[1] == ("Nummer", "Naam", "Deelnemers")


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("sep=|\na|b;c\n", "|"),
        ('"sep=;"\na;b\n', ";"),
        ("a;b\n1,5;2,5\n3,5;4,5\n", ";"),
        ("a,b\n1;2,x\n3;4,y\n", ","),
        ("Lijst, verzonnen;;\na;b;c\nx;y;p, q\n", ";"),
        ("Lijst, verzonnen\na,b,c\nx,y,z\n", ","),
        ("a\tb\n1\t2\n", "\t"),
        ("Een zin, en nog een.\nEn dit.\nOf dat, of zus, of zo.\n", None),
    ],
)
def test_delimiters(text, delimiter):
    assert best_delimiter(text) == delimiter


def test_the_line_that_names_the_delimiter_is_no_row():
    assert sheet_of_text("sep=;\nNaam;Doel\nGGD;zorg\n").rows == ((2, ("Naam", "Doel")), (3, ("GGD", "zorg")))


def test_two_stray_quotes_swallow_no_rows():
    lines = ["Nummer;Naam;Doel", *(f"{i};Regio {i};zorg" for i in range(1, 9))]
    lines[3], lines[6] = '3;"t Zandt regeling;zorg', '6;"t Hooge regeling;zorg'
    sheet = sheet_of_text("\n".join(lines) + "\n")
    assert [cells[0] for _, cells in sheet.rows[1:]] == [str(i) for i in range(1, 9)]
    assert sheet.rows[3] == (4, ("3", '"t Zandt regeling', "zorg"))
    assert sheet.faults == ()


def test_a_row_that_its_quotes_make_unreadable_is_told_with_its_line():
    text = 'a;b;c\n1;x;y\n2;"x;"y;z;w",3\n3;x;y\n'
    sheet = sheet_of_text(text)
    assert [cells[0] for _, cells in sheet.rows] == ["a", "1", "3"]
    assert [(f.row, f.reason) for f in sheet.faults] == [(3, "row_unreadable")]


def test_rows_that_may_be_one_cell_or_several_rows_are_refused():
    sheet = sheet_of_text('a;b;c\n1;x;y\n2;"x;y\n3;x";y\n4;x;y\n')
    assert [cells[0] for _, cells in sheet.rows] == ["a", "1", "4"]
    assert [(f.row, f.reason) for f in sheet.faults] == [(3, "row_unreadable"), (4, "row_unreadable")]


def test_cells_of_several_lines_are_read():
    assert rows('Naam;Deelnemers\nGGD;"Aldorp\nBedorp\n\nCedorp"\nRUD;x\n')[1] == ("GGD", "Aldorp\nBedorp\n\nCedorp")


def test_failed_formulas_are_refused_with_their_cell():
    sheet = sheet_of_text("Naam;Doel\nGGD;#VERW!\n")
    assert sheet.rows[1] == (2, ("GGD", ""))
    assert [(f.row, f.column, f.reason) for f in sheet.faults] == [(2, 1, "error_value")]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp850", "latin-1"]
)
def test_encodings(encoding):
    text = "Naam;Plaats\nCoöperatie Eén;Súdwest-Fryslân\n"
    assert decode(text.encode(encoding)) == text


def test_a_file_put_together_of_two_encodings():
    assert (
        decode("Coöperatie\n".encode() + "Eén\n".encode("cp1252") + "€ 5’s\n".encode("cp1252"))
        == "Coöperatie\nEén\n€ 5’s\n"
    )


PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="#"), max_size=8)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(PLAIN, min_size=4, max_size=4), min_size=1, max_size=6))
def test_what_a_writer_of_csv_writes_comes_back(written):
    head = ["Nummer", "Naam", "Doel", "Plaats"]
    out = io.StringIO()
    csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL).writerows([head, *written])
    wanted = [tuple(c.strip() for c in row) for row in written]
    assert rows(out.getvalue())[1:] == [row for row in wanted if any(row)]


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from('ab;,"\n\r\t=#\x00')))
def test_no_text_is_lost_without_a_word(text):
    sheet = sheet_of_text(text)
    told = {number for number, _ in sheet.rows} | {f.row for f in sheet.faults}
    assert told or not text.strip(';,"\n\r\t\x00 |')


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-A1", "@SOM(A1)", "\t=1", "\r=1", "- een", "+31 10 123"])
def test_what_begins_as_a_formula_is_written_as_text(text):
    assert inert(text) == f"'{text}"
    assert not is_formula(inert(text))


@pytest.mark.parametrize("text", ["-12", "-1.250,50", "+3", "GGD", "", "a=b", "12"])
def test_numbers_and_words_are_written_as_they_are(text):
    assert inert(text) == text
