"""Mentions that are put together step by step, under rules that no step may break.

Belongs here: the partition, must-not-link, the rule of the register, the size of a cluster. Does not belong here: why
two mentions are one.
"""

import datetime
from collections import Counter
from collections.abc import Iterable

from dagster_project.linkage.names import systems_of
from dagster_project.linkage.records import Record
from dagster_project.linkage.vocabulary import ALWAYS_NAMED

# A collaboration of 40 municipalities, each naming it in one budget per snapshot and twice in a survey, stays below
# this; what grows larger hangs together by a mistake.
MAX_CLUSTER_SIZE = 400
# Versions of one regulation overlap by a mistake of days or months; what is in force beside another is another one.
OVERLAP_DAYS = 300
# So many lists must name a body of private law beside its namesake for the two to be told apart by that word.
LISTS_OF_TWO = 2


class Groups:
    """A partition of mentions. A union that breaks a rule is refused and leaves the partition as it is."""

    def __init__(self, records: Iterable[Record], must_not: Iterable[tuple[str, str]] = ()):
        self.parent: dict[str, str] = {}
        self.members: dict[str, list[str]] = {}
        self.chains: dict[str, dict[str, frozenset[str]]] = {}
        self.systems: dict[str, frozenset[str]] = {}
        self.periods: dict[str, frozenset[tuple[int, int]]] = {}
        self.laws: dict[str, frozenset[tuple[str, tuple[tuple[str, ...], ...]]]] = {}
        self.bodies: dict[str, frozenset[tuple[tuple[str, ...], str]]] = {}
        records = list(records)
        two_bodies = _forms_of_two_bodies(records)
        self.refused_for_size: set[tuple[str, str]] = set()
        self.apart: dict[str, set[str]] = {}
        for record in records:
            m = record.mention_id
            self.parent[m], self.members[m] = m, [m]
            self.chains[m] = {record.register: frozenset([record.chain])} if record.register else {}
            self.systems[m] = systems_of(record.forms)
            self.periods[m] = frozenset([_days(*record.period)]) if record.period else frozenset()
            self.laws[m] = frozenset([(record.law, record.forms)]) if record.law else frozenset()
            self.bodies[m] = frozenset((f, record.body) for f in record.forms if f in two_bodies)
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

        A decision breaks every rule; an identifier that both bear, those of the systems and of the periods.
        """
        left, right = self.find(a), self.find(b)
        if left == right:
            return True
        if not by_decision and not self._allowed(left, right):
            return False
        sure = by_decision or by_identifier
        if not sure and any(
            rule(left, right)
            for rule in (self._of_different_systems, self._side_by_side, self._of_different_law, self._of_two_bodies)
        ):
            return False
        if (len(self.members[left]), right) < (len(self.members[right]), left):
            left, right = right, left
        self.parent[right] = left
        self.members[left] += self.members.pop(right)
        self.systems[left] |= self.systems.pop(right)
        for sets in (self.periods, self.laws, self.bodies):
            sets[left] |= sets.pop(right)
        theirs = self.chains.pop(right)
        for register, chains in theirs.items():
            self.chains[left][register] = self.chains[left].get(register, frozenset()) | chains
        return True

    def _allowed(self, left: str, right: str) -> bool:
        if len(self.members[left]) + len(self.members[right]) > MAX_CLUSTER_SIZE:
            self.refused_for_size.add((min(left, right), max(left, right)))
            return False
        ours, theirs = self.chains[left], self.chains[right]
        # In one snapshot of one register each chain is an arrangement of its own.
        if any(ours[r] != theirs[r] for r in ours.keys() & theirs.keys()):
            return False
        small, large = sorted((left, right), key=lambda r: len(self.members[r]))
        forbidden = {x for m in self.members[small] for x in self.apart.get(m, ())}
        return not any(self.find(x) == large for x in forbidden if x in self.parent)

    def _of_different_systems(self, left: str, right: str) -> bool:
        ours, theirs = self.systems[left], self.systems[right]
        return (bool(ours and theirs) and not ours & theirs) or ours & ALWAYS_NAMED != theirs & ALWAYS_NAMED

    def _side_by_side(self, left: str, right: str) -> bool:
        """Whether a version of the one is in force beside one of the other, so that neither follows on the other."""
        return any(
            min(a[1], b[1]) - max(a[0], b[0]) > OVERLAP_DAYS for a in self.periods[left] for b in self.periods[right]
        )

    def _of_different_law(self, left: str, right: str) -> bool:
        """Whether a register gives them other names and other legal forms: one may change, hardly both at once."""
        return any(
            law != other and not set(forms) & set(others)
            for law, forms in self.laws[left]
            for other, others in self.laws[right]
        )

    def _of_two_bodies(self, left: str, right: str) -> bool:
        """Whether lists tell them apart by nothing but a word of private law."""
        other = dict(self.bodies[right])
        return any(form in other and other[form] != body for form, body in self.bodies[left])

    def all(self) -> list[list[str]]:
        """The groups, each sorted, in the order of their first mention."""
        return sorted(sorted(m) for m in self.members.values())


def _forms_of_two_bodies(records: list[Record]) -> frozenset[tuple[str, ...]]:
    """Forms that lists give twice, once with a word of private law and once with another or none: `Havenbedrijf Noord`
    and `Havenbedrijf Noord N.V.` in one list are two."""
    said: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    for record in records:
        for form in record.forms if record.listing else ():
            said.setdefault((record.listing, form), set()).add(record.body)
    lists = Counter(form for (_, form), bodies in said.items() if len(bodies) > 1)
    return frozenset(form for form, count in lists.items() if count >= LISTS_OF_TWO)


def _days(begin: datetime.date | None, end: datetime.date | None) -> tuple[int, int]:
    return (begin or datetime.date.min).toordinal(), (end or datetime.date.max).toordinal()
