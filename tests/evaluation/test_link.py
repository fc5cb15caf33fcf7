"""`evaluate link` on files, with figures worked out by hand."""

import pytest

from dagster_project.evaluation.link import evaluate_link
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


def test_the_real_lists():
    report = evaluate_link(real_data("linkage"))
    assert values(report, "bcubed_f1")[0] >= 0.96
    assert report.measure("linkage.double").of == 323
