"""The members of cells for the browser: each set of rows once, as numbers of names.

Most cells of a figure and a snapshot share a denominator, and a national register has half a million members: written
out on the page of each cell they would be ten times the whole site. So a figure has one file of data, from which a page
shows the members of its cell.

Belongs here: packing. Does not belong here: what members are called (`data/namen.js`) and showing them
(`static/site.js`).
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from dagster_project.site.tables import Row

_KEYS = {
    "collaboration": ("collaboration",),
    "organisation_snapshot": ("organisation",),
    "participant": ("collaboration", "organisation"),
    "theme": ("collaboration", "theme"),
}
"""Tables that members are of, and what their keys name after the snapshot."""


class Numbers:
    """The place of each name in the lists of `data/namen.js`."""

    def __init__(self, collaborations: Iterable[str], organisations: Iterable[str], themes: Iterable[str]):
        lists = {"collaboration": collaborations, "organisation": organisations, "theme": themes}
        self._numbers = {kind: {id_: n for n, id_ in enumerate(ids)} for kind, ids in lists.items()}

    def pack(self, table: str, keys: list[str]) -> list[Any]:
        """Rows of one table and snapshot: numbers, or per collaboration its number and those of what follows it."""
        kinds = _KEYS[table]
        parts = [key.split("|")[1:] for key in keys]
        if len(kinds) == 1:
            return sorted(self._numbers[kinds[0]][part] for (part,) in parts)
        found: dict[int, list[int]] = defaultdict(list)
        for first, second in parts:
            found[self._numbers[kinds[0]][first]].append(self._numbers[kinds[1]][second])
        return [[first, *sorted(found[first])] for first in sorted(found)]


def packed_members(members: list[Row], numbers: Numbers) -> dict[str, str]:
    """Per figure the text of its file of data. Every member is in it: the sums of a part are those of its cell."""
    members = sorted(members, key=_place)
    files = {}
    for figure, of_figure in groupby(members, key=lambda m: m["figure"]):
        sets: dict[str, int] = {}
        cells: dict[str, dict[str, list]] = defaultdict(lambda: defaultdict(list))
        for (_, snapshot, category, part, table, weight, year), rows in groupby(of_figure, key=_place):
            text = _compact(numbers.pack(table, [m["row_key"] for m in rows]))
            number = sets.setdefault(text, len(sets))
            cells[f"{snapshot}/{category}"][part].append([table, year, weight, number])
        files[figure] = f'LAPPENDEKEN.leden("{figure}",{{"cellen":{_compact(cells)},"rijen":[{",".join(sets)}]}});\n'
    return files


def _place(member: Row) -> tuple:
    """What members of one set share; the snapshot of a row is the first part of its key."""
    year = int(member["row_key"].split("|", 1)[0])
    return (*(member[k] for k in ("figure", "snapshot", "category", "part", "row_table", "weight")), year)


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
