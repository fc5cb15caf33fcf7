"""The workspace as the assets know it. What a run does around them, `runs` adds."""

import dagster as dg

from dagster_project.workspace.layout import Workspace


class WorkspaceResource(dg.ConfigurableResource):
    """Gives assets the workspace at `folder`."""

    folder: str

    @property
    def workspace(self) -> Workspace:
        return Workspace.at(self.folder).require()
