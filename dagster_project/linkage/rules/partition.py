"""Mentions that are put together step by step, under rules that no step may break.

Belongs here: the partition, must-not-link, the rule of the register, the size of a cluster. Does not belong here: why
two mentions are one, and what else keeps them apart (`cannot_link`).
"""

from collections import Counter
from collections.abc import Iterable

from scipy.cluster.hierarchy import DisjointSet

from dagster_project.linkage.records.record import Record
from dagster_project.linkage.rules.cannot_link import NONE, Facts, rules_for

# Mentions of one snapshot. What every government takes part in is named in each of their budgets, hardly more often;
# what grows larger hangs together by a mistake.
MAX_CLUSTER_SIZE = 400


class Partition:
    """A partition of mentions. A union that breaks a rule is refused and leaves the partition as it is."""

    def __init__(
        self,
        records: Iterable[Record],
        must_not: Iterable[tuple[str, str]] = (),
        subjects: frozenset[str] = frozenset(),
    ):
        """Each record alone; `must_not` are pairs of mention ids that no step joins, `subjects` as from
        `subject_words`."""
        self._chains: dict[str, dict[str, frozenset[str]]] = {}
        records = list(records)
        self._records = {r.mention_id: r for r in records}
        self._sets = DisjointSet(self._records)
        self._rules = rules_for(records, subjects)
        self._facts: dict[str, list[Facts]] = {}
        self._counted: dict[str, tuple[int, Counter[int]]] = {}
        self.refused_for_size: set[tuple[str, str]] = set()
        self._must_not: dict[str, set[str]] = {}
        for record in records:
            m = record.mention_id
            if record.register:
                self._chains[m] = {record.register: frozenset([record.chain])}
        for a, b in must_not:
            self._must_not.setdefault(a, set()).add(b)
            self._must_not.setdefault(b, set()).add(a)

    def find(self, mention_id: str) -> str:
        """The mention that stands for the group of this one."""
        return self._sets[mention_id]

    def union(self, a: str, b: str, *, by_decision: bool = False, by_identifier: bool = False) -> bool:
        """Put the groups of two mentions together; True where they are now one.

        A decision breaks every rule; an identifier that both bear, those of `cannot_link`.
        """
        left, right = self.find(a), self.find(b)
        if left == right:
            return True
        if not by_decision and not self._allowed(left, right):
            return False
        if not (by_decision or by_identifier) and self.cannot_link_rule(left, right):
            return False
        self._sets.merge(left, right)
        if self.find(left) != left:
            left, right = right, left
        both = zip(self._facts_of(left), self._facts_of(right), strict=True)
        self._facts[left] = [ours | theirs if ours and theirs else ours or theirs for ours, theirs in both]
        del self._facts[right]
        for register, chains in self._chains.pop(right, {}).items():
            ours = self._chains.setdefault(left, {})
            ours[register] = ours.get(register, frozenset()) | chains
        return True

    def cannot_link_rule(self, a: str, b: str) -> str:
        """The name of the first rule of `cannot_link` that keeps the groups of two apart; empty where none does."""
        left, right = self.find(a), self.find(b)
        for rule, ours, theirs in zip(self._rules, self._facts_of(left), self._facts_of(right), strict=True):
            if rule.keeps_apart(ours, theirs):
                return rule.name
        return ""

    def _facts_of(self, root: str) -> list[Facts]:
        """What each rule knows of a group; of a mention alone, found when it is first asked for."""
        if root not in self._facts:
            self._facts[root] = [rule.facts(self._records[root]) or NONE for rule in self._rules]
        return self._facts[root]

    def must_stay_apart(self, a: str, b: str) -> bool:
        """Whether a decision, the register or a rule of `cannot_link` keeps the groups of two mentions apart."""
        return self.two_in_register(a, b) or self.decided_apart(a, b) or bool(self.cannot_link_rule(a, b))

    def two_in_register(self, a: str, b: str) -> bool:
        """Whether one snapshot of one register has two mentions as different chains, each an arrangement of its own."""
        ours, theirs = self._chains.get(self.find(a), {}), self._chains.get(self.find(b), {})
        return any(ours[r] != theirs[r] for r in ours.keys() & theirs.keys())

    def _allowed(self, left: str, right: str) -> bool:
        if self._too_large(left, right):
            self.refused_for_size.add((min(left, right), max(left, right)))
            return False
        return not (self.two_in_register(left, right) or self.decided_apart(left, right))

    def _too_large(self, left: str, right: str) -> bool:
        if self._sets.subset_size(left) + self._sets.subset_size(right) <= MAX_CLUSTER_SIZE:
            return False
        counted = self._by_snapshot(left) + self._by_snapshot(right)
        return max(counted.values()) > MAX_CLUSTER_SIZE

    def _by_snapshot(self, root: str) -> Counter[int]:
        """How many of a group are of each snapshot, counted once for as long as it does not grow."""
        size, counted = self._counted.get(root, (0, None))
        if counted is None or size != self._sets.subset_size(root):
            counted = Counter(self._records[m].snapshot for m in self._sets.subset(root))
            self._counted[root] = self._sets.subset_size(root), counted
        return counted

    def decided_apart(self, a: str, b: str) -> bool:
        """Whether a decision keeps the groups of two mentions apart."""
        small, large = sorted((self.find(a), self.find(b)), key=lambda r: self._sets.subset_size(r))
        apart = {x for m in self._sets.subset(small) for x in self._must_not.get(m, ())}
        return any(self.find(x) == large for x in apart if x in self._records)

    def groups(self) -> list[list[str]]:
        """The groups, each sorted, in the order of their first mention."""
        return sorted(sorted(subset) for subset in self._sets.subsets())
