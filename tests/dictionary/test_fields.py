"""Doubts, probabilities and other readings: only of fields that there are, for reasons that are listed."""

import json

import pytest

from dagster_project.dictionary import (
    PARTY,
    VALUE_UNSURE_BELOW,
    all_doubts,
    code_lists,
    doubt_mark,
    doubt_text,
    doubted_columns,
    table,
)  # fmt: skip
from dagster_project.dictionary.contract import ContractBroken, enforce
from dagster_project.workspace import frame_of

MENTION = {
    "mention_id": "m1", "delivery_id": "d1", "locator": "page=1", "snapshot": 2024, "source": "budget",
    "claim": "participates", "name_written": "Regio Een", "reader": "r", "reader_version": "1", "confidence": 0.9,
}  # fmt: skip


def kept(**said):
    return enforce("mention", frame_of("mention", [{**MENTION, **said}])).row(0, named=True)


@pytest.mark.parametrize(
    "said",
    [
        {"doubts": ["seat:unit_unclear", "party:seen_by_name_only"]},
        {"field_confidence": json.dumps({"equity_begin": 0.25, "seat_written": 1})},
        {"other_reading": json.dumps({"equity_begin": "25000", "name_written": "Regio Een te Assen"})},
        {"doubts": [], "field_confidence": None, "other_reading": None},
    ],
)
def test_what_is_said_of_fields_that_there_are_is_kept(said):
    assert {name: kept(**said)[name] for name in said} == said


@pytest.mark.parametrize(
    "said",
    [
        {"doubts": ["seat:bad_luck"]},
        {"doubts": ["party:seen_by_name_only", "shoe_size:unit_unclear"]},
        {"doubts": ["seat_written:unit_unclear"]},
        {"doubts": ["unit_unclear"]},
        {"doubts": [""]},
        {"field_confidence": json.dumps({"shoe_size": 0.5})},
        {"field_confidence": json.dumps({"seat": 0.5})},
        {"field_confidence": json.dumps({"seat_written": 1.5})},
        {"field_confidence": json.dumps({"seat_written": True})},
        {"field_confidence": '{"seat_written": NaN}'},
        {"field_confidence": "[0.5]"},
        {"field_confidence": "half"},
        {"other_reading": json.dumps({"locator": "page=2"})},
        {"other_reading": json.dumps({"result": 12.0})},
        {"other_reading": json.dumps({"seat_written": ""})},
    ],
)
def test_what_is_said_of_other_fields_or_for_other_reasons_breaks_the_contract(said):
    (column,) = said
    with pytest.raises(ContractBroken, match=column):
        kept(**said)


def test_every_field_and_reason_makes_a_doubt_that_can_be_read():
    doubts = all_doubts(table("mention"))
    assert len(doubts) == (1 + len(table("mention").fields)) * len(code_lists()["doubt_reason"])
    assert len({doubt_text(doubt) for doubt in doubts}) == len(doubts)
    assert doubt_text("result:number_is_a_year").startswith("Resultaat: ")


def test_a_doubt_is_of_its_column_and_one_of_the_party_of_none():
    doubts = ["seat:value_unlike_field", "result:unit_unclear", "result:amounts_unlikely", f"{PARTY}:seen_by_name_only"]
    assert doubted_columns(doubts) == {
        "seat_written": ["value_unlike_field"], "result": ["unit_unclear", "amounts_unlikely"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "column", "told"),
    [
        ({"doubts": ["result:unit_unclear"], "other_reading": '{"result": "1"}'}, "result", ["duizenden", "lezing: 1"]),
        ({"field_confidence": '{"result": 0.25}', "result": 1.0}, "result", ["[twijfel: zekerheid 0,25]"]),
        ({"field_confidence": '{"result": 0.25}', "result": None}, "result", ["misschien niet gelezen", "0,25"]),
        ({"doubts": ["party:seen_by_name_only"], "confidence": 0.5}, "name_written", ["alleen de naam", "0,50"]),
        ({"doubts": ["party:seen_by_name_only"], "confidence": 0.5}, "result", []),
        ({"field_confidence": f'{{"result": {VALUE_UNSURE_BELOW}}}', "other_reading": '{"result": "1"}'}, "result", []),
        ({"doubts": None}, "result", []),
    ],
)
def test_a_value_in_doubt_is_marked_and_no_other(said, column, told):
    mark = doubt_mark({"confidence": 1.0, **said}, column)
    assert bool(mark) == bool(told)
    assert all(words in mark for words in told)
