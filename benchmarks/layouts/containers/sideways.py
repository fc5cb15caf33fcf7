"""Tables that do not have a row per party: a column per party, several rows per party, a matrix of participants."""

from benchmarks.layouts.blocks import Block, Cell, Grid, cell, transposed
from benchmarks.layouts.containers.names import name_cell
from benchmarks.layouts.containers.tables import columns, party_row
from benchmarks.layouts.content.document import Content
from benchmarks.layouts.content.participants import matrix_places
from benchmarks.layouts.content.parties import Party

SIDE_BY_SIDE = 4
"""So many parties fit beside each other; more get a table of their own."""
CROSSES = {"x": ("x", ""), "dot": ("•", ""), "yes_no": ("ja", "nee")}


def column_per_party(content: Content, parties: list[Party]) -> list[Block]:
    """Labels down, parties across."""
    over, blocks = columns(content), []
    over.sort(key=lambda column: column.key != "name")
    labels = [cell(content.with_unit(c.label, "corner") if c.key == "name" else c.label, bold=True) for c in over]
    caption = content.with_unit("Overzicht", "caption") if content.choice("unit_place") == "caption" else ""
    for start in range(0, len(parties), SIDE_BY_SIDE):
        beside = [party_row(content, party, over) for party in parties[start : start + SIDE_BY_SIDE]]
        blocks.append(Grid(transposed([labels, *beside]), 1, True, caption))
    return blocks


def several_rows(content: Content, parties: list[Party]) -> list[Block]:
    """A row per field, or one per moment, with the name once or again and again."""
    per_field = content.choice("row_per") == "field"
    head, rows = (_field_head if per_field else _moment_head)(content), []
    for party in parties:
        below = (_field_rows if per_field else _moment_rows)(content, party)
        for number, row in enumerate(below):
            how = content.choice("row_names")
            if how == "merged" and number:
                rows.append(row)
            elif how == "merged" or how == "repeated" or number == 0:
                rows.append((name_cell(content, party, down=len(below) if how == "merged" else 1), *row))
            else:
                rows.append((cell(""), *row))
    caption = content.with_unit("Tabel 2", "caption") if content.choice("unit_place") == "caption" else ""
    return [Grid((head, *rows), 1, True, caption)]


def _field_head(content: Content) -> tuple[Cell, ...]:
    return tuple(cell(text, bold=True) for text in map(content.labels.get, ("name", "part", "detail")))


def _field_rows(content: Content, party: Party) -> list[tuple[Cell, ...]]:
    rows = [(cell(content.labels[key]), cell(content.value(party, key))) for key in content.plain_fields]
    for quantity in content.quantities:
        for moment, amount in zip(content.moments.of(quantity), party.amounts[quantity], strict=True):
            rows.append((cell(content.amount_label(quantity, moment)), cell(amount.written, number=amount.number)))
    return rows


def _moment_head(content: Content) -> tuple[Cell, ...]:
    labels = [content.labels["name"], *(content.labels[key] for key in content.plain_fields), content.labels["moment"]]
    labels += [content.with_unit(content.labels[quantity], "column") for quantity in content.quantities]
    return tuple(cell(label, bold=True) for label in labels)


def _moment_rows(content: Content, party: Party) -> list[tuple[Cell, ...]]:
    """The result stands in the row of its year; where stocks have days, in the last one."""
    count, rows = len(content.moments.stocks), []
    results = party.amounts["result"]
    for number, moment in enumerate(content.moments.stocks):
        plain = [cell(content.value(party, key) if number == 0 or content.choice("row_names") == "repeated" else "")
                 for key in content.plain_fields]  # fmt: skip
        sums = []
        for quantity in content.quantities:
            at = number if quantity != "result" else number - (count - len(results))
            amount = party.amounts[quantity][at] if at >= 0 else None
            sums.append(cell(amount.written, number=amount.number) if amount else cell(""))
        rows.append((*plain, cell(moment), *sums))
    return rows


def matrix(content: Content, parties: list[Party]) -> list[Block]:
    """Parties against municipalities, with a cross for each participant."""
    there = matrix_places(content.province)
    yes, no = CROSSES[content.choice("cross")]
    rows = [(cell(content.labels["name"], bold=True), *(cell(name, bold=True) for name in there))]
    for party in parties:
        members = party.participants.names
        rows.append((name_cell(content, party), *(cell(yes if name in members else no) for name in there)))
    across = content.choice("matrix_side") == "parties_across"
    return [Grid(transposed(rows) if across else tuple(rows), 1, True, "")]
