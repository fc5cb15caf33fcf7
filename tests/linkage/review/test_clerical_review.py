"""What is asked first: the pair whose answer is most likely to mend something."""

import csv

import polars as pl
import pytest

from dagster_project.dictionary.contract import enforce
from dagster_project.linkage import link_file, record_of
from dagster_project.linkage.linking.link import link_records
from dagster_project.linkage.review.clerical_review import doubtful_pairs, questions
from dagster_project.workspace import frame_of
from dagster_project.workspace.errors import UnreadableInput
from tests.linkage.explain.test_explain import COLUMNS, NORTH, SOUTH, records

SLIGHTLY = [
    ("e1", "Samenwerking Inkoop Zwarte Berk", NORTH, ""),
    ("e2", "Inkoopbureau Zwarte Berk", NORTH, ""),
    ("e3", "Havenschap Gele Klif", SOUTH, ""),
    ("e4", "Veiligheidsregio Zwarte Berk", NORTH, ""),
]


def doubtful():
    return [record_of(dict(zip(COLUMNS, (i, f"list {i}", n, p, s), strict=True))) for i, n, p, s in SLIGHTLY]


def asked(rows, decisions=()):
    result = link_records(rows, list(decisions))
    return result, questions(result)


def test_the_order_is_total_and_falls_with_the_gain():
    _, found = asked(records() + doubtful())
    assert found
    assert found == sorted(found, key=lambda q: (-q.gain, q.left, q.right))
    assert found == asked([*reversed(doubtful()), *reversed(records())])[1]


def test_a_question_says_whether_the_two_are_one_now():
    result, found = asked(records() + doubtful())
    cluster = dict(result.links.select("mention_id", "cluster").iter_rows())
    assert all(q.linked == (cluster[q.left] == cluster[q.right]) for q in found)


def test_what_rules_keep_apart_and_what_was_answered_is_not_asked():
    rows = records() + doubtful()
    _, found = asked(rows)
    pairs = {(q.left, q.right) for q in found}
    assert not any({"e4", "e2"} == set(p) for p in pairs if p[0] == "c2")
    first = next(q for q in found if not q.linked)
    no = {"kind": "must_not_link", "target": f"{first.left}|{first.right}", "decision_id": "1", "snapshot": None}
    assert (first.left, first.right) not in {(q.left, q.right) for q in asked(rows, [no])[1]}


def _write(path, header, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def test_link_obeys_decisions_and_writes_its_questions(tmp_path):
    source = _write(tmp_path / "m.csv", COLUMNS, [(i, f"list {i}", n, p, s) for i, n, p, s in SLIGHTLY])
    decided = _write(tmp_path / "d.csv", ("kind", "mention_id_a", "mention_id_b"), [("must_link", "e1", "e3")])
    link_file(source, tmp_path / "out.csv", decisions_csv=decided, questions_csv=tmp_path / "q.csv")
    entity = {r["mention_id"]: r["entity_id"] for r in csv.DictReader((tmp_path / "out.csv").open(encoding="utf-8"))}
    assert entity["e1"] == entity["e3"] != entity["e4"]
    header = (tmp_path / "q.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header == "rank,mention_id_a,mention_id_b,name_a,name_b,linked,weight,gain"


@pytest.mark.parametrize("row", [("perhaps", "e1", "e2"), ("must_link", "e1", "zz")])
def test_a_decision_that_touches_nothing_is_refused_by_line(row, tmp_path):
    source = _write(tmp_path / "m.csv", COLUMNS, [(i, f"list {i}", n, p, s) for i, n, p, s in SLIGHTLY])
    decided = _write(tmp_path / "d.csv", ("kind", "mention_id_a", "mention_id_b"), [row])
    with pytest.raises(UnreadableInput, match="line 2"):
        link_file(source, tmp_path / "out.csv", decisions_csv=decided)


def test_a_question_counts_the_mentions_that_another_answer_moves():
    result, found = asked(records() + doubtful())
    cluster = dict(result.links.select("mention_id", "cluster").iter_rows())
    size = {c: sum(1 for other in cluster.values() if other == c) for c in cluster.values()}
    for q in found:
        if q.linked:
            assert 1 <= q.moved <= size[cluster[q.left]] // 2
        else:
            assert q.moved == min(size[cluster[q.left]], size[cluster[q.right]])


def test_the_table_has_the_questions_in_their_order():
    rows = records() + doubtful()
    result, found = asked(rows)
    said = pl.DataFrame({"mention_id": [r.mention_id for r in rows], "name_written": [r.name for r in rows],
                         "source": ["budget"] * len(rows)})  # fmt: skip
    table = enforce("doubtful_pair", frame_of("doubtful_pair", doubtful_pairs(result, said)))
    assert table["rank"].to_list() == list(range(1, len(found) + 1))
    assert list(table.select("mention_id_a", "mention_id_b", "linked").iter_rows()) == [
        (q.left, q.right, q.linked) for q in found
    ]
    assert set(table["name_a"]) <= {r.name for r in rows}
