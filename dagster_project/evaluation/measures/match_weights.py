"""How sure the model is and how right it then is: precision and recall by threshold, calibration, weak links.

Belongs here: figures about the pairs that the model decides on, against a truth. Does not belong here: how they are
drawn (`page_curves`), and the figures of the linkage as it is (`measures.linkage`).
"""

import copy
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dagster_project.evaluation.report.model import Measure, Section

if TYPE_CHECKING:
    from dagster_project.linkage import LinkResult, Record

LEAST, MOST, STEP = -6.0, 12.0, 0.5
"""Thresholds tried, in bits: from the floor of the model to where hardly a pair is left."""
BINS = 10
"""Of the probability; with fewer pairs than a few thousand, finer ones hold too few in the middle."""


@dataclass(frozen=True)
class Labelled:
    """The pairs of units that the model decides on and of which the truth is known, with what they weigh. `true` is
    the number of all pairs of units that are one, also of those that were never compared or that a rule keeps apart."""

    pairs: tuple[tuple[float, bool], ...]
    true: int


def labelled_pairs(result: "LinkResult", truth: dict[str, str]) -> Labelled:
    """Units that hold mentions of several true entities are left out: no weight of theirs is right or wrong."""
    entity: dict[int, str] = {}
    for number, unit in enumerate(result.units):
        known = {truth[mention] for mention in unit if mention in truth}
        if len(known) == 1:
            entity[number] = known.pop()
    found = []
    for a, b, weight in result.pairs.select("unit_id_l", "unit_id_r", "match_weight").iter_rows():
        if a in entity and b in entity and (a, b) not in result.cannot_link_pairs:
            found.append((weight, entity[a] == entity[b]))
    units = Counter(entity.values())
    return Labelled(tuple(found), sum(n * (n - 1) // 2 for n in units.values()))


def probability(weight: float) -> float:
    """What the model says of a pair of this match weight."""
    return 1 / (1 + 2.0**-weight)


def score_thresholds(
    section: Section, labelled: Labelled, result: "LinkResult", records: "list[Record]", truth: dict[str, str]
) -> None:
    """Add per threshold how many pairs would be accepted, how many of these rightly, and what the clusters would be."""
    from dagster_project.linkage import THRESHOLD

    steps = [LEAST + STEP * step for step in range(round((MOST - LEAST) / STEP) + 1)]
    clusters = _scores_by_threshold(sorted({*steps, THRESHOLD}), result, records, truth)
    rows = []
    for threshold, scores in clusters.items():
        accepted = [same for weight, same in labelled.pairs if weight >= threshold]
        right = sum(accepted)
        precision = right / len(accepted) if accepted else None
        recall = right / labelled.true if labelled.true else None
        cluster_scores = [scores[name] for name in ("bcubed_f1", "double", "wrongly_merged")]
        rows.append((threshold, len(accepted), right, precision, recall, *cluster_scores, threshold == THRESHOLD))
        if threshold == THRESHOLD:
            section.add(Measure.share("thresholds.precision", right, len(accepted)))
            section.add(Measure.share("thresholds.recall", right, labelled.true))
    columns = ("threshold", "accepted", "right", "precision", "recall", "bcubed_f1", "double_share", "merged_share")
    section.table("by_threshold", (*columns, "chosen"), rows)


def _scores_by_threshold(
    thresholds: list[float], result: "LinkResult", records: "list[Record]", truth: dict[str, str]
) -> dict[float, dict[str, float]]:
    from dagster_project.evaluation.measures.clusters import score_links
    from dagster_project.linkage import cluster, grouped_units

    before = grouped_units(records)[0]
    one_source = dict.fromkeys(truth, "")
    found = {}
    for threshold in thresholds:
        groups = copy.deepcopy(before)
        for _ in cluster(result.units, result.pairs, groups, threshold=threshold):
            pass
        found[threshold] = score_links({m: groups.find(m) for m in truth}, truth, one_source)
    return found


def score_calibration(section: Section, labelled: Labelled) -> None:
    """Add the Brier score, and per tenth of the probability what the model says and what is true."""
    predicted = [(probability(weight), same) for weight, same in labelled.pairs]
    error = sum((p - same) ** 2 for p, same in predicted)
    section.add(Measure.share("calibration.brier", round(error, 6), len(predicted), better="low"))
    held: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for p, same in predicted:
        held[min(int(p * BINS), BINS - 1)].append((p, same))
    rows = []
    for number, some in enumerate(held):
        count, right = len(some), sum(same for _, same in some)
        expected = sum(p for p, _ in some) / count if count else None
        rows.append((number / BINS, (number + 1) / BINS, count, right, expected, right / count if count else None))
    columns = ("probability_from", "probability_to", "pairs", "right", "expected", "observed")
    section.table("by_probability", columns, rows)


def tell_weak_links(section: Section, result: "LinkResult", truth: dict[str, str], names: dict[str, str]) -> None:
    """Add the clusters that hang by one weak link, with what the truth says of both sides."""
    from dagster_project.linkage import weak_links

    rows, wrong, known = [], 0, 0
    for link in weak_links(result):
        ends = [{truth[m] for m in side if m in truth} for side in link.sides]
        same = bool(ends[0] & ends[1]) if all(ends) else None
        known += same is not None
        wrong += same is False
        sides = [(_names_text([names[m] for m in side]), "; ".join(side)) for side in link.sides]
        rows.append((link.weight, probability(link.weight), *sides[0], *sides[1], same))
    section.add(Measure("weak_links.clusters", len(rows), better="low"))
    section.add(Measure.share("weak_links.wrong", wrong, known, better="low"))
    columns = ("weight", "probability", "names_a", "mentions_a", "names_b", "mentions_b", "same")
    section.table("weak_links", columns, rows)


def _names_text(names: list[str]) -> str:
    return " / ".join(sorted(set(names)))
