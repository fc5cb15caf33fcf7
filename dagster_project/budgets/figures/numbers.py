"""How budgets write numbers: signs, marks between thousands, decimals, their own scale, and that there is none.

Belongs here: the numbers of a text, one by one, as written. Does not belong here: what they are of (`values`).
Absent is not zero: `nihil` and `0` are 0, `n.v.t.`, `-` and `n.n.b.` are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dagster_project.budgets import amounts
from dagster_project.budgets.figures.units import BILLION, MILLION, THOUSAND
from dagster_project.texts import placeholders

UNIT_WORDS = {
    "duizend": THOUSAND, "dzd": THOUSAND, "k": THOUSAND, "miljoen": MILLION, "mln": MILLION, "mio": MILLION,
    "m": MILLION, "miljard": BILLION, "mld": BILLION, "mrd": BILLION,
}  # fmt: skip
_SCALE = r"(?P<scale>(?:duizend|dzd|miljoen|mln|mio|miljard|mld|mrd)\b\.?|[km]\b(?!\w))"
_SCALE_BEHIND = _SCALE.replace("scale", "scale2")
_NUMBER = (
    r"(?P<number>\d(?:[.,]\d+)?[eE][+-]?\d{1,2}(?!\d)"
    r"|\d{1,3}(?P<mark>[.\u2009' ])\d{3}(?:(?P=mark)\d{3})*(?!\d)(?:,\d+)?"
    r"|\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3},\d{3}\.\d{2}(?!\d)"
    r"|\d+(?:[.,]\d+)?)"
)
_MINUS = r"(?:-\s?/\s?-|[-\u2212\u2013]|\bminus\b)"
_EUR = r"(?:€|\beur(?:o'?s?)?\b)"
_ZERO = "|".join(re.escape(word) for word in sorted(placeholders("zero"), key=len, reverse=True))
_NONE = (
    r"(?:nog\s+)?(?:niet|on)\s?bekend|n\.?\s?n\.?\s?b\b\.?|n\.?b\b\.?|n\.?v\.?t\b\.?|niet\s+van\s+toepassing|p\.?m\b\.?"
    r"|pro\s+memorie|geen\s+(?:opgave|gegevens)|nader\s+te\s+bepalen|n\.?t\.?b\b\.?|volgt\b"
)
_TOKEN = re.compile(
    rf"(?P<open>\()?\s*(?P<minus>{_MINUS}\s*)?(?P<euro>{_EUR}\s*)?(?P<minus2>{_MINUS}\s*)?"
    rf"(?<![\w.,]){_NUMBER}(?P<cents>,(?:--?|\u2013|=))?(?P<after>{_MINUS}(?![\d/]))?(?:\s*{_SCALE})?"
    rf"(?P<euro2>\s*{_EUR}(?!\s*\d))?(?P<after2>\s?-/-|-(?![\d/\w])|\s[-\u2013](?=\s*\Z)|\s(?-i:N)(?=\s*\Z))?(?P<close>\s*\))?(?:(?<=\))\s*{_SCALE_BEHIND})?(?![\w]|%|\s%|[.,]\d)(?!\s*(?:procent|pct)\b)"
    rf"|\b(?P<zero>{_ZERO})\b"
    rf"|(?<!\w)(?P<none>{_NONE})(?!\w)"
    r"|(?:(?<=^)|(?<=[:;?/|(\s]))(?P<dash>[-\u2013\u2014](?=\s*(?:$|[,;/|(\u2013-]|en\b)|(?<=[:?] .)\s+(?-i:[A-Z])))",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\d[\d.,]*\s*(?:%|procent\b|pct\b)")
_DOT_LOST = re.compile(r"\d{1,3}\.(?:\d{6}|\d{9})|\d{4,6}\.\d{3}")
"""Numbers in which a dot between thousands was forgotten: `22.315000`, `1234.567`."""
_NOTE = 2
"""Digits of the mark of a footnote, `1)`, at most."""
_THREE_AFTER_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")


@dataclass(frozen=True)
class Number:
    """A number in a text, from `start` to `stop`.

    `value` is as written, with its sign, None where the text says that there is none; `scale` its own unit, None where
    it has none; `money`: it is marked as an amount; `digits`: how it is written, without sign and mark; `other`: the
    value in another notation that it may be in.
    """

    value: float | None
    start: int
    stop: int
    text: str = ""
    scale: float | None = None
    money: bool = False
    digits: str = ""
    other: float | None = None
    signed: bool = False


def number_of(text: str) -> float:
    """A number in Dutch notation, also one in which a dot between thousands was forgotten."""
    bare = re.sub(r"[\u2009' ]", "", text)
    return float(bare.replace(".", "")) if _DOT_LOST.fullmatch(bare) else amounts.number_of(text)


def numbers_in(text: str, start: int = 0, stop: int | None = None) -> Iterator[Number]:
    """The numbers of a text between two places, in its order; percentages are none."""
    end = len(text) if stop is None else stop
    for match in _TOKEN.finditer(text, start, end):
        is_note = match["close"] and not match["open"] and len(match["number"]) <= _NOTE
        if not is_note:
            yield _number(match)


def has_percentage(text: str) -> bool:
    """Whether a text holds a percentage."""
    return bool(_PERCENT.search(text))


def split_at_spaces(text: str) -> str:
    """A text in which a space between digits parts two numbers and not thousands."""
    return re.sub(r"(?<=\d)[ \u2009](?=[\d(€-])", " | ", text)


def _number(match: re.Match[str]) -> Number:
    start, stop = match.span()
    written = match.group().strip(" |/;:")
    if match["zero"]:
        return Number(0.0, start, stop, written, money=True)
    if match["none"] or match["dash"]:
        return Number(None, start, stop, written, money=True)
    digits = match["number"]
    value, other = number_of(digits), None
    if _DOT_LOST.fullmatch(digits):
        other = float(digits)
    elif _THREE_AFTER_COMMA.fullmatch(digits):
        other = float(digits.replace(",", ""))
    said = match["scale"] or match["scale2"]
    scale = UNIT_WORDS[said.lower().rstrip(".")] if said else None
    signed = bool(
        match["minus"] or match["minus2"] or match["after"] or match["after2"] or (match["open"] and match["close"])
    )
    euro = match["euro"] or match["euro2"] or match["cents"]
    grouped = bool(match["mark"])
    return Number(
        -value if signed and value else value, start, stop, written, scale, bool(euro or scale or grouped), digits,
        -other if signed and other else other, signed,
    )  # fmt: skip
