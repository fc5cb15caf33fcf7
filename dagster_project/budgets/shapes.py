"""Tables brought into the shapes that the readers know, before anything is read from them.

Parties as columns become rows; two pairs of label and value side by side come below each other; figures with the
moments as columns become one label and value each. Does not belong here: what a table says of a party.
"""

from dataclasses import replace
from itertools import zip_longest

from dagster_project.budgets import labels
from dagster_project.budgets.amounts import moment_of, unit_of
from dagster_project.budgets.labels import AMOUNTS, PARTY_FIELDS, column_of, field_before_value, field_of
from dagster_project.budgets.names import is_party
from dagster_project.budgets.vocabulary import NAME, NUMBER, RESULT
from dagster_project.documents import Row, Table
from dagster_project.documents.text import one_line

_LEAST_LABELS = 2
"""Different fields of parties in a column that make it one of labels."""


def shaped(table: Table) -> Table:
    """The same table in a shape that is read; the table itself where it has one."""
    rows = tuple(r for r in table.rows if any(r.cells))
    if not rows:
        return table
    new = _upright(rows) or _below_each_other(rows) or _figures_by_moment(rows)
    return replace(table, rows=new) if new else table


def _column(rows: tuple[Row, ...], at: int) -> list[str]:
    return [r.cells[at] if at < len(r.cells) else "" for r in rows]


def _holds_labels(texts: list[str]) -> bool:
    """Whether most texts of a column are labels, and of different fields."""
    filled = [t for t in texts if t]
    fields = [field_before_value(t) for t in filled]
    return len({f for f in fields if f in PARTY_FIELDS}) >= _LEAST_LABELS and sum(map(bool, fields)) * 2 >= len(filled)


def _upright(rows: tuple[Row, ...]) -> tuple[Row, ...] | None:
    """Parties as columns: their names in one row, which has no label or one of a name, and labels in the first."""
    width = max(len(r.cells) for r in rows)
    if width < 3 or not _holds_labels(_column(rows, 0)):
        return None
    if any(_holds_labels(_column(rows, i)) for i in range(1, width)):
        return None
    at = next((i for i, r in enumerate(rows[:3]) if _names(r)), None)
    if at is None:
        return None
    columns = list(zip_longest(*(r.cells for r in rows[at:]), fillvalue=""))
    head = ("Naam", *columns[0][1:])
    return (Row(head, rows[at].locator), *(Row(c, rows[at].locator) for c in columns[1:] if c[0]))


def _names(row: Row) -> bool:
    label, *names = row.cells
    filled = [one_line(n) for n in names if n]
    if label and column_of(label) not in (NAME, NUMBER, None):
        return False
    return len(set(filled)) >= 2 and all(labels.bare(n) and is_party(n) for n in filled)


def _below_each_other(rows: tuple[Row, ...]) -> tuple[Row, ...] | None:
    """Pairs of label and value side by side."""
    width = max(len(r.cells) for r in rows)
    if width < 4 or width % 2 or not all(_labels_somewhere(_column(rows, i)) for i in range(0, width, 2)):
        return None
    found = []
    for row in rows:
        cells = row.cells + ("",) * (width - len(row.cells))
        if len({c for c in cells if c}) == 1:
            found.append(row)
            continue
        found += [Row(cells[i : i + 2], row.locator) for i in range(0, width, 2) if cells[i]]
    return tuple(found)


def _labels_somewhere(texts: list[str]) -> bool:
    filled = [t for t in dict.fromkeys(texts) if t]
    found = [t for t in filled if field_before_value(t)]
    return len(found) >= _LEAST_LABELS and len(found) * 2 >= len(filled)


def _figures_by_moment(rows: tuple[Row, ...]) -> tuple[Row, ...] | None:
    """Rows of equity, debt and result below a row of moments or years, as label and value; other rows stay."""
    found: list[Row] = []
    head: Row | None = None
    for row in rows:
        if _are_moments(row.cells[1:]) and field_of(row.cells[0]) not in AMOUNTS:
            head = row
        elif head and field_of(row.cells[0]) in AMOUNTS:
            found += _by_moment(head, row)
        else:
            found.append(row)
    amounts = any(field_of(r.cells[0]) in AMOUNTS for r in rows[rows.index(head) + 1 :]) if head else False
    return tuple(found) if amounts and found else None


def _are_moments(cells: tuple[str, ...]) -> bool:
    filled = [c for c in cells if c]
    return len(set(filled)) >= 2 and all(not labels.bare(c) and (moment_of(c) or labels.year_of(c)) for c in filled)


def _by_moment(head: Row, row: Row) -> list[Row]:
    corner, *moments = head.cells
    unit = " (x € 1.000.000)" if unit_of(corner) == 1e6 else " (x € 1.000)" if unit_of(corner) == 1e3 else ""
    pairs = list(zip(_edges(moments), moments, row.cells[1:], strict=False))
    # Of a result the last year counts, and the first that is read stays.
    ordered = reversed(pairs) if field_of(row.cells[0]) == RESULT else pairs
    return [
        Row((f"{row.cells[0]}{unit} {edge or moment}", value), row.locator) for edge, moment, value in ordered if value
    ]


def _edges(moments: list[str]) -> list[str | None]:
    """`begin` and `eind` of each moment; of two that say the same, or only a year, the earlier one is the begin."""
    kinds = [moment_of(m) for m in moments]
    years = [labels.year_of(m) for m in moments]
    if len(moments) == 2 and kinds[0] == kinds[1] and None not in years and years[0] != years[1]:
        return ["begin" if y == min(years) else "eind" for y in years]
    return [{"begin": "begin", "end": "eind"}.get(k or "") for k in kinds]
