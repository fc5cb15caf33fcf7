"""Clusters that hang by one weak link: one accepted pair, little over the threshold, without which they fall in two.

Belongs here: finding them and writing them down. Does not belong here: what people are asked (`clerical_review`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dagster_project.linkage.linking.clustering import THRESHOLD
from dagster_project.linkage.linking.link import LinkResult
from dagster_project.linkage.review.spanning_tree import Pair, maximum_spanning_tree, pairs_by_cluster, sides_of_bridges
from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.csv_text import csv_text

# Bits over the threshold up to which a link is weak: there the model gives it odds of sixteen to one more than what it
# just accepts, so about one in twenty of these is wrong by its own account.
NEAR = 4.0
COLUMNS = (
    "rank", "entity_id", "weight", "mention_id_a", "mention_id_b", "name_a", "name_b", "mentions_a", "mentions_b",
    "side_a", "side_b",
)  # fmt: skip


@dataclass(frozen=True)
class WeakLink:
    """The pair by which cluster `cluster` hangs. `left` and `right` are the first mentions of the two units of the
    pair, `sides` all mentions on the side of each, `weight` that of the pair (log2 of the odds)."""

    cluster: int
    weight: float
    left: str
    right: str
    sides: tuple[tuple[str, ...], tuple[str, ...]]


def weak_links(result: LinkResult, near: float = NEAR) -> list[WeakLink]:
    """The weak links of a linkage, the weakest first; the same result gives the same list."""
    found = []
    for cluster, pairs in pairs_by_cluster(result).items():
        accepted = [pair for pair in pairs if pair[0] >= THRESHOLD]
        for pair, ours, theirs in sides_of_bridges(maximum_spanning_tree(accepted)):
            if pair[0] < THRESHOLD + near and _alone(pair, accepted, ours):
                found.append(_weak_link(result, cluster, pair, ours, theirs))
    return sorted(found, key=lambda link: (link.weight, link.left, link.right))


def _alone(pair: Pair, accepted: list[Pair], ours: frozenset[int]) -> bool:
    return not any((other[1] in ours) != (other[2] in ours) for other in accepted if other != pair)


def _weak_link(result: LinkResult, cluster: int, pair: Pair, ours: frozenset[int], theirs: frozenset[int]) -> WeakLink:
    weight, a, b = pair
    ends = [
        (result.units[unit][0], tuple(sorted(m for u in side for m in result.units[u])))
        for unit, side in ((a, ours), (b, theirs))
    ]
    (left, one), (right, other) = sorted(ends)
    return WeakLink(cluster, weight, left, right, (one, other))


def write_weak_links(path: Path, links: list[WeakLink], names: Mapping[str, str]) -> None:
    """Write the list as CSV; `names` are those of the mentions, and the mentions of a side are joined by `; `."""
    rows = []
    for rank, link in enumerate(links, start=1):
        sides = [len(side) for side in link.sides] + ["; ".join(side) for side in link.sides]
        pair = [link.left, link.right, names[link.left], names[link.right]]
        rows.append([rank, f"e{link.cluster:07d}", f"{link.weight:.3f}", *pair, *sides])
    write_text(path, csv_text(COLUMNS, rows))
