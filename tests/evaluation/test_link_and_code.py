"""`evaluate link` and `evaluate code` on files, with figures worked out by hand."""

import pytest

from dagster_project.evaluation.answered import linked_after_answers
from dagster_project.evaluation.blocking import score_blocking
from dagster_project.evaluation.coding import evaluate_code
from dagster_project.evaluation.link import evaluate_link
from dagster_project.evaluation.report import Section
from dagster_project.linkage.csv_file.link import record_of
from dagster_project.workspace import UnreadableInput, WrongUse
from tests.real import real_data

MENTIONS = "mention_id,source,name_as_written\na,A,Alfa\nb,B,GR Alfa\nc,A,Beta\nd,B,Betta\ne,A,Gamma\n"
TRUTH = "mention_id,entity_id,scored\na,1,true\nb,1,true\nc,2,true\nd,2,true\ne,3,false\n"
HARD = "mention_id_a,mention_id_b\na,c\nb,d\n"


@pytest.fixture
def lists(tmp_path):
    for name, text in (("mentions.csv", MENTIONS), ("truth_dev.csv", TRUTH), ("hard_negatives_dev.csv", HARD)):
        (tmp_path / name).write_text(text, encoding="utf-8")

    def linked(entities: str):
        rows = [f"{mention},{entity}" for mention, entity in zip("abcde", entities, strict=True)]
        (tmp_path / "g.csv").write_text("\n".join(["mention_id,entity_id", *rows, ""]), encoding="utf-8")
        return evaluate_link(tmp_path, linked=tmp_path / "g.csv")

    return linked


def values(report, *names: str) -> list:
    return [report.measure(f"linkage.{name}").value for name in names]


def test_right_split_and_merged(lists):
    names = ("bcubed_f1", "cross_source_f1", "double", "wrongly_merged", "hard_negatives_merged")
    assert values(lists("xxyyz"), *names) == [1, 1, 0, 0, 0]
    assert values(lists("xwyyz"), "bcubed_recall", "double", "wrongly_merged") == [0.75, 0.5, 0]
    merged = lists("xxxxz")
    assert values(merged, "bcubed_precision", "double", "wrongly_merged", "hard_negatives_merged") == [0.5, 0, 1, 1]
    told = {table.key: table.rows for table in merged.sections[0].tables}
    assert told["wrongly_merged"] == (("x", "1", 2, "Alfa | GR Alfa"), ("x", "2", 2, "Beta | Betta"))
    assert told["hard_negatives"] == (("Alfa", "Beta"), ("GR Alfa", "Betta"))


def test_what_is_not_scored_counts_for_nothing(lists):
    assert values(lists("xxyyx"), "bcubed_f1", "wrongly_merged") == [1, 0]


def test_linking_is_done_where_no_file_of_it_is_given(lists, tmp_path):
    lists("xxyyz")
    assert values(evaluate_link(tmp_path), "double") == [0.5]  # Beta and Betta are not said to be one by their names


def test_errors_of_link(lists, tmp_path):
    with pytest.raises(WrongUse, match="no truth"):
        evaluate_link(tmp_path / "absent")
    (tmp_path / "truth_rest.csv").write_text(TRUTH, encoding="utf-8")
    with pytest.raises(WrongUse, match="2 truths"):
        lists("xxyyz")
    with pytest.raises(UnreadableInput, match="no such file"):
        evaluate_link(tmp_path / "truth_rest.csv", hard_negatives=tmp_path / "none.csv", linked=tmp_path / "g.csv")
    rest = evaluate_link(tmp_path / "truth_rest.csv", linked=tmp_path / "g.csv")
    assert values(rest, "double", "hard_negatives_merged") == [0, None]
    (tmp_path / "truth_rest.csv").unlink()
    (tmp_path / "truth_dev.csv").write_text(TRUTH + "zz,9,true\n", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="mention zz"):
        lists("xxyyz")
    (tmp_path / "truth_dev.csv").write_text("mention_id,entity\na,1\n", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="entity_id, scored is not there"):
        lists("xxyyz")


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


def test_the_real_lists():
    report = evaluate_link(real_data("linkage"))
    assert values(report, "bcubed_f1")[0] >= 0.96
    assert report.measure("linkage.double").of == 323
    assert evaluate_code(real_data("coding")).measure("coding.legal_form").of == 125


def test_answers_to_the_first_questions_are_obeyed(tmp_path):
    """Two names of one thing that the linkage holds apart are one once the reviewer has said so."""
    rows = [
        "mention_id,source,name_as_written,participant_codes",
        "e1,a,Samenwerking Inkoop Zwarte Berk,gm0106;gm0114;gm0118",
        "e2,b,Bureau Inkoop en Zwarte Berken,gm0106;gm0114;gm0118",
        "e3,c,Havenschap Gele Klif,gm0983;gm0984;gm0988",
    ]
    (tmp_path / "m.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    one = linked_after_answers(tmp_path / "m.csv", {"e1": "A", "e2": "A", "e3": "B"}, 5)
    two = linked_after_answers(tmp_path / "m.csv", {"e1": "A", "e2": "B", "e3": "C"}, 5)
    assert one["e1"] == one["e2"] != one["e3"]
    assert len(set(two.values())) == 3


def test_blocking_recall_counts_the_true_pairs_that_are_never_compared():
    """Four mentions of one thing: three share words and are compared, one shares nothing with any."""
    names = {"a": "Havenschap Gele Klif", "b": "Havendienst Gele Klif", "c": "Haven Gele Klif", "d": "Zwarte Berk"}
    rows = [{"mention_id": m, "source": m, "name_as_written": name} for m, name in names.items()]
    section = Section("linkage")
    score_blocking(section, [record_of(row) for row in rows], dict.fromkeys(names, "E"))
    said = {measure.name: measure for measure in section.measures}
    assert (said["linkage.blocking_recall"].count, said["linkage.blocking_recall"].of) == (3, 6)
    assert said["linkage.compared_pairs"].value == 3
