"""To which part of the growth each collaboration that came or went belongs, as far as evidence says.

Belongs here: evidence and what follows from it. Does not belong here: the sums (`parts`).

| what happened | evidence | part |
|---|---|---|
| founded, dissolved, merged, split, split off | dated, or decided | really changed |
| first seen | a source dates its begin before the earlier snapshot, or an earlier snapshot has it | looked harder |
| no longer seen | a later snapshot has it again | looked harder (less) |
| entered or left the scope | by one and the same definition it would not have | defined otherwise |
| entered or left the scope otherwise | | possibly looked harder, possibly really changed |
| first seen, no longer seen, without a date | | possibly looked harder, possibly really changed |
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from dagster_project.workspace import Workspace, read_table
from dagster_project.workspace.seeds import read_seed

Row = dict[str, Any]
LOOKED, DEFINED, CHANGED = "looked_harder", "defined_otherwise", "really_changed"


@dataclass(frozen=True)
class Member:
    """One that came (sign 1) or went (-1), and the parts to which it may belong; one part where evidence says so."""

    collaboration_id: str
    sign: int
    parts: frozenset[str]


class Passages:
    """What the tables of a run say of collaborations at both ends of an interval."""

    def __init__(self, workspace: Workspace):
        self._snapshots = {r["snapshot"]: r for r in read_seed("snapshot").iter_rows(named=True)}
        self._known: dict[str, set[int]] = {}
        self.counted: dict[int, set[str]] = {}
        for row in read_table(workspace, "collaboration").iter_rows(named=True):
            self._known.setdefault(row["collaboration_id"], set()).add(row["snapshot"])
            if row["meets_definition"]:
                self.counted.setdefault(row["snapshot"], set()).add(row["collaboration_id"])
        self._failed = {
            (r["snapshot"], r["collaboration_id"], r["definition"])
            for r in read_table(workspace, "criterion").iter_rows(named=True)
            if r["met"] == "no"
        }
        self._events: dict[tuple[int, int], dict[str, str]] = {}
        for row in read_table(workspace, "event").iter_rows(named=True):
            ends = (row["from_snapshot"], row["to_snapshot"])
            if row["kind"] not in ("renamed", "legal_form_changed"):
                self._events.setdefault(ends, {})[row["collaboration_id"]] = row["kind"]
        self._begun = _begun(workspace)

    def pairs(self) -> list[tuple[int, int]]:
        """Successive published snapshots that both have collaborations."""
        published = sorted(s for s, r in self._snapshots.items() if r["role"] == "published" and self.counted.get(s))
        return list(pairwise(published))

    def members(self, before: int, after: int) -> Iterator[Member]:
        """Everything that is counted at one end only, in the order of ids."""
        then, now = self.counted[before], self.counted[after]
        for id_ in sorted(then ^ now):
            sign = 1 if id_ in now else -1
            yield Member(id_, sign, self._parts(id_, sign, before, after))

    def _parts(self, id_: str, sign: int, before: int, after: int) -> frozenset[str]:
        kind = self._events.get((before, after), {}).get(id_)
        if kind in ("founded", "dissolved", "merged", "split", None):
            # What came without an event of its own was split off something.
            return frozenset([CHANGED])
        if kind in ("entered_scope", "left_scope"):
            return frozenset([DEFINED]) if self._by_definition(id_, before, after) else frozenset([LOOKED, CHANGED])
        elsewhere = any(s < before for s in self._known[id_]) if sign > 0 else any(s > after for s in self._known[id_])
        begun = self._begun.get(id_)
        there_before = begun is not None and begun <= self._snapshots[before]["reference_date"]
        if elsewhere or (sign > 0 and there_before):
            return frozenset([LOOKED])
        return frozenset([LOOKED, CHANGED])

    def _by_definition(self, id_: str, before: int, after: int) -> bool:
        """Whether at neither end the two definitions would have told it apart from the other end."""
        old, new = (self._snapshots[s]["definition"] for s in (before, after))
        if old == new:
            return False
        counted_now = id_ in self.counted[after]
        by_old_after = (after, id_, old) not in self._failed
        by_new_before = (before, id_, new) not in self._failed
        # By one and the same definition, old or new, nothing would have changed.
        return by_old_after != counted_now and by_new_before == counted_now


def _begun(workspace: Workspace) -> dict[str, date]:
    """The earliest day from which a source says that a collaboration is in force."""
    link = dict(read_table(workspace, "link").select("mention_id", "collaboration_id").iter_rows())
    found: dict[str, date] = {}
    for id_, begin in read_table(workspace, "mention").select("mention_id", "valid_from").iter_rows():
        if begin is not None and id_ in link:
            found[link[id_]] = min(begin, found.get(link[id_], begin))
    return found
