"""The workbook that BZK opens: the rows of its sheets, over the tables of a release.

Which sheets and columns there are, their headings and what they mean is told in the dictionary (`sheets.yml`), where
labels of codes come from too, or from the seeds. Does not belong here: how a sheet looks; that is in `sheet_style`.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dagster_project.dictionary import Column, Field, SheetLayout, dutch, sheet_layouts, table
from dagster_project.lineage import category_label
from dagster_project.release.doubts import doubt_rows
from dagster_project.release.sheet_style import add_guide, add_sheet, new_workbook
from dagster_project.release.texts import Edition, reading_guide

if TYPE_CHECKING:
    import polars as pl
    from openpyxl import Workbook

CELL_LIMIT = 32_000  # a cell of a workbook holds 32,767 characters
LABELLED = ("legal_form", "theme", "statutory_systems")  # columns of codes that have their labels in a seed


@dataclass(frozen=True)
class Sheet:
    """A sheet of the dictionary with its rows."""

    layout: SheetLayout
    rows: list[dict[str, Any]]


def workbook_of(edition: Edition, frames: "dict[str, pl.DataFrame]") -> "Workbook":
    """The workbook of a release over its published tables."""
    sheets = sheets_of(frames)
    book = new_workbook(edition.title)
    add_guide(book, edition, [*reading_guide(edition), ("Bladen", _contents(sheets))])
    for sheet in sheets:
        layout, fields = sheet.layout, sheet.layout.fields
        rows = [[_cell(row.get(f.name)) for f in fields] for row in sheet.rows]
        formats = [[_format(f, row) for f in fields] for row in sheet.rows]
        headings, widths = [f.heading for f in fields], [f.width for f in fields]
        add_sheet(book, layout.title, headings, widths, rows, formats, edition, layout.frozen)
    meanings = [[s.layout.title, f.heading, f.meaning] for s in sheets for f in s.layout.fields]
    add_sheet(book, "Toelichting", ["Blad", "Kolom", "Betekenis"], [24, 30, 90], meanings, None, edition)
    return book


def sheets_of(frames: "dict[str, pl.DataFrame]") -> list[Sheet]:
    """The sheets with their rows, the newest snapshot first."""
    names = _labels(frames)
    collaborations = frames["collaboration"].sort(["snapshot", "collaboration_id"]).to_dicts()
    name_of = {(r["snapshot"], r["collaboration_id"]): r["name"] for r in collaborations}
    latest_name = {r["collaboration_id"]: r["name"] for r in collaborations}
    themes = defaultdict(list)
    for r in frames["theme"].iter_rows(named=True):
        themes[r["snapshot"], r["collaboration_id"]].append(names.get(r["theme"], r["theme"]))

    def of(row: dict[str, Any]) -> str | None:
        key = (row.get("snapshot"), row["collaboration_id"])
        return name_of.get(key, latest_name.get(row["collaboration_id"]))

    def rows(name: str, **more: Any) -> list[dict[str, Any]]:
        spec = table(name)
        coded = {c.name: c for c in spec.columns if c.codes or c.name in LABELLED}
        out = []
        for row in frames[name].sort(list(spec.key)).iter_rows(named=True):
            shown = {c: _dutch_value(v, coded[c], names) if c in coded else v for c, v in row.items()}
            out.append({**shown, **{key: make(row) for key, make in more.items()}})
        return _newest_first(out)

    made = {
        "collaboration": lambda: rows(
            "collaboration", themes=lambda r: sorted(themes[r["snapshot"], r["collaboration_id"]])
        ),
        "participant": lambda: rows(
            "participant", collaboration_name=of, organisation_name=lambda r: names.get(r["organisation_id"])
        ),
        "theme": lambda: rows("theme", collaboration_name=of),
        "figure": lambda: figure_rows(frames, names),
        "event": lambda: rows("event", collaboration_name=of),
        "mention": lambda: _newest_first(doubt_rows(frames)),
    }
    return [Sheet(s, made[s.table]() if s.table in made else rows(s.table)) for s in sheet_layouts()]


def figure_rows(frames: "dict[str, pl.DataFrame]", names: dict[str, str]) -> list[dict[str, Any]]:
    """The cells with all that must be read with them, in the order of the article, the newest snapshot first."""
    definitions = {d["figure"]: (i, d) for i, d in enumerate(frames["figure_definition"].iter_rows(named=True))}
    said = {(r["figure"], r["snapshot"], r["category"]): r for r in frames["figure_saying"].iter_rows(named=True)}
    breaks = {b: f"{b}: {what}" for b, what in frames["series_break"].select("break_id", "what_changed").iter_rows()}
    rows = []
    for row in frames["figure"].iter_rows(named=True):
        order, definition = definitions[row["figure"]]
        number = definition["article_number"]
        saying = said.get((row["figure"], row["snapshot"], row["category"]), {})
        rows.append(
            {
                **row,
                "order": (int(number.split("-")[0]) if number else 99, order, row["category"], -row["snapshot"]),
                "label": definition["label_nl"],
                "article_number": number,
                "category_label": category_label(row["category"], names),
                "decimals": saying.get("decimals", definition["decimals"]),
                "says_nl": saying.get("says_nl"),
                "says_not_nl": saying.get("says_not_nl"),
                "unit": dutch(row["unit"], "unit"),
                "obs_status": dutch(row["obs_status"], "obs_status"),
                "breaks": [breaks.get(b, b) for b in row["break_ids"]],
                "may_say": definition["may_say_nl"],
                "may_not_say": definition["may_not_say_nl"],
            }
        )
    return sorted(rows, key=lambda r: r["order"])


def _labels(frames: "dict[str, pl.DataFrame]") -> dict[str, str]:
    """Dutch labels of codes that a seed or the tables of organisations name."""
    names = {}
    for name, key in (("theme_code", "theme"), ("legal_form", "legal_form"), ("statutory_system", "system")):
        names |= dict(frames[name].select(key, "label_nl").iter_rows())
    names |= dict(frames["organisation"].select("organisation_id", "name").iter_rows())
    resolved = frames["resolved_participant"].drop_nulls("organisation_id").sort("mention_id", "position")
    others = resolved.filter(resolved["kind"] == "non_government")
    return dict(others.select("organisation_id", "name_written").iter_rows()) | names


def _dutch_value(value: Any, column: Column, names: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_dutch_value(v, column, names) for v in value]
    return names.get(value) or column.dutch(value) if isinstance(value, str) else value


def _newest_first(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda r: -(r.get("snapshot") or r.get("to_snapshot") or 0))


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    if isinstance(value, str) and len(value) > CELL_LIMIT:
        return value[:CELL_LIMIT] + " … (het geheel staat in de tabel)"
    return value


def _format(field: Field, row: dict[str, Any]) -> str | None:
    if field.decimals is None:
        return None
    decimals = row[field.decimals]
    return "0." + "0" * decimals if decimals else "0"


def _contents(sheets: list[Sheet]) -> str:
    return (
        "\n".join(f"{s.layout.title}: {len(s.rows)} rijen" for s in sheets) + "\nToelichting: wat elke kolom betekent"
    )
