"""Which collaborations went on in others: mergers and splits, as the sources show them, with their evidence.

Belongs here: the rules, and how strong the evidence is. Does not belong here: what sources say (`observations`), and
which of these become events (`int_succession` in dbt, where a person's decision wins).

A merger shows by three things together: the one is gone, its participants stand in the other and did not before, and
both have the same task. A split shows by the same three: what is new has participants that the old one lost. No one of
them says anything by itself, nor do participants without a task: the same municipalities work together on everything.

| grade | what stands behind it | becomes |
|---|---|---|
| stated | a source says in words in which other it went on | an event |
| dated | a source gives the date of the end or the begin | an event |
| passed | no date, but one source saw all pass over: it named the old one then and names the new one now | an event |
| asked | less | a question |
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dagster_project.linkage.succession.observations import Observation, Observations, observations_of
from dagster_project.linkage.succession.statements import find_by_name

if TYPE_CHECKING:
    import polars as pl

MOST = 0.8
"""Share of the participants that must have gone the same way: a list or two forgets one."""
NEARLY_ALL = 0.9
"""The same where nobody gives a date."""
HALF = 0.5
"""Share of what came that must have come from there; else the other merely grew."""
LEAST_PASSED = 2
"""One participant that comes or goes is no merger and no split."""
CLOSE = datetime.timedelta(days=31)
"""How far the end of the old and the begin of what is new may lie apart for the one to go on in the other."""
STATED, DATED, PASSED, ASKED = "stated", "dated", "passed", "asked"

Interval = tuple[int, datetime.date, int, datetime.date]
"""From snapshot and its date, to snapshot and its date."""


@dataclass(frozen=True)
class Succession:
    """A collaboration (`old`), the other in which it or a part of it may have gone on, and what speaks for it.

    `passed` are the participants that the other got from it, `share` which part of all that should have passed did,
    `came_from` which part of all that came to the other came from there. `sure` is whether task and dates are told well
    enough for an event; `dated_by` is the mention that gives the date `on`.
    """

    old: str
    new: str
    passed: frozenset[str]
    words: tuple[str, ...]
    share: float
    sure: bool
    came_from: float = 0.0
    grade: str = ASKED
    on: datetime.date | None = None
    dated_by: str | None = None


def successions(mentions: "pl.DataFrame", links: "pl.DataFrame", participants: "pl.DataFrame") -> list[dict]:
    """Rows of `proposed_succession`, from the tables `mention`, `link` and `resolved_participant`."""
    observed = observations_of(mentions, links, participants)
    rows = []
    for (start, since), (end, until) in pairwise(observed.snapshots()):
        interval = (start, since, end, until)
        rows += [_proposal_row(observed, interval, "merger", candidate) for candidate in _mergers(observed, interval)]
        rows += [_proposal_row(observed, interval, "split", candidate) for candidate in _splits(observed, interval)]
    return rows


def _mergers(observed: Observations, interval: Interval) -> Iterator[Succession]:
    before, after, known = _before_and_after(observed, interval)
    gone = {
        o: s
        for o, s in before.items()
        if len(s.members) >= LEAST_PASSED and (o not in after or _end(observed, interval, o))
    }
    standing = {n: s for n, s in after.items() if n not in gone and not (n in known and n not in before)}
    candidates: dict[str, list[Succession]] = defaultdict(list)
    for old, new in _sharing_members(gone, standing):
        left, now = before[old], after[new]
        then = before[new].members if new in before else frozenset()
        passed, share = (left.members & now.members) - then, len(left.members & now.members) / len(left.members)
        words, sure = observed.shared_task(left, now) if passed and share >= MOST else ((), False)
        if words:
            near = _near(observed, interval, old, new)
            # What is new and took over from others begins when these end.
            sure = near or (sure and new in before)
            candidates[new].append(Succession(old, new, passed, words, share, sure))
    found: dict[str, list[Succession]] = defaultdict(list)
    for new, into in candidates.items():
        came = after[new].members - (before[new].members if new in before else frozenset())
        taken = frozenset().union(*(candidate.passed for candidate in into))
        alone = new not in before and sum(candidate.sure for candidate in into) == 1
        for candidate in into:
            others = frozenset().union(*(other.passed for other in into if other is not candidate))
            own = len(candidate.passed - others) >= HALF * len(candidate.passed)
            found[candidate.old].append(
                _judge_merger(observed, interval, candidate, len(taken) / len(came), alone, own)
            )
    stated = {candidate.old: candidate for candidate in _stated_mergers(observed, interval, before, after)}
    yield from (stated[old] for old in sorted(stated))
    for old in sorted(found.keys() - stated.keys()):
        yield from _best(found[old], likely=lambda candidate: candidate.new in before or candidate.came_from >= HALF)


def _stated_mergers(
    observed: Observations, interval: Interval, before: dict[str, Observation], after: dict[str, Observation]
) -> Iterator[Succession]:
    """What a source says in words of one that is gone, where the other is found by that name."""
    forms = {id_: side.forms for id_, side in after.items()}
    for old, (name, mention_id) in sorted(observed.into.items()):
        end = _end(observed, interval, old)
        if old not in before or (old in after and not end):
            continue
        new = find_by_name(name, {id_: some for id_, some in forms.items() if id_ != old})
        if new:
            passed = before[old].members & after[new].members
            yield Succession(old, new, passed, (), 1.0, True, 1.0, STATED, end[0] if end else None, mention_id)


def _judge_merger(
    observed: Observations, interval: Interval, candidate: Succession, came_from: float, alone: bool, own: bool
) -> Succession:
    """`alone`: the other is new and takes in this one only, so it may as well be the same under a new name. `own`: most
    of those who passed came from no other that went up in it."""
    left, now = observed.at[interval[0], candidate.old], observed.at[interval[2], candidate.new]
    end = _end(observed, interval, candidate.old)
    grade, passed = ASKED, len(candidate.passed)
    if alone or not candidate.sure or passed < LEAST_PASSED or passed < HALF * len(left.members) or came_from < HALF:
        pass
    elif end:
        grade = DATED
    elif own and min(candidate.share / NEARLY_ALL, came_from / MOST) >= 1 and _witnessed(left, now, candidate.passed):
        grade = PASSED
    return _with_grade(candidate, came_from, grade, end)


def _splits(observed: Observations, interval: Interval) -> Iterator[Succession]:
    before, after, known = _before_and_after(observed, interval)
    fresh = {n: s for n, s in after.items() if n not in known and len(s.members) >= LEAST_PASSED}
    lost = {}
    for old, side in before.items():
        if old in after and after[old].members and not _end(observed, interval, old):
            lost[old] = side.members - after[old].members
    found: dict[str, list[Succession]] = defaultdict(list)
    leaving = {old: Observation(members=members) for old, members in lost.items()}
    for old, new in _sharing_members(leaving, fresh):
        members = fresh[new].members
        passed = lost[old] & members
        if len(passed) < LEAST_PASSED or len(passed) < HALF * len(members):
            continue
        words, sure = observed.shared_task(before[old], fresh[new])
        if words:
            candidate = Succession(old, new, passed, words, len(passed) / len(members), sure)
            found[new].append(_judge_split(observed, interval, candidate, len(passed) / len(lost[old])))
    for new in sorted(found):
        yield from _best(found[new], likely=lambda candidate: candidate.came_from >= HALF)


def _judge_split(observed: Observations, interval: Interval, candidate: Succession, went: float) -> Succession:
    before, stayed = observed.at[interval[0], candidate.old], observed.at[interval[2], candidate.old]
    now, begin = observed.at[interval[2], candidate.new], _begin(observed, interval, candidate.new)
    grade = ASKED
    if not candidate.sure or went < HALF or candidate.share < MOST or stayed.members & now.members:
        pass
    elif begin:
        grade = DATED
    elif candidate.share >= NEARLY_ALL and _witnessed(before, now, candidate.passed, stayed):
        grade = PASSED
    return _with_grade(candidate, went, grade, begin)


def _before_and_after(
    observed: Observations, interval: Interval
) -> tuple[dict[str, Observation], dict[str, Observation], set[str]]:
    """What there is before and after, and the ids that were known at any time up to the first snapshot."""
    start, _, end, _ = interval
    before = {id_: side for (snapshot, id_), side in sorted(observed.at.items()) if snapshot == start}
    after = {id_: side for (snapshot, id_), side in sorted(observed.at.items()) if snapshot == end}
    return before, after, {id_ for snapshot, id_ in observed.at if snapshot <= start}


def _sharing_members(some: dict[str, Observation], others: dict[str, Observation]) -> list[tuple[str, str]]:
    """The pairs that have at least two participants in common."""
    of_member: dict[str, list[str]] = defaultdict(list)
    for other, side in others.items():
        for member in sorted(side.members):
            of_member[member].append(other)
    found = []
    for one, side in some.items():
        shared = Counter(other for member in sorted(side.members) for other in of_member[member])
        found += [(one, other) for other, number in sorted(shared.items()) if number >= LEAST_PASSED and other != one]
    return found


def _best(candidates: list[Succession], likely) -> Iterator[Succession]:
    """The one that is sure; where two are, or none is, the likeliest as a question."""
    ranked = sorted(candidates, key=lambda w: (w.grade == ASKED, -w.share, -w.came_from, -len(w.passed), w.old, w.new))
    sure = [candidate for candidate in ranked if candidate.grade != ASKED]
    if len(sure) == 1:
        yield sure[0]
    elif sure or likely(ranked[0]):
        yield replace(ranked[0], grade=ASKED)


def _witnessed(then: Observation, now: Observation, passed: frozenset[str], stayed: Observation | None = None) -> bool:
    """Whether one source named the old one then, and now the new one with those who passed, and no longer both."""
    both = {who for who in now.named_by if who in then.named_by}
    if stayed:
        both -= {who for who in stayed.named_by if who in passed}
    return any(len(now.named_by[who][0] & passed) >= MOST * len(passed) for who in both)


def _end(observed: Observations, interval: Interval, id_: str) -> tuple[datetime.date, str] | None:
    return next((end for end in observed.ends.get(id_, ()) if interval[1] < end[0] <= interval[3]), None)


def _begin(observed: Observations, interval: Interval, id_: str) -> tuple[datetime.date, str] | None:
    begin = observed.begins.get(id_)
    return begin if begin and interval[1] < begin[0] <= interval[3] else None


def _near(observed: Observations, interval: Interval, old: str, new: str) -> bool:
    end, begin = _end(observed, interval, old), _begin(observed, interval, new)
    return bool(end and begin and abs(begin[0] - end[0]) <= CLOSE)


def _with_grade(
    candidate: Succession, came_from: float, grade: str, date: tuple[datetime.date, str] | None
) -> Succession:
    on, dated_by = date or (candidate.on, candidate.dated_by)
    return replace(candidate, came_from=came_from, grade=grade, on=on, dated_by=dated_by)


def _proposal_row(observed: Observations, interval: Interval, kind: str, candidate: Succession) -> dict:
    start, _, end, _ = interval
    named_by = [
        observed.at[start, candidate.old].mention_of(candidate.passed),
        observed.at[end, candidate.new].mention_of(candidate.passed),
    ]
    return {
        "from_snapshot": start,
        "to_snapshot": end,
        "kind": kind,
        "collaboration_id": candidate.old,
        "successor": candidate.new,
        "grade": candidate.grade,
        "dated_on": candidate.on,
        "participants": sorted(candidate.passed),
        "words": list(candidate.words),
        "mention_ids": list(dict.fromkeys([*named_by, *([candidate.dated_by] if candidate.dated_by else [])])),
    }
