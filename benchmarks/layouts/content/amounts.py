"""Amounts as documents write them: at which moments, in which unit, with which signs. None where none is given.

Belongs here: drawing and writing. Does not belong here: where a unit or a moment stands in a layout.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass

SIZES = {"euro": 1, "thousand": 1_000, "thousand_euro": 1_000, "million": 1_000_000}
UNITS = {
    "euro": ("in euro's", "in €", "in hele euro's"),
    "thousand": ("x 1.000", "x 1000", "in duizendtallen"),
    "thousand_euro": ("x € 1.000", "x €1.000,-", "in duizenden euro's", "in € 1.000"),
    "million": ("in miljoenen euro's", "x € 1 mln", "in mln euro"),
}
_DIGITS = {"none": 0, "one": 1, "cents": 2, "three": 3}
_MARKS = {"dot": ".", "space": " ", "nothing": ""}
_NEGATIVE = {"minus": "-{}", "brackets": "({})", "behind": "{}-", "long_minus": "–{}", "bookkeeping": "-/- {}"}
_EMPTY = {
    "dash": ("-",), "not_applicable": ("n.v.t.", "nvt"), "not_known": ("n.b.", "n.n.b."), "empty": ("",),
    "in_words": ("onbekend", "nog niet bekend"), "pm": ("PM", "p.m."),
}  # fmt: skip
QUANTITIES = ("equity", "debt", "result")


@dataclass(frozen=True)
class Moments:
    """When stocks were measured and results made, as written, and which of them are the begin and the end."""

    stocks: tuple[str, ...]
    results: tuple[str, ...]
    begin: int | None
    end: int

    def of(self, quantity: str) -> tuple[str, ...]:
        """The moments of a quantity."""
        return self.results if quantity == "result" else self.stocks


def moments(dice: random.Random, years: str, year: int) -> Moments:
    """The moments of a document about a year."""
    first, last = dice.choice((("1-1-{}", "31-12-{}"), ("01-01-{}", "31-12-{}"), ("1 januari {}", "31 december {}"),
                               ("1/1/{}", "31/12/{}")))  # fmt: skip
    if years == "begin_end":
        return Moments((first.format(year), last.format(year)), (str(year),), 0, 1)
    if years == "begin_end_in_words":
        begin, end = dice.choice((("begin", "eind"), ("primo", "ultimo"), ("begin", "einde")))
        return Moments((f"{begin} {year}", f"{end} {year}"), (str(year),), 0, 1)
    if years == "two_year_ends":
        return Moments((last.format(year - 1), last.format(year)), (str(year),), 0, 1)
    if years == "two_years":
        both = (str(year - 1), str(year))
        return Moments(both, both, 0, 1)
    if years == "three_years":
        three = (str(year - 2), str(year - 1), str(year))
        return Moments(three, three, 1, 2)
    if years == "past_to_plan":
        kinds = dice.choice((("Rekening", "Begroting", "Raming"), ("Realisatie", "Begroting", "Begroting")))
        three = tuple(f"{kind} {year - 1 + n}" for n, kind in enumerate(kinds))
        return Moments(three, three, 1, 2)
    return Moments((last.format(year),), (str(year),), None, 0)


@dataclass(frozen=True)
class Amount:
    """Euros as the truth has them, how they are written, and the value in the unit of the document."""

    euros: float | None
    written: str
    number: float | None


class Money:
    """Draws and writes the amounts of a document by its choices."""

    def __init__(self, dice: random.Random, layout: Mapping[str, str]):
        self.layout = layout
        self.size = SIZES[layout["unit"]]
        self.digits = _DIGITS[layout["decimals"]]
        self.unit = dice.choice(UNITS[layout["unit"]])
        self.empty = dice.choice(_EMPTY[layout["placeholder"]])
        self.behind = dice.choice((" mln", " miljoen"))

    def series(self, dice: random.Random, quantity: str, count: int) -> tuple[Amount, ...]:
        """The amounts of a quantity at so many moments."""
        high = 10 ** dice.uniform(5.2, 7.6)
        drawn = []
        for _ in range(count):
            high *= dice.uniform(0.85, 1.15)
            value = high
            if quantity == "result":
                value = high * dice.uniform(0.01, 0.1) * dice.choice((1, 1, -1))
            elif quantity == "equity" and dice.random() < 0.04:
                value = -high * 0.1
            drawn.append(self.write(None if dice.random() < 0.08 else value))
        return tuple(drawn)

    def write(self, euros: float | None) -> Amount:
        """An amount, rounded to what the document writes."""
        if euros is None:
            return Amount(None, self.empty, None)
        number = round(euros / self.size, self.digits)
        return Amount(round(number * self.size, 2), self._text(number), number)

    def _text(self, number: float) -> str:
        whole = f"{abs(number):,.{self.digits}f}"
        mark = _MARKS[self.layout.get("grouping", "dot")]
        text = whole.replace(",", "_").replace(".", ",").replace("_", mark)
        if number < 0:
            text = _NEGATIVE[self.layout["negative"]].format(text)
        if self.layout["unit_place"] != "cell":
            return text
        return f"€ {text}" + (self.behind if self.layout["unit"] == "million" else "")
