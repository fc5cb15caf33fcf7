"""The amounts of one text, each with what the text itself says of it: words before it, quantity, moments, its sign.

Belongs here: sentences, which moment and which quantity of a text goes with which of its numbers, and numbers that are
counts. Does not belong here: what labels around the text say (`slots`).
"""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from dagster_project.budgets.figures.model import BEGIN, END
from dagster_project.budgets.figures.moments import Moment, moments_in
from dagster_project.budgets.figures.numbers import Number, has_percentage, numbers_in, split_at_spaces
from dagster_project.budgets.figures.quantities import SURE, evidence_before, evidence_of, mentions_in
from dagster_project.budgets.figures.units import without_units
from dagster_project.budgets.frisian import in_dutch
from dagster_project.documents.text import one_line
from dagster_project.texts import placeholder

_SENTENCES = re.compile(
    r"(?<![\s.][a-zA-Z])(?<!^\d)(?<!^\d\d)(?<!\bmln)(?<!\bmld)(?<!\bdzd)(?<!\bnr)(?<!\bca)\.\s+(?=[A-ZÀ-Þ])|;\s+(?=[A-ZÀ-Þ])"
)
_LOSS = re.compile(r"\b(?:nadelig|negatie[fv]e?|verlies|tekort|min)\b", re.IGNORECASE)
_GAIN = re.compile(r"\b(?:voordelige?|positie[fv]e?|winst|overschot|batig)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s*(?!(?:en|of|per|op|in|begin|eind\w*|primo|ultimo|tot|naar|voor|van|bij|als|aan|is|was|euro|over|ten|waarvan|dit)\b)"
    r"[a-zà-ÿ]{3,}"
)
_EURO = re.compile(r"€|eur", re.IGNORECASE)
_LISTED = re.compile(r"[.)]\s+\w")
_LABELLED = re.compile(r"(?::|vermogen|resultaat|saldo)\s*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_DASHES = "-\u2013\u2014 ()"
_FEW_WORDS = 5
"""A text with more words than this is running text, in which only what is marked as money is an amount."""
_NEAR = 4
"""Letters between an amount and its moment in running text, at most."""
_TAIL = 22
"""Letters behind an amount in which a word of loss is its own: `€ 150.000 (nadelig)`."""


@dataclass(frozen=True)
class Value:
    """A number of a text; `moments` has two where it holds for both, `meaning` says why there is no number, and with
    `split` it may also be several, or part of one."""

    number: Number
    told: Mapping[str, float] = field(default_factory=dict)
    moments: tuple[Moment, ...] = ()
    meaning: str | None = None
    prose: bool = False
    split: bool = False

    @property
    def year_like(self) -> bool:
        """Whether the number may be a year."""
        return not self.number.money and bool(re.fullmatch(r"(?:19|20)\d\d", self.number.digits))


def values_of(text: str, expected: int = 1) -> tuple[Value, ...]:
    """The amounts of a text; `expected` is how many moments its labels give, by which glued numbers are parted."""
    return _values_of(text, expected)  # the same whether it was written out or not, so that it is kept once


@lru_cache(maxsize=50_000)
def _values_of(text: str, expected: int) -> tuple[Value, ...]:
    if by_line := _of_lines(text):
        return by_line
    clean = " ".join(without_units(in_dutch(one_line(text))).split()).strip()
    if not clean:  # empty, or a unit for amounts elsewhere
        return () if text.strip() else (Value(Number(None, 0, 0), meaning="absent"),)
    if meaning := placeholder(clean) or ("absent" if not clean.strip(_DASHES) else None):
        is_zero = meaning == "zero"
        number = Number(0.0 if is_zero else None, 0, len(clean), clean, money=True)
        return (Value(number, meaning=None if is_zero else meaning),)
    found = _of_sentences(clean)
    if expected > 1 and len(found) != expected:
        parted = split_at_spaces(clean)
        if parted != clean and len(again := _of_sentences(parted)) == expected and _alike(again):
            return tuple(replace(value, split=True) for value in again)
        if any(" " in value.number.digits for value in found):
            return tuple(replace(value, split=True) for value in found)
    return found


def _of_lines(text: str) -> tuple[Value, ...]:
    """The amounts of a text that has one on each of its lines, and nothing else; none where it is another text."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 2:
        return ()
    found = [values_of(line) for line in lines]
    is_list = all(len(values) == 1 and not values[0].moments and not values[0].told for values in found)
    return tuple(values[0] for values in found) if is_list and not any(map(moments_in, lines)) else ()


def _alike(values: Sequence[Value]) -> bool:
    """Whether numbers have as many decimals as each other, as those of one row have."""
    return len({len(v.number.digits.partition(",")[2]) for v in values if v.number.digits}) <= 1


def _of_sentences(text: str) -> tuple[Value, ...]:
    prose = len(_WORD.findall(text)) > _FEW_WORDS
    return tuple(value for sentence in _SENTENCES.split(text) for value in _of_sentence(sentence, prose))


def _of_sentence(text: str, prose: bool) -> list[Value]:
    moments = list(moments_in(text))
    numbers = _numbers_between(text, moments)
    if not numbers and any(map(str.isalpha, text)):
        return []
    if not numbers:
        if not re.fullmatch(r"\d{4}\W?", text):
            return [Value(Number(None, m.start, m.stop), moments=(m,), meaning="absent") for m in moments]
        moments, numbers = [], list(numbers_in(text))
    mentions = mentions_in(text)
    found: list[Value] = []
    carried: tuple[Moment, ...] = ()
    for start, stop, told in _segments(text, numbers, mentions):
        inside = [n for n in numbers if start <= n.start < stop]
        around = [m for m in moments if start <= m.start < stop]
        paired, carried = _paired(text, inside, around, carried)
        inside, paired = _with_gaps(text, inside, paired, around)
        for number, its in zip(inside, paired, strict=True):
            if _is_count(text, number, its, prose):
                continue
            meaning = None if number.value is not None else "unknown" if number.text else "absent"
            words = _in_prose(told) if prose else told
            found.append(Value(_with_sign(text, number, numbers), words, its, meaning, prose))
    return found


def _in_prose(told: Mapping[str, float]) -> Mapping[str, float]:
    """In running text a vague word, such as `tekort`, tells of many things."""
    return {quantity: strength if strength >= SURE else strength / 2 for quantity, strength in told.items()}


def _numbers_between(text: str, moments: Sequence[Moment]) -> list[Number]:
    found, start = [], 0
    for moment in moments:
        found += numbers_in(text, start, moment.start)
        start = moment.stop
    return [*found, *numbers_in(text, start)]


def _segments(text: str, numbers: Sequence[Number], mentions) -> list[tuple[int, int, Mapping[str, float]]]:
    """A sentence in stretches, each with what the words of quantities say of the amounts in it."""
    if not mentions:
        first = min([n.start for n in numbers], default=0)
        return [(0, len(text), evidence_of(text[:first]))]
    first, last = mentions[0][0], numbers[-1].start if numbers else 0
    # `5 mln eigen vermogen`: the amount stands before its word, unless others follow it.
    cuts = [0, first] if any(n.start < first for n in numbers) and last > first else [0]
    for (_, before, _, _), (start, _, _, _) in itertools.pairwise(mentions):
        if any(before <= n.start < start for n in numbers):
            cuts.append(start)
    cuts.append(len(text))
    found = []
    for start, stop in itertools.pairwise(cuts):
        first = next((n.start for n in numbers if start <= n.start < stop), stop)
        found.append((start, stop, evidence_before(text[start:first]) or evidence_before(text[start:stop])))
    return found


def _paired(
    text: str, numbers: Sequence[Number], moments: Sequence[Moment], carried: tuple[Moment, ...]
) -> tuple[list[tuple[Moment, ...]], tuple[Moment, ...]]:
    """The moments of each number, in the way of writing in which most numbers get one; and what the next stretch of
    the sentence takes over where it has none."""
    if not numbers:
        return [], tuple(moments[-1:]) or carried
    if not moments:
        return [carried if len(numbers) == 1 else ()] * len(numbers), carried
    last = tuple(moments[-1:]) if moments[-1].start > numbers[-1].start else ()
    if len(numbers) == 1 and _are_both(text, numbers[0], moments):
        return [tuple(moments)], last
    before = [next((m for m in reversed(moments) if m.start < n.start), None) for n in numbers]
    after = [next((m for m in moments if m.start > n.start), None) for n in numbers]
    ways = [before, after]
    if len(moments) == len(numbers):
        ways.append(list(moments))
    return [(m,) if m else () for m in max(ways, key=lambda way: _pairing_score(text, numbers, way))], last


def _with_gaps(
    text: str, numbers: list[Number], paired: list[tuple[Moment, ...]], moments: Sequence[Moment]
) -> tuple[list[Number], list[tuple[Moment, ...]]]:
    """The numbers, and, for a moment of a list beside which nothing is written, none: `5 (2015) en (2016)`."""
    used = {m for its in paired for m in its}
    if not used or all(m in used for m in moments):
        return numbers, paired
    found = list(zip(numbers, paired, strict=True))
    for moment in moments:
        bracketed = text[: moment.start].endswith("(") and text[moment.stop :].startswith(")")
        if moment not in used and (bracketed or text[moment.stop :].startswith(":")):
            found.append((Number(None, moment.start, moment.stop, money=True), (moment,)))
    found.sort(key=lambda one: one[0].start)
    return [number for number, _ in found], [its for _, its in found]


def _are_both(text: str, number: Number, moments: Sequence[Moment]) -> bool:
    """Whether one amount is told for two moments, as in `zowel op 1 januari als op 31 december nihil`."""
    if len(moments) != 2 or {m.edge for m in moments} != {BEGIN, END}:
        return False
    between = text[moments[0].stop : moments[1].start]
    return not moments[0].stop <= number.start < moments[1].start and not set(between) & set("();:")


def _pairing_score(text: str, numbers: Sequence[Number], way: Sequence[Moment | None]) -> tuple[int, int]:
    used = [m for m in way if m is not None]
    adjacent = 0
    for number, moment in zip(numbers, way, strict=True):
        if moment is not None:
            between = (
                text[number.stop : moment.start] if moment.start > number.start else text[moment.stop : number.start]
            )
            adjacent += (len(between) <= _NEAR) + (moment.start > number.start and between.strip() == "(")
    return len({(m.start, m.stop) for m in used}), adjacent


def _is_count(text: str, number: Number, moments: tuple[Moment, ...], prose: bool) -> bool:
    """Whether a number counts something, is of a list or an article, and is no amount of money."""
    if number.value is None or number.scale or _EURO.search(number.text):
        return False
    if number.money:
        return prose and bool(_COUNTED.match(text, number.stop))
    if _COUNTED.match(text, number.stop) or (number.start == 0 and _LISTED.match(text, number.stop)):
        return True
    if not prose or _LABELLED.search(text[: number.start]):
        return False
    return not any(_is_beside(text, number, moment) for moment in moments)


def _is_beside(text: str, number: Number, moment: Moment) -> bool:
    """Whether a moment stands directly before or behind a number, or in brackets behind it."""
    if moment.start > number.start:
        return moment.start - number.stop <= _NEAR or text[number.stop :].lstrip().startswith("(")
    return number.start - moment.stop <= _NEAR


def _with_sign(text: str, number: Number, numbers: Sequence[Number]) -> Number:
    """A number that words call a loss is negative; where they also speak of a gain, they name a kind of figure."""
    if not number.value or number.signed:
        return number
    start = max((n.stop for n in numbers if n.stop <= number.start), default=0)
    stop = min((n.start for n in numbers if n.start >= number.stop), default=len(text))
    words = text[start : number.start] + " | " + text[number.stop : min(stop, number.stop + _TAIL)]
    if _LOSS.search(words) and not _GAIN.search(words):
        other = -number.other if number.other else None
        return replace(number, value=-number.value, other=other, signed=True)
    return number


def is_percentage(text: str) -> bool:
    """Whether a text is a percentage and no more."""
    return has_percentage(text) and not _WORD.search(text)
