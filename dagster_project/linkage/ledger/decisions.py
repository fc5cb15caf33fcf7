"""People's links as linkage obeys them: between two mentions of this run.

Belongs here: a minted id in a target to one of its mentions. Does not belong here: what a link does (`linking`).
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dagster_project.linkage.ledger.identities import Identity, read_ledger
from dagster_project.linkage.ledger.matching import ANCHOR_WEIGHTS, anchors_of
from dagster_project.workspace.layout import Workspace

if TYPE_CHECKING:
    import polars as pl

KINDS = ("must_link", "must_not_link")


def link_decisions(workspace: Workspace, mentions: "pl.DataFrame") -> list[dict[str, Any]]:
    """The active decisions on links, each minted id in their targets replaced by a mention that it was minted with.

    Where two ids must not be one, none of the mentions of the one may be with one of the other, so that gives a row
    for each two. An id of which nothing is there any more stays as it is; linkage then reports the decision as it does
    others that match nothing. A retired id keeps the mentions that it had, so a merger holds after it was made.
    """
    minted = _Minted(read_ledger(workspace), mentions)
    found = []
    for decision, parts in _meant(minted, workspace):
        two = decision["target"].split("|")
        pairs = minted.all_pairs(*two) if decision["kind"] == "must_not_link" and len(two) == 2 else []
        found += [{**decision, "target": "|".join(pair)} for pair in pairs or [parts]]
    return found


def minted_in_links(workspace: Workspace, mentions: "pl.DataFrame") -> frozenset[str]:
    """The minted ids in the targets of these decisions of which a mention was found."""
    minted = _Minted(read_ledger(workspace), mentions)
    written = ((d["target"].split("|"), parts) for d, parts in _meant(minted, workspace))
    return frozenset(w for target, parts in written for w, p in zip(target, parts, strict=True) if w != p)


def _meant(minted: "_Minted", workspace: Workspace) -> Iterator[tuple[dict[str, Any], list[str]]]:
    from dagster_project.decisions import active_decisions

    for decision in (d for kind in KINDS for d in active_decisions(workspace, kind)):
        yield decision, list(minted.meant(decision["target"].split("|")))


class _Minted:
    """The minted ids and the mentions of this run."""

    def __init__(self, ledger: Mapping[str, Identity], mentions: "pl.DataFrame"):
        self._ledger, self._frame = ledger, mentions

    @cached_property
    def _there(self) -> frozenset[str]:
        return frozenset(self._frame["mention_id"])

    @cached_property
    def _anchors(self) -> dict[str, frozenset[str]]:
        from dagster_project.linkage.records.from_tables import records_of

        return {r.mention_id: anchors_of([r]) for r in records_of(self._frame, None)}

    def meant(self, parts: list[str]) -> Iterator[str]:
        for part in parts:
            yield self._mention_of(part, [p for p in parts if p != part]) if part in self._ledger else part

    def all_pairs(self, one: str, other: str) -> list[tuple[str, str]]:
        """Every mention of one id with every one of another; none where one is no id or nothing of it alone is here."""
        if not {one, other} <= self._ledger.keys():
            return []
        ours, theirs = self._own(one, [other]), self._own(other, [one])
        return [] if ours & theirs else [(a, b) for a in sorted(ours) for b in sorted(theirs)]

    def _own(self, key: str, others: list[str]) -> frozenset[str]:
        """After a merger the heir holds the mentions of both: the link must still reach from one to the other."""
        own = self._ledger[key].mentions & self._there
        theirs = {m for o in others if o in self._ledger for m in self._ledger[o].mentions}
        return own - theirs - set(others) or own

    def _mention_of(self, key: str, others: list[str]) -> str:
        if own := self._own(key, others):
            return min(own)
        shared = {m: self._ledger[key].anchors & found for m, found in self._anchors.items()}
        at = {m: sum(ANCHOR_WEIGHTS[a.split(":", 1)[0]] for a in found) for m, found in shared.items() if found}
        return min(at, key=lambda m: (-at[m], m), default=key)
