"""To which snapshot a mention counts. Belongs here: interim snapshots. Does not: what a snapshot had for sources."""

from dagster_project.coding import vocabulary


def effective_snapshots() -> dict[int, int]:
    """Every snapshot to the one that it counts for: an interim one feeds a later one, others stand for themselves."""
    return {int(row["snapshot"]): int(row["feeds"] or row["snapshot"]) for row in vocabulary.codes("snapshot").values()}
