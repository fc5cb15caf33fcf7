"""The figures and their cells as pages show them.

Belongs here: which cells a figure has and all that is read with one. Does not belong here: the chart (`drawings`), the
members (`members`).
"""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from dagster_project.dictionary import code_lists
from dagster_project.site.tables import ReleaseTables, Row
from dagster_project.site.words import Words, in_dutch, number, with_unit


@dataclass
class Figure:
    """One figure: its definition and its cells by category and snapshot, in the order that pages show."""

    definition: Row
    snapshots: list[int]
    words: Words
    cells: dict[tuple[str, int], dict[str, Any]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.definition["figure"]

    @property
    def title(self) -> str:
        return self.definition["label_nl"]

    @property
    def article(self) -> str:
        """`Figuur 5`; `Niet in het artikel` where the article has no such figure."""
        said = self.definition["article_number"]
        return f"Figuur {said}" if said else "Niet in het artikel"

    @cached_property
    def categories(self) -> list[tuple[str, str]]:
        """Code and label: in the order of the code lists, else of the labels; numbers first by their value."""
        order = {code: n for words in code_lists().values() for n, code in enumerate(words)}
        labels = {category: self.words.category(category) for category, _ in self.cells}
        if labels.keys() <= order.keys():
            return sorted(labels.items(), key=lambda item: (order[item[0]], item))
        return sorted(labels.items(), key=lambda item: item[1])

    @property
    def single(self) -> bool:
        """Whether a snapshot has one cell, of all there is."""
        return len(self.categories) == 1

    @property
    def has_members(self) -> bool:
        """Whether a cell counts rows; an estimate counts none."""
        return any(count for cell in self.cells.values() for *_, count, _ in cell["parts"])

    def heading(self, cell: Row) -> str:
        """What a cell is called: the figure, its category where it has one, and its snapshot."""
        label = "" if cell["category"] == "all" else f", {cell['label'].lower() if cell['plain'] else cell['label']}"
        return f"{self.title}{label}, {cell['snapshot']}"


def figures_of(tables: ReleaseTables, words: Words) -> list[Figure]:
    """All figures that have a cell, those of the article first and in its order."""
    sayings = {(r["figure"], r["snapshot"], r["category"]): r for r in tables.rows("figure_saying")}
    members: dict[tuple, list[float]] = defaultdict(lambda: [0, 0.0])
    for m in tables.rows("figure_member"):
        count = members[m["figure"], m["snapshot"], m["category"], m["part"]]
        count[0] += 1
        count[1] += m["weight"]
    broken = code_lists().get("series_break", {})
    figures = {
        d["figure"]: Figure(d, tables.snapshots, words)
        for d in sorted(tables.rows("figure_definition"), key=_in_the_article)
    }
    for cell in tables.rows("figure"):
        figure = figures[cell["figure"]]
        key = (cell["figure"], cell["snapshot"], cell["category"])
        saying = sayings.get(key, {})
        text = with_unit(number(cell["value"], figure.definition["decimals"]), cell["unit"])
        figure.cells[cell["category"], cell["snapshot"]] = {
            **cell,
            "text": text,
            "label": words.category(cell["category"]),
            "plain": words.is_plain(cell["category"]),
            "status": in_dutch(cell["obs_status"], "obs_status"),
            "unit_nl": in_dutch(cell["unit"], "unit"),
            "breaks": [(id_, broken.get(id_, "")) for id_ in cell["break_ids"] or []],
            "says": saying.get("says_nl") or figure.definition["may_say_nl"],
            "says_not": saying.get("says_not_nl") or figure.definition["may_not_say_nl"],
            "parts": [
                (part, in_dutch(part, "part"), cell[part], *members.get((*key, part), [0, 0.0]))
                for part in ("numerator", "denominator")
                if cell[part] is not None
            ],
        }
    return [figure for figure in figures.values() if figure.cells]


def _in_the_article(definition: Row) -> tuple:
    first = (definition["article_number"] or "").partition("-")[0]
    return (int(first) if first.isdigit() else 1000, definition["label_nl"], definition["figure"])
