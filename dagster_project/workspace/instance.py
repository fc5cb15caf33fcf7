"""Dagster's own storage for a workspace, in `work/dagster`, so that runs of the command line show on the pages too."""

import os
from pathlib import Path

from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.layout import Workspace
from dagster_project.workspace.plain_path import plain_path

SETTINGS = """\
telemetry:
  enabled: false
nux:
  enabled: false
concurrency:
  runs:
    max_concurrent_runs: 1
event_log_storage:
  module: dagster_project.workspace.event_storage
  class: KeptEventLogStorage
"""


def dagster_home(workspace: Workspace) -> Path:
    """The folder of Dagster's storage, with its settings; also names it and the workspace in the environment."""
    home = workspace.work / "dagster"
    settings = home / "dagster.yaml"
    if not settings.exists() or settings.read_text(encoding="utf-8") != SETTINGS:
        write_text(settings, SETTINGS)
    reached = plain_path(workspace.root) / home.relative_to(workspace.root)
    os.environ.update(DAGSTER_HOME=str(reached), LAPPENDEKEN_DATA=str(workspace.root), DO_NOT_TRACK="1")
    os.environ["DAGSTER_DISABLE_TELEMETRY"] = "1"
    return reached
