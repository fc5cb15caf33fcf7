"""`evaluate code` on files, with figures worked out by hand."""

import pytest

from dagster_project.evaluation.code import evaluate_code
from dagster_project.workspace import UnreadableInput, WrongUse
from tests.real import real_data


@pytest.fixture
def coded(tmp_path):
    truth = "id,themes,unsure,legal_form\n1,ruimte;economie,no,nv\n2,sociaal,themes,bv\n3,sociaal,no,stichting\n"
    (tmp_path / "truth_dev.csv").write_text(truth, encoding="utf-8")

    def score(*rows: str):
        (tmp_path / "coded.csv").write_text("\n".join(["id,themes,legal_form", *rows, ""]), encoding="utf-8")
        return evaluate_code(tmp_path, coded=tmp_path / "coded.csv")

    return score


def test_themes_and_forms(coded):
    report = coded('1,"[""ruimte""]",nv', '2,"[""veiligheid""]",bv', '3,"[""sociaal""]",nv')
    measured = {m.name.removeprefix("coding."): m for m in report.measures()}
    assert (measured["hamming"].count, measured["hamming"].of) == (1, 16)
    assert measured["exact"].value == 0.5
    assert measured["exact_all_rows"].value == 1 / 3
    assert measured["legal_form"].value == 2 / 3
    assert measured["recall.economie"].value == 0
    assert measured["precision.economie"].value is None


def test_errors_of_code(coded, tmp_path):
    with pytest.raises(UnreadableInput, match="row 2 of the truth was not coded"):
        coded('1,"[""ruimte""]",nv')
    with pytest.raises(UnreadableInput, match="no JSON list"):
        coded("1,ruimte,nv", "2,[],bv", "3,[],bv")
    with pytest.raises(WrongUse, match="no truth"):
        evaluate_code(tmp_path / "absent.csv")


def test_texts_are_coded_where_no_file_of_it_is_given(coded, tmp_path):
    texts = "id,name,purpose\n1,Alfa N.V.,ruimte\n2,Beta B.V.,zorg\n3,Stichting Gamma,onderwijs\n"
    (tmp_path / "texts.csv").write_text(texts, encoding="utf-8")
    assert evaluate_code(tmp_path).measure("coding.legal_form").value == 1


def test_the_real_texts():
    assert evaluate_code(real_data("coding")).measure("coding.legal_form").of == 125
