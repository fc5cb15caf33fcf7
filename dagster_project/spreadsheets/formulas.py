"""Cells that a spreadsheet would run: told when read, made harmless when written."""

import re

_SIGNED_FORMULA = re.compile(r"[+-]\s*(?:[A-Za-z_.]+\s*\(|\$?[A-Z]{1,3}\$?\d+\b|[\d.,]+\s*[+*/^]|.*[|!])")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*")
_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n")


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would run this cell. A negative amount, a dash or a telephone number is none."""
    text = cell.lstrip()
    if text.startswith(("=", "@")):
        return len(text) > 1
    return bool(_SIGNED_FORMULA.match(text))


def inert(text: str) -> str:
    """A cell as it may be written: one that begins as a formula does gets an apostrophe in front; a number does not."""
    return f"'{text}" if text.startswith(_BEGINS) and not _NUMBER.fullmatch(text) else text
