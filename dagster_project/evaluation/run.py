"""What a run made of a simulated country, laid beside its truth: which mention is which, and which id is which.

Belongs here: the tables of the workspace that are scored, and the two maps that all measures share. Does not belong
here: any measure.

A mention of the pipeline is a true one by file, snapshot, place and name (`matching`). An id of the pipeline is the
true collaboration that most of its mentions are of. Of all ids that are one true collaboration in a snapshot, that with
most mentions stands for it; the others are doubles.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dagster_project.evaluation.reading import read_workspace
from dagster_project.evaluation.truth.country import Country
from dagster_project.evaluation.truth.matching import Pairing, pair_up
from dagster_project.workspace import Workspace, read_table

if TYPE_CHECKING:
    import polars as pl

Row = tuple[int, str]
"""Snapshot and an id, ours or of the truth."""


@dataclass(frozen=True)
class Run:
    """A workspace that was run, and the truth of its country."""

    workspace: Workspace
    country: Country

    def table(self, name: str) -> "pl.DataFrame":
        """A table of the workspace."""
        return read_table(self.workspace, name)

    @cached_property
    def pairing(self) -> Pairing:
        """Mentions of the pipeline beside those of the truth, of all sources."""
        return pair_up(self.country.parties, read_workspace(self.table("mention"), self.table("delivery")))

    @cached_property
    def truth_of_mention(self) -> dict[str, str]:
        """Mention id to truth id, of mentions that are known and are of a collaboration."""
        return {pair.read.party_id: pair.true.party_id for pair in self.pairing.pairs if pair.true.party_id}

    @cached_property
    def id_of_mention(self) -> dict[str, str]:
        """Mention id to the lasting id that the linkage gave it."""
        return dict(self.table("link").select("mention_id", "collaboration_id").iter_rows())

    @cached_property
    def snapshot_of_mention(self) -> dict[str, int]:
        """Mention id to the snapshot that it is of."""
        return dict(self.table("mention").select("mention_id", "snapshot").iter_rows())

    @cached_property
    def truth_of_id(self) -> dict[str, str]:
        """Lasting id to the truth id that most of its mentions are of, over all snapshots."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for mention, true in self.truth_of_mention.items():
            found[self.id_of_mention[mention]][true] += 1
        return {ours: _most(counts) for ours, counts in found.items()}

    @cached_property
    def mentions_of_row(self) -> dict[Row, Counter[str]]:
        """Snapshot and lasting id to how many of its mentions there are of which truth id."""
        found: dict[Row, Counter[str]] = defaultdict(Counter)
        for mention, true in self.truth_of_mention.items():
            found[self.snapshot_of_mention[mention], self.id_of_mention[mention]][true] += 1
        return found

    @cached_property
    def ids_of_truth(self) -> dict[Row, set[str]]:
        """Snapshot and truth id to the lasting ids of all its mentions there."""
        found: dict[Row, set[str]] = defaultdict(set)
        for (snapshot, ours), counts in self.mentions_of_row.items():
            for true in counts:
                found[snapshot, true].add(ours)
        return found

    @cached_property
    def name_of_row(self) -> dict[Row, str]:
        """Snapshot and lasting id to the name in the register."""
        rows = self.table("collaboration").select("snapshot", "collaboration_id", "name").iter_rows()
        return {(snapshot, ours): name for snapshot, ours, name in rows}

    @cached_property
    def counted(self) -> frozenset[Row]:
        """Snapshot and lasting id of what the pipeline counts."""
        rows = self.table("collaboration").select("snapshot", "collaboration_id", "meets_definition").iter_rows()
        return frozenset((snapshot, ours) for snapshot, ours, meets in rows if meets)

    @cached_property
    def truth_of_row(self) -> dict[Row, Row]:
        """Every row of `collaboration` whose truth is known to that truth, doubles too."""
        found = {}
        for snapshot, ours in self.table("collaboration").select("snapshot", "collaboration_id").iter_rows():
            counts = self.mentions_of_row.get((snapshot, ours))
            true = _most(counts) if counts else self.truth_of_id.get(ours)
            if true:
                found[snapshot, ours] = (snapshot, true)
        return found

    @cached_property
    def row_of_truth(self) -> dict[Row, Row]:
        """Snapshot and truth id to the row that stands for it: counted before not counted, then most mentions."""
        ranked: dict[Row, list[tuple]] = defaultdict(list)
        for row, true in self.truth_of_row.items():
            mentions = self.mentions_of_row[row][true[1]] if row in self.mentions_of_row else 0
            ranked[true].append((row not in self.counted, -mentions, row))
        return {true: min(rows)[-1] for true, rows in ranked.items()}

    @cached_property
    def compared(self) -> tuple[tuple[Row, Row], ...]:
        """What counts in truth and is found, each with the row that stands for it, in order."""
        return tuple((t, row) for t, row in sorted(self.row_of_truth.items()) if t in self.country.counted)


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda true: (-counts[true], true))
