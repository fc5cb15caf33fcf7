"""The most doubtful pairs of clusters, in the order in which an answer helps most.

Belongs here: which pairs are asked and in which order. Does not belong here: the words of a question and what else
people are asked (`review`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.linkage.linking.clustering import THRESHOLD
from dagster_project.linkage.linking.link import LinkResult
from dagster_project.linkage.review.spanning_tree import Pair, maximum_spanning_tree, pairs_by_cluster, sides_of_bridges
from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.csv_text import csv_text

if TYPE_CHECKING:
    import polars as pl

# Below this match weight a pair is one in fewer than ten cases of a thousand: too many are asked for what they give.
FAINT = -6.0
COLUMNS = ("rank", "mention_id_a", "mention_id_b", "name_a", "name_b", "linked", "weight", "gain")


@dataclass(frozen=True)
class Question:
    """Whether two mentions, and with them two parts of clusters, are one. `linked` says whether they are now.

    `weight` is the match weight of the two parts (bits), `moved` the number of mentions that another answer than the
    present one joins to or parts from others, `gain` what an answer is expected to mend: the probability that it is
    another, by the number of mentions of the two parts.
    """

    left: str
    right: str
    linked: bool
    weight: float
    moved: int
    gain: float


def questions(result: LinkResult) -> list[Question]:
    """The questions of a linkage, the one whose answer helps most first; of two clusters one pair is asked.

    What decisions and rules keep apart is not asked. The same result gives the same order.
    """
    size = [len(unit) for unit in result.units]
    asked = []
    for pairs in pairs_by_cluster(result).values():
        for pair, ours, theirs in sides_of_bridges(maximum_spanning_tree(pairs)):
            moved = min(sum(size[unit] for unit in side) for side in (ours, theirs))
            asked.append(_question(result, pair, moved, linked=True))
    asked += _between_clusters(result)
    return sorted(asked, key=lambda q: (-q.gain, q.left, q.right))


def doubtful_pairs(result: LinkResult, mentions: "pl.DataFrame") -> Iterator[dict]:
    """The same as rows of the table `doubtful_pair`; `mentions` as the table `mention`."""
    written = {m: (n, s) for m, n, s in mentions.select("mention_id", "name_written", "source").iter_rows()}
    for rank, question in enumerate(questions(result), start=1):
        (name_a, source_a), (name_b, source_b) = written[question.left], written[question.right]
        yield {
            "mention_id_a": question.left,
            "mention_id_b": question.right,
            "name_a": name_a,
            "name_b": name_b,
            "source_a": source_a,
            "source_b": source_b,
            "linked": question.linked,
            "weight": question.weight,
            "moved": question.moved,
            "gain": question.gain,
            "rank": rank,
        }


def write_questions(path: Path, asked: list[Question], names: Mapping[str, str]) -> None:
    """Write the questions as CSV, in their order; `names` are those of the mentions."""
    rows = [
        [n, q.left, q.right, names[q.left], names[q.right], str(q.linked).lower(), f"{q.weight:.3f}", q.gain]
        for n, q in enumerate(asked, start=1)
    ]
    write_text(path, csv_text(COLUMNS, rows))


def _between_clusters(result: LinkResult) -> list[Question]:
    """Of every two clusters that may be one, their strongest pair."""
    cluster = dict(result.links.select("mention_id", "cluster").iter_rows())
    of_unit = [cluster[unit[0]] for unit in result.units]
    mentions = Counter(cluster.values())
    best: dict[tuple[int, int], Pair] = {}
    for a, b, weight in result.pairs.select("unit_id_l", "unit_id_r", "match_weight").iter_rows():
        if weight < FAINT or of_unit[a] == of_unit[b] or (a, b) in result.cannot_link_pairs:
            continue
        key = (min(of_unit[a], of_unit[b]), max(of_unit[a], of_unit[b]))
        best[key] = min(best.get(key, (weight, a, b)), (weight, a, b), key=lambda p: (-p[0], p[1], p[2]))
    return [
        _question(result, pair, min(mentions[c] for c in clusters), linked=False) for clusters, pair in best.items()
    ]


def _question(result: LinkResult, pair: Pair, moved: int, *, linked: bool) -> Question:
    weight, a, b = pair
    probability = 1 / (1 + 2.0 ** -(weight - THRESHOLD))
    doubt = 1 - probability if linked else probability
    smallest = min(len(result.units[a]), len(result.units[b]))
    left, right = sorted((result.units[a][0], result.units[b][0]))
    # The logarithm, for a large group is not as many times as wrong as it has mentions.
    return Question(left, right, linked, weight, moved, round(doubt * (1 + smallest.bit_length() / 8), 6))
