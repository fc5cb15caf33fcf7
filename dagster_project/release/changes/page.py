"""`wijzigingen.html`: the changes since the release before, for people. In Dutch, from disk, without script or network.

Belongs here: what the page shows of the data, and how much of it. Does not belong here: comparing.
"""

from functools import cache
from pathlib import Path
from typing import Any

from dagster_project.dictionary import dutch, table
from dagster_project.lineage import category_label
from dagster_project.release.changes.cells import NUMBERS, CellChange, Numbers
from dagster_project.release.changes.report import Changes, shown
from dagster_project.release.changes.rows import TableChange
from dagster_project.workspace.seeds import seed_rows

ROWS = 200  # rows shown per table and kind; `wijzigingen.json` has all


def changes_page(changes: Changes) -> str:
    """The page; the same changes give the same bytes."""
    names = {r["theme"]: r["label_nl"] for r in seed_rows("theme_code")}
    names |= {r["organisation_id"]: r["name"] for r in seed_rows("organisation")}
    titles = {r["figure"]: r["label_nl"] for r in seed_rows("figure_definition")}
    return _template().render(
        changes=changes,
        cells=[_cell(c, titles, names) for c in changes.cells],
        tables=[_table(t) for t in changes.tables],
        most=ROWS,
    )


@cache
def _template():
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return environment.get_template("wijzigingen.html")


def _cell(cell: CellChange, titles: dict[str, str], names: dict[str, str]) -> dict[str, Any]:
    return {
        "address": cell.address,
        "title": titles.get(cell.figure, cell.figure),
        "snapshot": cell.snapshot,
        "category": category_label(cell.category, names),
        "before": shown(cell.before).replace(".", ","),
        "after": shown(cell.after).replace(".", ","),
        "gained": cell.gained,
        "lost": cell.lost,
        "causes": [(cause, [_signed(added, c) for c in NUMBERS]) for cause, added in cell.causes],
    }


def _signed(numbers: Numbers, column: str) -> str:
    text = numbers[column].replace(".", ",")
    return text if text.startswith("-") else "0" if not text.strip("0,") else f"+{text}"


def _table(change: TableChange) -> dict[str, Any]:
    spec = table(change.name)
    columns = {c.name: c for c in spec.columns}

    def label(name: str) -> str:
        return columns[name].label_nl if name in columns else name

    def value(name: str, what: Any) -> str:
        if what is None or what == []:
            return "leeg"
        if isinstance(what, bool):
            return "ja" if what else "nee"
        items = what if isinstance(what, list) else [what]
        codes = columns[name].codes if name in columns else None
        return "; ".join(dutch(str(item), codes) if codes else str(item) for item in items)

    return {
        "name": change.name,
        "title": spec.label_nl,
        "added": change.added,
        "removed": change.removed,
        "changed": [
            (row.key, [(label(c), value(c, a), value(c, b)) for c, a, b in row.values]) for row in change.changed[:ROWS]
        ],
        "changed_count": len(change.changed),
        "attributes": [(label(c), n) for c, n in change.attributes.items()],
        "columns_added": [label(c) for c in change.columns_added],
        "columns_removed": change.columns_removed,
    }
