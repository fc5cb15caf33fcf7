"""What cells of lists hold: lists of items, numbers of rows, formulas.

Does not belong here: rules about letters and white space (`texts`).
"""

import re

from dagster_project.texts import clean, filled


def items(text: str) -> list[str]:
    """The items of a list in a cell, separated by semicolons or lines; placeholders are none."""
    return [item for part in re.split(r"[;\n]", text) if (item := filled(clean(part)))]


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
