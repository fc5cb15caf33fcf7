"""Tables on disk: the contract holds, the bytes repeat, parts are one table."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.dictionary.contract import ContractBroken
from dagster_project.workspace import Workspace, WrongUse, read_table, write_table

FILE = {"sha256": "a" * 64, "media_type": "text/csv", "bytes": 3}


@pytest.fixture
def workspace(tmp_path):
    return Workspace.at(tmp_path).create()


def test_order_of_rows_does_not_reach_the_bytes(workspace):
    rows = [{**FILE, "sha256": c * 64} for c in "cab"]
    write_table(workspace, "file", rows)
    first = (workspace.tables / "file.parquet").read_bytes()
    write_table(workspace, "file", rows[::-1])
    assert (workspace.tables / "file.parquet").read_bytes() == first


def test_parts_are_one_table(workspace):
    write_table(workspace, "file", [FILE], part="one")
    write_table(workspace, "file", [{**FILE, "sha256": "b" * 64}], part="two")
    assert read_table(workspace, "file")["sha256"].to_list() == ["a" * 64, "b" * 64]


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ({**FILE, "media_type": None}, "media_type"),
        ({**FILE, "bytes": None}, "bytes"),
    ],
)
def test_a_null_breaks_the_contract(workspace, row, named):
    with pytest.raises(ContractBroken, match=named):
        write_table(workspace, "file", [row])


def test_a_double_key_breaks_the_contract(workspace):
    with pytest.raises(ContractBroken, match="uniqueness"):
        write_table(workspace, "file", [FILE, FILE])


def test_a_value_outside_the_list_breaks_the_contract(workspace):
    row = {"refusal_id": "rf1", "stage": "reading", "file_name": "f", "locator": "document", "reason": "weather"}
    with pytest.raises(ContractBroken, match="weather"):
        write_table(workspace, "refusal", [{**row, "detail": "d"}])


def test_a_broken_write_leaves_the_table_as_it_was(workspace):
    write_table(workspace, "file", [FILE])
    with pytest.raises(ContractBroken):
        write_table(workspace, "file", [FILE, FILE])
    assert read_table(workspace, "file").height == 1


def test_an_unknown_column_is_named(workspace):
    with pytest.raises(KeyError, match="colour"):
        write_table(workspace, "file", [{**FILE, "colour": "red"}])


def test_a_table_that_is_not_there_says_the_mend(workspace):
    with pytest.raises(WrongUse, match="lappendeken run"):
        read_table(workspace, "mention")


@settings(max_examples=30, deadline=None)
@given(texts=st.lists(st.text(), min_size=1, max_size=4), number=st.integers(-(2**53), 2**53))
def test_what_is_written_is_read(tmp_path_factory, texts, number):
    workspace = Workspace.at(tmp_path_factory.mktemp("w")).create()
    row = {"collaboration_id": "sv1", "status": "minted", "name": texts[0], "mentions": number, "anchors": texts}
    write_table(workspace, "collaboration_identity", [row])
    assert read_table(workspace, "collaboration_identity").to_dicts() == [row]
