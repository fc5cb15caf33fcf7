"""Why two mentions are or are not one: what joined them, what keeps them apart, and what each comparison weighs.

Belongs here: the facts of one pair, found by the very steps that link. Does not belong here: how they are shown
(`explain_page` and the command).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dagster_project.linkage.linking.clustering import THRESHOLD
from dagster_project.linkage.linking.link import Joins, grouped_units, link_records
from dagster_project.linkage.model.predict import compare, weights
from dagster_project.linkage.records.record import Record
from dagster_project.linkage.rules.partition import Groups
from dagster_project.workspace.errors import WrongUse

MODEL, RULES, CLUSTER = "model", "rules", "cluster"


@dataclass(frozen=True)
class Weighed:
    """One comparison: the level on which the two stand, None where one of them is silent, and what it weighs (bits)."""

    comparison: str
    level: str | None
    weight: float


@dataclass(frozen=True)
class Explanation:
    """`together` says whether they are one, `by` what made it so: a rule without a model, `model`, or `cluster` where
    they are one only through others, which `through` counts. `apart` names what forbids it. `weighed` and `total` are
    of the groups that the model compares; `compared` says whether it did, or whether nothing brought them together, and
    `torn` whether they were left apart because a third group weighs as much."""

    left: Record
    right: Record
    together: bool
    by: str = ""
    through: int = 0
    apart: str = ""
    compared: bool = False
    torn: bool = False
    prior: float = 0.0
    weighed: tuple[Weighed, ...] = field(default=())
    sizes: tuple[int, int] = (1, 1)
    threshold: float = THRESHOLD

    @property
    def total(self) -> float:
        """Log2 of the odds that the two groups are one, by the model alone."""
        return round(self.prior + sum(w.weight for w in self.weighed), 3)


def explain_pair(records: list[Record], one: str, other: str, decisions: Iterable[dict] = ()) -> Explanation:
    """Why the mentions with these ids are or are not one among all `records`.

    Raises WrongUse for an id that is not there, or the same id twice.
    """
    decisions, by_id = list(decisions), {r.mention_id: r for r in records}
    for wanted in (one, other):
        if wanted not in by_id:
            raise WrongUse(f"there is no mention '{wanted}'", "--explain", "give two ids of the column mention_id")
    if one == other:
        raise WrongUse("twice the same mention", "--explain", "give two different ids")
    linked = link_records(records, decisions)
    cluster = dict(linked.links.select("mention_id", "cluster").iter_rows())
    together = cluster[one] == cluster[other]
    joins = Joins(steps=[])
    groups, units, rows = grouped_units(records, decisions, joins)
    at = {m: number for number, unit in enumerate(units) for m in unit}
    left, right = by_id[one], by_id[other]
    if at[one] == at[other]:
        size = len(units[at[one]])
        by, through = _rule(joins, one, other)
        return Explanation(left, right, together, by, through, sizes=(size, size))
    a, b = sorted((at[one], at[other]))
    pairs = linked.pairs
    compared = pairs.filter((pairs["unit_id_l"] == a) & (pairs["unit_id_r"] == b)).height > 0
    weighed = tuple(Weighed(name, *said) for name, said in compare(rows[at[one]], rows[at[other]]).items())
    prior = weights()["prior"]
    total = prior + sum(w.weight for w in weighed)
    by = "" if not together else MODEL if compared and total >= THRESHOLD else CLUSTER
    return Explanation(
        left,
        right,
        together,
        by,
        sum(1 for m, c in cluster.items() if c == cluster[one]) - 2 if together else 0,
        _apart(groups, one, other),
        compared,
        (a, b) in linked.torn,
        prior,
        weighed,
        (len(units[at[one]]), len(units[at[other]])),
    )


def _apart(groups: Groups, one: str, other: str) -> str:
    """What forbids that the two groups become one: a decision, the register, or a rule of `apart`."""
    if groups.forbidden(one, other):
        return "decision"
    if groups.two_in_register(one, other):
        return "register"
    return groups.excluded_by(one, other)


def _rule(joins: Joins, one: str, other: str) -> tuple[str, int]:
    """The first rule that joins two mentions by itself, and through how many others; `rules` where it takes several."""
    by_rule: dict[str, dict[str, set[str]]] = {}
    for rule, a, b in joins.steps:
        beside = by_rule.setdefault(rule, {})
        beside.setdefault(a, set()).add(b)
        beside.setdefault(b, set()).add(a)
    for rule, beside in by_rule.items():
        steps = _steps(beside, one, other)
        if steps is not None:
            return rule, steps - 1
    return RULES, 0


def _steps(beside: dict[str, set[str]], one: str, other: str) -> int | None:
    """The number of pairs on the shortest way between two mentions; None where there is none."""
    reached, steps, edge = {one}, 0, {one}
    while edge:
        if other in edge:
            return steps
        edge = {m for e in edge for m in beside.get(e, ())} - reached
        reached |= edge
        steps += 1
    return None
