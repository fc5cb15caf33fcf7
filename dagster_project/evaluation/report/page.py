"""A report as a page in Dutch, for auditors: one file, no script, nothing fetched.

Belongs here: what stands on the page and in which order. Does not belong here: the words (`labels`), how a measure is
shown (`page_measures`) and which plots there are (`page_plots`, `page_curves`).
"""

from pathlib import Path

from lxml import html
from lxml.builder import E
from lxml.etree import _Element

from dagster_project.charts import font_face
from dagster_project.evaluation.report.labels import labels, number, percent, word
from dagster_project.evaluation.report.model import Measure, Report, Section, Table
from dagster_project.evaluation.report.page_curves import curves_of
from dagster_project.evaluation.report.page_measures import (
    goal_of,
    interval_text,
    is_met,
    measure_table,
    outcome_text,
)
from dagster_project.evaluation.report.page_plots import plots_of
from dagster_project.workspace.atomic import write_text

ROWS = 40
"""Rows of a table on the page; a table of a thousand errors is read in the JSON, if at all."""
OPEN = (
    "by_snapshot", "by_event", "by_figure", "by_kind", "system_counts", "by_criterion", "confused_kinds", "weak_links",
)  # fmt: skip
"""Tables that are shown unfolded, for no plot says the same."""
SHARES = (
    "recall", "precision", "share", "relative", "probability", "probability_from", "probability_to", "expected",
    "observed", "bcubed_f1", "double_share", "merged_share", "wrong_share", "open_share",
)  # fmt: skip
"""Columns that hold shares."""
YEARS = ("snapshot", "definition", "from", "to")
"""Columns that hold years, which are no numbers to add up."""


def write_page(report: Report, path: Path, words: dict | None = None) -> None:
    """Write the report as a page, in the words of `words` (`labels()` where None); the same report gives the same
    bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    page = html.tostring(
        _page(report, words or labels()), doctype="<!DOCTYPE html>", encoding="unicode", pretty_print=False
    )
    write_text(path, page + "\n")


def _page(report: Report, words: dict) -> _Element:
    sections = [section for section in report.sections if section.key in words["sections"]]
    head = E.head(
        E.meta(charset="utf-8"),
        E.meta(name="viewport", content="width=device-width, initial-scale=1"),
        E.title(words["title"]),
        E.style(font_face() + (Path(__file__).parent / "page.css").read_text(encoding="utf-8")),
    )
    top = E.header(E.div(E.h1(words["title"]), E.p(report.subject_nl, **{"class": "subject"}), E.p(words["lead"])))
    main = E.main(E.ul(*[E.li(line) for line in words["reading"]], **{"class": "reading"}), *_summary(sections, words))
    main.extend(_silent(words))
    for section in sections:
        main.extend(_section(section, words))
    return E.html(head, E.body(top, main, E.footer(_foot(report, words))), lang="nl")


def _foot(report: Report, words: dict) -> str:
    count = sum(1 for _ in report.measures())
    return f"{words['command']} · {number(count)} maten, alle in het JSON-bestand"


def _summary(sections: list[Section], words: dict) -> list[_Element]:
    """Every measure that has a goal, with whether it is met."""
    rows = []
    for section in sections:
        asked = [(measure, label) for measure, label in _headlines(section, words) if goal_of(label)]
        if not asked:
            continue
        title = E.th(words["sections"][section.key]["title"], scope="rowgroup", rowspan=str(len(asked)))
        for index, (measure, label) in enumerate(asked):
            met = is_met(measure, label)
            verdict = {True: words["met"], False: words["unmet"], None: words["nothing"]}[met]
            cells = [
                E.td(label["label"]),
                E.td(outcome_text(measure, label), **{"class": "number"}),
                E.td(interval_text(measure), **{"class": "number"}),
                E.td(goal_of(label), **{"class": "number"}),
                E.td(verdict, **{"class": {True: "good", False: "bad", None: ""}[met]}),
            ]
            rows.append(E.tr(*([title] if index == 0 else []), *cells))
    marks = ("", "", "number", "number", "number", "")
    texts = ("", words["measure"], words["outcome"], words["interval"], words["goal"], "")
    head = E.tr(*[E.th(text, **{"class": mark}) for text, mark in zip(texts, marks, strict=True)])
    table = E.table(E.thead(head), E.tbody(*rows), **{"class": "summary"})
    return [E.h2(words["summary"]), E.div(table, **{"class": "scroll"})]


def _silent(words: dict) -> list[_Element]:
    """What no figure on the page can say, before the figures."""
    own = words["silent"]
    if not own:
        return []
    items = E.ul(*[E.li(line) for line in own["items"]], **{"class": "reading"})
    return [E.h2(own["title"], id="silent"), E.p(own["lead"], **{"class": "text"}), items]


def _section(section: Section, words: dict) -> list[_Element]:
    own = words["sections"][section.key]
    parts = [E.h2(own["title"], id=section.key), E.p(own["text"], **{"class": "text"})]
    parts.append(E.div(measure_table(_headlines(section, words), words), **{"class": "scroll"}))
    parts += plots_of(section) + curves_of(section, words)
    tables = {table.key: table for table in section.tables}
    parts += [_table(tables[key], words) for key in own["tables"] if key in tables and tables[key].rows]
    return parts


def _headlines(section: Section, words: dict) -> list[tuple[Measure, dict]]:
    named = {measure.name: measure for measure in section.measures}
    known = words["sections"][section.key]["measures"]
    return [(named[name], label) for name, label in known.items() if name in named]


def _table(table: Table, words: dict) -> _Element:
    marks = ["number" if _numeric(table, index) else "text" for index in range(len(table.columns))]
    columns = [words["columns"].get(column, column) for column in table.columns]
    head = E.tr(*[E.th(column, scope="col", **{"class": mark}) for column, mark in zip(columns, marks, strict=True)])
    body = [_table_row(table.columns, row, marks) for row in table.rows[:ROWS]]
    parts = [E.div(E.table(E.thead(head), E.tbody(*body), **{"class": "data"}), **{"class": "scroll"})]
    if len(table.rows) > ROWS:
        parts.append(E.p(words["more"].format(number(len(table.rows) - ROWS)), **{"class": "more"}))
    title = words["tables"].get(table.key, table.key)
    shown = E.details(E.summary(f"{title} ", E.span(f"({number(len(table.rows))})")), *parts)
    if table.key in OPEN:
        shown.set("open", "open")
    return shown


def _table_row(columns: tuple[str, ...], row: tuple, marks: list[str]) -> _Element:
    cells = zip(row, columns, marks, strict=True)
    return E.tr(*[E.td(_cell(value, column), **{"class": mark}) for value, column, mark in cells])


def _numeric(table: Table, index: int) -> bool:
    if table.columns[index] in YEARS:
        return False
    values = [row[index] for row in table.rows if row[index] is not None]
    return bool(values) and all(isinstance(v, int | float) and not isinstance(v, bool) for v in values)


def _cell(value: object, column: str) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return labels()["yes" if value else "no"]
    if column in SHARES:
        return percent(value)
    if column in YEARS:
        return str(value)
    if isinstance(value, int | float):
        return number(value)
    return "; ".join(word(part) for part in str(value).split("; ")) if value else ""
