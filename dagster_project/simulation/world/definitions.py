"""What the definition of a snapshot asks of a collaboration, as far as the truth can say it. From the seeds alone."""

from functools import cache

from dagster_project.workspace.seeds import read_seed

LEAST_GOVERNMENTS = {"government": 1, "a": 2}
"""Governments that a criterion of the seed `definition` asks for."""


@cache
def least_governments(snapshot: int) -> int:
    """How many governments the definition of the snapshot asks for."""
    snapshots, definitions = read_seed("snapshot"), read_seed("definition")
    version = dict(snapshots.select("snapshot", "definition").iter_rows())[snapshot]
    criteria = definitions.filter(definitions["definition"] == version)["criterion"]
    return max(LEAST_GOVERNMENTS.get(criterion, 0) for criterion in criteria)
