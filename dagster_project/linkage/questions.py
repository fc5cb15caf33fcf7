"""The most doubtful pairs of clusters, in the order in which an answer helps most.

Belongs here: which pairs are asked and in which order. Does not belong here: the words of a question and what else
people are asked (`review`).
"""

from collections import Counter
from dataclasses import dataclass

from dagster_project.linkage.clustering import THRESHOLD
from dagster_project.linkage.groups import Groups
from dagster_project.linkage.linking import LinkResult
from dagster_project.linkage.trees import Pair, pairs_inside, parted, strongest_tree

# Below this match weight a pair is one in fewer than ten cases of a thousand: too many are asked for what they give.
FAINT = -6.0


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


def questions(result: LinkResult, groups: Groups | None = None) -> list[Question]:
    """The questions of a linkage, the one whose answer helps most first; of two clusters one pair is asked.

    `groups` are those before the model; what they keep apart is not asked. The same result gives the same order.
    """
    if result.pairs is None:
        return []
    size = [len(unit) for unit in result.units]
    asked = []
    for pairs in pairs_inside(result).values():
        for pair, ours, theirs in parted(strongest_tree(pairs)):
            moved = min(sum(size[unit] for unit in side) for side in (ours, theirs))
            asked.append(_question(result, pair, moved, linked=True))
    asked += _between(result, groups)
    return sorted(asked, key=lambda q: (-q.gain, q.left, q.right))


def _between(result: LinkResult, groups: Groups | None) -> list[Question]:
    """Of every two clusters that may be one, their strongest pair."""
    cluster = dict(result.links.select("mention_id", "cluster").iter_rows())
    of_unit = [cluster[unit[0]] for unit in result.units]
    mentions = Counter(cluster.values())
    best: dict[tuple[int, int], Pair] = {}
    for a, b, weight in result.pairs.select("unit_id_l", "unit_id_r", "match_weight").iter_rows():
        if weight < FAINT or of_unit[a] == of_unit[b]:
            continue
        if groups and _kept_apart(groups, result.units[a][0], result.units[b][0]):
            continue
        key = (min(of_unit[a], of_unit[b]), max(of_unit[a], of_unit[b]))
        best[key] = min(best.get(key, (weight, a, b)), (weight, a, b), key=lambda p: (-p[0], p[1], p[2]))
    return [
        _question(result, pair, min(mentions[c] for c in clusters), linked=False) for clusters, pair in best.items()
    ]


def _kept_apart(groups: Groups, one: str, other: str) -> bool:
    return groups.forbidden(one, other) or bool(groups.excluded_by(one, other))


def _question(result: LinkResult, pair: Pair, moved: int, *, linked: bool) -> Question:
    weight, a, b = pair
    probability = 1 / (1 + 2.0 ** -(weight - THRESHOLD))
    doubt = 1 - probability if linked else probability
    smallest = min(len(result.units[a]), len(result.units[b]))
    left, right = sorted((result.units[a][0], result.units[b][0]))
    # The logarithm, for a large group is not as many times as wrong as it has mentions.
    return Question(left, right, linked, weight, moved, round(doubt * (1 + smallest.bit_length() / 8), 6))
