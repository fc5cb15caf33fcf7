"""Amounts as budgets write them, to euros. Text in, numbers out; which amount means what is told by its moment.

Absent is not zero: `nihil` and `0` are 0, `n.v.t.`, `-`, `n.n.b.` and unknown are None.
"""

import re
from dataclasses import dataclass

from dagster_project.texts import placeholders

THOUSAND, MILLION, BILLION = 1e3, 1e6, 1e9
_UNIT_WORDS = {
    "duizend": THOUSAND, "dzd": THOUSAND, "k": THOUSAND, "miljoen": MILLION, "mln": MILLION, "mio": MILLION,
    "m": MILLION, "miljard": BILLION, "mld": BILLION, "mrd": BILLION,
}  # fmt: skip
_UNIT = r"(?P<unit>(?:duizend|dzd|miljoen|mln|mio|miljard|mld|mrd)\b\.?|[km]\b)"
_NUMBER = (
    r"(?P<number>\d(?:[.,]\d+)?[eE][+-]?\d{1,2}(?!\d)"
    r"|\d{1,3}(?:(?:\.\d{3})+|(?:[\u2009']\d{3})+|(?: \d{3})+)(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?"
    r"|\d{1,3},\d{3}\.\d{2}(?!\d)"
    r"|\d+(?:[.,]\d+)?)"
)
_MINUS = r"(?P<minus>-/-|-\s*/\s*-|[-\u2212\u2013])"
_ZERO = rf"(?P<zero>\b(?:{'|'.join(placeholders('zero'))})\b)"
_AMOUNT = re.compile(
    rf"(?P<open>\()?\s*(?:{_MINUS}\s*)?(?P<euro>€|\beur(?:o)?\b)?\s*(?:(?P<minus2>-/-|[-\u2212\u2013])\s*)?"
    rf"(?:(?<![\w.,]){_NUMBER}(?P<cents>,(?:--?|\u2013|=))?(?P<after>-(?![\d/]))?\s*{_UNIT}?(?P<euro2>\s*(?:€|\beuro\b))?(?P<after2>-(?![\d/]))?(?P<close>\s*\))?(?![\w%])|{_ZERO})",
    re.IGNORECASE,
)
_OF_YEAR = r"(?: van het)?(?: (?:jaar|boekjaar|begrotingsjaar))?"
_AFTER_DAY = r"(?=[-/. ]|\b)"
_BEGIN = rf"(?:(?:begin|begjin|primo|aanvang|start){_OF_YEAR}|0?1[-/. ]+(?:0?1|jan(?:uari|newaris)?\.?){_AFTER_DAY})"
_END = rf"(?:(?:eind|einde|ein|ultimo|slot){_OF_YEAR}|31[-/. ]+(?:12|de[cs](?:ember|imber)?\.?){_AFTER_DAY})"
_YEAR = r"(?:[-/. ]*(?P<y{}>(?:19|20)\d\d))?"
_MOMENT = re.compile(rf"\b(?:(?P<begin>{_BEGIN}){_YEAR.format(1)}|(?P<end>{_END}){_YEAR.format(2)})", re.IGNORECASE)
_NEGATIVE = re.compile(r"\b(?:nadelig|negatief|negatieve|verlies|tekort)\b", re.IGNORECASE)
_LONE_YEAR = re.compile(r"(?:19|20)\d\d")
_EUR = r"(?:€|eur(?:o)?)?"
_IN_MILLIONS = re.compile(
    rf"[x×*]\s*{_EUR}\s*1\.?000\.000\b|[x×]\s*€?\s*(?:1\s*)?(?:miljoen|mln)|\bin miljoenen"
    r"|\(\s*(?:in\s*)?€?\s*(?:x\s*)?(?:mln\.?|miljoen(?:en)?)(?:\s*(?:€|euro(?:'?s)?))?\s*\)"
    r"|\bin (?:€ ?)?(?:mln\b|miljoen\b)|\bbedragen (?:in )?(?:€ ?)?(?:x ?)?(?:mln|miljoen)\b"
)
_IN_THOUSANDS = re.compile(
    rf"[x×*]\s*{_EUR}\s*1\.?000\b|€\s*1\.000\s*[x×]|\bin duizenden|[x×]\s*€?\s*(?:1\s*)?duizend|€\s*[x×]\s*1\.000"
    r"|\(\s*(?:in\s*)?€?\s*k\s*\)|\(\s*(?:in\s*)?€\s*1\.?000\s*\)|\bin (?:€ ?)?(?:1\.000 ?euro|dzd|duizend)\b"
    r"|\(\s*(?:x\s*)?(?:dzd\.?|duizend)(?:\s*(?:€|euro))?\s*\)"
    r"|\bbedrag(?:en)? [^.;\d]{0,30}\bin\s*€\s*1\.?000\b(?![.,]?\d)"
)
_SIGNS_OF_UNITS = ("000", "miljoen", "mln", "duizend", "dzd", "k)", "k )")
"""One of these stands in every text that gives a unit; most texts have none and need no pattern."""


