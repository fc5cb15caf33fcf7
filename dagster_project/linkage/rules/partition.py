"""Mentions that are put together step by step, under rules that no step may break.

Belongs here: the partition, must-not-link, the rule of the register, the size of a cluster. Does not belong here: why
two mentions are one, and what else keeps them apart (`apart`).
"""

from collections import Counter
from collections.abc import Iterable

from dagster_project.linkage.records.record import Record
from dagster_project.linkage.rules.cannot_link import NONE, Facts, rules_for

# Mentions of one snapshot. What every government takes part in is named in each of their budgets, hardly more often;
# what grows larger hangs together by a mistake.
MAX_CLUSTER_SIZE = 400


class Groups:
    """A partition of mentions. A union that breaks a rule is refused and leaves the partition as it is."""

    def __init__(
        self,
        records: Iterable[Record],
        must_not: Iterable[tuple[str, str]] = (),
        subjects: frozenset[str] = frozenset(),
    ):
        self.parent: dict[str, str] = {}
        self.members: dict[str, list[str]] = {}
        self.chains: dict[str, dict[str, frozenset[str]]] = {}
        records = list(records)
        self.records = {r.mention_id: r for r in records}
        self.rules = rules_for(records, subjects)
        self.facts: dict[str, list[Facts]] = {}
        self.counted: dict[str, tuple[int, Counter[int]]] = {}
        self.refused_for_size: set[tuple[str, str]] = set()
        self.apart: dict[str, set[str]] = {}
        for record in records:
            m = record.mention_id
            self.parent[m], self.members[m] = m, [m]
            if record.register:
                self.chains[m] = {record.register: frozenset([record.chain])}
        for a, b in must_not:
            self.apart.setdefault(a, set()).add(b)
            self.apart.setdefault(b, set()).add(a)

    def find(self, mention_id: str) -> str:
        root = mention_id
        while self.parent[root] != root:
            root = self.parent[root]
        while self.parent[mention_id] != root:
            self.parent[mention_id], mention_id = root, self.parent[mention_id]
        return root

    def union(self, a: str, b: str, *, by_decision: bool = False, by_identifier: bool = False) -> bool:
        """Put the groups of two mentions together; True where they are now one.

        A decision breaks every rule; an identifier that both bear, those of `apart`.
        """
        left, right = self.find(a), self.find(b)
        if left == right:
            return True
        if not by_decision and not self._allowed(left, right):
            return False
        if not (by_decision or by_identifier) and self.excluded_by(left, right):
            return False
        if (len(self.members[left]), right) < (len(self.members[right]), left):
            left, right = right, left
        self.parent[right] = left
        self.members[left] += self.members.pop(right)
        both = zip(self._facts(left), self._facts(right), strict=True)
        self.facts[left] = [ours | theirs if ours and theirs else ours or theirs for ours, theirs in both]
        del self.facts[right]
        for register, chains in self.chains.pop(right, {}).items():
            ours = self.chains.setdefault(left, {})
            ours[register] = ours.get(register, frozenset()) | chains
        return True

    def excluded_by(self, a: str, b: str) -> str:
        """The name of the first rule of `apart` that keeps the groups of two mentions apart; empty where none does."""
        left, right = self.find(a), self.find(b)
        for rule, ours, theirs in zip(self.rules, self._facts(left), self._facts(right), strict=True):
            if rule.keeps_apart(ours, theirs):
                return rule.name
        return ""

    def _facts(self, root: str) -> list[Facts]:
        """What each rule knows of a group; of a mention alone, found when it is first asked for."""
        if root not in self.facts:
            self.facts[root] = [rule.facts(self.records[root]) or NONE for rule in self.rules]
        return self.facts[root]

    def kept_apart(self, a: str, b: str) -> bool:
        """Whether a decision, the register or a rule of `apart` keeps the groups of two mentions apart."""
        return self.two_in_register(a, b) or self.forbidden(a, b) or bool(self.excluded_by(a, b))

    def two_in_register(self, a: str, b: str) -> bool:
        """Whether one snapshot of one register has two mentions as different chains, each an arrangement of its own."""
        ours, theirs = self.chains.get(self.find(a), {}), self.chains.get(self.find(b), {})
        return any(ours[r] != theirs[r] for r in ours.keys() & theirs.keys())

    def _allowed(self, left: str, right: str) -> bool:
        if self._too_large(left, right):
            self.refused_for_size.add((min(left, right), max(left, right)))
            return False
        return not (self.two_in_register(left, right) or self.forbidden(left, right))

    def _too_large(self, left: str, right: str) -> bool:
        if len(self.members[left]) + len(self.members[right]) <= MAX_CLUSTER_SIZE:
            return False
        counted = self._by_snapshot(left) + self._by_snapshot(right)
        return max(counted.values()) > MAX_CLUSTER_SIZE

    def _by_snapshot(self, root: str) -> Counter[int]:
        """How many of a group are of each snapshot, counted once for as long as it does not grow."""
        size, counted = self.counted.get(root, (0, None))
        if counted is None or size != len(self.members[root]):
            counted = Counter(self.records[m].snapshot for m in self.members[root])
            self.counted[root] = len(self.members[root]), counted
        return counted

    def forbidden(self, a: str, b: str) -> bool:
        """Whether a decision keeps the groups of two mentions apart."""
        small, large = sorted((self.find(a), self.find(b)), key=lambda r: len(self.members[r]))
        apart = {x for m in self.members[small] for x in self.apart.get(m, ())}
        return any(self.find(x) == large for x in apart if x in self.parent)

    def all(self) -> list[list[str]]:
        """The groups, each sorted, in the order of their first mention."""
        return sorted(sorted(m) for m in self.members.values())
