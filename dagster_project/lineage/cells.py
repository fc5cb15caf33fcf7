"""Cells of figures: which match a question, and all that must be read with one.

Belongs here: finding cells, their definition, their breaks, the model that made them. Does not belong here: what a cell
counts; that is in `members`.
"""

import difflib
from pathlib import Path
from typing import Any

from dagster_project.lineage.source import Source
from dagster_project.workspace import PROJECT, WrongUse


def matching_cells(source: Source, figure: str, snapshot: int | None, category: str | None) -> list[dict[str, Any]]:
    """The cells of the figure, of that snapshot and category where they are given, in the order of their keys.

    Raises WrongUse for a figure, snapshot or category that does not exist, with those that do.
    """
    rows = source_rows(source, "figure", "where figure = ? order by snapshot, category", [figure])
    where = f"{source.name}, table figure"
    if not rows:
        known = [r["figure"] for r in source_rows(source, "figure", "order by figure", columns="distinct figure")]
        raise WrongUse(f"there is no figure '{figure}'", where, _choose(figure, known))
    if snapshot is not None:
        snapshots = sorted({r["snapshot"] for r in rows})
        rows = [r for r in rows if r["snapshot"] == snapshot]
        if not rows:
            raise WrongUse(f"'{figure}' has no snapshot {snapshot}", where, f"one of {', '.join(map(str, snapshots))}")
    if category is not None:
        categories = sorted({r["category"] for r in rows})
        rows = [r for r in rows if r["category"] == category]
        if not rows:
            raise WrongUse(f"'{figure}' has no category '{category}' there", where, _choose(category, categories))
    return rows


def definition_of(source: Source, figure: str) -> dict[str, Any]:
    """The row of the figure in `figure_definition`."""
    return source_rows(source, "figure_definition", "where figure = ?", [figure])[0]


def breaks_of(source: Source, break_ids: list[str]) -> list[dict[str, Any]]:
    """The declared breaks of those ids."""
    return source_rows(source, "series_break", "where list_contains(?, break_id) order by break_id", [break_ids])


def labels(source: Source) -> dict[str, str]:
    """Dutch labels of themes and names of organisations, by code."""
    themes = source_rows(source, "theme_code", columns="theme as code, label_nl as label")
    organisations = source_rows(source, "organisation", columns="organisation_id as code, name as label")
    return {r["code"]: r["label"] for r in [*organisations, *themes]}


def model_file(sql_model: str) -> str | None:
    """The file of a dbt model, as a path in the project; None where this project has no such model."""
    found = sorted((PROJECT / "dbt" / "models").rglob(f"{sql_model}.sql"))
    return Path(found[0]).relative_to(PROJECT).as_posix() if found else None


def source_rows(
    source: Source, name: str, rest: str = "", parameters: list[Any] | None = None, columns: str = "*"
) -> list[dict[str, Any]]:
    """Rows of one table; `rest` is the SQL after the FROM clause."""
    return source.ask(f"select {columns} from {source.sql(name)} {rest}", parameters or [])


def _choose(asked: str, known: list[str]) -> str:
    near = difflib.get_close_matches(asked, known, n=1)
    return (f"did you mean '{near[0]}'? " if near else "") + f"one of {', '.join(known)}"
