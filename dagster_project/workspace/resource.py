"""The workspace as a Dagster resource: the one place where a run takes the lock.

The executor of this project runs all steps of a run in one process, so the resource is set up once per run and the
lock spans the run, whoever started it: the command line, the daemon or the pages.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from dagster_project.workspace.layout import Workspace
from dagster_project.workspace.lock import workspace_lock


class WorkspaceResource(dg.ConfigurableResource):
    """Gives assets the workspace at `folder` and holds its lock as long as the run lasts."""

    folder: str

    @property
    def workspace(self) -> Workspace:
        return Workspace.at(self.folder).require()

    @contextmanager
    def yield_for_execution(self, context) -> Iterator["WorkspaceResource"]:
        with workspace_lock(self.workspace):
            yield self
