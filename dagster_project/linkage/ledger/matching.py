"""Clusters of a run to the identities of the ledger, or to the ids that the next release would mint.

Belongs here: anchors and the matching. Does not belong here: writing the ledger (`minting`) and making clusters
(`linking`).
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, TypeVar

from dagster_project.linkage.ledger.check import checked_ledger
from dagster_project.linkage.ledger.crosswalk import living
from dagster_project.linkage.ledger.identities import BETWEEN, Identity, id_of, next_number
from dagster_project.linkage.records.from_tables import records_of
from dagster_project.linkage.records.record import Record
from dagster_project.workspace.layout import Workspace
from dagster_project.workspace.tables import frame_of

if TYPE_CHECKING:
    import polars as pl

K = TypeVar("K", int, str)

# What one shared anchor of a kind says. An identifier outlives a change of the file, mention ids do not, and a name
# with its province is only believed where it points one way.
ANCHOR_WEIGHTS = {"sv": 1000, "chain": 100, "kvk": 100, "mention": 10, "so": 5, "name": 1}
_MUST_BE_UNIQUE = ("so", "name")
_TIERS = (frozenset({"mention"}), frozenset({"sv", "chain", "kvk"}), frozenset({"so", "name"}))


def identities(
    workspace: Workspace, links: "pl.DataFrame", mentions: "pl.DataFrame"
) -> tuple["pl.DataFrame", "pl.DataFrame"]:
    """Give every cluster its id: the tables `link` and `collaboration_identity`.

    `links` as from `link_mentions`. Ids of the ledger go to the cluster with which they share most; the others get the
    next free numbers, in the order of earliest snapshot, name and first mention id, with status provisional. The
    ledger is read and never written.

    Raises LedgerLost where the ledger does not hold what a release on disk holds.
    """
    import polars as pl

    records = {r.mention_id: r for r in records_of(mentions, None)}
    clusters: dict[int, list[Record]] = defaultdict(list)
    for mention_id, number in links.select("mention_id", "cluster").sort("mention_id").iter_rows():
        clusters[number].append(records[mention_id])
    ledger, steps, released = checked_ledger(workspace)
    anchors = {number: anchors_of(members) for number, members in clusters.items()}
    given = match(anchors, living(ledger, steps))
    names = {number: telling_name(members) for number, members in clusters.items()}
    fresh = [n for n in clusters if n not in given]
    fresh.sort(key=lambda n: (min(r.snapshot for r in clusters[n]), names[n], clusters[n][0].mention_id))
    following = next_number(ledger.keys() | released.given)
    ids = given | {number: id_of(following + i) for i, number in enumerate(fresh)}
    numbered = pl.DataFrame(
        {"cluster": list(ids), "collaboration_id": list(ids.values())},
        schema={"cluster": pl.Int64, "collaboration_id": pl.String},
    )
    linked = links.join(numbered, on="cluster", how="left").select("mention_id", "collaboration_id", "weight", "basis")
    rows = [
        {
            "collaboration_id": ids[number],
            "status": "minted" if number in given else "provisional",
            "name": names[number],
            "mentions": len(members),
            "anchors": sorted(anchors[number]),
        }
        for number, members in clusters.items()
    ]
    return linked.sort("mention_id"), frame_of("collaboration_identity", rows).sort("collaboration_id")


def anchors_of(members: list[Record]) -> frozenset[str]:
    """The keys by which a later run finds this cluster again, as kind:value."""
    found = {f"mention:{r.mention_id}" for r in members}
    found |= {i for r in members for i in (*r.identifiers, *r.bodies)}
    # One form may be written in many provinces of one collaboration; each is an anchor of its own.
    for record in members:
        for form in record.forms:
            found |= {f"name:{' '.join(form)}@{place}" for place in sorted(record.provinces | record.seats) or [""]}
    return frozenset(a.replace(BETWEEN, " ") for a in found)


def places(anchors: Mapping[K, Collection[str]], ledger: Mapping[str, Identity]) -> dict[str, dict[K, int]]:
    """Each id of the ledger that is still found to the clusters where it is, each with what they share.

    An id of which a mention is there is where its mentions are, whatever else bears its name by now; without any it is
    where its identifiers are, and only then where a name or a body points one way.
    """
    holders: dict[str, list[str]] = defaultdict(list)
    for key in sorted(ledger):
        for anchor in ledger[key].anchors | {f"sv:{key}"}:
            holders[anchor].append(key)
    bearers = Counter(a for found in anchors.values() for a in found)
    shared: dict[str, Counter[K]] = defaultdict(Counter)
    kinds: dict[tuple[str, K], set[str]] = defaultdict(set)
    for cluster, found in anchors.items():
        for anchor in found:
            kind = anchor.split(":", 1)[0]
            if kind in _MUST_BE_UNIQUE and (bearers[anchor] > 1 or len(holders.get(anchor, ())) > 1):
                continue
            for key in holders.get(anchor, ()):
                shared[key][cluster] += ANCHOR_WEIGHTS.get(kind, 0)
                kinds[key, cluster].add(kind)
    found_at: dict[str, dict[K, int]] = {}
    for key in sorted(shared):
        for tier in _TIERS:
            at = {c: weight for c, weight in shared[key].items() if weight and kinds[key, c] & tier}
            if at:
                found_at[key] = at
                break
    return found_at


def match(anchors: Mapping[int, Collection[str]], ledger: Mapping[str, Identity]) -> dict[int, str]:
    """Clusters to ids of the ledger, one to one: the pair that shares most first, then by id and number."""
    shared = [(-w, key, number) for key, at in places(anchors, ledger).items() for number, w in at.items()]
    given: dict[int, str] = {}
    taken: set[str] = set()
    for _, key, number in sorted(shared):
        if number not in given and key not in taken:
            given[number] = key
            taken.add(key)
    return given


def telling_name(members: list[Record]) -> str:
    """The name written most often; of equals the one of the latest snapshot, then the longest, then the first."""
    counted = Counter(r.name for r in members)
    latest: dict[str, int] = {}
    for record in members:
        latest[record.name] = max(record.snapshot, latest.get(record.name, 0))
    return min(counted, key=lambda n: (-counted[n], -latest[n], -len(n), n))
