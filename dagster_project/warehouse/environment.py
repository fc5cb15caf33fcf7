"""What dbt must find in its environment. Nothing else tells dbt where a workspace is."""

from pathlib import Path

from dagster_project.workspace import PROJECT, Workspace
from dagster_project.workspace.plain_path import plain_path

DBT_PROJECT = PROJECT / "dbt"


def target_path(workspace: Workspace) -> Path:
    """Where dbt writes its manifest, compiled SQL and results."""
    return workspace.work / "dbt"


def dbt_environment(workspace: Workspace) -> dict[str, str]:
    """The variables for a dbt process on this workspace, to be laid over those of the parent process.

    Logs and targets go to `work/dbt`, so that a run leaves nothing in the project; nothing is sent to anyone.
    """
    target = target_path(workspace)
    return {
        "LAPPENDEKEN_DATA": str(workspace.root),
        "LAPPENDEKEN_STATE": str(plain_path(workspace.root) / workspace.state.relative_to(workspace.root)),
        "DBT_PROJECT_DIR": str(DBT_PROJECT),
        "DBT_PROFILES_DIR": str(DBT_PROJECT),
        "DBT_TARGET_PATH": str(target),
        "DBT_LOG_PATH": str(target / "logs"),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
        "DBT_USE_COLORS": "false",
        "DO_NOT_TRACK": "1",
    }
