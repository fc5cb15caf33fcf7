"""Which mentions are the same collaboration: decisions, identifiers, equal names, then the model.

Belongs here: the order of the steps. Does not belong here: what each link rests on (`strongest_links`), and ids that
last (`ledger`).
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.linkage.linking.clustering import cluster
from dagster_project.linkage.linking.quarantine import (
    contradicted_decisions,
    faulty_mentions,
    oversized_clusters,
    unmatched_decisions,
)
from dagster_project.linkage.linking.strongest_links import StrongestLinks
from dagster_project.linkage.model.features import token_weights, unit_features
from dagster_project.linkage.model.predict import score_pairs
from dagster_project.linkage.model.score_cache import ScoredPairs, score_with_cache
from dagster_project.linkage.records.from_tables import records_of
from dagster_project.linkage.records.record import Record
from dagster_project.linkage.records.spelling import unify_spelling
from dagster_project.linkage.records.subjects import subject_words
from dagster_project.linkage.rules.abbreviations import same_abbreviation
from dagster_project.linkage.rules.deterministic import misspelled_name, same_identifier, same_name, same_number
from dagster_project.linkage.rules.incomplete_names import same_name_without_place, truncated_name
from dagster_project.linkage.rules.partition import Partition

if TYPE_CHECKING:
    import polars as pl


@dataclass
class LinkResult:
    """What became of a set of mentions.

    Attributes:
        links: mention_id, cluster, weight (bits) and basis, one row per mention.
        quarantine: rows of that table.
        units: the mention ids of each group that the model compared.
        scored: the scored pairs of these units (see `score_pairs`).
        cannot_link_pairs: pairs of units that a decision or a rule keeps apart, whatever they weigh.
        ambiguous_pairs: pairs of units that were not joined because a third unit weighs as much.
    """

    links: "pl.DataFrame"
    quarantine: list[dict]
    units: list[list[str]]
    scored: ScoredPairs
    cannot_link_pairs: frozenset[tuple[int, int]]
    ambiguous_pairs: frozenset[tuple[int, int]] = frozenset()

    @property
    def pairs(self) -> "pl.DataFrame":
        return self.scored.pairs


def link_mentions(
    mentions: "pl.DataFrame",
    participants: "pl.DataFrame | None",
    decisions: list[dict] = (),
    score_cache: Path | None = None,
) -> LinkResult:
    """Link the mentions of all snapshots in one go.

    Args:
        mentions: the table `mention`.
        participants: the table `resolved_participant`; without it the ids that the sources give are used.
        decisions: rows of `decision`, of which those of kind must_link and must_not_link count, with a target of two
            mention ids joined by `|`.
        score_cache: a folder where scores are kept from one linking to the next.

    Returns:
        The links; numbers of clusters start at 0 in the order of their first mention id. The same input gives the same
        output, whatever an earlier linking left in `score_cache`.
    """
    return link_records(records_of(mentions, participants), decisions, score_cache)


def link_records(records: list[Record], decisions: list[dict] = (), score_cache: Path | None = None) -> LinkResult:
    """As `link_mentions`, for records from whatever source."""
    with _without_garbage_collection():
        return _linked(sorted(records, key=lambda r: r.mention_id), decisions, score_cache)


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Without the search for reference cycles: there are none here, and among millions of records it takes a quarter
    of the time, more the more there are."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _linked(records: list[Record], decisions: list[dict], score_cache: Path | None) -> LinkResult:
    strongest = StrongestLinks()
    partition, units, rows = grouped_units(records, decisions, strongest)
    scored = _scored_pairs(rows, score_cache)
    cannot_link = _cannot_link_pairs(partition, units, scored.pairs)
    ambiguous: set[tuple[int, int]] = set()
    for left, right, weight in cluster(units, scored.pairs, partition, ambiguous):
        strongest.add_pair(units[left], units[right], weight)
    by_id = {r.mention_id: r for r in records}
    quarantine = oversized_clusters(partition, by_id) + unmatched_decisions(decisions, by_id)
    quarantine += contradicted_decisions(decisions, partition, by_id) + faulty_mentions(records)
    return LinkResult(
        _link_table(partition, strongest), quarantine, units, scored, cannot_link, frozenset(ambiguous)
    )  # fmt: skip


def _scored_pairs(rows: list[dict], score_cache: Path | None) -> ScoredPairs:
    return score_with_cache(rows, score_cache) if score_cache else ScoredPairs(score_pairs(rows), len(rows), len(rows))


def grouped_units(
    records: list[Record], decisions: list[dict] = (), strongest: StrongestLinks | None = None
) -> tuple[Partition, list[list[str]], list[dict]]:
    """All that is sure before the model.

    Args:
        records: in any order.
        decisions: as for `link_mentions`.
        strongest: takes what the rules join, where it is given.

    Returns:
        The partition, the sorted mention ids of each of its groups (the units), and the features of each unit.
    """
    strongest = strongest or StrongestLinks()
    records = sorted(unify_spelling(records), key=lambda r: r.mention_id)
    must_link, must_not_link = _decided_pairs(decisions, {r.mention_id for r in records})
    subjects, weights = subject_words(records), token_weights(records)
    partition = Partition(records, must_not_link, subjects)
    for a, b in must_link:
        partition.union(a, b, by_decision=True)
        strongest.add_rule("decision", a, b)
    for rule, pairs in _deterministic_rules(records, weights, subjects, partition):
        for a, b in pairs:
            if partition.union(a, b, by_identifier=rule == "identifier"):
                strongest.add_rule(rule, a, b)
    by_id = {r.mention_id: r for r in records}
    units = partition.groups()
    return partition, units, unit_features([[by_id[m] for m in unit] for unit in units], weights, subjects)


def _deterministic_rules(
    records: list[Record], weights: dict[str, float], subjects: frozenset[str], partition: Partition
) -> Iterator[tuple[str, Iterator[tuple[str, str]]]]:
    """Each rule with its pairs, in order; a rule that looks at the groups sees what the rules before it joined."""
    yield "identifier", same_identifier(records)
    yield "name", same_name(records, weights, subjects)
    yield "slip", misspelled_name(records)
    yield "unplaced", same_name_without_place(records, weights, subjects, partition.find)
    yield "cut_off", truncated_name(records, partition.find)
    yield "letters", same_abbreviation(records, partition.find)
    yield "number", same_number(records)


def _cannot_link_pairs(
    partition: Partition, units: list[list[str]], pairs: "pl.DataFrame"
) -> frozenset[tuple[int, int]]:
    """Asked before the model joins anything: afterwards a rule speaks of all that it joined."""
    first = [unit[0] for unit in units]
    compared = pairs.select("unit_id_l", "unit_id_r").iter_rows()
    return frozenset((a, b) for a, b in compared if partition.must_stay_apart(first[a], first[b]))


def _decided_pairs(decisions: list[dict], known: set[str]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Pairs that must and pairs that must not be linked; must_link wins where both are said of one pair."""
    pairs: dict[str, set[tuple[str, str]]] = {"must_link": set(), "must_not_link": set()}
    for decision in decisions:
        parts = tuple(sorted(p.strip() for p in (decision.get("target") or "").split("|")))
        if decision.get("kind") in pairs and len(parts) == 2 and set(parts) <= known and parts[0] != parts[1]:
            pairs[decision["kind"]].add(parts)
    return sorted(pairs["must_link"]), sorted(pairs["must_not_link"] - pairs["must_link"])


def _link_table(partition: Partition, strongest: StrongestLinks) -> "pl.DataFrame":
    import polars as pl

    numbered = [(mention_id, number) for number, members in enumerate(partition.groups()) for mention_id in members]
    held = [strongest.of(mention_id) for mention_id, _ in numbered]
    columns = {
        "mention_id": pl.Series([m for m, _ in numbered], dtype=pl.String),
        "cluster": pl.Series([number for _, number in numbered], dtype=pl.Int64),
        "weight": pl.Series([round(weight, 3) for weight, _ in held], dtype=pl.Float64),
        "basis": pl.Series([basis for _, basis in held], dtype=pl.String),
    }
    return pl.DataFrame(columns).sort("mention_id")
