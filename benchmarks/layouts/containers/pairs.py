"""Label and value below a name: lines, headings, definitions, lists; and cards, a small table per party.

Belongs here: how one party's labels and values are set. Does not belong here: which there are (`content.document`).
"""

from collections.abc import Iterator

from benchmarks.layouts import blocks as b
from benchmarks.layouts.blocks import Block, Cell, Grid, Heading, Line, Run, Text, cell, line
from benchmarks.layouts.containers.names import name_cell, name_line
from benchmarks.layouts.content.document import Content
from benchmarks.layouts.content.parties import Party

Pair = tuple[str, str]
GRIDS = ("grid_years_across", "grid_years_down")


def pairs(content: Content, party: Party) -> list[Pair]:
    """Labels with values, in the order of the document; amounts too where they are no grid."""
    plain = [(content.labels[key], content.value(party, key)) for key in content.plain_fields]
    if content.choice("order") == "shuffled":
        content.dice("pairs").shuffle(plain)
    sums = [] if content.choice("amounts_form") in GRIDS else list(_amounts(content, party))
    return [*sums, *plain] if content.choice("order") == "amounts_first" else [*plain, *sums]


def _amounts(content: Content, party: Party) -> Iterator[Pair]:
    for quantity in content.quantities:
        told = list(zip(content.moments.of(quantity), party.amounts[quantity], strict=True))
        if content.choice("amounts_form") == "label_each":
            yield from ((content.amount_label(quantity, moment), amount.written) for moment, amount in told)
        else:
            pattern, between = content.one_of("value", (("{1} ({0})", " en "), ("{0}: {1}", "; "), ("{0}: {1}", ", ")))
            text = between.join(pattern.format(moment, amount.written) for moment, amount in told)
            yield content.with_unit(content.labels[quantity], "column"), text


def figures(content: Content, party: Party) -> list[tuple[Cell, ...]]:
    """The amounts as rows of a grid: head and quantities, or its side."""
    stocks, results = content.moments.stocks, content.moments.results
    corner = content.with_unit(content.labels["figures"], "column")
    rows = [(cell(corner, bold=True), *(cell(moment, bold=True) for moment in stocks))]
    for quantity in content.quantities:
        amounts = [cell(a.written, number=a.number) for a in party.amounts[quantity]]
        empty = [cell("")] * (len(stocks) - len(amounts))
        label = content.labels[quantity] + (f" {results[0]}" if quantity == "result" and empty else "")
        rows.append((cell(label), *empty, *amounts))
    return [*zip(*rows, strict=True)] if content.choice("amounts_form") == "grid_years_down" else rows


def _grid_below(content: Content, party: Party) -> list[Block]:
    if content.choice("amounts_form") not in GRIDS:
        return []
    caption = content.with_unit("Cijfers", "caption") if content.choice("unit_place") == "caption" else ""
    return [Grid(tuple(figures(content, party)), 1, True, caption)]


def _title(content: Content, party: Party) -> list[Block]:
    how = content.choice("name_as")
    if how == "bold":
        return [Text(name_line(party, bold=True))]
    if how == "label":
        return [Text((Run(f"{content.labels['name']}: ", True), *name_line(party)))]
    return [Heading(name_line(party), 3)]


def lines(content: Content, parties: list[Party]) -> list[Block]:
    """A name, and a line per label; the value behind it or on a line of its own."""
    blocks: list[Block] = []
    for party in _parted(content, parties, blocks):
        blocks += _title(content, party)
        for label, value in pairs(content, party):
            if content.choice("label_set") == "own_line":
                blocks += [Text(line(label, bold=content.one_of("bold", (True, False)))), Text(line(value))]
            else:
                blocks.append(Text(_pair_line(content, label, value)))
        blocks += _grid_below(content, party)
    return blocks


def _pair_line(content: Content, label: str, value: str) -> Line:
    bold, mark = content.choice("label_set") == "bold", "" if label.endswith("?") else ":"
    return (Run(label + (" " if bold and content.one_of("colon", (True, False)) else f"{mark} "), bold), Run(value))


