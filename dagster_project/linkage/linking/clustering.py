"""From scored pairs to clusters: the strongest first, and only where the whole of both sides agrees.

Belongs here: average linkage under the rules of a `Partition`. Does not belong here: scores.
"""

import heapq
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dagster_project.linkage.rules.partition import Partition

if TYPE_CHECKING:
    import polars as pl

# Log2 of the odds that two units are one, above which they are put together; chosen by five-fold cross-validation over
# labelled entities (`evaluation.train_weights`): lower leaves fewer duplicates and gives the first wrong mergers.
THRESHOLD = 0.5
# What a pair counts that blocking never brought together: nothing in common, so against, but not by much, for an old
# and a new name of one arrangement share nothing either.
UNSEEN = -4.0
# Two candidates within so much of each other weigh the same: which of them is meant is asked, not drawn by lot.
TIE = 0.5


def cluster(
    units: list[list[str]],
    pairs: "pl.DataFrame",
    partition: Partition,
    ambiguous: set[tuple[int, int]] | None = None,
    threshold: float = THRESHOLD,
) -> Iterator[tuple[int, int, float]]:
    """Average linkage: join units, those with the highest mean weight between them first, down to `threshold`.

    Args:
        units: the mention ids of each unit.
        pairs: scored pairs of units, as from `score_pairs`.
        partition: of these units; every union is made in it, if its rules allow.
        ambiguous: takes the pairs that stay alone because one of them is as near to a third that is another, each by
            the two units whose pair weighs most.
        threshold: match weight (bits) from which two are one.

    Returns:
        For every union the two units whose pair weighs most, and that weight. Time is n log n in the number of pairs.
    """
    weight: dict[int, dict[int, float]] = {}
    best: dict[tuple[int, int], tuple[float, int, int]] = {}
    size = dict.fromkeys(range(len(units)), 1)
    for a, b, w in pairs.select("unit_id_l", "unit_id_r", "match_weight").iter_rows():
        # Sums are kept over UNSEEN, so that pairs never scored need no entry.
        weight.setdefault(a, {})[b] = weight.setdefault(b, {})[a] = w - UNSEEN
        best[a, b] = (w, a, b)
    heap = [(-w, a, b) for (a, b), (w, _, _) in best.items() if w >= threshold]
    heapq.heapify(heap)
    following = len(units)
    where = {i: units[i][0] for i in range(len(units))}
    while heap:
        _, a, b = heapq.heappop(heap)
        if a not in size or b not in size:
            continue
        strongest, left, right = best[_key(a, b)]
        if _is_ambiguous(a, b, weight, size, threshold):
            if ambiguous is not None:
                ambiguous.add((left, right))
            continue
        if not partition.union(where[a], where[b]):
            continue
        yield left, right, strongest
        new, following = following, following + 1
        size[new], where[new] = size[a] + size[b], where[a]
        ours, theirs = weight.pop(a, {}), weight.pop(b, {})
        merged: dict[int, float] = {}
        for other in sorted(ours.keys() | theirs.keys()):
            if other in (a, b) or other not in size:
                continue
            merged[other] = ours.get(other, 0.0) + theirs.get(other, 0.0)
            weight[other].pop(a, None)
            weight[other].pop(b, None)
            weight[other][new] = merged[other]
            known = [best[k] for k in (_key(a, other), _key(b, other)) if k in best]
            best[_key(new, other)] = max(known, key=lambda x: (x[0], -x[1], -x[2]))
            mean = merged[other] / (size[new] * size[other]) + UNSEEN
            if mean >= threshold:
                heapq.heappush(heap, (-round(mean, 6), *_key(new, other)))
        weight[new] = merged
        del size[a], size[b]


def _is_ambiguous(a: int, b: int, weight: dict[int, dict[int, float]], size: dict[int, int], threshold: float) -> bool:
    """Whether one of the two is as near to a third, which is not one with the other: then either could be meant."""
    nearness = weight[a][b] / (size[a] * size[b])
    for one, other in ((a, b), (b, a)):
        for third, total in weight[one].items():
            if third != other and total / (size[one] * size[third]) >= nearness - TIE:
                between = weight[other].get(third, 0.0) / (size[other] * size[third])
                if between + UNSEEN < threshold:
                    return True
    return False


def _key(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)
