"""Which collaborations went on in others: mergers and splits, as the sources show them, with their evidence.

Belongs here: the rules, and how strong the evidence is. Does not belong here: what sources say (`sides`), and which of
these become events (`int_succession` in dbt, where a person's decision wins).

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

from dagster_project.linkage.succession.observations import Side, Sides, sides_of
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
class Way:
    """A collaboration (`old`), the other in which it or a part of it may have gone on, and what speaks for it.

    `passed` are the participants that the other got from it, `share` which part of all that should have passed did,
    `came_from` which part of all that came to the other came from there. `sure` is whether task and dates are told well
    enough for an event.
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
    said: str | None = None


def successions(mentions: "pl.DataFrame", links: "pl.DataFrame", participants: "pl.DataFrame") -> list[dict]:
    """Rows of `proposed_succession`, from the tables `mention`, `link` and `resolved_participant`."""
    sides = sides_of(mentions, links, participants)
    rows = []
    for (start, since), (end, until) in pairwise(sides.snapshots()):
        interval = (start, since, end, until)
        rows += [_row(sides, interval, "merger", way) for way in _mergers(sides, interval)]
        rows += [_row(sides, interval, "split", way) for way in _splits(sides, interval)]
    return rows


def _mergers(sides: Sides, interval: Interval) -> Iterator[Way]:
    before, after, known = _seen(sides, interval)
    gone = {
        o: s
        for o, s in before.items()
        if len(s.members) >= LEAST_PASSED and (o not in after or _end(sides, interval, o))
    }
    standing = {n: s for n, s in after.items() if n not in gone and not (n in known and n not in before)}
    ways: dict[str, list[Way]] = defaultdict(list)
    for old, new in _meeting(gone, standing):
        left, now = before[old], after[new]
        then = before[new].members if new in before else frozenset()
        passed, share = (left.members & now.members) - then, len(left.members & now.members) / len(left.members)
        words, sure = sides.shared_task(left, now) if passed and share >= MOST else ((), False)
        if words:
            near = _near(sides, interval, old, new)
            # What is new and took over from others begins when these end.
            sure = near or (sure and new in before)
            ways[new].append(Way(old, new, passed, words, share, sure))
    found: dict[str, list[Way]] = defaultdict(list)
    for new, into in ways.items():
        came = after[new].members - (before[new].members if new in before else frozenset())
        taken = frozenset().union(*(way.passed for way in into))
        alone = new not in before and sum(way.sure for way in into) == 1
        for way in into:
            others = frozenset().union(*(other.passed for other in into if other is not way))
            own = len(way.passed - others) >= HALF * len(way.passed)
            found[way.old].append(_judge_merger(sides, interval, way, len(taken) / len(came), alone, own))
    told = {way.old: way for way in _told(sides, interval, before, after)}
    yield from (told[old] for old in sorted(told))
    for old in sorted(found.keys() - told.keys()):
        yield from _best(found[old], likely=lambda way: way.new in before or way.came_from >= HALF)


def _told(sides: Sides, interval: Interval, before: dict[str, Side], after: dict[str, Side]) -> Iterator[Way]:
    """What a source says in words of one that is gone, where the other is found by that name."""
    forms = {id_: side.forms for id_, side in after.items()}
    for old, (name, mention_id) in sorted(sides.into.items()):
        end = _end(sides, interval, old)
        if old not in before or (old in after and not end):
            continue
        new = find_by_name(name, {id_: some for id_, some in forms.items() if id_ != old})
        if new:
            passed = before[old].members & after[new].members
            yield Way(old, new, passed, (), 1.0, True, 1.0, STATED, end[0] if end else None, mention_id)


def _judge_merger(sides: Sides, interval: Interval, way: Way, came_from: float, alone: bool, own: bool) -> Way:
    """`alone`: the other is new and takes in this one only, so it may as well be the same under a new name. `own`: most
    of those who passed came from no other that went up in it."""
    left, now = sides.at[interval[0], way.old], sides.at[interval[2], way.new]
    end = _end(sides, interval, way.old)
    grade, passed = ASKED, len(way.passed)
    if alone or not way.sure or passed < LEAST_PASSED or passed < HALF * len(left.members) or came_from < HALF:
        pass
    elif end:
        grade = DATED
    elif own and min(way.share / NEARLY_ALL, came_from / MOST) >= 1 and _witnessed(left, now, way.passed):
        grade = PASSED
    return _with(way, came_from, grade, end)


