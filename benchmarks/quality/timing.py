"""The steps of the quality stage, each timed, on a workspace seen through links.

Belongs here: a workspace beside another, and the clock. Does not belong here: what a step does (`quality`).
"""

import os
import shutil
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from dagster_project import quality
from dagster_project.workspace import Workspace, WrongUse, read_table

KEPT = ("reading",)
"""Folders of `work` that a run keeps things in by content; here they begin empty."""


class Taken(NamedTuple):
    """A step, the rows that it gave, and its seconds by the clock and of the processor, children with it."""

    step: str
    rows: int
    clock: float
    processor: float


STEPS: dict[str, Callable[[Workspace], Iterable[object]]] = {
    "reported_before": lambda w: quality.gone(w, w),
    "expected_delivery": quality.expected_deliveries,
    "raw_finding": quality.raw_findings,
    "region_at_date": quality.regions_at_dates,
    "share_shift": quality.share_shifts,
    "quality_result": quality.evaluate,
    "quality_verdict": lambda w: quality.verdict(read_table(w, "quality_result").to_dicts(), w),
}
"""In the order of a run; by the name of what each makes."""


def aside(workspace: Path, place: Path) -> Workspace:
    """A workspace at `place` with the tables, files and settings of another by links, and nothing kept.

    Raises WrongUse where no run has ended in it.
    """
    there = Workspace.at(workspace)
    if not there.state.is_dir():
        raise WrongUse("no run has ended there", str(workspace), "lappendeken --data DIR run")
    here = Workspace.at(place)
    here.work.mkdir(parents=True)
    for path in there.root.iterdir():
        if path.name not in ("work", "raw"):
            (here.root / path.name).symlink_to(path)
    for path in there.work.iterdir():
        if path.name not in KEPT:
            (here.work / path.name).symlink_to(path)
    # Files by links of their own, so that one of them can be another here; behind the door a link is no fault.
    shutil.copytree(there.raw, here.raw, copy_function=os.symlink)
    return here


def timed(where: Workspace) -> list[Taken]:
    """Each step in turn, in this process."""
    found = []
    for name, step in STEPS.items():
        clock, before = time.perf_counter(), os.times()
        rows = len(list(step(where.now())))
        after = os.times()
        spent = sum(after[:4]) - sum(before[:4])
        found.append(Taken(name, rows, time.perf_counter() - clock, spent))
    return found


def change_a_budget(where: Workspace) -> str:
    """Make the first budget of the last snapshot another file by a line at its end; gives its name below `raw`."""
    budgets = read_table(where, "delivery").filter(source="budget", status="accepted").sort("snapshots", "file_name")
    name = budgets["file_name"][-1]
    path = where.raw / name
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content + b"\n")
    return name
