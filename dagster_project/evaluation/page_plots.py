"""Which plots stand in which section, and what they show. Drawing is `plots`."""

from lxml.builder import E
from lxml.etree import _Element

from dagster_project.evaluation.labels import bound, labels, number, percent, word
from dagster_project.evaluation.plots import dot_plot, share_grid
from dagster_project.evaluation.report import Section, Table

STEPS = (0.0, 0.2, 0.5, 0.8, 0.9, 0.95)
"""Where the axis of shares may begin, so that what differs is seen; it always ends at one and says where it begins."""


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
    said = labels()["plots"]
    found = _dots(tables["by_layout"], ("recall", "precision"), said["layouts"])
    found += _dots(tables["by_field"], ("share",), said["fields"])
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
    table = share_grid([word(layout) for layout in layouts], [word(field) for field in fields], shares)
    found += [E.h3(said["heat"]), E.p(said["heat_text"], **{"class": "more"}), E.div(table, **{"class": "scroll"})]
    return found


def _dots(table: Table, series: tuple[str, ...], title: str) -> list[_Element]:
    """Shares per row of a table, the worst first."""
    rows = []
    for row in table.named():
        values = {name: row[name] for name in series}
        if any(value is not None for value in values.values()):
            rows.append((word(row[table.columns[0]]), values))
    if not rows:
        return []
    rows.sort(key=lambda row: (min(value for value in row[1].values() if value is not None), row[0]))
    least = min(value for _, values in rows for value in values.values() if value is not None)
    low = max(step for step in STEPS if step <= least)
    ticks = [low + (1 - low) * step / 4 for step in range(5)]
    names = {name: labels()["plots"]["series"].get("right" if name == "share" else name, name) for name in series}
    return [E.h3(title), dot_plot(rows, names, low=low, high=1.0, ticks=ticks, write=percent, tell=bound, title=title)]


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
            found += [E.h3(title), _values(points, title)]
    return found


def _values(points: list[tuple[str, dict]], title: str) -> _Element:
    rows = [(label, {"found": row["found"] or 0.0, "true": row["true"] or 0.0}) for label, row in points]
    top = _round_up(max(value for _, values in rows for value in values.values()))
    said = labels()["plots"]["series"]
    ticks = [top * step / 4 for step in range(5)]
    series = {"found": said["found"], "true": said["true"]}
    whole = all(value == round(value) for _, values in rows for value in values.values())

    def write(value: float | None) -> str:
        return number(None if value is None else round(value) if whole else value, 1)

    return dot_plot(rows, series, low=0.0, high=top, ticks=ticks, write=write, tell=_tick, title=title)


def _round_up(value: float) -> float:
    """The next of 1, 2, 4 or 8 times a power of ten, so that four ticks are round numbers."""
    power = 1.0
    while power * 8 < value:
        power *= 10
    return next(power * step for step in (0.4, 0.8, 1, 2, 4, 8) if power * step >= value)


def _tick(value: float) -> str:
    return number(round(value)) if value == round(value) else number(value, 1)
