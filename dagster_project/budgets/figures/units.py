"""The unit that a label, a caption or a note gives to amounts: euros, thousands or millions.

Belongs here: the ways of writing it, and taking it off a text. Does not belong here: which of several units holds
(`scoring`), nor an amount's own scale, as in `2 mln` (`numbers`).
"""

import re
from functools import lru_cache

from dagster_project.budgets.frisian import in_dutch

EURO, THOUSAND, MILLION, BILLION = 1.0, 1e3, 1e6, 1e9

_TIMES = r"(?<![^\W\d_])[x×*]"
"""As in `x € 1.000`: not the last letter of a word, as in `Axkompas (AXK)`."""
_EUR = r"(?:€|eur(?:o)?(?:'?s)?)?"
_MILLIONS = r"(?:1[. ]?000[. ]?000|(?:1\s*)?(?:mln|mio|miljoen(?:en)?)\b\.?)(?:,-+)?"
_THOUSANDS = r"(?:1[. ]?000(?!\d|\.\d| 000)(?:,(?:-+|00))?|(?:1\s*)?(?:duizend(?:en|tallen|tal)?|dzd)\b\.?|k\b)"
_OPENING = (
    r"\b(?:alle\s+)?(?:bedragen|bedrag|cijfers)\s+(?:zijn\s+|luiden\s+|staan\s+)?(?:vermeld\s+)?"
    r"(?:in|[x×*]|luiden in|(?:afgerond\s+)?op(?:\s+een\s+veelvoud\s+van)?)?"
)
_EUROS = r"(?:(?:ge)?hele\s+)?(?:euro(?:'?s)?\b|€(?!\s*[\dx×*]))"


def _written(number: str) -> str:
    return (
        rf"\(?{_OPENING}\s*"
        rf"{_EUR}\s*[x×*]?\s*{_EUR}\s*{number}\s*{_EUR}\)?"
        rf"|\(?(?:bedragen\s+)?{_EUR}\s*{_TIMES}\s*{_EUR}\s*{number}\s*{_EUR}\)?"
        rf"|\(?\b(?:bedragen\s+)?in\s+(?:een\s+)?{_EUR}\s*[x×*]?\s*{_EUR}\s*{number}\s*{_EUR}\)?"
        rf"|\(\s*(?:in\s+)?{_EUR}\s*{number}\s*{_EUR}\s*\)"
        rf"|€\s*{number}\s*[x×*]|\bveelvoud(?:en)?\s+van\s+{_EUR}\s*{number}\s*{_EUR}"
    )


_WHOLE = rf"\(?\b(?:bedragen\s+)?(?:in|luiden in)\s+{_EUROS}\)?|\({_EUROS}\)|{_TIMES}\s*€\s*1(?![\d.,])"
_WRITTEN = ((MILLION, _written(_MILLIONS)), (THOUSAND, _written(_THOUSANDS)), (EURO, _WHOLE))
_SIGNS_OF = {
    MILLION: ("000000", "000.000", "000 000", "mln", "mio", "miljoen"),
    THOUSAND: ("1000", "1.000", "1 000", "duizend", "dzd", "k"),
    EURO: ("euro", "€"),
}
"""One of these stands in every text that gives the unit."""
_PATTERNS = tuple((unit, re.compile(written)) for unit, written in _WRITTEN)
"""Sought in lower case: ignoring case would make the search several times as slow."""
_IN_ANY_CASE = tuple(re.compile(written, re.IGNORECASE) for _, written in _WRITTEN)
_ABBREVIATION = re.compile(r"\((?:MLN|MIO|DZD|EUR|K)\)")
_OF_MONEY = re.compile(r"vermogen|resultaat|bijdrage|bedrag|schuld|balans|omzet|kapitaal|belang|lasten|baten|kosten")
"""What stands before such letters where they are a unit, and no abbreviation of a name: `Monumentenwacht (MLN)`."""
_SIGNS = ("000", "mln", "mio", "miljoen", "duizend", "dzd", "euro", "€", "k)")
"""One of these stands in every text that gives a unit."""


@lru_cache(maxsize=20_000)
def units_in(text: str) -> tuple[float, ...]:
    """The units that a text gives, in its order; none where it gives none."""
    low = in_dutch(text).lower()
    if not any(sign in low for sign in _SIGNS):
        return ()
    if _ABBREVIATION.search(text) and not _OF_MONEY.search(low) and not text.isupper():
        low = in_dutch(_ABBREVIATION.sub(" ", text)).lower()
    found: list[tuple[int, float]] = []
    clean = " ".join(low.split())
    for unit, pattern in _PATTERNS:
        if not any(sign in clean for sign in _SIGNS_OF[unit]):
            continue
        here = [(match.start(), unit) for match in pattern.finditer(clean)]
        if here:
            found += here
            clean = pattern.sub(lambda m: " " * len(m.group()), clean)
    return tuple(dict.fromkeys(unit for _, unit in sorted(found)))


@lru_cache(maxsize=20_000)
def without_units(text: str) -> str:
    """A text without the units that it gives to other amounts, which would be read as amounts."""
    if not units_in(text):
        return text
    for pattern in _IN_ANY_CASE:
        text = pattern.sub(" ", text)
    return text
