"""The timing of the quality stage looks at a workspace and changes nothing of it."""

from datetime import date

import pytest

from benchmarks.quality.timing import STEPS, aside, change_a_budget
from dagster_project.quality.assets import quality_assets
from dagster_project.workspace import Workspace, WrongUse, write_table
from tests.intake.files import deliver


def test_every_step_of_the_stage_is_timed():
    made = {key.path[-1] for asset in quality_assets() for key in asset.keys}
    # A count of a table that others made.
    assert set(STEPS) == made - {"quarantine"}


def test_a_budget_is_another_aside_and_the_same_in_its_place(tmp_path):
    there = Workspace.at(tmp_path / "there").create("example")
    deliver(there, "gm0014_begroting.csv", "Naam;Vorm\nRegio;NV\n", "budget", 2024)
    name = next(p.relative_to(there.raw).as_posix() for p in there.raw.rglob("gm0014_begroting.csv"))
    row = {"delivery_id": "d1", "sha256": "1" * 64, "source": "budget", "organisation_ids": ["gm0014"],
           "snapshots": [2024], "file_name": name, "status": "accepted",
           "received_on": date(2025, 1, 31)}  # fmt: skip
    write_table(there, "delivery", [row])
    before = (there.raw / name).read_bytes()
    here = aside(there.root, tmp_path / "here")
    assert change_a_budget(here) == name
    assert (here.raw / name).read_bytes() == before + b"\n"
    assert (there.raw / name).read_bytes() == before


def test_without_a_run_there_is_nothing_to_time(tmp_path):
    with pytest.raises(WrongUse, match="no run"):
        aside(Workspace.at(tmp_path / "w").create("example").root, tmp_path / "x")
