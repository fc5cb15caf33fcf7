"""The places of a record that may hold a figure, each with what its labels and its own text say of it.

Belongs here: putting the evidence of labels, words and notes together, place by place. Does not belong here: weighing
places against each other (`scoring`).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dagster_project.budgets.figures.heads import row_of, with_moments
from dagster_project.budgets.figures.model import DEBT, EQUITY, OTHER, RESULT, Cell, Record
from dagster_project.budgets.figures.moments import Moment, kind_of_year, moments_in
from dagster_project.budgets.figures.quantities import BOTH, evidence_of, mentions_in
from dagster_project.budgets.figures.spaced import together
from dagster_project.budgets.figures.units import units_in, without_units
from dagster_project.budgets.figures.values import Value, is_percentage, values_of
from dagster_project.budgets.frisian import in_dutch

Labels = tuple[str, ...]
_OF_BOTH = {EQUITY: 0.5, DEBT: 0.25, RESULT: 0.0}
"""What a word for both kinds of capital counts for each: `vermogen` alone more often means equity."""
_BESIDE = 0.5
_MOST_WORDS, _SENTENCE = 20, 4
"""Words of the longest label, and of the shortest sentence with a full stop."""
_INHERITED = 2.5
"""Log-odds that a place takes over from the one before it, at most."""


@dataclass(frozen=True)
class LabelFacts:
    """What the labels of a cell say: log-odds by quantity, the moments that stand nearest, the kind of year, the unit
    (the nearest one, and whether others contradict it)."""

    told: Mapping[str, float]
    moments: tuple[Moment, ...]
    kind: str | None
    units: tuple[float, ...]

    @property
    def for_several(self) -> tuple[Moment, ...]:
        """The moments of as many amounts in one cell: the edges of the year where two are told, else all of them."""
        edges = tuple(moment for moment in self.moments if moment.edge)
        return edges if len(edges) > 1 else self.moments


@dataclass(frozen=True)
class Slot:
    """A place of an amount. `key` is the same for places with the same labels in other records; `order` is its place
    in the record, `moment` its moment or None, `also` the second moment where it holds for both."""

    key: tuple
    order: int
    value: Value
    told: Mapping[str, float]
    moment: Moment | None
    also: Moment | None
    kind: str | None
    units: tuple[float, ...]
    cell: Cell

    @property
    def time(self) -> float | None:
        """When it was measured, in years."""
        return self.moment.time if self.moment else None

    @property
    def edge(self) -> str | None:
        """Whether it says to be of the begin or the end."""
        return self.moment.edge if self.moment else None

    def evidence(self, quantity: str) -> float:
        """Log-odds that it tells of this quantity, against what else it may tell of."""
        others = (strength for name, strength in self.told.items() if name not in (quantity, BOTH))
        own = max(self.told.get(quantity, 0.0), self.told.get(BOTH, 0.0) * _OF_BOTH[quantity])
        return own - max(others, default=0.0)


@lru_cache(maxsize=20_000)
def facts_of(labels: Labels) -> LabelFacts:
    """What the labels of a cell say together: of each kind of evidence the innermost label that has any counts."""
    inner = [in_dutch(together(label.replace("_", " "))) for label in reversed(labels) if label and not _is_text(label)]
    told: Mapping[str, float] = {}
    for label in inner:
        own = evidence_of(label)
        if own and (not told or set(told) == {BOTH}):
            told = own if not told or OTHER not in own else told
    if len(inner) > 1 and (not told or set(told) == {BOTH}):
        # A label in two pieces: `Vermogen` over `eigen`, or a label that is wrapped over two rows.
        told = evidence_of(" ".join(reversed(inner))) or told
    if any(label.strip().endswith("%") for label in inner[:1]):
        told = {OTHER: 4.0}
    moments = _moments(inner)
    kind = next((kind for label in inner if (kind := kind_of_year(label))), None)
    units = next((units for label in inner if (units := units_in(label))), ())
    return LabelFacts(told, moments, kind, units)


def _is_text(label: str) -> bool:
    """Whether what stands over or beside a cell is no label: a sentence, or a text with amounts of its own."""
    words = label.split()
    if len(words) > _MOST_WORDS or (len(words) >= _SENTENCE and label.rstrip().endswith(".")):
        return True
    return any(value.number.money and value.number.value for value in values_of(label))


def _moments(inner: Sequence[str]) -> tuple[Moment, ...]:
    """The moments of the innermost label that has any; an edge without year takes the year of a label farther out, and
    a year its edge."""
    found: tuple[Moment, ...] = ()
    for label in inner:
        own = moments_in(label)
        if not found:
            found = own
            continue
        if len(found) == 1 and len(own) == 1:
            one, other = found[0], own[0]
            if one.edge and one.year is None and other.is_year:
                return (Moment(one.edge, other.year, one.start, one.stop, one.within),)
            if one.is_year and other.edge and other.year in (None, one.year):
                return (Moment(other.edge, one.year, one.start, one.stop, other.within),)
    return found


def slots_of(record: Record) -> list[Slot]:
    """The places of a record that may hold a figure, in its order.

    An empty cell below one that is filled, with the same labels, is the rest of a row that was cut: it says nothing.
    """
    found: list[Slot] = []
    usual, cells = _usual_count(record), with_moments(record.cells)
    filled = {cell.labels for cell in cells if cell.text.strip()}
    for cell in cells:
        if is_percentage(cell.text) or (not cell.text.strip() and cell.labels in filled):
            continue
        facts = facts_of(cell.labels)
        given = facts.for_several
        values = values_of(cell.text, len(given) if len(given) > 1 else usual)
        each = len(given) == len(values) > 1
        for number, value in enumerate(values):
            labelled = given[number : number + 1] if each else facts.moments[-1:]
            moments = value.moments or labelled
            told = _together(_label_of(cell.labels, facts, number, len(values)), value.told)
            taken_over = {} if told or value.moments else _inherited(found[-1:], cell, moments)
            found.append(
                Slot(
                    key=(cell.labels, number, len(values), *_signature(value, taken_over)),
                    order=len(found),
                    value=value,
                    told=told or taken_over,
                    moment=moments[0] if moments else None,
                    also=moments[1] if len(moments) > 1 else None,
                    kind=facts.kind or (kind_of_year(cell.text) if value.prose else None),
                    units=units_in(cell.text) or facts.units,
                    cell=cell,
                )
            )
    return found


def _usual_count(record: Record) -> int:
    """How many amounts without a moment of their own most cells hold that hold several; 1 where none does."""
    counted = Counter(
        len(values)
        for cell in record.cells
        if len(values := values_of(cell.text)) > 1 and not any(value.moments or value.prose for value in values)
    )
    return counted.most_common(1)[0][0] if counted else 1


def _label_of(labels: Labels, facts: LabelFacts, number: int, count: int) -> Mapping[str, float]:
    """What the labels say of one of several amounts: where a label names as many quantities, each has its own."""
    for label in reversed(labels) if count > 1 else ():
        mentions = [(q, strength) for _, _, q, strength in mentions_in(in_dutch(label)) if q != BOTH]
        mentions = [one for n, one in enumerate(mentions) if n == 0 or one[0] != mentions[n - 1][0]]
        if len(mentions) == count and len({q for q, _ in mentions}) > 1:
            return {mentions[number][0]: mentions[number][1]}
    return facts.told


def _inherited(before: Sequence["Slot"], cell: Cell, moments: Sequence[Moment]) -> Mapping[str, float]:
    """What a place takes over from the one before it where its labels give a moment and nothing else: the head over
    both was merged once."""
    if not before or not moments or not before[0].told or before[0].moment is None:
        return {}
    if before[0].cell.locator != cell.locator and row_of(before[0].cell.locator) != row_of(cell.locator):
        return {}
    return {quantity: min(strength, _INHERITED) for quantity, strength in before[0].told.items()}


def _together(label: Mapping[str, float], words: Mapping[str, float]) -> Mapping[str, float]:
    """The words before an amount count more than its label, unless they are vague."""
    if not words or set(words) == {BOTH}:
        return label or words
    return words


def _signature(value: Value, taken_over: Mapping[str, float]) -> tuple:
    """What tells a place from another one with the same labels: the words and moments of its own text."""
    moments = tuple((moment.edge, moment.year) for moment in value.moments)
    return tuple(sorted(value.told)), tuple(sorted(taken_over)), moments


def near_units(record: Record) -> list[tuple[float, float]]:
    """Units that stand near all amounts of a record, the nearest first, each with its distance: half for the labels of
    other cells, then one for each text between."""
    found = [(unit, _BESIDE) for cell in record.cells for unit in _units_of_others(cell)]
    found += [(unit, 1.0 + distance) for distance, text in enumerate(record.near) for unit in units_in(text)]
    nearest: dict[float, float] = {}
    for unit, distance in found:
        nearest[unit] = min(distance, nearest.get(unit, distance))
    return sorted(nearest.items(), key=lambda item: item[1])


def _units_of_others(cell: Cell) -> Iterable[float]:
    """The units that a cell without an amount gives, and those of labels that are not of something else."""
    if (units := units_in(cell.text)) and not any(map(str.isdigit, without_units(cell.text))):
        yield from units
    for label in cell.labels:
        told = evidence_of(in_dutch(label))
        if not told or max(told, key=lambda name: told[name]) != OTHER:
            yield from units_in(label)
