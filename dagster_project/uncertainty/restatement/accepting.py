"""Which decision of kind restatement accepts that a cell changed.

A decision names a cell as `figure|snapshot|category`; a star for the category covers all of that figure and
snapshot, one for the snapshot that category in all. Its value is the number accepted, as it will be published, or the
greatest move, as `<=2`, in the unit of the cell; a star needs a greatest move. Without a second reviewer it accepts
nothing.

Does not belong here: which cells changed (`cells`).
"""

import re
from collections.abc import Iterable
from typing import Any

Row = dict[str, Any]

ANY = "*"
_MOST = re.compile(r"<=\s*(\d+(?:\.\d+)?)")
_NEAR = 1e-9


def accepting(cell: Row, decisions: Iterable[Row]) -> Row | None:
    """The first decision that covers a cell, its present value and its move; None where there is none.

    Args:
        cell: figure, snapshot, category, released, value and move, as in `restated_cell`.
    """
    return next((d for d in decisions if _covers(d, cell)), None)


def _covers(decision: Row, cell: Row) -> bool:
    if not decision["second_reviewer"]:
        return False
    named = decision["target"].split("|")
    key = (cell["figure"], str(cell["snapshot"]), cell["category"])
    if named[0] == ANY or not all(part in (ANY, own) for part, own in zip(named, key, strict=True)):
        return False
    if most := _MOST.fullmatch(decision["value"]):
        return cell["move"] is not None and abs(cell["move"]) <= float(most[1]) + _NEAR
    if ANY in named:
        return False
    if cell["value"] is None:
        return decision["value"] == "missing"
    try:
        return abs(float(decision["value"]) - cell["value"]) < _NEAR
    except ValueError:
        return False
