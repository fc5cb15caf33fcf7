"""What another reading changed: the output of `extract` against an earlier one, party by party and value by value.

Belongs here: the comparison, and its lines in Dutch. Does not belong here: which reading is right (`evaluation`).
"""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dagster_project.budgets.extract import COLUMNS
from dagster_project.budgets.same_party import Seen, same_parties
from dagster_project.spreadsheets import read_plain_csv
from dagster_project.workspace import UnreadableInput

_ALIKE = {"document", "name", "locator", "other_locators", "page", "confidence", "field_confidence", "other_reading"}
"""Columns that say which party it is, where it stands and how sure it is: another reading may change them freely."""
VALUES = tuple(column for column in COLUMNS if column not in _ALIKE)
NEEDED = ("document", "name", "locator")

Row = dict[str, str]


@dataclass(frozen=True)
class Changed:
    """One party or value: where, whose, and what was and is read; `column` is None for a party as a whole."""

    document: str
    name: str
    locator: str
    column: str | None = None
    before: str = ""
    after: str = ""


@dataclass
class Difference:
    """What is gone, new, called otherwise or has another value. Documents of one side alone are not compared."""

    documents: int = 0
    before: int = 0
    after: int = 0
    only_before: list[str] = field(default_factory=list)
    only_after: list[str] = field(default_factory=list)
    gone: list[Changed] = field(default_factory=list)
    new: list[Changed] = field(default_factory=list)
    renamed: list[Changed] = field(default_factory=list)
    values: list[Changed] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.only_before or self.only_after or self.gone or self.new or self.renamed or self.values)


def read_output(path: Path) -> list[Row]:
    """The rows of a file that `extract` wrote, also one that was saved by a spreadsheet or lacks later columns.

    Raises UnreadableInput for what is none.
    """
    try:
        reader = read_plain_csv(path, COLUMNS, restkey="", restval="")
        absent = [column for column in NEEDED if column not in (reader.fieldnames or [])]
        if absent:
            what = f"column {', '.join(absent)} is not there"
            raise UnreadableInput(what, path, "give a CSV that lappendeken extract --out wrote")
        return [{column: text or "" for column, text in row.items()} for row in reader]
    except csv.Error as error:
        raise UnreadableInput(f"no CSV: {error}", path, "give a CSV that lappendeken extract --out wrote") from None


def compared(before: Sequence[Row], after: Sequence[Row]) -> Difference:
    """What the rows `after` have otherwise than those `before`; columns that one side lacks are not compared."""
    then, now = _by_document(before), _by_document(after)
    found = Difference(only_before=sorted(then.keys() - now.keys()), only_after=sorted(now.keys() - then.keys()))
    columns = [c for c in VALUES if before and after and c in before[0] and c in after[0]]
    for document in sorted(then.keys() & now.keys()):
        old, new = then[document], now[document]
        found.documents, found.before, found.after = (
            found.documents + 1,
            found.before + len(old),
            found.after + len(new),
        )
        pairs = same_parties([_seen(row) for row in old], [_seen(row) for row in new])
        found.gone += [_party(row) for number, row in enumerate(old) if number not in pairs]
        found.new += [_party(row) for number, row in enumerate(new) if number not in pairs.values()]
        for one, other in sorted(pairs.items(), key=lambda pair: pair[1]):
            _compare(found, old[one], new[other], columns)
    return found


def told(found: Difference) -> Iterator[str]:
    """The difference in Dutch: a line of counts, and a line for each change."""
    per_field = Counter(change.column for change in found.values)
    fields = ", ".join(f"{column} {count}" for column, count in per_field.most_common())
    yield (
        f"{found.documents} documenten vergeleken, {found.before} partijen toen en {found.after} nu: "
        f"{len(found.gone)} weg, {len(found.new)} nieuw, {len(found.renamed)} anders genoemd, "
        f"{len(found.values)} waarden anders" + (f" ({fields})" if fields else "")
    )
    yield from (f"niet meer gelezen   {document}" for document in found.only_before)
    yield from (f"nieuw gelezen       {document}" for document in found.only_after)
    for label, changes in (("weg", found.gone), ("nieuw", found.new)):
        yield from (f"{label:<19} {c.document} ({c.locator}): {c.name}" for c in changes)
    for c in found.renamed:
        yield f"{'anders genoemd':<19} {c.document} ({c.locator}): '{c.before}' -> '{c.after}'"
    for c in found.values:
        was, now = c.before or "leeg", c.after or "leeg"
        yield f"{'anders gelezen':<19} {c.document} ({c.locator}): {c.name}, {c.column}: {was} -> {now}"


def _compare(found: Difference, old: Row, new: Row, columns: Sequence[str]) -> None:
    if old["name"] != new["name"]:
        found.renamed.append(_party(new, "name", old["name"], new["name"]))
    found.values += [_party(new, c, old[c], new[c]) for c in columns if old[c] != new[c]]


def _party(row: Row, column: str | None = None, before: str = "", after: str = "") -> Changed:
    return Changed(row["document"], row["name"], row["locator"], column, before, after)


def _seen(row: Row) -> Seen:
    try:
        others = json.loads(row.get("other_locators") or "[]")
    except ValueError:
        others = []
    return Seen(row["name"], frozenset({row["locator"], *map(str, others)}))


def _by_document(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["document"]].append(row)
    return found
