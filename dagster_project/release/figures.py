"""The figures of the article as tables: a row per category, and its cells by snapshot.

Belongs here: which figure has which number, the order of its categories, and its cells with all that is read with them.
Does not belong here: how one is drawn (`drawings`) or laid in a workbook (`sheets`).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dagster_project.dictionary import code_lists, dutch
from dagster_project.release.wording import Words

if TYPE_CHECKING:
    import polars as pl

UNNUMBERED = 99
"""The place of figures that the article does not number: after all others."""


@dataclass(frozen=True)
class FigureTable:
    """One figure of the article. `cells` are by category and snapshot, as `figure_rows` gives them."""

    number: int
    figure: str
    title: str
    formula: str
    unit: str
    snapshots: tuple[int, ...]
    categories: tuple[tuple[str, str], ...]
    cells: dict[tuple[str, int], dict[str, Any]]

    @property
    def name(self) -> str:
        return f"Figuur {self.number}"


def figure_rows(frames: "dict[str, pl.DataFrame]", words: Words) -> list[dict[str, Any]]:
    """The cells with all that must be read with them, in the order of the article, the newest snapshot first."""
    definitions = {d["figure"]: (i, d) for i, d in enumerate(frames["figure_definition"].iter_rows(named=True))}
    said = {(r["figure"], r["snapshot"], r["category"]): r for r in frames["figure_saying"].iter_rows(named=True)}
    rows = []
    for row in frames["figure"].iter_rows(named=True):
        order, definition = definitions[row["figure"]]
        number = definition["article_number"]
        saying = said.get((row["figure"], row["snapshot"], row["category"]), {})
        first = int(number.split("-")[0]) if number else UNNUMBERED
        rows.append(
            {
                **row,
                "order": (first, order, *_category_order(frames, row["category"]), -row["snapshot"]),
                "label": definition["label_nl"],
                "article_number": number,
                "category_label": words.category(row["category"]),
                "decimals": saying.get("decimals", definition["decimals"]),
                "says_nl": saying.get("says_nl"),
                "says_not_nl": saying.get("says_not_nl"),
                "unit": dutch(row["unit"], "unit"),
                "obs_status": dutch(row["obs_status"], "obs_status"),
                "breaks": [f"{b}: {dutch(b, 'series_break')}" for b in row["break_ids"]],
                "may_say": definition["may_say_nl"],
                "may_not_say": definition["may_not_say_nl"],
                "address": f"{row['figure']}/{row['snapshot']}/{row['category']}",
            }
        )
    return sorted(rows, key=lambda r: r["order"])


def figure_tables(frames: "dict[str, pl.DataFrame]", words: Words) -> list[FigureTable]:
    """The figures that the article numbers and that have cells, by number.

    One that has several numbers (`2-4`) is shown by snapshot, the newest under the first number.
    """
    rows = figure_rows(frames, words)
    tables = []
    for definition in frames["figure_definition"].iter_rows(named=True):
        cells = [r for r in rows if r["figure"] == definition["figure"]]
        if not definition["article_number"] or not cells:
            continue
        first, _, last = definition["article_number"].partition("-")
        snapshots = sorted({r["snapshot"] for r in cells})
        shown = [(int(first), tuple(snapshots))]
        if last:
            shown = [(int(first) + i, (s,)) for i, s in enumerate(reversed(snapshots)) if int(first) + i <= int(last)]
        for number, years in shown:
            title = definition["label_nl"] + (f", {years[0]}" if last else "")
            tables.append(_table(number, definition, title, years, cells))
    return sorted(tables, key=lambda t: t.number)


def _table(number: int, definition: dict, title: str, years: tuple[int, ...], cells: list[dict]) -> FigureTable:
    of = {(r["category"], r["snapshot"]): r for r in cells if r["snapshot"] in years}
    categories = dict.fromkeys((r["category"], r["category_label"]) for r in cells if r["snapshot"] in years)
    unit = dutch(definition["unit"], "unit")
    return FigureTable(number, definition["figure"], title, definition["formula"], unit, years, tuple(categories), of)


def _category_order(frames: "dict[str, pl.DataFrame]", category: str) -> tuple[int, str]:
    """Themes and codes in the order of their lists, numbers by size, `3+` after all numbers, all else by code."""
    places = dict(frames["theme_code"].select("theme", "place").iter_rows())
    for codes in ("legal_form_group", "organisation_kind"):
        places |= {code: place for place, code in enumerate(code_lists()[codes])}
    if category.endswith("+"):
        return (UNNUMBERED, category)
    number = int(category) if category.isdecimal() else 0
    return (places.get(category, number), category)
