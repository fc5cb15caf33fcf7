"""Which places of a document hold names of parties: those whose texts, taken together, look most like names.

Belongs here: the choice. Again and again the place is taken whose texts have the highest sum of log-odds, less a cost
for another place; no text is taken twice, and no name. A list of weak names is chosen for its number, one name alone
for how sure it looks. What a document holds in one place only is believed less easily than what repeats.
"""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass

from dagster_project.budgets.choice.context import labelled
from dagster_project.budgets.choice.names import name_scores
from dagster_project.budgets.choice.parts import Part, parts_of
from dagster_project.budgets.choice.units import BROKEN, SEATED_COLUMN, Place, Unit
from dagster_project.budgets.lines import without_bullet
from dagster_project.budgets.names import is_organisation, key_of
from dagster_project.documents.model import page_of
from dagster_project.documents.text import one_line
from dagster_project.workspace.seeds import place_names

BIAS = -0.95
"""Log-odds off every text: among the texts of a document names are rarer than among those that the model saw."""
COST = 0.8
"""Log-odds that a place must bring for itself."""
SEATED = 0.8
"""Log-odds of a text behind which the name of a municipality stands."""
ALONE = 0.5
"""The same for a place of a single text, which must look like a name itself."""
CLIP = 3.0
"""One text cannot carry a place of many that are no names."""
FAR_BELOW = -2.5
"""A text below this in a place of names is something else there, such as a heading within a column."""
EACH_BELOW = 0.3
"""What each of these costs the place."""
LEAST = -1.5
"""A text of a chosen place that is below this is no name, though it stands among names."""
PURE = 0.4
"""How much lower that lies per log of how many times as many of the place are names as are not, in a place of many."""
_MANY = 8
_NEARLY = 0.8
_ENDS = re.compile(r"[a-z]{3}[.;:]$")
"""The end of a sentence, which is hardly a name anywhere."""
_MOST_OF = 0.6
"""Part of the texts of a place that have something, such as a seat on the line below, where most have; heads do not."""
_INITIAL = re.compile(r"\s*([A-Z])\.\s[A-ZÀ-Þ]")
"""The letter of an item of a list, or the initial of a person."""
_RETURNS, _LONGEST_LABEL = 4, 60
"""Values behind one text from which on it is a label, and its characters at most."""
_MOST_PLACES = 400
"""Places that are taken of one document at most; the longest paragraph known has about 100 parties."""


@dataclass(frozen=True)
class Named:
    """A name that was chosen: where it stands, how it scored alone, and its place with what that scored and holds."""

    unit: Unit
    part: Part
    score: float
    place: Place
    gain: float
    beside: int


def best_parts(units: Sequence[Unit], around: Sequence[float] | None = None) -> list[tuple[float, Part] | None]:
    """The part of each unit that looks most like a name, with its log-odds; None where none can be one. `around` is
    what the surroundings of each unit add (`context`)."""
    labels = _labels_that_return(units)
    proposed = {unit.text: [p for p in parts_of(unit.text) if not _is_of_label(p.name, labels)] for unit in units}
    names = sorted({part.name for parts in proposed.values() for part in parts})
    scores = dict(zip(names, name_scores(names), strict=True))
    alone = {
        text: [(scores[p.name] + labelled(p.label) + _seated(p) - p.cost, p) for p in parts]
        for text, parts in proposed.items()
    }
    added = around or [0.0] * len(units)
    seats_below = _where_most(units, proposed, lambda part: part.below and not part.guessed) | {SEATED_COLUMN}
    letters = _where_most(units, proposed, lambda part: part.lettered)
    letters -= _out_of_turn(units) if letters else set()
    return [
        max(
            (
                (score + more + BIAS, p)
                for score, p in _by_line(alone[unit.text], not seats_below.isdisjoint(unit.places))
                if not (p.guessed and SEATED_COLUMN not in unit.places)
                if not (p.below and _may_be_cut(p, unit) and seats_below.isdisjoint(unit.places))
                and not (p.lettered and letters.isdisjoint(unit.places))
            ),
            key=lambda x: x[0],
            default=None,
        )
        for unit, more in zip(units, added, strict=True)
    ]


def _is_of_label(name: str, labels: Set[str]) -> bool:
    """Whether a text is one of these labels, or begins with one and its colon."""
    begin, colon, _ = name.partition(":")
    return (bool(colon) and begin in labels) or (name in labels and not is_organisation(name))


def _labels_that_return(units: Sequence[Unit]) -> set[str]:
    """What stands before a colon time and again, each time with something else behind it: labels, whatever they say."""
    behind: dict[str, set[str]] = defaultdict(set)
    for unit in units:
        begin, colon, value = unit.text.partition(":")
        if colon and value.strip() and len(begin) < _LONGEST_LABEL:
            behind[one_line(without_bullet(begin))].add(one_line(value))
    return {begin for begin, values in behind.items() if len(values) >= _RETURNS}


