"""What became of collaborations between two snapshots, beside what really did.

An event is right where its kind is, and for a merger or split its successors. Founded and dissolved need dated
evidence: where no source gives any, `first_seen` and `no_longer_seen` are right too, for nobody could say more. The
share that is right to the letter of the truth stands beside it.
"""

from collections import Counter, defaultdict

from dagster_project.evaluation.report.model import Measure, Section
from dagster_project.evaluation.run import Run

UNDATED = {"founded": "first_seen", "dissolved": "no_longer_seen"}
"""Kinds that need a date to what is said without one."""
WITH_SUCCESSORS = ("merged", "split")

Event = tuple[int, int, str, str, frozenset[str]]
"""From, to, truth id, kind, truth ids of the successors."""


def score_events(run: Run) -> Section:
    """Share of true events that were told right, and of those told that are true."""
    section = Section("events")
    true, ours = _true(run), _ours(run)
    dated = _dated(run)
    matched: dict[Event, Event] = {}
    for event in sorted(true, key=_order):
        ways = [event]
        if event[3] in UNDATED and event[2] not in dated[event[3]]:
            ways.append((*event[:3], UNDATED[event[3]], event[4]))
        hit = next((way for way in ways if ours[way]), None)
        if hit:
            ours[hit] -= 1
            matched[event] = hit
    exact = sum(event == hit for event, hit in matched.items())
    found = len(matched) + ours.total()
    section.add(
        Measure.share("events.right", len(matched), len(true)),
        Measure.share("events.precision", len(matched), found),
        Measure.share("events.exact", exact, len(true)),
    )
    kinds = sorted({event[3] for event in true} | {event[3] for event in ours})
    there, good = Counter(event[3] for event in true), Counter(event[3] for event in matched)
    extra = Counter({kind: sum(n for event, n in ours.items() if event[3] == kind) for kind in kinds})
    section.table(
        "by_event", ("kind", "true", "right", "recall", "surplus"),
        [(k, there[k], good[k], good[k] / there[k] if there[k] else None, extra[k]) for k in kinds],
    )  # fmt: skip
    section.table("wrong_events", ("from", "to", "truth", "name", "true", "found"), _wrong(run, true, matched, ours))
    return section


def _true(run: Run) -> set[Event]:
    found = set()
    for row in run.country.rows("event.csv"):
        successors = frozenset(part for part in row["successors"].split("; ") if part)
        kept = successors if row["kind"] in WITH_SUCCESSORS else frozenset()
        found.add((int(row["from_snapshot"]), int(row["to_snapshot"]), row["truth_id"], row["kind"], kept))
    return found


def _ours(run: Run) -> Counter[Event]:
    """Events as the truth would tell them; one of an id without a truth is told of that id."""
    known = run.truth_of_id
    found: Counter[Event] = Counter()
    columns = run.table("event").select("from_snapshot", "to_snapshot", "collaboration_id", "kind", "successors")
    for start, end, ours, kind, successors in columns.iter_rows():
        kept = frozenset(known.get(one, one) for one in successors) if kind in WITH_SUCCESSORS else frozenset()
        found[start, end, known.get(ours, ours), kind, kept] += 1
    return found


def _dated(run: Run) -> dict[str, set[str]]:
    """Kind of event to the truth ids of which some source gives the date: a register of both, an answer of the end."""
    register = {party.party_id for party in run.country.parties if party.source == "register"}
    ended = {party.party_id for party in run.country.parties if party.claim == "dissolved"}
    return {"founded": register, "dissolved": register | ended}


def _wrong(run: Run, true: set[Event], matched: dict[Event, Event], left: Counter[Event]) -> list[tuple]:
    """Per interval and collaboration what was true and what was told, where the two differ."""
    sides: dict[tuple[int, int, str], tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for event in sorted(true - matched.keys(), key=_order):
        sides[event[:3]][0].append(_event_text(event))
    for event in sorted(left.elements(), key=_order):
        sides[event[:3]][1].append(_event_text(event))
    names = {one: row["name"] for (_, one), row in run.country.collaborations.items()}
    return [
        (start, end, one, names.get(one, "no true collaboration"), "; ".join(wanted), "; ".join(found))
        for (start, end, one), (wanted, found) in sorted(sides.items())
    ]


def _event_text(event: Event) -> str:
    return event[3] + (f" to {', '.join(sorted(event[4]))}" if event[4] else "")


def _order(event: Event) -> tuple:
    return *event[:4], sorted(event[4])
