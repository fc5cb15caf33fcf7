"""The version of the code: one hash over all that decides what a run makes of its input, never a commit."""

from dagster_project.workspace.hashing import tree_hash
from dagster_project.workspace.layout import PROJECT

CODE = ("dagster_project", "dbt", "expectations")
NOT_CODE = {"__pycache__", "target", "logs"}


def code_hash() -> str:
    """One hash over code, dbt project, expectations, seeds and lock."""
    files = [PROJECT / "requirements.lock"]
    for folder in CODE:
        files += [p for p in (PROJECT / folder).rglob("*") if not NOT_CODE & set(p.parts)]
    return tree_hash(PROJECT, files)
