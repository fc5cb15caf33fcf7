"""The folder that `dvc repro` may delete holds copies only."""

import shutil

from dagster_project.release.export import canonical_export
from dagster_project.workspace import read_table


def test_the_canonical_tables_are_put_aside_and_can_be_deleted(workspace):
    (workspace.work / "export").mkdir(exist_ok=True)
    (workspace.work / "export" / "old.parquet").touch()
    names = {p.stem for p in canonical_export(workspace)}
    assert {"collaboration", "participant", "figure", "figure_member", "stock_flow"} <= names
    assert not names & {"mention", "link", "snapshot"}
    assert {p.stem for p in (workspace.work / "export").iterdir()} == names
    shutil.rmtree(workspace.work / "export")
    assert read_table(workspace, "collaboration").height
