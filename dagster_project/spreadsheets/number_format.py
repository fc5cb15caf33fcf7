"""A number as its format shows it, as far as the format changes what it says: scale, percent, dates, words, zeros.

Not rounded, and without separators of thousands: what a cell holds beyond the digits shown is still true.
Does not belong here: which format a cell has.
"""

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|(General|Standaard|AM/PM|A/P)|(.)', re.IGNORECASE | re.DOTALL)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_SCALE = re.compile(r"(?<=[0#?])(,+)(?![0#?,])")
_DATE_LETTERS = set("yjmdhusYJMDHUS")
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_LAST_SERIAL = 2_958_465
"""31 December 9999, the last day that a spreadsheet has."""


class _Section(NamedTuple):
    condition: tuple[str, float] | None
    digits: str
    """The placeholders and signs, literals out."""
    before: str
    after: str
    date: str
    """The letters of a date or time, in order; empty where it is none."""


def shown(value: float, number_format: str = "General", from_1904: bool = False) -> str:
    """The text of a number in Dutch notation: `1250` for 1,250,000 as `#,##0,`; `31-12-2024`; `5%`; `0014`."""
    sections = _sections(number_format)
    section = _chosen(sections, value)
    if section.date:
        return _moment(value, section.date, from_1904)
    if not any(c in section.digits for c in "0#?"):
        words = (section.before + section.after).strip()
        return words if any(map(str.isalpha, words)) else number_text(value)
    for commas in _SCALE.findall(section.digits):
        value /= 1000 ** len(commas)
    percent = "%" in section.digits
    text = number_text(round(value * 100, 10) if percent else value)
    if re.fullmatch(r"0{2,}", section.digits) and text.isdecimal():
        text = text.zfill(len(section.digits))
    before, after = (s if any(map(str.isalpha, s)) else "" for s in (section.before, section.after))
    return f"{before}{text}{'%' if percent else ''}{after}".strip()


def number_text(value: float | int) -> str:
    """A number as a Dutch reader writes it: a decimal comma, no thousands separators, no exponent."""
    if float(value).is_integer():
        return str(int(value))
    return f"{value:.10f}".rstrip("0").replace(".", ",")


@lru_cache(maxsize=512)
def _sections(number_format: str) -> tuple[_Section, ...]:
    parts: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(number_format):
        if token[5] == ";":
            parts.append([])
        else:
            parts[-1].append(token)
    return tuple(_section(part) for part in parts)


def _section(tokens: list[re.Match[str]]) -> _Section:
    condition, digits, before, after, date = None, "", "", "", ""
    for literal, escaped, bracket, word, char in (t.groups() for t in tokens):
        if said := literal or escaped or (char == " " and char):
            if any(c in digits for c in "0#?"):
                after += said
            else:
                before += said
        elif bracket is not None:
            if found := _CONDITION.fullmatch(bracket):
                condition = (found[1], float(found[2]))
            elif bracket.lower().strip("hmsu") == "":
                date += bracket
        elif word:
            digits += "0" if word[0] in "GgSs" else ""
        elif char:
            date += char if char in _DATE_LETTERS else ""
            digits += char
    return _Section(condition, digits, before, after, date)


def _chosen(sections: tuple[_Section, ...], value: float) -> _Section:
    if any(s.condition for s in sections):
        return next((s for s in sections if s.condition is None or _holds(s.condition, value)), sections[-1])
    if len(sections) > 2 and value == 0:
        return sections[2]
    return sections[1] if len(sections) > 1 and value < 0 else sections[0]


def _holds(condition: tuple[str, float], value: float) -> bool:
    sign, limit = condition
    return {
        "<": value < limit,
        ">": value > limit,
        "<=": value <= limit,
        ">=": value >= limit,
        "<>": value != limit,
        "=": value == limit,
    }[sign]


def _moment(value: float, letters: str, from_1904: bool) -> str:
    if not 0 <= value <= _LAST_SERIAL:
        return number_text(value)
    # The calendar of 1900 counts a day that never was.
    days = value + 1 if not from_1904 and value < 60 else value
    moment = (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(seconds=round(days * 86400))
    kinds = set(letters.lower())
    if not kinds & set("yjd") and (value < 1 or kinds & set("hus")):
        return f"{moment:%H:%M}"
    if kinds <= set("yj"):
        return str(moment.year)
    return date_text(moment)


def date_text(moment: datetime) -> str:
    """A day as `31-12-2024`, with its time behind where it has one."""
    day = f"{moment.day}-{moment.month}-{moment.year}"
    return day if moment.time() == datetime.min.time() else f"{day} {moment:%H:%M}"
