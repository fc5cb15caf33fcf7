"""By what a person is reached or counted: e-mail address, telephone, citizen service number, street and postcode,
account at a bank, day of birth.

A postal box is no address of a person. Does not belong here: names (`titled`, `plain_names`).
"""

import re
from collections.abc import Iterator

from dagster_project.persons.spans import Kind, Span

_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")

_DIGITS = re.compile(r"(?:\+|\(?0)[\d\s()./-]{7,}\d")
"""What a telephone number looks like at the least: the matcher of the library is slow, and most texts have none."""
_SEPARATED = re.compile(r"\d \d{3} \d{3}(?: \d{3})*(?!\d)")
"""Amounts in thousands parted by spaces may look like a number."""

_NINE = re.compile(r"(?<![\d.,€-])(?<!€ )\d{9}(?![\d,]|\.\d)|(?<![\d.,])\d{4}[. ]\d{2}[. ]\d{3}(?![\d,]|\.\d)")
_NUMBER_OF_A_BODY = re.compile(r"(?:RSIN|KvK|kvk|NL|fiscaal\w*|OIN|dossier|versie)[\s:.-]*(?:nummer|nr\.?)?[\s:.-]*$")

_STREET = (
    r"(?:straat|laan|weg|plein|kade|gracht|singel|dijk|steeg|hof|pad|dreef|park|plantsoen|markt|wal|baan|allee|burgwal"
    r"|haven|oord|erf|veld|weide|boulevard|str\.)"
)
_CAPITAL = r"[A-ZÀ-Þ][\w’'.-]*"
_HOUSE = r"\d{1,5}(?:\s?[a-zA-Z](?![\w.])|\s?-\s?\d{1,4}\b|-?(?:bis|hs|[IV]+)\b)?"
_STREET_AND_NUMBER = re.compile(
    rf"(?:\b(?:{_CAPITAL}\s+(?:(?:van|de|der|den|het|'t|ten|ter)\s+)*)*"
    rf"(?:[A-ZÀ-Þ]\w*{_STREET}|(?<=\s)(?:[Ss]traat|[Ll]aan|[Ww]eg|[Pp]lein|[Kk]ade|[Hh]of)))"
    rf"\s+(?:(?:nr|nummer)\.?\s*)?(?!(?:19|20)\d\d\b){_HOUSE}(?![\d.,]*\d)(?!\w)"
)
_POSTCODE = re.compile(r"(?<![\d.,€-])[1-9]\d{3}\s?(?!SA|SD|SS|BV|NV|CV|EU|GR|EN|OF|EV|VV|WO)[A-Z]{2}(?![\w.])")

_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b")
_BORN = re.compile(
    r"\b(?:geboren|geb\.|geboortedatum)\s*(?:(?:op|in|te|:)\s*)*(?:[A-Z]\w+,?\s+)?(?:op\s+)?"
    r"\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9}\.?)[-/. ](?:19|20)\d\d",
    re.IGNORECASE,
)


def spans_of_reach(text: str, kinds: frozenset[Kind]) -> Iterator[Span]:
    """What of these kinds stands in a text."""
    if Kind.EMAIL in kinds and "@" in text:
        yield from (Span(*m.span(), Kind.EMAIL) for m in _EMAIL.finditer(text))
    if not any(c.isdigit() for c in text):
        return
    if Kind.TELEPHONE in kinds and _DIGITS.search(text):
        yield from _telephones(text)
    if Kind.BSN in kinds:
        yield from _bsns(text)
    if Kind.BANK_ACCOUNT in kinds and _ACCOUNT.search(text):
        yield from _accounts(text)
    if Kind.DAY_OF_BIRTH in kinds:
        yield from (Span(*m.span(), Kind.DAY_OF_BIRTH) for m in _BORN.finditer(text))
    if Kind.ADDRESS in kinds:
        for pattern in (_STREET_AND_NUMBER, _POSTCODE):
            yield from (Span(*m.span(), Kind.ADDRESS) for m in pattern.finditer(text))


def _accounts(text: str) -> Iterator[Span]:
    from stdnum import iban

    for found in _ACCOUNT.finditer(text):
        if iban.is_valid(found.group(), check_country=False):
            yield Span(*found.span(), Kind.BANK_ACCOUNT)


def _telephones(text: str) -> Iterator[Span]:
    from phonenumbers import PhoneNumberMatcher

    for match in PhoneNumberMatcher(text, "NL"):
        if not _SEPARATED.fullmatch(match.raw_string):
            yield Span(match.start, match.end, Kind.TELEPHONE)


def _bsns(text: str) -> Iterator[Span]:
    from stdnum.nl import bsn

    for found in _NINE.finditer(text):
        # A legal person has a number by the same check (RSIN), which is public.
        if bsn.is_valid(found.group()) and not _NUMBER_OF_A_BODY.search(text, 0, found.start()):
            yield Span(*found.span(), Kind.BSN)
