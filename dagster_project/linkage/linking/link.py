"""Which mentions are the same collaboration: decisions, identifiers, equal names, then the model.

Belongs here: the order of the steps and what each link rests on. Does not belong here: ids that last (`ledger`).
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.linkage.linking.clustering import cluster
from dagster_project.linkage.linking.quarantine import faulty_mentions, too_large, unmatched
from dagster_project.linkage.model.features import token_weights, unit_rows
from dagster_project.linkage.model.predict import score_pairs
from dagster_project.linkage.model.score_cache import Scored, score_with_kept
from dagster_project.linkage.records.record import Record, records_of
from dagster_project.linkage.records.spelling import unify
from dagster_project.linkage.records.subjects import subject_words
from dagster_project.linkage.rules.abbreviations import letters_alone
from dagster_project.linkage.rules.deterministic import same_identifier, same_name, same_number, slip_in_name
from dagster_project.linkage.rules.incomplete_names import name_alone, name_cut_off
from dagster_project.linkage.rules.partition import Groups

if TYPE_CHECKING:
    import polars as pl

# Weight and basis reported for links that no model made, by rule: stronger than any score of the model.
BY_RULE = {
    "decision": (40.0, "decision"),
    "identifier": (30.0, "identifier"),
    "name": (20.0, "name"),
    "slip": (20.0, "name"),
    "unplaced": (20.0, "name"),
    "cut_off": (20.0, "name"),
    "letters": (20.0, "name"),
    "number": (20.0, "identifier"),
}


@dataclass
class LinkResult:
    """`links`: mention_id, cluster, weight, basis, one row per mention. `quarantine`: rows of that table.

    `units` are the mention ids of each group that the model compared, `scored` holds the pairs of these (see
    `model.score_pairs`), `barred` those that a decision or a rule keeps apart, whatever they weigh, and `torn` those
    that were not joined because a third group weighs as much.
    """

    links: "pl.DataFrame"
    quarantine: list[dict]
    units: list[list[str]]
    scored: Scored
    barred: frozenset[tuple[int, int]]
    torn: frozenset[tuple[int, int]] = frozenset()

    @property
    def pairs(self) -> "pl.DataFrame":
        return self.scored.pairs


def link_mentions(
    mentions: "pl.DataFrame",
    participants: "pl.DataFrame | None",
    decisions: list[dict] = (),
    kept: Path | None = None,
) -> LinkResult:
    """Link the mentions of all snapshots in one go.

    `mentions` and `participants` as the tables `mention` and `resolved_participant`; `decisions` are rows of `decision`
    of which those of kind must_link and must_not_link count, with target `mention|mention`. Numbers of clusters start
    at 0 in the order of their first mention id. The same input gives the same output, whatever an earlier linking left
    in the folder `kept` (see `kept`).
    """
    return link_records(records_of(mentions, participants), decisions, kept)


def link_records(records: list[Record], decisions: list[dict] = (), kept: Path | None = None) -> LinkResult:
    """The same for records, from whatever source."""
    with _no_collecting():
        return _linked(sorted(records, key=lambda r: r.mention_id), decisions, kept)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Without the search for reference cycles: there are none here, and among millions of records it takes a quarter
    of the time, more the more there are."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _linked(records: list[Record], decisions: list[dict], kept: Path | None) -> LinkResult:
    best = Joins()
    groups, units, rows = grouped_units(records, decisions, best)
    scored = _scored(rows, kept)
    barred = _barred(groups, units, scored.pairs)
    torn: set[tuple[int, int]] = set()
    for left, right, weight in cluster(units, scored.pairs, groups, torn):
        best.offer_all(units[left], units[right], weight, "model")
    by_id = {r.mention_id: r for r in records}
    quarantine = too_large(groups, by_id) + unmatched(decisions, by_id) + faulty_mentions(records)
    return LinkResult(_links(groups, best), quarantine, units, scored, barred, frozenset(torn))


def _scored(rows: list[dict], kept: Path | None) -> Scored:
    return score_with_kept(rows, kept) if kept else Scored(score_pairs(rows), len(rows), len(rows))


def grouped_units(
    records: list[Record], decisions: list[dict] = (), best: "Joins | None" = None
) -> tuple[Groups, list[list[str]], list[dict]]:
    """All that is sure before the model: the groups, their mention ids, and the rows that the model compares."""
    best = best or Joins()
    records = sorted(unify(records), key=lambda r: r.mention_id)
    must, must_not = _decided(decisions, {r.mention_id for r in records})
    subjects, weights = subject_words(records), token_weights(records)
    groups = Groups(records, must_not, subjects)
    for a, b in must:
        groups.union(a, b, by_decision=True)
        best.joined("decision", a, b)
    for rule, pairs in _sure_rules(records, weights, subjects, groups):
        for a, b in pairs:
            if groups.union(a, b, by_identifier=rule == "identifier"):
                best.joined(rule, a, b)
    by_id = {r.mention_id: r for r in records}
    units = groups.all()
    return groups, units, unit_rows([[by_id[m] for m in unit] for unit in units], weights, subjects)


def _sure_rules(
    records: list[Record], weights: dict[str, float], subjects: frozenset[str], groups: Groups
) -> Iterator[tuple[str, Iterator[tuple[str, str]]]]:
    """Each rule with its pairs, in order; a rule that looks at the groups sees what the rules before it joined."""
    yield "identifier", same_identifier(records)
    yield "name", same_name(records, weights, subjects)
    yield "slip", slip_in_name(records)
    yield "unplaced", name_alone(records, weights, subjects, groups.find)
    yield "cut_off", name_cut_off(records, groups.find)
    yield "letters", letters_alone(records, groups.find)
    yield "number", same_number(records)


class Joins:
    """The strongest link that holds each mention in its cluster; with `steps` also all that was joined without the
    model, as rule and two mentions."""

    def __init__(self, steps: list[tuple[str, str, str]] | None = None) -> None:
        self.of: dict[str, tuple[float, str]] = {}
        self.steps = steps

    def joined(self, rule: str, a: str, b: str) -> None:
        """Two mentions are one by a rule (its name in `_sure_rules`, or `decision`)."""
        if self.steps is not None:
            self.steps.append((rule, a, b))
        self.offer(a, b, *BY_RULE[rule])

    def offer(self, a: str, b: str, weight: float, basis: str) -> None:
        for m in (a, b):
            if m not in self.of or weight > self.of[m][0]:
                self.of[m] = (weight, basis)

    def offer_all(self, left: list[str], right: list[str], weight: float, basis: str) -> None:
        for m in (*left, *right):
            self.offer(m, m, weight, basis)


def _barred(groups: Groups, units: list[list[str]], pairs: "pl.DataFrame") -> frozenset[tuple[int, int]]:
    """Asked before the model joins anything: afterwards a rule speaks of all that it joined."""
    first = [unit[0] for unit in units]
    compared = pairs.select("unit_id_l", "unit_id_r").iter_rows()
    return frozenset((a, b) for a, b in compared if groups.kept_apart(first[a], first[b]))


def _decided(decisions: list[dict], known: set[str]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Pairs that must and pairs that must not be linked; must_link wins where both are said of one pair."""
    said: dict[str, set[tuple[str, str]]] = {"must_link": set(), "must_not_link": set()}
    for decision in decisions:
        parts = tuple(sorted(p.strip() for p in (decision.get("target") or "").split("|")))
        if decision.get("kind") in said and len(parts) == 2 and set(parts) <= known and parts[0] != parts[1]:
            said[decision["kind"]].add(parts)
    return sorted(said["must_link"]), sorted(said["must_not_link"] - said["must_link"])


def _links(groups: Groups, best: Joins) -> "pl.DataFrame":
    import polars as pl

    numbered = [(mention_id, number) for number, members in enumerate(groups.all()) for mention_id in members]
    held = [best.of.get(mention_id, (0.0, "alone")) for mention_id, _ in numbered]
    columns = {
        "mention_id": pl.Series([m for m, _ in numbered], dtype=pl.String),
        "cluster": pl.Series([number for _, number in numbered], dtype=pl.Int64),
        "weight": pl.Series([round(weight, 3) for weight, _ in held], dtype=pl.Float64),
        "basis": pl.Series([basis for _, basis in held], dtype=pl.String),
    }
    return pl.DataFrame(columns).sort("mention_id")
