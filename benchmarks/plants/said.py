"""What intake and run say of a country: expectations that fail, refusals and quarantine by their reason.

Belongs here: one country through the pipeline, and the difference between two. Does not belong here: which countries.
"""

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from dagster_project.quality.declaration import SEVERITIES
from dagster_project.workspace import Workspace, read_table

CACHES = ("reading", "dbt", "linkage")
"""What is kept below `work/` by content alone; the other folders would tell the next country of the one before."""
COMMAND = (sys.executable, "-m", "dagster_project.cli.main")


@dataclass
class Said:
    """Failing expectations with (severity, number of keys), rows refused or in quarantine by reason, and, where a
    command ended otherwise than well, what it said last."""

    failing: dict[str, tuple[str, int]] = field(default_factory=dict)
    reasons: Counter[str] = field(default_factory=Counter)
    ended: str | None = None


def whole_way(base: Path, bodies: int, seed: int, kinds: Iterable[str] = ()) -> Said:
    """Simulate, take in and run, in `base/workspace`; what was read before is not read again.

    All countries stand in turn at one place, for dbt parses its project anew for every other place.
    """
    place, kept = base / "workspace", base / "kept"
    shutil.rmtree(place, ignore_errors=True)
    planted = [word for kind in kinds for word in ("--plant", kind)]
    made = _call("simulate", "--bodies", str(bodies), "--seed", str(seed), *planted, str(place))
    if made.returncode:
        return Said(ended=_last(made))
    for cache in CACHES if kept.exists() else ():
        shutil.copytree(kept / cache, place / "work" / cache)
    for words in (("intake", str(place / "raw")), ("run",)):
        done = _call("--data", str(place), *words)
        if done.returncode:
            return Said(ended=f"{words[0]}: {_last(done)}")
    for cache in () if kept.exists() else CACHES:
        shutil.copytree(place / "work" / cache, kept / cache)
    return _read(Workspace.at(place))


def _call(*words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"DO_NOT_TRACK": "1", "GX_ANALYTICS_ENABLED": "false"}
    return subprocess.run([*COMMAND, *words], capture_output=True, text=True, env=environment)


def _last(done: subprocess.CompletedProcess[str]) -> str:
    """The error, and which expectations it names; else the last line."""
    lines = done.stderr.splitlines()
    said = [line for line in lines if line.startswith(("error:", "- "))]
    return "; ".join(said) or (lines[-1] if lines else f"exit {done.returncode}")


def _read(workspace: Workspace) -> Said:
    results = read_table(workspace, "quality_result").filter(pl.col("outcome") != "passed")
    failing = {row["expectation_id"]: (row["severity"], row["failing_count"]) for row in results.iter_rows(named=True)}
    reasons: Counter[str] = Counter()
    for table in ("refusal", "quarantine"):
        reasons.update(f"{table} {reason}" for reason in read_table(workspace, table)["reason"])
    return Said(failing, reasons)


def told_more(before: Said, after: Said) -> list[str]:
    """What is said of a country beyond what was said of the one without the fault, the gravest first."""
    if after.ended:
        return [f"**{after.ended}**"]
    found = []
    for expectation, (severity, keys) in sorted(
        after.failing.items(), key=lambda one: (SEVERITIES.index(one[1][0]), one[0])
    ):
        more = keys - before.failing.get(expectation, (severity, 0))[1]
        if more > 0:
            found.append(f"{expectation} ({severity}, {more} more)")
    more = after.reasons - before.reasons
    return found + [f"{reason} +{number}" for reason, number in sorted(more.items())]
