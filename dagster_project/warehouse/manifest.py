"""The manifest of the dbt project, which Dagster reads to know the models. Parsed anew only when it must be."""

from pathlib import Path

from dagster_project.warehouse.environment import DBT_PROJECT, target_path
from dagster_project.warehouse.run import call_dbt
from dagster_project.workspace import Workspace
from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.hashing import short_id, tree_hash

# Folders that dbt or an editor may leave in the project; they say nothing of the models.
_NOT_PROJECT = {"target", "logs"}


def prepare_manifest(workspace: Workspace) -> Path:
    """The path of a `manifest.json` that fits the dbt project and this workspace.

    Parses where the project or the place of the workspace changed since: the manifest holds the paths of the sources.
    Raises DbtFailed.
    """
    target = target_path(workspace)
    manifest, stamp = target / "manifest.json", target / "manifest.stamp"
    current = short_id("", tree_hash(DBT_PROJECT, _project_files()), workspace.state)
    if not (manifest.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == current):
        target.mkdir(parents=True, exist_ok=True)
        call_dbt(workspace, ["parse"])
        write_text(stamp, current)
    return manifest


def _project_files() -> list[Path]:
    files = [p for p in DBT_PROJECT.rglob("*") if p.is_file()]
    return [p for p in files if not _NOT_PROJECT.intersection(p.relative_to(DBT_PROJECT).parts)]
