"""Which plots stand in which section, and what they show. Drawing is `charts`."""

from collections.abc import Sequence

from lxml.builder import E
from lxml.etree import _Element

from dagster_project.charts import Axis, DotRow, dots
from dagster_project.evaluation.report.labels import labels, number, percent, word
from dagster_project.evaluation.report.model import Section, Table

STEPS = (0.0, 0.2, 0.5, 0.8, 0.9, 0.95)
"""Where the axis of shares may begin, so that what differs is seen; it always ends at one and says where it begins."""
SHARE = ".2~%"
"""How marks of shares are written, as a format of d3."""
SHADES = ((0.99, "s0"), (0.95, "s1"), (0.80, "s2"), (0.50, "s3"))


def plots_of(section: Section) -> list[_Element]:
    """The plots of a section, each with its heading."""
    tables = {table.key: table for table in section.tables}
    if section.key == "extraction":
        return _of_extraction(tables)
    if section.key == "themes":
        return _dots(tables["by_theme"], ("recall", "precision"), labels()["tables"]["by_theme"])
    if section.key == "figures":
        return _of_figures(tables["cells"])
    return []


def _of_extraction(tables: dict[str, Table]) -> list[_Element]:
    words = labels()["plots"]
    found = _dots(tables["by_layout"], ("recall", "precision"), words["layouts"])
    found += _dots(tables["by_field"], ("share",), words["fields"])
    grid = tables["by_layout_and_field"].named()
    if not grid:
        return found
    layouts = sorted({row["layout"] for row in grid})
    fields = [row["field"] for row in tables["by_field"].named() if row["field"] != "name"]
    shares = {
        (layouts.index(row["layout"]), fields.index(row["field"])): row["share"]
        for row in grid
        if row["field"] in fields
    }
    table = _share_grid([word(layout) for layout in layouts], [word(field) for field in fields], shares)
    found += [E.h3(words["heat"]), E.p(words["heat_text"], **{"class": "more"}), E.div(table, **{"class": "scroll"})]
    return found


def _share_grid(rows: Sequence[str], columns: Sequence[str], shares: dict[tuple[int, int], float]) -> _Element:
    """A table of shares, darker where more is wrong; the text says the same as the colour."""
    head = E.tr(E.th(""), *[E.th(column, scope="col") for column in columns])
    body = []
    for i, row in enumerate(rows):
        cells = []
        for j in range(len(columns)):
            share = shares.get((i, j))
            cells.append(E.td("" if share is None else percent(share), **{"class": _shade(share)}))
        body.append(E.tr(E.th(row, scope="row"), *cells))
    return E.table(E.thead(head), E.tbody(*body), **{"class": "heat"})


def _shade(share: float | None) -> str:
    if share is None:
        return "none"
    return next((name for bound, name in SHADES if share >= bound), "s4")


def _dots(table: Table, series: tuple[str, ...], title: str) -> list[_Element]:
    """Shares per row of a table, the worst first."""
    rows = []
    for row in table.named():
        values = tuple(row[name] for name in series)
        if any(value is not None for value in values):
            rows.append(DotRow(word(row[table.columns[0]]), values, " / ".join(percent(value) for value in values)))
    if not rows:
        return []
    rows.sort(key=lambda row: (min(value for value in row.values if value is not None), row.label))
    least = min(value for row in rows for value in row.values if value is not None)
    low = max(step for step in STEPS if step <= least)
    names = [labels()["plots"]["series"].get("right" if name == "share" else name, name) for name in series]
    return _drawn(rows, names, Axis(low, 1.0, _ticks(low, 1.0), SHARE), title)


def _drawn(rows: list[DotRow], names: list[str], axis: Axis, title: str) -> list[_Element]:
    description = f"{' / '.join(names)}. " + "; ".join(f"{row.label}: {row.text}" for row in rows)
    return [E.h3(title), dots(rows, names, axis, title=title, description=description).element()]


def _ticks(low: float, high: float) -> list[float]:
    return [low + (high - low) * step / 4 for step in range(5)]


def _of_figures(cells: Table) -> list[_Element]:
    """The true value and ours, of figures that people know by heart."""
    rows = cells.named()
    latest = max((row["snapshot"] for row in rows), default=None)
    found = []
    for figure, title in labels()["plots"]["figures"].items():
        some = [row for row in rows if row["figure"] == figure]
        if "{}" in title:
            some = [row for row in some if row["snapshot"] == latest]
            title = title.format(latest)
            points = [(word(row["category"]), row) for row in some]
        elif len({row["category"] for row in some}) > 1:
            points = [(f"{word(row['category'])} {row['snapshot']}", row) for row in some]
        else:
            points = [(str(row["snapshot"]), row) for row in some]
        if points:
            found += _values(points, title)
    return found


def _values(points: list[tuple[str, dict]], title: str) -> list[_Element]:
    pairs = [(label, (row["found"] or 0.0, row["true"] or 0.0)) for label, row in points]
    whole = all(value == round(value) for _, values in pairs for value in values)

    def write(value: float) -> str:
        return number(round(value) if whole else value, 1)

    rows = [DotRow(label, values, " / ".join(map(write, values))) for label, values in pairs]
    top = _round_up(max(value for row in rows for value in row.values))
    words = labels()["plots"]["series"]
    return _drawn(rows, [words["found"], words["true"]], Axis(0.0, top, _ticks(0.0, top)), title)


def _round_up(value: float) -> float:
    """The next of 1, 2, 4 or 8 times a power of ten, so that four ticks are round numbers."""
    power = 1.0
    while power * 8 < value:
        power *= 10
    return next(power * step for step in (0.4, 0.8, 1, 2, 4, 8) if power * step >= value)