def _splits(sides: Sides, interval: Interval) -> Iterator[Way]:
    before, after, known = _seen(sides, interval)
    fresh = {n: s for n, s in after.items() if n not in known and len(s.members) >= LEAST_PASSED}
    lost = {}
    for old, side in before.items():
        if old in after and after[old].members and not _end(sides, interval, old):
            lost[old] = side.members - after[old].members
    found: dict[str, list[Way]] = defaultdict(list)
    leaving = {old: Side(members=members) for old, members in lost.items()}
    for old, new in _meeting(leaving, fresh):
        members = fresh[new].members
        passed = lost[old] & members
        if len(passed) < LEAST_PASSED or len(passed) < HALF * len(members):
            continue
        words, sure = sides.shared_task(before[old], fresh[new])
        if words:
            way = Way(old, new, passed, words, len(passed) / len(members), sure)
            found[new].append(_judge_split(sides, interval, way, len(passed) / len(lost[old])))
    for new in sorted(found):
        yield from _best(found[new], likely=lambda way: way.came_from >= HALF)


def _judge_split(sides: Sides, interval: Interval, way: Way, went: float) -> Way:
    before, stayed = sides.at[interval[0], way.old], sides.at[interval[2], way.old]
    now, begin = sides.at[interval[2], way.new], _begin(sides, interval, way.new)
    grade = ASKED
    if not way.sure or went < HALF or way.share < MOST or stayed.members & now.members:
        pass
    elif begin:
        grade = DATED
    elif way.share >= NEARLY_ALL and _witnessed(before, now, way.passed, stayed):
        grade = PASSED
    return _with(way, went, grade, begin)


def _seen(sides: Sides, interval: Interval) -> tuple[dict[str, Side], dict[str, Side], set[str]]:
    """What there is before and after, and the ids that were known at any time up to the first snapshot."""
    start, _, end, _ = interval
    before = {id_: side for (snapshot, id_), side in sorted(sides.at.items()) if snapshot == start}
    after = {id_: side for (snapshot, id_), side in sorted(sides.at.items()) if snapshot == end}
    return before, after, {id_ for snapshot, id_ in sides.at if snapshot <= start}


def _meeting(some: dict[str, Side], others: dict[str, Side]) -> list[tuple[str, str]]:
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


def _best(ways: list[Way], likely) -> Iterator[Way]:
    """The one that is sure; where two are, or none is, the likeliest as a question."""
    ranked = sorted(ways, key=lambda w: (w.grade == ASKED, -w.share, -w.came_from, -len(w.passed), w.old, w.new))
    sure = [way for way in ranked if way.grade != ASKED]
    if len(sure) == 1:
        yield sure[0]
    elif sure or likely(ranked[0]):
        yield replace(ranked[0], grade=ASKED)


def _witnessed(then: Side, now: Side, passed: frozenset[str], stayed: Side | None = None) -> bool:
    """Whether one source named the old one then, and now the new one with those who passed, and no longer both."""
    both = {who for who in now.named_by if who in then.named_by}
    if stayed:
        both -= {who for who in stayed.named_by if who in passed}
    return any(len(now.named_by[who][0] & passed) >= MOST * len(passed) for who in both)


def _end(sides: Sides, interval: Interval, id_: str) -> tuple[datetime.date, str] | None:
    return next((end for end in sides.ends.get(id_, ()) if interval[1] < end[0] <= interval[3]), None)


def _begin(sides: Sides, interval: Interval, id_: str) -> tuple[datetime.date, str] | None:
    begin = sides.begins.get(id_)
    return begin if begin and interval[1] < begin[0] <= interval[3] else None


def _near(sides: Sides, interval: Interval, old: str, new: str) -> bool:
    end, begin = _end(sides, interval, old), _begin(sides, interval, new)
    return bool(end and begin and abs(begin[0] - end[0]) <= CLOSE)


def _with(way: Way, came_from: float, grade: str, date: tuple[datetime.date, str] | None) -> Way:
    on, said = date or (way.on, way.said)
    return replace(way, came_from=came_from, grade=grade, on=on, said=said)


def _row(sides: Sides, interval: Interval, kind: str, way: Way) -> dict:
    start, _, end, _ = interval
    told = [sides.at[start, way.old].mention_of(way.passed), sides.at[end, way.new].mention_of(way.passed)]
    return {
        "from_snapshot": start,
        "to_snapshot": end,
        "kind": kind,
        "collaboration_id": way.old,
        "successor": way.new,
        "grade": way.grade,
        "dated_on": way.on,
        "participants": sorted(way.passed),
        "words": list(way.words),
        "mention_ids": list(dict.fromkeys([*told, *([way.said] if way.said else [])])),
    }