def headings(content: Content, parties: list[Party]) -> list[Block]:
    """A name as heading, labels as headings below it, values as paragraphs."""
    blocks: list[Block] = []
    for party in _parted(content, parties, blocks):
        blocks.append(Heading(name_line(party), 3))
        for label, value in pairs(content, party):
            blocks += [Heading(line(label), 4), Text(line(value))]
        blocks += _grid_below(content, party)
    return blocks


def definitions(content: Content, parties: list[Party]) -> list[Block]:
    """A name, and labels with what they mean."""
    blocks: list[Block] = []
    for party in _parted(content, parties, blocks):
        told = [(line(label), line(value)) for label, value in pairs(content, party)]
        if content.choice("name_as") == "label":
            told.insert(0, (line(content.labels["name"]), name_line(party)))
        else:
            blocks += _title(content, party)
        blocks.append(b.Definitions(tuple(told)))
    return blocks


def nested_list(content: Content, parties: list[Party]) -> list[Block]:
    """A list of names, each with a list of labels and values below it."""
    items = []
    for party in parties:
        below = tuple(b.Item(_pair_line(content, label, value)) for label, value in pairs(content, party))
        items.append(b.Item(name_line(party, bold=content.one_of("bold", (True, False))), below))
    numbered = content.one_of("numbered", (False, True)) and content.choice("name_tail") != "number"
    return [b.Items(tuple(items), numbered)]


def numbered_list(content: Content, parties: list[Party]) -> list[Block]:
    """A list of names, with their seats where these are told."""
    return [b.Items(tuple(b.Item(name_line(party)) for party in parties), numbered=True)]


def cards(content: Content, parties: list[Party]) -> list[Block]:
    """A table per party."""
    blocks: list[Block] = []
    for party in _parted(content, parties, blocks):
        rows = _card_rows(content, party)
        grid = figures(content, party) if content.choice("amounts_form") in GRIDS else []
        width = max([len(row) for row in [*rows, *grid]])
        rows = [(*row[:-1], _over(row[-1], width - len(row) + 1)) for row in [*rows, *grid]]
        how = content.choice("name_as")
        if how == "title_row":
            rows.insert(0, (name_cell(content, party, bold=True, across=width),))
        elif how == "label":
            rows.insert(0, _name_row(content, party, width))
        else:
            blocks.append(Heading(name_line(party), 3))
        caption = content.with_unit("Kerngegevens", "caption") if content.choice("unit_place") == "caption" else ""
        blocks.append(Grid(tuple(rows), 0, content.one_of("ruled", (True, True, False)), caption))
    return blocks


def _name_row(content: Content, party: Party, width: int) -> tuple[Cell, ...]:
    if width == 1:
        return (Cell((line(content.labels["name"], bold=True), name_line(party))),)
    return cell(content.labels["name"], bold=True), name_cell(content, party, across=width - 1)


def _card_rows(content: Content, party: Party) -> list[tuple[Cell, ...]]:
    told, how = pairs(content, party), content.choice("label_set")
    if how == "one_cell":
        return [(Cell((line(label, bold=True), line(value))),) for label, value in told]
    if how == "row_above":
        rows = []
        for start in range(0, len(told), 3):
            beside = told[start : start + 3]
            rows.append(tuple(cell(label, bold=True) for label, _ in beside))
            rows.append(tuple(cell(value) for _, value in beside))
        return rows
    return [(cell(label, bold=True), cell(value)) for label, value in told]


def _over(one: Cell, across: int) -> Cell:
    return Cell(one.lines, across, one.down, one.number)


def _parted(content: Content, parties: list[Party], blocks: list[Block]) -> Iterator[Party]:
    """The parties; where pages break within, every other one begins low on its page."""
    for number, party in enumerate(parties):
        if content.choice("page_break") == "within" and number % 2:
            blocks.append(b.Space(page=content.choice("format") == "docx"))
        yield party