@dataclass(frozen=True)
class Amount:
    """Euros (None where the text says that there is no figure), the text, and `begin`, `end` or None for its moment."""

    euros: float | None
    text: str
    moment: str | None = None


def unit_of(text: str) -> float | None:
    """The unit that a caption or header gives to the amounts below it, or None where it says none."""
    low = " ".join(text.lower().split())
    if not any(sign in low for sign in _SIGNS_OF_UNITS):
        return None
    return MILLION if _IN_MILLIONS.search(low) else THOUSAND if _IN_THOUSANDS.search(low) else None


def number_of(text: str) -> float:
    """A number in Dutch notation; a dot before three digits parts thousands, as does a comma that comes twice."""
    text = re.sub(r"[\u2009' ]", "", text)
    if "e" in text.lower():  # as spreadsheets save a number that did not fit its column
        return float(text.replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d{2})", text):
        return float(text.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        return float(text.replace(".", "").replace(",", "."))
    return float(text.replace(",", "."))


def parse_cell(text: str, unit: float = 1.0) -> float | None:
    """The euros of a cell that holds one amount; None where it holds none."""
    found = find_amounts(text, unit)
    return found[0].euros if found else None


def moment_of(text: str) -> str | None:
    """`begin` or `end` where the header of a column says so."""
    found = _MOMENT.search(text)
    return None if found is None else "begin" if found.group("begin") else "end"


def find_amounts(text: str, unit: float = 1.0) -> list[Amount]:
    """The amounts of a text with their moments, which stand before or behind an amount, or before all of them."""
    tokens: list[tuple[str, str, float | None, str]] = []
    position = 0
    clean = " ".join(text.split())
    while position < len(clean):
        moment = _MOMENT.search(clean, position)
        amount = _next_amount(clean, position, moment.start() if moment else len(clean))
        if amount is not None:
            tokens.append(("amount", "", _euros(amount, unit, clean), amount.group().strip()))
            position = amount.end()
        elif moment is not None:
            year = moment.group("y1") or moment.group("y2") or ""
            tokens.append(("moment", ("begin" if moment.group("begin") else "end") + year, None, ""))
            position = moment.end()
        else:
            break
    return _pair(tokens)


def _next_amount(text: str, start: int, stop: int) -> re.Match[str] | None:
    for match in _AMOUNT.finditer(text, start, stop):
        number = match.group("number")
        marked = match.group("euro") or match.group("unit") or match.group("euro2")
        alone = match.end() == len(text) and text[: match.start()].rstrip()[-1:] in ("", ":")
        if number and _LONE_YEAR.fullmatch(number) and not marked and not alone:
            continue
        return match
    return None


def _euros(match: re.Match[str], unit: float, text: str) -> float:
    if match.group("zero"):
        return 0.0
    own = (match.group("unit") or "").lower().rstrip(".")
    value = number_of(match.group("number")) * (_UNIT_WORDS[own] if own else unit)
    in_brackets = match.group("open") and match.group("close")
    negative = (
        match.group("minus")
        or match.group("minus2")
        or match.group("after")
        or match.group("after2")
        or in_brackets
        or _NEGATIVE.search(text)
    )
    return round(-value if negative and value else value, 2)


def _pair(tokens: list[tuple[str, str, float | None, str]]) -> list[Amount]:
    """Give each amount its moment by the order in which moments and amounts stand."""
    moments = [m for kind, m, _, _ in tokens if kind == "moment"]
    amounts = [(euros, text) for kind, _, euros, text in tokens if kind == "amount"]
    named = _name_moments(moments)
    if not amounts:
        return []
    if len(amounts) == 1 and len(set(named)) == 2:
        return [Amount(*amounts[0], moment) for moment in dict.fromkeys(named)]
    if len(moments) == len(amounts):
        return [Amount(*amount, moment) for amount, moment in zip(amounts, named, strict=True)]
    if not moments and len(amounts) == 2:
        return [Amount(*amounts[0], "begin"), Amount(*amounts[1], "end")]
    return _nearest(tokens, iter(named))


def _nearest(tokens: list[tuple[str, str, float | None, str]], named) -> list[Amount]:
    last, found = None, []
    for kind, _, euros, text in tokens:
        if kind == "moment":
            last = next(named)
        else:
            found.append(Amount(euros, text, last))
    return found


def _name_moments(moments: list[str]) -> list[str]:
    """`begin` and `end`; of two ends (31-12 of two years) the earlier one is the begin."""
    kinds = [re.sub(r"\d", "", m) for m in moments]
    if len(set(kinds)) == 1 and len(set(moments)) == 2:
        first = min(moments)
        return ["begin" if m == first else "end" for m in moments]
    return kinds
