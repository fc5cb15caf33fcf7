"""The workbook that BZK opens: the rows of its sheets, over the tables of a release.

Which sheets and columns there are, their headings and what they mean is told in the dictionary (`sheets.yml`), the
words for values too (`wording`). Does not belong here: how a sheet looks (`sheet_style`), what is made for a sheet
rather than shown of a table (`summaries`), the sheets of the figures (`pivots`).
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dagster_project.dictionary import Field, SheetLayout, sheet_layouts, table
from dagster_project.quality import declared
from dagster_project.release.figures import figure_rows, figure_tables
from dagster_project.release.texts import Edition, reading_guide
from dagster_project.release.wording import Words
from dagster_project.release.workbook.doubts import doubt_rows
from dagster_project.release.workbook.pivots import pivot_of
from dagster_project.release.workbook.sheet_style import add_guide, add_sheet, new_workbook
from dagster_project.release.workbook.summaries import break_rows, criteria_rows, headline_rows, verdict_rows

if TYPE_CHECKING:
    import polars as pl
    from openpyxl import Workbook

CELL_LIMIT = 32_000  # a cell of a workbook holds 32,767 characters
FIGURES_BEFORE = "Samenwerkingsverbanden"  # the sheet before which those of the figures stand


@dataclass(frozen=True)
class Sheet:
    """A sheet with its rows; `about` stands above each printed page."""

    layout: SheetLayout
    rows: list[dict[str, Any]]
    about: str = ""


def workbook_of(edition: Edition, frames: "dict[str, pl.DataFrame]", verdict: dict[str, Any]) -> "Workbook":
    """The workbook of a release over its published tables and its verdict."""
    sheets = sheets_of(frames, verdict)
    book = new_workbook(edition.title)
    add_guide(book, edition, [*reading_guide(edition), ("Bladen", _contents(sheets))])
    for sheet in sheets:
        layout, fields = sheet.layout, sheet.layout.fields
        rows = [[_cell(row.get(f.name)) for f in fields] for row in sheet.rows]
        formats = [[_format(f, row) for f in fields] for row in sheet.rows]
        headings, widths = [f.heading for f in fields], [f.width for f in fields]
        add_sheet(book, layout.title, headings, widths, rows, formats, edition, layout.frozen, sheet.about)
    meanings = [[s.layout.title, f.heading, f.meaning] for s in sheets for f in s.layout.fields]
    add_sheet(book, "Toelichting", ["Blad", "Kolom", "Betekenis"], [24, 30, 90], meanings, None, edition)
    return book


def sheets_of(frames: "dict[str, pl.DataFrame]", verdict: dict[str, Any]) -> list[Sheet]:
    """The sheets with their rows, the newest snapshot first; those of the figures after the summaries."""
    words = Words.of(frames)
    made = _Rows(frames, words)
    summaries = {
        "Hoofdcijfers": lambda: headline_rows(figure_rows(frames, words)),
        "Oordeel": lambda: verdict_rows(verdict),
        "Criteria": lambda: criteria_rows(frames),
        "Reeksbreuken": lambda: break_rows(frames),
        "Figuren": lambda: figure_rows(frames, words),
    }
    sheets = []
    for layout in sheet_layouts():
        if layout.title == FIGURES_BEFORE:
            sheets += [Sheet(*pivot_of(figure), about=figure.title) for figure in figure_tables(frames, words)]
        summary = summaries.get(layout.title)
        sheets.append(Sheet(layout, summary() if summary else made.of(layout.table)))
    return sheets


class _Rows:
    """The rows of the sheets that show a table."""

    def __init__(self, frames: "dict[str, pl.DataFrame]", words: Words):
        self._frames, self._words = frames, words
        collaborations = frames["collaboration"].sort(["snapshot", "collaboration_id"]).to_dicts()
        self._name_of = {(r["snapshot"], r["collaboration_id"]): r["name"] for r in collaborations}
        self._latest_name = {r["collaboration_id"]: r["name"] for r in collaborations}
        self._themes = defaultdict(list)
        for r in frames["theme"].iter_rows(named=True):
            self._themes[r["snapshot"], r["collaboration_id"]].append(words.label(r["theme"]))

    def of(self, name: str) -> list[dict[str, Any]]:
        if name == "mention":
            return _newest_first([self._written(name, row) for row in doubt_rows(self._frames)])
        rows = self._frames[name].sort(list(table(name).key)).to_dicts()
        if (
            name == "criterion"
        ):  # each by the definition of its own snapshot: of later ones the sheet would be twice as long
            definitions = dict(self._frames["snapshot"].select("snapshot", "definition").iter_rows())
            rows = [r for r in rows if definitions[r["snapshot"]] == r["definition"]]
        return _newest_first([{**self._written(name, row), **self._more(name, row)} for row in rows])

    def _written(self, name: str, row: dict[str, Any]) -> dict[str, Any]:
        own = set(table(name).column_names)
        return {c: self._words.written(name, c, value) if c in own else value for c, value in row.items()}

    def _more(self, name: str, row: dict[str, Any]) -> dict[str, Any]:
        """What a sheet shows beside the columns of its table."""
        more: dict[str, Any] = {}
        if "collaboration_id" in row:
            key = (row.get("snapshot"), row["collaboration_id"])
            more["collaboration_name"] = self._name_of.get(key, self._latest_name.get(row["collaboration_id"]))
        if name == "collaboration":
            more["themes"] = sorted(self._themes[row["snapshot"], row["collaboration_id"]])
        if name == "participant":
            more["organisation_name"] = self._words.names.get(row["organisation_id"])
        if name == "delivery":
            more["organisation_names"] = [self._words.label(one) for one in row["organisation_ids"]]
        if name == "quality_result":
            more |= _in_dutch_of(row)
        if "figure" in row:
            more["figure_label"] = self._words.figures.get(row["figure"])
            more["category_label"] = self._words.category(row["category"])
            more["address"] = f"{row['figure']}/{row['snapshot']}/{row['category']}"
        return more


def _in_dutch_of(row: dict[str, Any]) -> dict[str, Any]:
    """What an expectation asks and why, in the Dutch of its declaration."""
    expectation = next((e for e in declared() if e.id == row["expectation_id"]), None)
    return {"demand": expectation.eis, "why": expectation.waarom} if expectation else {}


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
    lines = [f"{s.layout.title}: {len(s.rows)} rijen" + (f" ({s.about})" if s.about else "") for s in sheets]
    return "\n".join([*lines, "Toelichting: wat elke kolom betekent"])
