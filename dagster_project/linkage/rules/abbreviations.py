"""Names that say too little to be joined by themselves: letters alone, and a task without a place.

Belongs here: joining such mentions to the one group that their people point at. Does not belong here: names that tell
(`deterministic`), or what must stay apart (`cannot_link`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterator

from dagster_project.linkage.records.record import Record

# Part of the smaller list of participants that must be shared.
SHARED_PEOPLE = 0.5


def bare_abbreviations(record: Record) -> frozenset[str]:
    """The abbreviations that a name says and besides which it says nothing; empty where it says more."""
    written = {a for name in record.names for a in name.abbreviations}
    alone = bool(record.forms) and all(len(form) == 1 and form[0] in written for form in record.forms)
    return frozenset(written) if alone else frozenset()


def same_abbreviation(records: list[Record], find: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Mentions of nothing but letters, each with a mention of the one group that bears them and shares its people.

    Letters repeat all over the country, and within a region too; where two groups could be meant, neither is.
    """
    bare = [(record, bare_abbreviations(record)) for record in records]
    # Letters are borne all over the country: only who also knows one of the people can share enough of them.
    asked = {(x, who) for record, letters in bare for x in letters for who in record.participants | record.near}
    wanted = {x for x, _ in asked}
    bearers: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record, letters in bare:
        if not letters:
            for x in {x for n in record.names for x in (*n.abbreviations, *n.initials)} & wanted:
                for key in ((x, who) for who in record.participants | record.near):
                    if key in asked:
                        bearers[key].append(record)
    for record, letters in bare:
        best: dict[str, tuple[float, str]] = {}
        keys = [(x, who) for x in letters for who in record.participants | record.near]
        for other in {o.mention_id: o for key in keys for o in bearers.get(key, ())}.values():
            share = shared_participants(record, other)
            if share >= SHARED_PEOPLE and (not record.listing or record.listing != other.listing):
                root = find(other.mention_id)
                best[root] = max(best.get(root, (0.0, "")), (share, other.mention_id))
        ranked = sorted(best.values(), reverse=True)
        if ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]):
            yield ranked[0][1], record.mention_id


def shared_participants(one: Record, other: Record) -> float:
    """The part of the smaller list that both name; of the people known to be involved where a list is missing."""
    if one.participants and other.participants:
        ours, theirs = one.participants, other.participants
    else:
        ours, theirs = one.participants | one.near, other.participants | other.near
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0