def _by_line(parts: list[tuple[float, Part]], seats_below: bool) -> list[tuple[float, Part]]:
    """Of the parts of a text in a place where seats stand on the last line: those that end before it, if there are."""
    below = [one for one in parts if one[1].below and not one[1].guessed] if seats_below else []
    return below or parts


def _where_most(
    units: Sequence[Unit], proposed: Mapping[str, Sequence[Part]], has: Callable[[Part], bool]
) -> set[Place]:
    """The places most of whose texts have a part of a kind. A seat on the line below a name is one where most have one;
    one alone is where a line was full: `Stichting Gebiedsmarketing` above `Drenthe`."""
    having = {text for text, parts in proposed.items() if any(map(has, parts))}
    if not having:
        return set()
    texts: dict[Place, int] = defaultdict(int)
    such: dict[Place, int] = defaultdict(int)
    for unit in units:
        one = unit.text in having
        for place in unit.places:
            texts[place] += 1
            such[place] += one
    return {place for place, count in such.items() if count > 1 and _MOST_OF * texts[place] <= count}


def _out_of_turn(units: Sequence[Unit]) -> set[Place]:
    """The places whose texts begin with letters out of turn, as those before the names of persons are: those of a list
    go A, B, C."""
    letters: dict[Place, list[int]] = defaultdict(list)
    for unit in units:
        if initial := _INITIAL.match(unit.text):
            for place in unit.places:
                letters[place].append(ord(initial[1]))
    return {place for place, found in letters.items() if found != list(range(found[0], found[0] + len(found)))}


def _may_be_cut(part: Part, unit: Unit) -> bool:
    """Whether a name may end on the next line: it is long, or the column of a page may be narrow."""
    return len(part.name) > BROKEN or page_of(unit.locator) is not None


def _seated(part: Part) -> float:
    """What a municipality behind a name says of it: that it is an organisation, with its seat."""
    return SEATED if part.seat in place_names() else 0.0


def chosen_names(units: Sequence[Unit], best: Sequence[tuple[float, Part] | None]) -> list[Named]:
    """The names of parties in the order of the document; `best` as from `best_parts`."""
    at: Mapping[Place, list[int]] = _by_place(units, best)
    taken: set[int] = set()
    keys: set[str] = set()
    found: list[tuple[int, Named]] = []
    for _ in range(_MOST_PLACES):
        ranked = [
            (_gain(numbers, best, taken, keys, ALONE if place[0] == "alone" else COST), place)
            for place, numbers in at.items()
        ]
        (gain, fresh), place = max(ranked, key=lambda x: (x[0][0], len(x[0][1])), default=((0.0, []), ()))
        least = _least([best[n][0] for n in fresh])
        names = [n for n in fresh if best[n][0] > (LEAST if _ENDS.search(best[n][1].name) else least)]
        if gain <= 0 or not names:
            break
        taken.update(fresh)
        for number in names:
            score, part = best[number]
            keys.add(key_of(part.name))
            found.append((number, Named(units[number], part, score, place, gain, len(names))))
    return [named for _, named in sorted(found, key=lambda x: x[0])]


def _least(scores: Sequence[float]) -> float:
    """What a text of a place must score to be a name there: less the more of the others are names, for what stands
    where nothing but names stand is hardly anything else."""
    names = sum(score > LEAST for score in scores)
    odds = (names + 1) / (len(scores) - names + 1)
    return LEAST - PURE * max(0.0, math.log(odds)) if names >= _MANY else LEAST


def _by_place(units: Sequence[Unit], best: Sequence[tuple[float, Part] | None]) -> dict[Place, list[int]]:
    at: dict[Place, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        if best[number] is not None:
            for place in (*unit.places, ("alone", number)):
                at[place].append(number)
    return {place: numbers for place, numbers in at.items() if max(best[n][0] for n in numbers) > LEAST}


def _gain(
    numbers: list[int],
    best: Sequence[tuple[float, Part] | None],
    taken: set[int],
    keys: set[str],
    cost: float,
) -> tuple[float, list[int]]:
    """What a place brings beside its cost, and the numbers of the texts that are new in it."""
    gain, against, fresh, seen = -cost, 0.0, [], set()
    for number in numbers:
        if number in taken:
            continue
        score, part = best[number]
        if score < FAR_BELOW:
            gain -= EACH_BELOW
            continue
        key = key_of(part.name)
        if key in keys or key in seen:
            continue
        gain += max(-CLIP, min(CLIP, score))
        against += min(0.0, score)
        seen.add(key)
        fresh.append(number)
    names = sum(best[number][0] > 0 for number in fresh)
    # Where nearly all are names, the few that look little like one say nothing against the place.
    return (gain - against if names >= max(_MANY, _NEARLY * len(fresh)) else gain), fresh
