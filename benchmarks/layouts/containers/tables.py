"""Tables with a row per party: with no, one, two or three rows of head; sections as rows or as a column; a total."""

from dataclasses import dataclass

from benchmarks.layouts.blocks import Block, Cell, Grid, cell
from benchmarks.layouts.containers.names import name_cell
from benchmarks.layouts.content.document import Content
from benchmarks.layouts.content.parties import Party


@dataclass(frozen=True)
class Column:
    """A field, or one moment of a quantity."""

    key: str
    label: str
    moment: int | None = None


def columns(content: Content) -> list[Column]:
    """The columns in their order; the moments of a quantity stay together."""
    plain = [[Column(key, content.labels[key])] for key in content.plain_fields]
    if content.choice("sections") == "column":
        plain.insert(0, [Column("section", content.labels["section"])])
    sums = [
        [Column(q, content.amount_label(q, moment), n) for n, moment in enumerate(content.moments.of(q))]
        for q in content.quantities
    ]
    groups = {"amounts_first": [*sums, *plain]}.get(content.choice("order"), [*plain, *sums])
    dice = content.dice("columns")
    if content.choice("order") == "shuffled":
        dice.shuffle(groups)
    groups.insert(1 if content.choice("order") == "shuffled" and dice.random() < 0.3 else 0,
                  [Column("name", content.labels["name"])])  # fmt: skip
    return [column for group in groups for column in group]


def rows_of_head(content: Content, over: list[Column]) -> list[tuple[Cell, ...]]:
    """The rows of the head."""
    count = int(content.choice("head_rows") or 1)
    if not count:
        return []
    if count == 1:
        labels = [content.with_unit(c.label, "corner") if c.key == "name" else c.label for c in over]
        return [tuple(cell(label, bold=True) for label in labels)]
    top, below = _two_rows(content, over)
    if count == 2:
        return [top, below]
    return [_groups(content, over), top, below]


def _two_rows(content: Content, over: list[Column]) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    corner, top, below = content.choice("corner"), [], []
    for column in over:
        if column.moment is None:
            label = content.with_unit(column.label, "corner") if column.key == "name" else column.label
            if corner == "merged":
                top.append(cell(label, bold=True, down=2))
                continue
            first, second = (label, "") if corner == "empty_below" else ("", label)
            top.append(cell(first, bold=True))
            below.append(cell(second, bold=True))
        else:
            moments = content.moments.of(column.key)
            if column.moment == 0:
                label = content.with_unit(content.labels[column.key], "column")
                top.append(cell(label, bold=True, across=len(moments)))
            below.append(cell(moments[column.moment], bold=True))
    return tuple(top), tuple(below)


def _groups(content: Content, over: list[Column]) -> tuple[Cell, ...]:
    """A row that says which columns are about money."""
    cells: list[Cell] = []
    for column in over:
        label = "" if column.moment is None else content.labels["figures"]
        if cells and cells[-1].text == label:
            cells[-1] = cell(label, bold=True, across=cells[-1].across + 1)
        else:
            cells.append(cell(label, bold=True))
    return tuple(cells)


def party_row(content: Content, party: Party, over: list[Column]) -> tuple[Cell, ...]:
    """The cells of a party."""
    cells = []
    for column in over:
        if column.key == "name":
            cells.append(name_cell(content, party))
        elif column.key == "section":
            cells.append(cell(party.section))
        elif column.moment is None:
            cells.append(cell(content.value(party, column.key)))
        else:
            amount = party.amounts[column.key][column.moment]
            cells.append(cell(amount.written, number=amount.number))
    return tuple(cells)


def one_table(content: Content, groups: list[tuple[str, list[Party]]]) -> list[Block]:
    """A table of these parties; their sections are rows in it where the layout says so."""
    over = columns(content)
    head = rows_of_head(content, over)
    rows = list(head)
    for section, parties in groups:
        if section and content.choice("sections") == "rows":
            rows.append((cell(section, bold=True, across=len(over)),))
        rows += [party_row(content, party, over) for party in parties]
    if content.choice("total") == "row":
        rows.append(_total(content, [p for _, parties in groups for p in parties], over))
    caption = content.with_unit("Tabel 1", "caption") if content.choice("unit_place") == "caption" else ""
    return [Grid(tuple(rows), len(head), content.choice("container") != "open_table", caption)]


def _total(content: Content, parties: list[Party], over: list[Column]) -> tuple[Cell, ...]:
    content.decoys.append("Totaal")
    cells = []
    for column in over:
        if column.key == "name":
            cells.append(cell("Totaal", bold=True))
        elif column.moment is None:
            cells.append(cell(""))
        else:
            amounts = [party.amounts[column.key][column.moment].euros or 0 for party in parties]
            total = content.money.write(sum(amounts))
            cells.append(cell(total.written, number=total.number))
    return tuple(cells)
