"""Tables in which a party takes several rows, one per field or one per moment, brought to one row per party.

Does not belong here: tables that only lie on their side (`shapes`), or what a row says (`tables`).
"""

from collections.abc import Iterator

from dagster_project.budgets import labels
from dagster_project.budgets.amounts import moment_of
from dagster_project.budgets.labels import AMOUNTS, PARTY_FIELDS, column_of, field_before_value
from dagster_project.budgets.names import is_party
from dagster_project.budgets.table_heads import HEADER_SEARCH
from dagster_project.budgets.vocabulary import NAME, PARTICIPANTS, RESULT
from dagster_project.documents import Row

LEAST_LABELS = 2
"""Different fields of parties in a column that make it one of labels."""

LOOK = 200
"""Rows by which a column is judged: an export may have a hundred thousand."""

Rows = tuple[Row, ...]


def one_row_each(rows: Rows) -> Rows | None:
    """The same table with one row per party; None where no party takes more than one."""
    return _by_field(rows) or _by_moment(rows) or _by_member(rows)


def cells_of(rows: Rows, at: int) -> list[str]:
    """The texts of one column."""
    return [r.cell(at) for r in rows]


def holds_labels(texts: list[str]) -> bool:
    """Whether most texts of a column are labels, and of different fields."""
    filled = [t for t in texts if t]
    fields, others = set(), 0
    for text in filled:
        if field := field_before_value(text):
            fields.add(field)
        elif (others := others + 1) * 2 > len(filled):
            return False
    return len(fields & PARTY_FIELDS) >= LEAST_LABELS


def is_moment(text: str) -> bool:
    """Whether a text is a moment or a year and nothing else."""
    return not labels.bare(text) and bool(moment_of(text) or labels.year_of(text))


def edges(moments: list[str]) -> list[str | None]:
    """`begin` and `eind` of each moment; of two that say the same, or only a year, the earlier one is the begin."""
    kinds = [moment_of(m) for m in moments]
    years = [labels.year_of(m) for m in moments]
    if len(moments) == 2 and kinds[0] == kinds[1] and None not in years and years[0] != years[1]:
        return ["begin" if y == min(years) else "eind" for y in years]
    return [{"begin": "begin", "end": "eind"}.get(k or "") for k in kinds]


def _by_field(rows: Rows) -> Rows | None:
    """A name, beside it a label, beside that its value: a row per field."""
    width = max(len(r.cells) for r in rows)
    at = next((i for i in range(1, width - 1) if holds_labels(cells_of(rows[1:LOOK], i))), None)
    if at is None or holds_labels(cells_of(rows[:LOOK], 0)):
        return None
    names = next((i for i in range(at) if _of_names(cells_of(rows[1:LOOK], i))), None)
    if names is None:
        return None
    dated = at + 2 < width and all(is_moment(t) for t in cells_of(rows[1:LOOK], at + 1) if t)
    found: list[Row | tuple[str, str, dict[str, str]]] = []
    for row in rows if field_before_value(rows[0].cell(at)) else rows[1:]:
        label, value, name = row.cell(at), row.cell(at + 1 + dated), row.cell(names)
        if len(row.distinct) == 1 or not label:
            found.append(row)
            continue
        if not found or isinstance(found[-1], Row) or (name and name != found[-1][0]):
            found.append((name, row.locator, {}))
        said = found[-1][2]
        label = f"{label} {row.cell(at + 1)}".strip() if dated else label
        said[label] = f"{said[label]}\n{value}" if label in said else value
    head = list(dict.fromkeys(label for one in found if not isinstance(one, Row) for label in one[2]))
    wide = [x if isinstance(x, Row) else Row((x[0], *(x[2].get(h, "") for h in head)), x[1]) for x in found]
    return (Row(("Naam", *head), rows[0].locator), *wide)


def _of_names(texts: list[str]) -> bool:
    filled = [t for t in texts if t]
    distinct = list(dict.fromkeys(filled))
    # One name is enough where it stands beside each label.
    return (len(distinct) >= 2 or len(filled) == len(texts) >= 2) and sum(map(is_party, distinct)) * 2 > len(distinct)


