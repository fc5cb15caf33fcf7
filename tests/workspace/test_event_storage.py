"""The storage of events that keeps its engines has the same files as Dagster's own, which reads what it wrote."""

import dagster as dg
from dagster._core.storage.event_log.sqlite.sqlite_event_log import SqliteEventLogStorage

from dagster_project.workspace import Workspace
from dagster_project.workspace.event_storage import FOLDER, KeptEventLogStorage
from dagster_project.workspace.instance import dagster_home


@dg.asset
def told() -> dg.MaterializeResult:
    return dg.MaterializeResult(metadata={"rows": 3})


def _types(storage, run_id: str) -> list[str]:
    return [one.dagster_event.event_type_value for one in storage.get_logs_for_run(run_id) if one.dagster_event]


def test_what_it_writes_is_read_by_the_storage_of_dagster(tmp_path):
    workspace = Workspace.at(tmp_path / "w").create()
    home = dagster_home(workspace)
    with dg.DagsterInstance.get() as instance:
        assert isinstance(instance.event_log_storage, KeptEventLogStorage)
        done = dg.materialize([told], instance=instance)
        kept = _types(instance.event_log_storage, done.run_id)
        latest = instance.get_latest_materialization_event(dg.AssetKey("told"))
    assert "ASSET_MATERIALIZATION" in kept
    assert latest.run_id == done.run_id
    assert _types(SqliteEventLogStorage(str(home / FOLDER)), done.run_id) == kept


def test_what_one_instance_wrote_the_next_one_reads(tmp_path):
    dagster_home(Workspace.at(tmp_path / "w").create())
    runs = []
    for _ in range(2):
        with dg.DagsterInstance.get() as instance:
            runs.append(dg.materialize([told], instance=instance).run_id)
    with dg.DagsterInstance.get() as instance:
        assert [bool(_types(instance.event_log_storage, run)) for run in runs] == [True, True]
