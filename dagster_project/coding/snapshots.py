"""To which snapshot a mention counts. Belongs here: interim snapshots. Does not: what a snapshot had for sources."""

from dagster_project.coding import vocabulary


def effective_snapshots() -> dict[int, int]:
    """Every snapshot to the one that it counts for: an interim one feeds a later one, others stand for themselves."""
    return {int(row["snapshot"]): int(row["feeds"] or row["snapshot"]) for row in vocabulary.codes("snapshot").values()}


def snapshot_of(source: str, snapshot: int, effective: dict[int, int]) -> int | None:
    """The snapshot that a mention counts for; None for a register at an interim date, which counts for none.

    A register is dated and serves the later snapshot itself: what it held at the interim date and no longer holds has
    ended. dbt keeps the same rule for the figures in `int_mention`, lineage for traces in `mentions_of`.
    """
    counts_for = effective.get(snapshot, snapshot)
    return None if source == "register" and counts_for != snapshot else counts_for
