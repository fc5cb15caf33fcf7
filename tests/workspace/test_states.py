"""A state is built aside and comes into force whole, at one moment; what was built and did not is never read."""

import os

import pytest

from dagster_project.workspace import Workspace
from dagster_project.workspace.states import begin, discard, put_in_force


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace.at(tmp_path / "w").create()


def write(workspace: Workspace, name: str, content: str) -> None:
    """As writers of tables do: a new file, renamed over the old name."""
    temporary = workspace.tables / f"{name}.tmp"
    temporary.write_text(content)
    os.replace(temporary, workspace.tables / name)


def content(workspace: Workspace) -> dict[str, str]:
    return {p.name: p.read_text() for p in workspace.now().tables.glob("*")}


def state(workspace: Workspace, **tables: str) -> None:
    building = begin(workspace)
    for name, text in tables.items():
        write(building, name, text)
    put_in_force(building)


def test_what_is_built_is_read_only_once_it_is_in_force(workspace):
    state(workspace, a="1", b="1")
    building = begin(workspace)
    write(building, "a", "2")
    assert content(workspace) == {"a": "1", "b": "1"}
    put_in_force(building)
    assert content(workspace) == {"a": "2", "b": "1"}


def test_who_began_to_read_stays_at_the_state_that_was(workspace):
    state(workspace, a="1")
    reader = Workspace.at(workspace.root)
    assert (reader.tables / "a").read_text() == "1"
    state(workspace, a="2")
    assert (reader.tables / "a").read_text() == "1"


def test_a_state_that_did_not_come_to_its_end_goes(workspace):
    state(workspace, a="1")
    write(begin(workspace), "a", "half")
    assert discard(workspace)
    assert content(workspace) == {"a": "1"}
    assert not discard(workspace)


def test_a_state_that_was_renamed_and_never_came_into_force_goes(workspace):
    state(workspace, a="1")
    write(begin(workspace), "a", "2")
    os.rename(workspace.built().state, workspace.states / "000002")
    assert content(workspace) == {"a": "1"}
    assert discard(workspace)
    state(workspace, a="3")
    assert content(workspace) == {"a": "3"}


def test_a_first_state_that_never_came_into_force_goes(workspace):
    begin(workspace)
    workspace.states.mkdir()
    os.rename(workspace.built().state, workspace.states / "000001")
    assert discard(workspace)
    assert content(workspace) == {}


def test_only_the_last_two_stay(workspace):
    for number in range(4):
        state(workspace, a=str(number))
    assert sorted(p.name for p in workspace.states.iterdir()) == ["000003", "000004"]


def test_a_warehouse_is_not_shared_between_states(workspace):
    building = begin(workspace)
    building.warehouse.write_text("of the first")
    put_in_force(building)
    assert not begin(workspace).warehouse.exists()


def test_a_disk_without_hard_links_will_do(workspace, monkeypatch):
    state(workspace, a="1")

    def no_links(*_):
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", no_links)
    state(workspace, b="2")
    assert content(workspace) == {"a": "1", "b": "2"}
