"""Why two mentions are or are not one: what joined them, what keeps them apart, and what each comparison weighs.

Belongs here: the facts of one pair, found by the very steps that link. Does not belong here: how they are shown
(`page` and the command).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dagster_project.linkage.linking.clustering import THRESHOLD
from dagster_project.linkage.linking.link import grouped_units, link_records
from dagster_project.linkage.linking.strongest_links import StrongestLinks
from dagster_project.linkage.model.predict import compare_pair, match_weights
from dagster_project.linkage.records.record import Record
from dagster_project.linkage.rules.partition import Partition
from dagster_project.workspace.errors import WrongUse

MODEL, RULES, CLUSTER = "model", "rules", "cluster"


@dataclass(frozen=True)
class ComparisonWeight:
    """One comparison: the level on which the two stand, None where one of them is silent, and its match weight
    (bits)."""

    comparison: str
    level: str | None
    weight: float


@dataclass(frozen=True)
class Explanation:
    """The facts of one pair.

    Attributes:
        left, right: the two mentions.
        linked: whether they are in one cluster.
        by: what made it so: a rule, `RULES` where it took several, `MODEL`, or `CLUSTER` where they are one only
            through others; empty where they are not linked.
        through: how many others stand between them.
        cannot_link: what forbids it: `decision`, `register` or a rule of `cannot_link`; empty where nothing does.
        compared: whether the model compared their groups, or nothing brought these together.
        ambiguous: whether they were left apart because a third group weighs as much.
        prior: log2 of the odds before any comparison.
        comparisons: what each comparison of their groups weighs; none where a rule joined them before the model.
        sizes: the mentions of the groups that the model compares.
        threshold: bits from which the model links.
    """

    left: Record
    right: Record
    linked: bool
    by: str = ""
    through: int = 0
    cannot_link: str = ""
    compared: bool = False
    ambiguous: bool = False
    prior: float = 0.0
    comparisons: tuple[ComparisonWeight, ...] = field(default=())
    sizes: tuple[int, int] = (1, 1)
    threshold: float = THRESHOLD

    @property
    def total(self) -> float:
        """Log2 of the odds that the two groups are one, by the model alone."""
        return round(self.prior + sum(c.weight for c in self.comparisons), 3)


def explain_pair(records: list[Record], one: str, other: str, decisions: Iterable[dict] = ()) -> Explanation:
    """Why two mentions are or are not one.

    Args:
        records: all that are linked.
        one: a mention id.
        other: a mention id.
        decisions: as for `link_records`.

    Raises:
        WrongUse: for an id that is not there, or the same id twice.
    """
    decisions, by_id = list(decisions), {r.mention_id: r for r in records}
    for wanted in (one, other):
        if wanted not in by_id:
            raise WrongUse(f"there is no mention '{wanted}'", "--explain", "give two ids of the column mention_id")
    if one == other:
        raise WrongUse("twice the same mention", "--explain", "give two different ids")
    result = link_records(records, decisions)
    cluster = dict(result.links.select("mention_id", "cluster").iter_rows())
    linked = cluster[one] == cluster[other]
    strongest = StrongestLinks(steps=[])
    partition, units, rows = grouped_units(records, decisions, strongest)
    unit_of = {m: number for number, unit in enumerate(units) for m in unit}
    left, right = by_id[one], by_id[other]
    if unit_of[one] == unit_of[other]:
        size = len(units[unit_of[one]])
        by, through = _joining_rule(strongest.steps, one, other)
        return Explanation(left, right, linked, by, through, sizes=(size, size))
    a, b = sorted((unit_of[one], unit_of[other]))
    pairs = result.pairs
    compared = pairs.filter((pairs["unit_id_l"] == a) & (pairs["unit_id_r"] == b)).height > 0
    levels = compare_pair(rows[unit_of[one]], rows[unit_of[other]])
    comparisons = tuple(ComparisonWeight(name, *level) for name, level in levels.items())
    prior = match_weights()["prior"]
    by_model = compared and prior + sum(c.weight for c in comparisons) >= THRESHOLD
    return Explanation(
        left,
        right,
        linked,
        by="" if not linked else MODEL if by_model else CLUSTER,
        through=sum(1 for c in cluster.values() if c == cluster[one]) - 2 if linked else 0,
        cannot_link=_cannot_link(partition, one, other),
        compared=compared,
        ambiguous=(a, b) in result.ambiguous_pairs,
        prior=prior,
        comparisons=comparisons,
        sizes=(len(units[unit_of[one]]), len(units[unit_of[other]])),
    )


def _cannot_link(partition: Partition, one: str, other: str) -> str:
    if partition.decided_apart(one, other):
        return "decision"
    if partition.two_in_register(one, other):
        return "register"
    return partition.cannot_link_rule(one, other)


def _joining_rule(steps: list[tuple[str, str, str]], one: str, other: str) -> tuple[str, int]:
    """The first rule that joins two mentions by itself, and through how many others; `RULES` where it takes several."""
    for rule in dict.fromkeys(rule for rule, _, _ in steps):
        length = _path_length([(a, b) for named, a, b in steps if named == rule], one, other)
        if length is not None:
            return rule, length - 1
    return RULES, 0


def _path_length(pairs: list[tuple[str, str]], one: str, other: str) -> int | None:
    """The number of pairs on the shortest path between two mentions; None where there is none."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import shortest_path

    number: dict[str, int] = {}
    ends = [[number.setdefault(m, len(number)) for m in pair] for pair in pairs]
    if one not in number or other not in number:
        return None
    rows, columns = zip(*ends, strict=True)
    graph = coo_array(([1] * len(ends), (rows, columns)), shape=(len(number), len(number)))
    length = shortest_path(graph, directed=False, unweighted=True, indices=number[one])[number[other]]
    return int(length) if length < len(number) else None
