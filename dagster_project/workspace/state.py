"""What a run rested on, so that anyone can tell whether the tables still say what the input says."""

import json

from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.hashing import tree_hash
from dagster_project.workspace.layout import PROJECT, Workspace

CODE = ("dagster_project", "dbt", "expectations")
NOT_CODE = {"__pycache__", "target", "logs"}


def code_hash() -> str:
    """One hash over code, dbt project, expectations, seeds and lock; never a commit."""
    files = [PROJECT / "requirements.lock"]
    for folder in CODE:
        files += [p for p in (PROJECT / folder).rglob("*") if not NOT_CODE & set(p.parts)]
    return tree_hash(PROJECT, files)


def input_hash(workspace: Workspace) -> str:
    """One hash over the manifest, the decisions and the settings of a workspace, and the code.

    The ledger is left out: a release only adds the ids that the run already gave.
    """
    files = [workspace.manifest, workspace.config_file, *workspace.decisions.rglob("*.csv")]
    return tree_hash(workspace.root, files) + code_hash()


def remember_run(workspace: Workspace) -> None:
    """Note what the tables now rest on."""
    write_text(workspace.work / "run.json", json.dumps({"input": input_hash(workspace)}) + "\n")


def is_stale(workspace: Workspace) -> bool:
    """Whether the input or the code changed since the last whole run, or there was none."""
    note = workspace.work / "run.json"
    return not note.exists() or json.loads(note.read_text(encoding="utf-8"))["input"] != input_hash(workspace)
