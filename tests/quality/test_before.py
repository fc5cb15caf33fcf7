"""What a release or an earlier run had and this one has not is remembered until a release is made, and no longer."""

from datetime import date

import pytest

from dagster_project.quality.before import gone, row_key
from dagster_project.workspace import Workspace, frame_of, write_table
from dagster_project.workspace.releases import TABLES
from dagster_project.workspace.states import begin, put_in_force
from dagster_project.workspace.tables import write_parquet
from tests.organisations.making import mention

BUDGET = (2024, "budget", "gm0014", "d1")
REGISTER = (2024, "register", "", "d2")


def tables(*keys: tuple, deliveries: tuple[str, ...] = ("d1", "d2", "d3")) -> dict:
    """The tables `mention`, with one row per key, and `delivery`."""
    mentions = [
        mention(mention_id=f"m{n}", snapshot=s, source=source, reporting_organisation_id=body or None, delivery_id=d)
        for n, (s, source, body, d) in enumerate(keys)
    ]
    taken_in = [
        {"delivery_id": d, "sha256": d, "source": "budget", "organisation_ids": [], "snapshots": [],
         "file_name": f"{d}.csv", "received_on": date(2025, 1, 1), "status": "accepted"}
        for d in deliveries
    ]  # fmt: skip
    return {"mention": mentions, "delivery": taken_in}


def run(workspace: Workspace, *keys: tuple, **more) -> list[tuple]:
    """Build a state with these mentions and put it in force; gives what was gone, with both counts."""
    building = begin(workspace.now())
    for name, rows in tables(*keys, **more).items():
        write_table(building, name, rows)
    rows = list(gone(building, building.now()))
    write_table(building, "reported_before", rows)
    put_in_force(building)
    return [(*row_key(r), r["file_name"], r["mentions_released"], r["mentions_before"]) for r in rows]


def release(workspace: Workspace, name: str, *keys: tuple) -> None:
    for table, rows in tables(*keys).items():
        write_parquet(frame_of(table, rows), workspace.releases / name / TABLES / f"{table}.parquet", [f"{table}_id"])


@pytest.fixture
def workspace(tmp_path):
    return Workspace.at(tmp_path).create("simulated")


def test_nothing_is_gone_where_all_is_still_there_however_many_runs(workspace):
    assert run(workspace, BUDGET, REGISTER) == []
    release(workspace, "2024.1", BUDGET, REGISTER)
    assert run(workspace, BUDGET, REGISTER) == []
    assert run(workspace, BUDGET, REGISTER) == []


@pytest.mark.parametrize("lost", [BUDGET, REGISTER])
def test_a_body_or_a_source_that_the_last_run_had_is_named_with_its_file(workspace, lost):
    run(workspace, BUDGET, BUDGET, REGISTER)
    left = [key for key in (BUDGET, REGISTER) if key != lost]
    assert run(workspace, *left) == [(*lost, f"{lost[3]}.csv", 0, 2 if lost == BUDGET else 1)]


def test_another_file_of_the_body_or_fewer_mentions_is_not_gone(workspace):
    run(workspace, BUDGET, BUDGET)
    assert run(workspace, (2024, "budget", "gm0014", "d3")) == []


def test_a_body_is_gone_from_one_snapshot_though_it_speaks_for_another(workspace):
    run(workspace, BUDGET, (2020, "budget", "gm0014", "d3"))
    assert run(workspace, (2020, "budget", "gm0014", "d3")) == [(*BUDGET, "d1.csv", 0, 1)]


def test_running_twice_forgets_nothing_and_what_is_back_is_not_gone(workspace):
    run(workspace, BUDGET, REGISTER)
    lost = [(*BUDGET, "d1.csv", 0, 1)]
    assert run(workspace, REGISTER) == run(workspace, REGISTER) == run(workspace, REGISTER) == lost
    assert run(workspace, BUDGET, REGISTER) == []


def test_a_release_without_it_ends_the_memory_and_one_with_it_keeps_it(workspace):
    release(workspace, "2024.1", BUDGET, REGISTER)
    lost = [(*BUDGET, "d1.csv", 1, 0)]
    assert run(workspace, REGISTER) == run(workspace, REGISTER) == lost
    release(workspace, "2024.2", REGISTER)
    assert run(workspace, REGISTER) == []


def test_what_was_taken_back_with_its_line_of_the_manifest_is_forgotten_unless_released(workspace):
    run(workspace, BUDGET, REGISTER)
    assert run(workspace, REGISTER, deliveries=("d2",)) == []
    release(workspace, "2024.1", BUDGET, REGISTER)
    assert run(workspace, REGISTER, deliveries=("d2",)) == [(*BUDGET, "d1.csv", 1, 0)]
