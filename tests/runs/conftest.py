"""A workspace with a budget for each of two years, and what a run notes of it, without the run."""

from datetime import date

import pytest

from dagster_project.decisions.parsing import COLUMNS
from dagster_project.intake import scan
from dagster_project.runs.inputs import SOURCES, Inputs, inputs_of
from dagster_project.runs.record import note_run
from dagster_project.workspace import Workspace
from dagster_project.workspace.seeds import snapshots
from dagster_project.workspace.states import begin, put_in_force

TODAY = date(2025, 2, 1)
PIPELINE = ("delivery", "link", "figure")
HEAD = "Naam;Vestigingsplaats\n"
DECISIONS = ",".join(COLUMNS) + "\n"


class Runs:
    """A workspace, and runs of it that only look and note."""

    def __init__(self, workspace: Workspace):
        self.workspace = workspace

    def run(self, years: tuple[int, ...] | None = None, assets: tuple[str, ...] = PIPELINE, meanwhile=None) -> None:
        """A run of the reading of these years and of these assets, during which `meanwhile` is called."""
        before: Inputs = inputs_of(self.workspace)
        building = begin(self.workspace)
        scan(building, today=TODAY)
        if meanwhile:
            meanwhile()
        read = {f"{source}_mention|{year}" for source in SOURCES for year in years or snapshots()}
        note_run(building, before, read | set(assets), PIPELINE)
        put_in_force(building)

    def budget(self, year: int, text: str = "Proefkring;Assen", organisation: str = "gm0106"):
        """Drop a budget into `raw/`."""
        path = self.workspace.raw / "budgets" / str(year) / f"{organisation}_lijst.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD + text + "\n")
        return path

    def decide(self, text: str = DECISIONS):
        """Put a file of decisions, so far without any, beside the others."""
        path = self.workspace.decisions / "all" / "0001-proef.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path


@pytest.fixture
def runs(tmp_path) -> Runs:
    found = Runs(Workspace.at(tmp_path / "w").create())
    found.budget(2017)
    found.budget(2024)
    return found
