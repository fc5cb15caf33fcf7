"""Lineage: from a figure down to the line of a document.

Belongs here: questions about what a number rests on, asked of the tables of a run or a release. Does not belong here:
making any table. Everything answers at once: no Dagster, dbt, Great Expectations, pandera or polars is loaded.
"""

from dagster_project.lineage.dutch import category_label
from dagster_project.lineage.show import show_mention
from dagster_project.lineage.since import MovedCell, MovedMember, moved_cells
from dagster_project.lineage.source import open_source
from dagster_project.lineage.text import as_text
from dagster_project.lineage.trace import Trace, as_json, trace

__all__ = [
    "MovedCell",
    "MovedMember",
    "Trace",
    "as_json",
    "as_text",
    "category_label",
    "moved_cells",
    "open_source",
    "show_mention",
    "trace",
]
