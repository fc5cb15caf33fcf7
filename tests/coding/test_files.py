"""`lappendeken code` on files, and its error on the real development half."""

import csv
import json

import pytest

from dagster_project.coding import code_file
from dagster_project.evaluation.code import evaluate_code
from dagster_project.workspace import UnreadableInput
from tests.real import real_data


def coded(tmp_path, text: str, encoding: str = "utf-8") -> list[dict]:
    """The rows that code_file writes for a text."""
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_bytes(text.encode(encoding))
    code_file(source, out)
    with out.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_columns_and_order(tmp_path):
    text = '\ufeffpurpose,id,name,register_form\n"leerplicht, RMC",b,Bureau,Gemeenschappelijk orgaan\n,a,Xyzzy,\n'
    first, second = coded(tmp_path, text)
    assert list(first) == ["id", "legal_form", "themes", "confidence", "review"]
    assert (first["id"], first["legal_form"], first["review"]) == ("b", "gemeenschappelijk_orgaan", "false")
    assert json.loads(first["themes"]) == ["onderwijs_cultuur"]
    assert (second["id"], second["legal_form"], second["review"]) == ("a", "onbekend", "true")


def test_without_register_form_the_name_tells(tmp_path):
    (row,) = coded(tmp_path, "id,name,purpose\n1,Enexis Holding N.V.,\n")
    assert row["legal_form"] == "nv"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "column id, name, purpose"),
        ("id,name\n1,X\n", "column purpose"),
        ("id:name:purpose\n1:X:Y\n", "column id"),
        ("id,name,purpose\n1,X,Y\n1,Z,Y\n", "stands on line 2 too"),
        ("id,name,purpose\n,X,Y\n", "no id"),
        ("id,name,purpose\n1,X\n", "fewer fields"),
        ("id,name,purpose\n1,X,Y,Z\n", "more or fewer"),
        ('id,name,purpose\n1,"X"y,Y\n', "no CSV"),
    ],
)
def test_bad_files(tmp_path, text, says):
    with pytest.raises(UnreadableInput, match=says) as caught:
        coded(tmp_path, text)
    assert caught.value.mend
    assert not (tmp_path / "out.csv").exists()


def test_a_file_as_excel_saves_it(tmp_path):
    (row,) = coded(tmp_path, "sep=;\r\nid;name;purpose\r\n=1;Coöperatie Één, Twee U.A.;zorg, jeugd\r\n", "cp1252")
    assert (row["id"], row["legal_form"]) == ("'=1", "cooperatie")


def test_not_there(tmp_path):
    with pytest.raises(UnreadableInput, match="no such file"):
        code_file(tmp_path / "absent.csv", tmp_path / "out.csv")


def test_error_on_the_real_development_half(tmp_path):
    folder = real_data("coding")
    code_file(folder / "texts.csv", tmp_path / "out.csv")
    result = evaluate_code(folder / "truth_dev.csv", coded=tmp_path / "out.csv")
    hamming, form = result.measure("coding.hamming"), result.measure("coding.legal_form")
    assert (hamming.of, form.of) == (110 * 8, 125)
    assert hamming.value < 0.05, result.sections[0].tables
    assert form.value > 0.95, result.sections[0].tables


def test_placeholders_tell_nothing(tmp_path):
    given = "id,name,purpose,register_form\na,Bureau Xyzzy,n.v.t.,onbekend\nb,Bureau Xyzzy,,\n"
    first, second = coded(tmp_path, given)
    assert {**first, "id": "b"} == second
