"""What a run would change in the ledger, and which of it a person accepted.

Belongs here: minted ids that fall together, that part, that are not seen, and ids to be minted; the decision that each
change of a minted id needs. Does not belong here: matching (`matching`), writing (`minting`), words (`diff_text`).

A merger is accepted by a must_link of the two ids, or of a mention of each; a split by a must_not_link of a mention in
the part that keeps the id and one in the part that goes. The same decisions hold the links in every later run.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dagster_project.linkage.ledger.crosswalk import MERGED, SPLIT, Step, heirs, living
from dagster_project.linkage.ledger.identities import MENTION, Identity
from dagster_project.linkage.ledger.matching import places

if TYPE_CHECKING:
    import polars as pl

ACCEPTS = {MERGED: "must_link", SPLIT: "must_not_link"}


@dataclass(frozen=True)
class Change:
    """What was minted as `old_id` is found as `new_id`: all that is left of it (merged), or a part (split).

    `mentions` are those of the old id in the new one, `staying` those where the old id stays. `target` is that of the
    decision that accepts it, of kind `ACCEPTS[reason]`; `decisions` are those that do.
    """

    reason: str
    old_id: str
    old_name: str
    new_id: str
    new_name: str
    mentions: int
    staying: int
    target: str
    decisions: tuple[str, ...]

    @property
    def accepted(self) -> bool:
        return bool(self.decisions)


@dataclass(frozen=True)
class LedgerDiff:
    """`unseen`: minted ids that no source shows now. `fresh`: id, name and mentions of those to be minted."""

    changes: list[Change]
    unseen: list[Identity]
    fresh: list[tuple[str, str, int]]

    @property
    def refused(self) -> list[Change]:
        return [c for c in self.changes if not c.accepted]


@dataclass
class _Run:
    """The clusters of the run by the id that it gave them, and where the minted ids are among them."""

    names: dict[str, str]
    mentions: dict[str, frozenset[str]]
    ledger: dict[str, Identity]
    at: dict[str, dict[str, int]]
    gone: dict[str, frozenset[str]]
    held: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for key, found in self.at.items():
            for cluster in found:
                self.held.setdefault(cluster, set()).add(key)

    def own(self, key: str, cluster: str) -> frozenset[str]:
        """The mentions in a cluster that are a minted id's."""
        return self.ledger[key].mentions & self.mentions[cluster]

    def meant(self, part: str, cluster: str) -> frozenset[str]:
        """The minted ids in a cluster of which a part of a target speaks: itself, its heirs, or its mention's."""
        ids = self.gone.get(part, frozenset([part])) & self.held[cluster]
        return ids | {key for key in self.held[cluster] if part in self.own(key, cluster)}


def ledger_diff(
    identity_frame: "pl.DataFrame",
    ledger: Mapping[str, Identity],
    steps: Iterable[Step],
    decisions: Iterable[Mapping[str, Any]],
) -> LedgerDiff:
    """Hold the table `collaboration_identity` of a run against the ledger and its crosswalk.

    `decisions` are the active ones of kinds must_link and must_not_link. The order of everything is that of the ids.
    """
    steps = list(steps)
    rows = {r["collaboration_id"]: r for r in identity_frame.sort("collaboration_id").iter_rows(named=True)}
    known = living(ledger, steps)
    run = _Run(
        names={key: row["name"] for key, row in rows.items()},
        mentions={
            key: frozenset(a.removeprefix(MENTION) for a in row["anchors"] if a.startswith(MENTION))
            for key, row in rows.items()
        },
        ledger=known,
        at=places({key: row["anchors"] for key, row in rows.items()}, known),
        gone=heirs(steps),
    )
    decided = [(d["kind"], *d["target"].split("|"), str(d["decision_id"])) for d in decisions]
    return LedgerDiff(
        changes=list(_changes(run, decided)),
        unseen=[known[key] for key in sorted(known) if key not in run.at],
        fresh=[(key, row["name"], row["mentions"]) for key, row in rows.items() if key not in ledger],
    )


def _changes(run: _Run, decided: list[tuple[str, ...]]) -> Iterator[Change]:
    must_link = [d[1:] for d in decided if d[0] == ACCEPTS[MERGED]]
    must_not_link = [d[1:] for d in decided if d[0] == ACCEPTS[SPLIT]]
    for old in sorted(run.at):
        for new in sorted(run.at[old]):
            if new == old:
                continue
            by = set(_joined(run, old, new, must_link)) if new in run.ledger else set()
            stays = old in run.at[old]
            staying = run.own(old, old) if stays else frozenset()
            target = f"{min(old, new)}|{max(old, new)}"
            if stays:
                by |= set(_parted(run, old, new, must_not_link))
                here, there = (min(_speaking(run, old, cluster), default="") for cluster in (old, new))
                target = f"{min(here, there)}|{max(here, there)}"
            yield Change(
                SPLIT if stays else MERGED,
                old,
                run.ledger[old].name,
                new,
                run.ledger[new].name if new in run.ledger else run.names[new],
                len(run.own(old, new)),
                len(staying),
                target,
                tuple(sorted(by)),
            )


def _speaking(run: _Run, key: str, cluster: str) -> frozenset[str]:
    """The mentions that speak for an id in a cluster: its own; all where the files with its own were replaced."""
    return run.own(key, cluster) or run.mentions[cluster]


def _joined(run: _Run, old: str, new: str, must_link: list[tuple[str, ...]]) -> Iterator[str]:
    """The decisions that make two ids one in a cluster, also by way of a third id in it."""
    edges = [(run.meant(a, new), run.meant(b, new), decision) for a, b, decision in must_link]
    edges = [e for e in edges if e[0] and e[1] and e[0] != e[1]]
    reached: set[str] = {old}
    while more := {k for a, b, _ in edges if (a | b) & reached for k in a | b} - reached:
        reached |= more
    if new in reached:
        yield from (decision for a, b, decision in edges if (a | b) & reached)


def _parted(run: _Run, old: str, new: str, must_not_link: list[tuple[str, ...]]) -> Iterator[str]:
    here, there = _speaking(run, old, old), _speaking(run, old, new)
    for a, b, decision in must_not_link:
        if (a in here and b in there) or (b in here and a in there):
            yield decision