def _by_moment(rows: Rows) -> Rows | None:
    """A row per moment below a head whose amounts say none: the moment stands in a column of its own."""
    first = next((i for i, r in enumerate(rows[:HEADER_SEARCH]) if _has_names_and_amounts(r)), None)
    if first is None:
        return None
    head, below = rows[first], rows[first + 1 :]
    fields = [column_of(c) if c else None for c in head.cells]
    at = next(
        (i for i, f in enumerate(fields) if f not in (*AMOUNTS, NAME) and _of_moments(cells_of(below[:LOOK], i))), None
    )
    if at is None or any(moment_of(c) for c, f in zip(head.cells, fields, strict=True) if f in AMOUNTS):
        return None
    groups = list(_groups(below, fields.index(NAME), at))
    if max(len(g) for g in groups) < 2:
        return None
    moments = sorted(dict.fromkeys(t for t in cells_of(below, at) if is_moment(t)), key=_order)
    wide = [i for i, f in enumerate(fields) if f not in AMOUNTS and i != at]
    places = [
        (i, moment, edge or moment)
        for i, f in enumerate(fields)
        if f in AMOUNTS
        # Of a result the last year counts, and the first that is read stays.
        for moment, edge in (reversed if f == RESULT else list)(list(zip(moments, edges(moments), strict=True)))
    ]
    found = [
        *rows[:first],
        Row((*(head.cells[i] for i in wide), *(f"{head.cells[i]} {e}" for i, _, e in places)), head.locator),
    ]
    for group in groups:
        if not is_moment(group[0].cell(at)):
            found += group
            continue
        of = {row.cell(at): row for row in group}
        known = [next((r.cell(i) for r in group if r.cell(i)), "") for i in wide]
        figures = [of[moment].cell(i) if moment in of else "" for i, moment, _ in places]
        found.append(Row((*known, *figures), group[0].locator))
    return tuple(found)


def _by_member(rows: Rows) -> Rows | None:
    """A row per participant: all else is the same, or stands in the first row only."""
    heads = ([column_of(c) if c else None for c in row.cells] for row in rows[:HEADER_SEARCH])
    first, fields = next(((i, f) for i, f in enumerate(heads) if NAME in f and PARTICIPANTS in f), (-1, []))
    if first < 0:
        return None
    name, who = fields.index(NAME), fields.index(PARTICIPANTS)
    found = list(rows[: first + 1])
    for row in rows[first + 1 :]:
        before = found[-1]
        if len(found) > first + 1 and row.cell(who) and _only_differs(before, row, name, who):
            cells = list(before.cells)
            cells[who] = f"{cells[who]}\n{row.cell(who)}"
            found[-1] = Row(tuple(cells), before.locator, before.width)
        else:
            found.append(row)
    return tuple(found) if len(found) < len(rows) else None


def _only_differs(before: Row, row: Row, name: int, who: int) -> bool:
    same = all(c in ("", before.cell(i)) for i, c in enumerate(row.cells) if i != who)
    return same and bool(before.cell(name)) and bool(before.cell(who)) and len(before.distinct) > 1


def _has_names_and_amounts(row: Row) -> bool:
    fields = {column_of(c) for c in row.cells if c}
    return NAME in fields and not fields.isdisjoint(AMOUNTS)


def _of_moments(texts: list[str]) -> bool:
    filled = [t for t in texts if t]
    # A heading between rows may be merged over all columns.
    moments = [t for t in filled if is_moment(t)]
    return len(set(moments)) >= 2 and len(moments) * 2 > len(filled)


def _groups(rows: Rows, name: int, at: int) -> Iterator[list[Row]]:
    """Rows that follow each other, have one name or none, and each a moment of its own."""
    group: list[Row] = []
    for row in rows:
        own = row.cell(name)
        same = group and own in ("", group[0].cell(name)) and is_moment(group[0].cell(at))
        if not (same and is_moment(row.cell(at)) and row.cell(at) not in [r.cell(at) for r in group]):
            if group:
                yield group
            group = []
        group.append(row)
    if group:
        yield group


def _order(moment: str) -> tuple[int, bool]:
    return labels.year_of(moment) or 0, moment_of(moment) == "end"
