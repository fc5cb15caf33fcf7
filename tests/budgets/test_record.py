"""The record of a party: the columns of `mention` that a document fills, once."""

import json

import pytest

from dagster_project.budgets.extract import COLUMNS
from dagster_project.budgets.record import field_of, mention_columns, mention_values, record
from dagster_project.dictionary import table


def test_a_record_has_every_field_of_a_mention_and_nothing_is_read_where_nothing_is_said():
    empty = record(name_written="Regio Een", locator="line=2", confidence=0.9)
    assert set(mention_columns()) <= set(table("mention").column_names)
    assert set(table("mention").fields.values()) <= empty.keys()
    assert mention_values(empty)["participants_written"] == []
    assert mention_values(empty)["field_confidence"] is None
    assert field_of("seat_written") == "seat"


def test_a_value_that_is_not_there_has_a_probability_too():
    party = record(
        name_written="Regio Een", locator="line=2", confidence=0.9, equity_end=0.0, seat_written=None,
        field_confidence={"equity_end": 0.4, "seat_written": 0.2},
    )  # fmt: skip
    assert json.loads(mention_values(party)["field_confidence"]) == {"equity_end": 0.4, "seat_written": 0.2}


@pytest.mark.parametrize("said", [{"shoe_size": 43}, {"doubts": ["seat:bad_luck"]}, {"doubts": ["shoe_size:x"]}])
def test_a_column_or_a_doubt_that_there_is_not_is_no_record(said):
    with pytest.raises(ValueError, match=r"shoe_size|bad_luck"):
        record(name_written="Regio Een", locator="line=2", confidence=0.9, **said)


def test_the_output_of_extract_tells_all_that_a_record_tells():
    assert {"doubts", "confidence", "field_confidence", "other_reading"} <= set(COLUMNS)
    beside = {"amounts_written"}  # the amounts themselves are told
    assert len(COLUMNS) - 3 - len({"legal_form_group", "page"}) == len(mention_columns()) - len(beside)
