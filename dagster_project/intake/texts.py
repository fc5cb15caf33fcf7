"""Text as written, made legible: white space, invisible characters and hyphens.

Does not belong here: spellings that say the same (`organisations.spelling`); a name as written stays as written.
"""

import re
import unicodedata

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_HYPHENS = re.compile("[\u2010\u2011\u2012\u2212]")


def clean(text: str) -> str:
    """White space folded, invisible characters gone, every hyphen the plain one; letters and quotes stay."""
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return " ".join(_HYPHENS.sub("-", text).split())


def items(text: str) -> list[str]:
    """The items of a list in a cell, separated by semicolons or lines."""
    return [item for part in re.split(r"[;\n]", text) if (item := clean(part))]


def fold_heading(text: str) -> str:
    """A heading in lower case with single spaces, for comparing."""
    return clean(text).casefold().rstrip(":*").strip()


def is_register_number(text: str) -> bool:
    """Whether this is an id of this register; lists also number their rows 1, 2, 3, which says nothing."""
    return bool(re.fullmatch(r"sv\d{7}", text))


def numbered(number: str) -> list[str]:
    """The identifier that a number in a list is: `sv:` of this register, `nr:` of the list itself, or none.

    Whether numbers of a list last from one edition to the next is told by linkage, from the names beside them.
    """
    if is_register_number(number):
        return [f"sv:{number}"]
    return [f"nr:{number}"] if number.isdecimal() else []


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would run this text; no name begins so."""
    return text.lstrip().startswith(("=", "@"))
