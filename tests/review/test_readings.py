"""What is asked about the reading of budgets, how it is answered, and what becomes of the answers."""

import json

import openpyxl
import pytest

from dagster_project.decisions import load_decisions
from dagster_project.review import columns as c
from dagster_project.review import export_workbook, import_workbook, questions, reading_questions
from dagster_project.review.quoting import words
from dagster_project.review.register import Register
from dagster_project.workspace import UnreadableInput, Workspace, write_table
from tests.quality.register import clean, write

FILLED = {
    c.REASON: "nagezien",
    c.REVIEWER: "BZK-07",
    c.SECOND: "BZK-08",
    c.ROLE: "beleidsmedewerker",
    c.DAY: "2026-01-02",
}


def asked(workspace):
    return {q["target"]: q for q in questions(workspace) if q["kind"] == "reading"}


@pytest.fixture
def tables():
    return clean()


@pytest.fixture
def register(tmp_path, tables):
    """Spoils mentions by their ids, and gives the workspace."""

    def made(**said):
        for row in tables["mention"]:
            row |= {"locator": f"row={row['mention_id'][1:]}", **said.get(row["mention_id"], {})}
        where = Workspace.at(tmp_path / "w").create("example")
        write(where, tables)
        return where

    return made


AMOUNT = {"result": 1000.0, "doubts": ["result:unit_unclear"], "other_reading": '{"result": "1"}', "confidence": 0.9}


def test_an_unsure_party_and_a_value_in_doubt_are_asked_about(register):
    where = register(m20241={"confidence": 0.5}, m20242=AMOUNT)
    found = asked(where)
    assert {t: (q["attribute"], q["candidates"]) for t, q in found.items()} == {
        "m20241": ("name_written", ["accepted", "rejected"]),
        "m20242": ("name_written;result", ["accepted", "rejected", "other"]),
    }
    assert json.loads(found["m20242"]["expect"]) == {
        "name_written": "Veiligheidsregio Noord", "result": "1000", "other_reading": {"result": "1"},
        "delivery_id": "d0000004", "snapshot": 2024, "locator": "row=20242",
    }  # fmt: skip
    for told in (
        "d0000004.csv (rij 20242)",
        "gelezen: Resultaat: 1000",
        "andere lezing: Resultaat: 1",
        "zekerheid",
        "0,90",
    ):
        assert told in found["m20242"]["question"]
    assert found["m20241"]["priority"] > found["m20242"]["priority"]


@pytest.mark.parametrize("said", [{}, {"confidence": 0.8}, {"doubts": ["party:seen_by_name_only"], "confidence": 0.95}])
def test_what_is_sure_enough_is_not_asked(register, said):
    assert asked(register(m20241=said)) == {}


def test_a_party_that_is_counted_by_this_mention_alone_comes_first_and_an_amount_last(register, tables):
    doubts = (["party:readers_differ"], ["participants:label_unclear"], ["legal_form:label_unclear"], AMOUNT["doubts"])
    ids = ["m20241", "m20242", "m20201", "m20202"]
    where = register(**{i: {"doubts": d, "confidence": 0.9} for i, d in zip(ids, doubts, strict=True)})
    weights = {t: q["priority"] for t, q in asked(where).items()}
    assert sorted(weights, key=weights.get, reverse=True) == ids
    for row in tables["collaboration"]:
        row["mention_count"] = 2
    write(where, tables)
    assert asked(where)["m20241"]["priority"] < weights["m20241"]


def test_a_snapshot_has_no_more_questions_than_a_reviewer_answers_and_the_telling_ones_stay(register, monkeypatch):
    monkeypatch.setattr(reading_questions, "MOST", 1)
    where = register(m20241=AMOUNT, m20242={"confidence": 0.4}, m20202={"confidence": 0.4})
    assert set(asked(where)) == {"m20242", "m20202"}


def test_bodies_that_share_a_budget_are_asked_once(register, tables):
    tables["mention"].append({**next(m for m in tables["mention"] if m["mention_id"] == "m20241"), "mention_id": "m9"})
    assert len(asked(register(m20241=AMOUNT, m9={**AMOUNT, "locator": "row=20241"}))) == 1


def test_parties_of_the_second_reader_alone_are_asked_until_decided(register, tables):
    row = {"delivery_id": "d0000002", "snapshot": 2024, "locator": "page=3", "name_written": "Fonds Drie", "model": "x"}
    outcomes = ("only_second", "differs", "not_in_text", "failed", "only_first")
    tables["second_reading"] = [{**row, "reading_id": f"z{n}", "outcome": o} for n, o in enumerate(outcomes)]
    tables["second_reading"].append({**row, "reading_id": "z9", "outcome": "only_second", "decision": "rejected"})
    assert set(asked(register())) == {"z0"}


def answered(where, path, target, answer):
    """Answer the question about a target in a workbook; gives the decisions that came of it."""
    write_table(where, "review_question", questions(where))
    export_workbook(where, path)
    book = openpyxl.load_workbook(path)
    sheet = book[c.SHEET]
    heads = [cell.value for cell in sheet[1]]
    (row,) = [row for row in sheet.iter_rows(min_row=2) if row[heads.index(c.TARGET)].value == target]
    for heading, value in {**FILLED, c.ANSWER: answer}.items():
        row[heads.index(heading)].value = value
    book.save(path)
    import_workbook(where, path, 2024)
    return [(d["target"], d["attribute"], d["value"]) for d in load_decisions(where)]


@pytest.mark.parametrize(
    ("answer", "decided"),
    [
        ("accepted – het is zo", [(None, "accepted")]),
        ("rejected – het is geen partij", [(None, "rejected")]),
        ("other – de andere lezing is juist", [(None, "accepted"), ("result", "1")]),
        ("1.000.000", [(None, "accepted"), ("result", "1000000")]),
        (
            "Resultaat = -500 | Vestigingsplaats = Assen",
            [(None, "accepted"), ("result", "-500"), ("seat_written", "Assen")],
        ),
        ("naam = Regio Noord", [(None, "accepted"), ("name_written", "Regio Noord")]),
    ],
)  # fmt: skip
def test_an_answer_is_a_decision_of_kind_reading_and_asked_no_more(register, tmp_path, answer, decided):
    where = register(m20242=AMOUNT)
    assert answered(where, tmp_path / "v.xlsx", "m20242", answer) == [("m20242", *one) for one in decided]
    assert asked(where) == {}


@pytest.mark.parametrize(
    "answer",
    ["misschien", "Resultaat = veel", "Schoenmaat = 43", "Resultaat =", "5 | 6", "Naam = de heer J. de Vries", "=1+1"],
)
def test_an_answer_that_will_not_do_is_refused_at_its_cell(register, tmp_path, answer):
    where = register(m20242=AMOUNT)
    with pytest.raises(UnreadableInput, match=c.ANSWER):
        answered(where, tmp_path / "v.xlsx", "m20242", answer)
    assert load_decisions(where) == []


def test_another_reading_that_was_not_offered_is_no_answer(register, tmp_path):
    with pytest.raises(UnreadableInput, match=c.ANSWER):
        answered(register(m20241={"confidence": 0.5}), tmp_path / "v.xlsx", "m20241", "other – de andere lezing")


def test_the_sources_own_words_are_marked_where_they_are_in_doubt(register):
    where = register(m20241={"seat_written": "Asse", "doubts": ["seat:value_unlike_field"], "confidence": 0.9})
    quoted = words(Register(where), 2024, "sv0000001")
    assert "plaats: Asse [twijfel: " in quoted
    assert quoted.count("[twijfel") == 1
