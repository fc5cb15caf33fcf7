"""What the sources of one snapshot say of one collaboration: its participants, who names it, its task, its dates.

Belongs here: reading the tables into one shape for the comparison over time. Does not belong here: judging what became
of a collaboration (`proposals`).
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from dagster_project.linkage.names.parse import read_name, tasks_of, tokens_of
from dagster_project.linkage.records.places import current_ids, latest_catalogue, provinces_of
from dagster_project.linkage.records.subjects import subject_tokens
from dagster_project.linkage.succession.statements import successor_written
from dagster_project.workspace.seeds import counts_for, read_seed

if TYPE_CHECKING:
    import polars as pl

GOVERNMENTS = ("gm", "pv", "ws")
AFFIRMING = ("lists", "participates")
SAME_TEXT = 0.6
"""Share of the words of two descriptions, of all words in either, from which they describe one task."""
LEAST_WORDS = 4
"""A description of fewer telling words fits too many tasks."""


@dataclass
class Observation:
    """One collaboration in one published snapshot.

    `members` are the governments that take part, by their id of today. `named_by` tells for every one who names it (an
    organisation in its own papers, or a kind of list) with which members and in which mention.
    """

    members: frozenset[str] = frozenset()
    named_by: dict[str, tuple[frozenset[str], str]] = field(default_factory=dict)
    forms: frozenset[tuple[str, ...]] = frozenset()
    tokens: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()

    def tasks(self) -> dict[str, list[str]]:
        """Each task with the words that name it."""
        described = frozenset(word for text in self.purposes for word in _telling_tokens(text))
        found: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self.tokens if tasks_of(tuple(self.tokens)) else described):
            for task in tasks_of((word,)):
                found[task].append(word)
        return found

    def mention_of(self, members: frozenset[str]) -> str:
        """The mention that names most of these members."""
        return min(self.named_by.values(), key=lambda named: (-len(named[0] & members), named[1]))[1]


@dataclass
class Observations:
    """All of them by snapshot and collaboration, and the dates that sources give.

    `ends` and `begins` are dates of a collaboration with the mention that gives each: an answer that it ended, the end
    of its last version in the register, the first version of its arrangement there. `into` is what a source says of
    the other in which it went on: its name and the mention.
    """

    at: dict[tuple[int, str], Observation]
    ends: dict[str, list[tuple[datetime.date, str]]]
    begins: dict[str, tuple[datetime.date, str]]
    into: dict[str, tuple[str, str]]
    subjects: frozenset[str]

    def snapshots(self) -> list[tuple[int, datetime.date]]:
        """The published snapshots that have anything, with their reference dates."""
        there = {snapshot for snapshot, _ in self.at}
        rows = read_seed("snapshot").sort("snapshot").iter_rows(named=True)
        return [(r["snapshot"], r["reference_date"]) for r in rows if r["snapshot"] in there]

    def shared_task(self, one: Observation, other: Observation) -> tuple[tuple[str, ...], bool]:
        """The words that say that both do the same; none where they do not, or where nothing tells.

        Where a name says no task (`Dienst Noord`), words of its description stand for it. Then the second is False: a
        description names much beside the task itself.
        """
        if any(_same_text(a, b) for a in one.purposes for b in other.purposes):
            return ("doel",), True
        here, there = one.tasks(), other.tasks()
        if here and there:
            both = here.keys() & there.keys()
            words = {word for task in both for word in here[task]}
            return tuple(sorted(words)), bool(tasks_of(tuple(one.tokens)) and tasks_of(tuple(other.tokens)))
        return tuple(sorted(one.tokens & other.tokens & self.subjects)), True


def observations_of(mentions: "pl.DataFrame", links: "pl.DataFrame", participants: "pl.DataFrame") -> Observations:
    """From the tables `mention`, `link` and `resolved_participant`."""
    members = _governments_by_mention(participants)
    affirmed: dict[tuple[int, str], list[dict]] = defaultdict(list)
    ends: dict[str, list[tuple[datetime.date, str]]] = defaultdict(list)
    register: dict[str, list[dict]] = defaultdict(list)
    into: dict[str, tuple[str, str]] = {}
    columns = [
        "mention_id", "snapshot", "source", "claim", "reporting_organisation_id", "name_written", "other_names",
        "purpose_written", "identifiers", "valid_from", "valid_to",
    ]  # fmt: skip
    linked = mentions.select(columns).join(links.select("mention_id", "collaboration_id"), on="mention_id")
    for row in linked.sort("mention_id").iter_rows(named=True):
        for text in (row["name_written"], row["purpose_written"]):
            if other := successor_written(text):
                into.setdefault(row["collaboration_id"], (other, row["mention_id"]))
        if row["claim"] == "dissolved" and row["valid_to"]:
            ends[row["collaboration_id"]].append((row["valid_to"], row["mention_id"]))
        if row["source"] == "register" and row["valid_from"]:
            register[row["collaboration_id"]].append(row)
        snapshot = counts_for(row["source"], row["snapshot"])
        if row["claim"] in AFFIRMING and snapshot is not None:
            affirmed[snapshot, row["collaboration_id"]].append(row)
    for id_, versions in register.items():
        last = max(versions, key=lambda r: (r["snapshot"], r["valid_from"], r["mention_id"]))
        if last["valid_to"]:
            ends[id_].append((last["valid_to"], last["mention_id"]))
    at = {key: _observation(rows, members) for key, rows in affirmed.items()}
    begins = {id_: found for id_, versions in register.items() if (found := _begin(versions))}
    subjects = subject_tokens(
        (provinces_of(observation.members, latest_catalogue()), observation.tokens) for observation in at.values()
    )
    return Observations(at, {id_: sorted(found) for id_, found in ends.items()}, begins, into, subjects)


def _governments_by_mention(participants: "pl.DataFrame") -> dict[str, frozenset[str]]:
    import polars as pl

    ids = participants.select("mention_id", "organisation_id").filter(
        pl.col("organisation_id").str.slice(0, 2).is_in(GOVERNMENTS)
    )
    grouped = ids.group_by("mention_id").agg(pl.col("organisation_id").unique())
    return {mention_id: current_ids(some) for mention_id, some in grouped.iter_rows()}


def _observation(rows: list[dict], members: dict[str, frozenset[str]]) -> Observation:
    observation, names, purposes = Observation(), set(), set()
    for row in rows:
        here = members.get(row["mention_id"], frozenset())
        observation.members |= here
        reporter = row["reporting_organisation_id"]
        key = next(iter(current_ids({reporter}))) if reporter else row["source"]
        before, mention_id = observation.named_by.get(key, (frozenset(), row["mention_id"]))
        observation.named_by[key] = (before | here, mention_id)
        names |= {row["name_written"] or "", *(row["other_names"] or ())}
        purposes.add(row["purpose_written"] or "")
    observation.forms = frozenset(form for name in names for form in read_name(name).forms)
    observation.tokens = frozenset(token for form in observation.forms for token in form)
    observation.purposes = frozenset(purposes)
    return observation


@lru_cache(maxsize=100_000)
def _telling_tokens(text: str) -> frozenset[str]:
    return frozenset(tokens_of(text))


def _begin(versions: list[dict]) -> tuple[datetime.date, str] | None:
    """Only a version that opens its chain says when the arrangement began."""
    first = min(versions, key=lambda r: (r["valid_from"], r["mention_id"]))
    ids = set(first["identifiers"] or ())
    opens = any(f"chain:{i.removeprefix('roo:')}" in ids for i in ids if i.startswith("roo:"))
    return (first["valid_from"], first["mention_id"]) if opens else None


def _same_text(one: str, other: str) -> bool:
    words, others = _telling_tokens(one), _telling_tokens(other)
    return min(len(words), len(others)) >= LEAST_WORDS and len(words & others) >= SAME_TEXT * len(words | others)
