"""Runs the pipeline once more on other inputs, in a workspace of its own and a process of its own.

Belongs here: a scratch workspace with chosen deliveries, decisions and reference data, and the run in it. Does not
belong here: which inputs to choose (`changes.causes`, `reproduce`).
"""

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.dictionary import all_tables
from dagster_project.release.published import rounded_figures
from dagster_project.workspace import PROJECT, LappendekenError, Workspace, read_table
from dagster_project.workspace.code import CODE, NOT_CODE
from dagster_project.workspace.csv_text import csv_text
from dagster_project.workspace.releases import TABLES

if TYPE_CHECKING:
    import polars as pl

_NOT_INPUT = {"work", "releases", "truth", ".dvc-remote", ".dvc"}
_CACHE = "reading"  # what was read of a document is kept by its hash and the code that read it


class RerunFailed(LappendekenError):
    """The pipeline could not be run on these inputs."""


@dataclass(frozen=True)
class Inputs:
    """What differs from the workspace as it is: only these deliveries, the decisions and seeds of a release before.

    `deliveries` None means those of now; `decisions` and `seeds` are the folder of the release whose ones are used.
    """

    deliveries: frozenset[str] | None = None
    decisions: Path | None = None
    seeds: Path | None = None


def figures_of(workspace: Workspace, inputs: Inputs) -> "pl.DataFrame":
    """The figures, rounded as they are published, that this code makes of these inputs.

    Raises RerunFailed where the inputs are not all here, or the pipeline does not run on them.
    """
    scratch = workspace.work / "rerun"
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        copy_inputs(workspace, scratch / "data", inputs)
        run_pipeline(scratch / "data", _project(scratch / "project", inputs.seeds))
        made = Workspace.at(scratch / "data").require()
        return rounded_figures(read_table(made, "figure"), read_table(made, "figure_definition"))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def copy_inputs(
    workspace: Workspace, target: Path, inputs: Inputs, cache: bool = True, copy: "Callable | None" = None
) -> None:
    """Make a workspace of the inputs of another: files are linked where the disk can, or put there by `copy`.

    Raises RerunFailed where a delivery or a decision that is asked for is not here any more.
    """
    skipped = shutil.ignore_patterns(*_NOT_INPUT)
    shutil.copytree(workspace.root, target, copy_function=copy or _link, ignore=skipped)
    if inputs.deliveries is not None:
        _keep_deliveries(workspace, target / "manifest.csv", inputs.deliveries)
    if inputs.decisions is not None:
        _keep_decisions(target / "decisions", inputs.decisions)
    (target / "work").mkdir()
    if cache and (workspace.work / _CACHE).is_dir():
        shutil.copytree(workspace.work / _CACHE, target / "work" / _CACHE, copy_function=_link)


def run_pipeline(data: Path, project: Path | None = None, *words: str) -> None:
    """`lappendeken run` (or other `words`) of the project in that folder, or of this one, on the workspace in `data`.

    Raises RerunFailed with what it said last.
    """
    environment = {k: v for k, v in os.environ.items() if k not in ("DAGSTER_HOME", "LAPPENDEKEN_DATA")}
    project = project or PROJECT
    environment["PYTHONPATH"] = str(project)
    command = [sys.executable, "-m", "dagster_project.cli.main", "--data", str(data), *(words or ("run",))]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.strip()]
        raise RerunFailed(f"the pipeline stopped: {' '.join(said[-3:])[:400]}", project)


def _link(source: str, target: str) -> None:
    if Path(source).suffix in (".csv", ".yml", ".json"):  # small, and some of them are written again
        shutil.copyfile(source, target)
        return
    try:
        os.link(source, target)
    except OSError:  # another disk, or one without links
        shutil.copyfile(source, target)


def _keep_deliveries(workspace: Workspace, manifest: Path, wanted: frozenset[str]) -> None:
    with manifest.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    id_ = header.index("delivery_id")
    kept = [row for row in rows if row[id_] in wanted]
    if away := sorted(wanted - {row[id_] for row in kept}):
        raise RerunFailed(f"deliveries are not in the manifest any more: {', '.join(away[:5])}", workspace.root)
    manifest.write_text(csv_text(header, kept), encoding="utf-8")


def _keep_decisions(folder: Path, release: Path) -> None:
    """Keep the files that the release knew; a file of decisions never changes once it is written."""
    known = {row["decision_id"].rpartition("-")[0] for row in _rows(release / TABLES / "decision.csv")}
    here = {f"{p.parent.name}/{p.name[:4]}": p for p in folder.glob("*/*.csv")}
    if away := sorted(known - here.keys()):
        raise RerunFailed(f"decisions are not here any more: {', '.join(away[:5])}", folder)
    for name, path in here.items():
        if name not in known:
            path.unlink()


def _project(folder: Path, release: Path | None) -> Path:
    """The project as it is, or a copy of it with the reference data of a release."""
    if release is None:
        return PROJECT
    folder.mkdir(parents=True)
    for name in CODE:
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns(*NOT_CODE))
    for name in ("requirements.lock", "pyproject.toml"):
        shutil.copyfile(PROJECT / name, folder / name)
    for seed in (t for t in all_tables().values() if t.stage == "seed"):
        path, published = folder / "dbt" / "seeds" / f"{seed.name}.csv", release / TABLES / f"{seed.name}.csv"
        if path.exists() and published.exists():
            columns = path.read_text(encoding="utf-8").partition("\n")[0].split(",")
            rows = _rows(published)
            if rows and not set(columns) <= rows[0].keys():
                raise RerunFailed(f"this code needs columns that {seed.name} had not", published)
            path.write_text(csv_text(columns, [[row[c] for c in columns] for row in rows]), encoding="utf-8")
    return folder


def _rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV of a release, its guard against formulas taken off."""
    with path.open(encoding="utf-8", newline="") as file:
        return [{k: _unguarded(v) for k, v in row.items()} for row in csv.DictReader(file)]


def _unguarded(text: str) -> str:
    bare = text.lstrip("'")
    return text[1:] if bare != text and bare[:1] in tuple("=+-@\t\r") and bare else text
