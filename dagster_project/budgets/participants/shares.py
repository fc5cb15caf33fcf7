"""Shares beside participants: percentages, numbers of shares and of votes. They part names, and go."""

import re

_NUMBER = r"(?:ca\.? |circa )?\d[\d.]*(?:,\d+)?"
_OF = r"(?:%|procent\b|aandelen\b|aandeel\b|stemmen\b|stem\b|zetels?\b|certificaten\b)"
_SHARE = rf"{_NUMBER}\s*{_OF}(?: van de (?:aandelen|stemmen))?"
_BRACKETS = re.compile(rf"\s*[(\[]\s*(?:(?:met|voor) )?{_SHARE}[^()\[\]]*[)\]](?P<next>\s*(?=[A-ZÀ-Þ'’]))?")
_BEFORE = re.compile(
    rf"(?P<part>^|[;,]\s+|\ben\s+)\s*{_SHARE}\s+(?:(?:is |zijn )?(?:van|voor|bij|in handen van) )?(?=\w)"
)
_BEHIND = re.compile(rf"\s*(?:[:=–-]|\bmet\b|\bvoor\b)?\s*{_SHARE}\s*(?=$|[;,\n/|]|\ben\b|[A-ZÀ-Þ'’])")
_TOTAL = re.compile(r"(?:^|(?<=[;\n]))\s*totaal\s*(?=;|\n|$)", re.IGNORECASE)


def without_shares(text: str) -> str:
    """The text with a semicolon for each share: `A 12,5% B 87,5%` is a list of two."""
    if "%" not in text and not re.search(_OF, text):
        return text
    text = _BRACKETS.sub(lambda found: "" if found["next"] is None else "; ", text)
    text = _BEHIND.sub(";", _BEFORE.sub(r"\g<part>", text))
    return _TOTAL.sub("", re.sub(r";(?:\s*[;,])+", ";", text))
