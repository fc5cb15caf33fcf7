"""Whether the linkage compares what is one: blocking recall, and what it costs in pairs.

Belongs here: the pairs that the sure rules or blocking bring together. Does not belong here: what is made of them
(`measures.linkage`).
"""

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from dagster_project.evaluation.report.model import Measure, Section

if TYPE_CHECKING:
    from dagster_project.linkage import Record


def score_blocking(section: Section, records: "list[Record]", truth: dict[str, str]) -> None:
    """Add the part of the true pairs that is compared or joined before, and the number of pairs of groups compared.

    What is not compared can be one only through others, whatever the model is.
    """
    from dagster_project.linkage import grouped_units, score_pairs

    _, units, rows = grouped_units(records)
    compared = set(score_pairs(rows, floor=None).select("unit_id_l", "unit_id_r").iter_rows())
    unit_of = {mention: number for number, unit in enumerate(units) for mention in unit}
    entities: dict[str, Counter] = defaultdict(Counter)
    for mention, entity in truth.items():
        entities[entity][unit_of[mention]] += 1
    found = true = 0
    for held in entities.values():
        count = held.total()
        true += count * (count - 1) // 2
        found += sum(n * (n - 1) // 2 for n in held.values())
        found += sum(held[a] * held[b] for a, b in combinations(sorted(held), 2) if (a, b) in compared)
    section.add(Measure.share("linkage.blocking_recall", found, true))
    section.add(Measure("linkage.compared_pairs", len(compared), better="low"))
