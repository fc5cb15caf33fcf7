"""Groups of mentions as the rows that the model compares: their forms with weights, their people and places.

Belongs here: what the model sees of a group and which tokens it may be found by. Does not belong here: the model.
"""

import math
from collections import Counter
from collections.abc import Iterable
from itertools import combinations

from dagster_project.linkage.names.parse import compass_of, tasks_of
from dagster_project.linkage.names.vocabulary import COOPERATION, GENERIC
from dagster_project.linkage.records.record import Record
from dagster_project.linkage.records.subjects import subjects_of

# Steps per doubling in which the number of forms counts for the weight of a word.
STEPS = 4
# A word of the trade says at most this much, however rare it is in a small set.
GENERIC_WEIGHT = 0.35
# Tokens and initials borne by more units than this do not bring units together; they are compared only.
MAX_BLOCK = 60
# Pairs of participants, and names with a seat, shared by more units than this do not either: no region has so many
# arrangements, but a file that holds one thing thousands of times does.
MAX_CROWD = 200
# Forms kept of one unit: a long-lived arrangement bears many names, and the most frequent ones tell enough.
MAX_FORMS = 12
# Units are compared where they share two of so many of their rarest participants.
RAREST = 3
# Part of the mentions of a unit that may write a name that was not in use yet or any more.
OUT_OF_TIME = 0.25


def token_weights(records: Iterable[Record]) -> dict[str, float]:
    """Weight of a token between 0 and 1: how few of the different forms bear it."""
    forms = {f for r in records for f in r.forms}
    counted = Counter(t for f in forms for t in set(f))
    # A few forms more leave the weights of all other words as they are, and with them the scores of their bearers.
    many = 2 ** (math.floor(STEPS * math.log2(max(len(forms), 1))) / STEPS)
    weights = {}
    for token, count in counted.items():
        weight = min(math.log(1 + many / count) / math.log1p(max(many, 2)), 1.0)
        weights[token] = round(min(weight, GENERIC_WEIGHT) if token.split("#")[0] in GENERIC else weight, 4)
    return weights


def unit_features(groups: list[list[Record]], weights: dict[str, float], subjects: frozenset[str]) -> list[dict]:
    """One row per group, numbered from 0; lists are sorted, dates are days since 1970 or None."""
    bearers = Counter(t for g in groups for t in {t for r in g for f in r.forms for t in f})
    people = [_usual_list(g) for g in groups]
    involved = Counter(i for listed in people for i in listed)
    rows = []
    for number, group in enumerate(groups):
        rows.append(_features(number, group, weights, bearers, subjects, people[number], involved))
    for column, most in (("block_people", MAX_CROWD), ("block_places", MAX_CROWD), ("block_initials", MAX_BLOCK)):
        crowd = Counter(value for row in rows for value in row[column])
        for row in rows:
            row[column] = [value for value in row[column] if crowd[value] <= most]
    return rows


def _features(
    number: int,
    group: list[Record],
    weights: dict[str, float],
    bearers: Counter,
    subjects: frozenset[str],
    people: frozenset[str],
    involved: Counter,
) -> dict:
    counted = Counter(f for r in group for f in r.forms)
    forms = [f for f, _ in sorted(counted.items(), key=lambda p: (-p[1], p[0]))][:MAX_FORMS]
    tokens = sorted({t for f in forms for t in f})
    abbreviations = sorted({a for r in group for n in r.names for a in n.abbreviations})
    singles = {f[0] for f in forms if len(f) == 1 and 3 <= len(f[0]) <= 9}
    initials = sorted({i for r in group for n in r.names for i in n.initials} | set(abbreviations) | singles)
    periods = [r.period for r in group if r.period]
    starts = sorted({p[0].toordinal() for p in periods if p[0]})
    ends = sorted({p[1].toordinal() for p in periods if p[1]})
    first, last = _years(group)
    return {
        "unit_id": number,
        "forms": [" ".join(f) for f in forms],
        "form_tokens": [[{"t": t, "w": weights[t]} for t in f] for f in forms],
        "compass": sorted({c for f in forms if (c := compass_of(f))}),
        "tasks": sorted({t for f in forms for t in tasks_of(f)}),
        "subjects": sorted(subjects_of(tokens, subjects)),
        "own_words": sorted({t for t in tokens if t not in subjects and t not in COOPERATION and t not in GENERIC}),
        "abbreviations": abbreviations,
        "initials": initials,
        "participants": sorted(people),
        "near": sorted({i for r in group for i in r.near}),
        "provinces": sorted({p for r in group for p in r.provinces}),
        "seats": sorted({s for r in group for s in r.seats}),
        "postcodes": sorted({p for r in group for p in r.postcodes}),
        "bodies": sorted({b for r in group for b in r.bodies}),
        "listings": sorted({r.listing for r in group if r.listing}),
        "first_year": first,
        "last_year": last,
        "starts": starts,
        "ends": ends,
        "span_from": starts[0] if starts else None,
        "span_to": None if not periods or any(p[1] is None for p in periods) else ends[-1],
        "dated": bool(periods),
        "block_tokens": [t for t in tokens if bearers[t] <= MAX_BLOCK],
        "block_initials": initials,
        "block_places": sorted({f"{' '.join(f)}|{seat}" for f in forms for r in group for seat in r.seats}),
        "block_people": [" ".join(p) for p in combinations(sorted(people, key=lambda i: (involved[i], i))[:RAREST], 2)],
    }


def _usual_list(group: list[Record]) -> frozenset[str]:
    """The participants that most of the last lists name: earlier ones hold members that left, single ones slips."""
    listed = [r for r in group if r.participants]
    if not listed:
        return frozenset()

    def when(record: Record) -> tuple:
        return (record.period[0].toordinal() if record.period and record.period[0] else 0, record.snapshot)

    latest = max(map(when, listed))
    lists = [r.participants for r in listed if when(r) == latest]
    named = Counter(i for people in lists for i in people)
    return frozenset(i for i, count in named.items() if 2 * count >= len(lists))


def _years(group: list[Record]) -> tuple[int | None, int | None]:
    """The first and last snapshot of a group, but for a few that write an old or a new name out of time."""
    years = sorted(r.snapshot for r in group if r.snapshot)
    if not years:
        return None, None
    out = int(len(years) * OUT_OF_TIME)
    spans = [
        (years[i + len(years) - out - 1] - years[i], years[i], years[i + len(years) - out - 1]) for i in range(out + 1)
    ]
    return min(spans)[1:]
