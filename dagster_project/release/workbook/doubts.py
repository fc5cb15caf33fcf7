"""The rows of the sheet `Twijfel`: every value of a mention that is published in doubt, why, and what else it may be.

Does not belong here: when a value is in doubt (the readers), the words for it (the dictionary).
"""

import json
from typing import TYPE_CHECKING, Any

from dagster_project.dictionary import table, why_in_doubt

if TYPE_CHECKING:
    import polars as pl


def doubt_rows(frames: "dict[str, pl.DataFrame]") -> list[dict[str, Any]]:
    """A row per value in doubt, in the order of files, mentions and columns."""
    spec = table("mention")
    files = dict(frames["delivery"].select("delivery_id", "file_name").iter_rows())
    linked = dict(frames["link"].select("mention_id", "collaboration_id").iter_rows())
    rows = []
    for mention in frames["mention"].iter_rows(named=True):
        other = json.loads(mention["other_reading"] or "{}")
        told = {c: why for c in spec.fields.values() if (why := why_in_doubt(mention, c))}
        rows += [
            {
                **mention,
                "collaboration_id": linked.get(mention["mention_id"]),
                "field": spec.column(column).label_nl,
                "read": mention[column],
                "doubt": why,
                "other_reading": other.get(column),
                "file_name": files[mention["delivery_id"]],
            }
            for column, why in told.items()
        ]
    return sorted(rows, key=lambda row: (row["file_name"], row["mention_id"]))
