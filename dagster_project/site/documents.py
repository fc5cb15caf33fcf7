"""The page of each document: which it is, what was read in it and where, and what was not.

No page image and no raw text: values that were read are in the tables, the document itself is in the raw store, where
`lappendeken show` renders a place of it.

Belongs here: gathering. Does not belong here: words of the page.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from dagster_project.dictionary import doubt_text, place_in_dutch, table
from dagster_project.site.readings import Value
from dagster_project.site.tables import ReleaseTables, Row
from dagster_project.site.words import Words, in_dutch, said

_NOT_SHOWN = {
    "mention_id", "delivery_id", "locator", "snapshot", "source", "claim", "name_written", "reporting_organisation_id",
    "participant_codes", "amounts_written", "not_applicable", "other_locators", "reader", "reader_version",
    "confidence", "doubts", "field_confidence", "other_reading",
}  # fmt: skip
"""Columns of `mention` that have a place of their own, or that say how it was read and not what."""

AS_WRITTEN = " (zoals geschreven)"
"""What the heading of the page says of all values."""


class DocumentPages:
    """What the page of a document shows."""

    def __init__(self, tables: ReleaseTables, words: Words):
        self._words = words
        self.deliveries = {r["delivery_id"]: r for r in tables.rows("delivery")}
        self._files = {r["sha256"]: r for r in tables.rows("file")}
        self._linked = {r["mention_id"]: r["collaboration_id"] for r in tables.rows("link")}
        self._mentions, self._refusals, self._quarantine = (defaultdict(list) for _ in range(3))
        for r in tables.rows("mention"):
            self._mentions[r["delivery_id"]].append(r)
        for mentions in self._mentions.values():
            mentions.sort(key=_place)
        for r in tables.rows("refusal"):
            self._refusals[r["delivery_id"]].append(r)
        for r in tables.rows("quarantine"):
            self._quarantine[r["file_name"]].append(r)
        columns = [c for c in table("mention").columns if c.name not in _NOT_SHOWN]
        present = tables.rows("mention")[0].keys() if tables.rows("mention") else ()
        self._columns = [c for c in columns if c.name in present]

    def count(self, id_: str) -> int:
        """How many mentions were read in it."""
        return len(self._mentions.get(id_, []))

    def shown(self, id_: str) -> dict[str, Any]:
        """The values of the template `document.html`."""
        delivery = self.deliveries[id_]
        mentions = self._mentions.get(id_, [])
        return {
            "id": id_,
            "title": delivery["file_name"].rsplit("/", 1)[-1],
            "delivery": delivery,
            "source": in_dutch(delivery["source"], "source"),
            "status": in_dutch(delivery["status"], "delivery_state"),
            "file": self._files.get(delivery["sha256"], {}),
            "organisations": [(o, self._words.organisation(o)) for o in delivery["organisation_ids"] or []],
            "readers": sorted({f"{m['reader']} {m['reader_version']}" for m in mentions}),
            "mentions": [self._mention(m) for m in mentions],
            "refusals": [_worded(r, "refusal_reason") for r in self._refusals.get(id_, [])],
            "quarantine": [_worded(r, "quarantine_reason") for r in self._quarantine.get(delivery["file_name"], [])],
        }

    @property
    def labels(self) -> list[str]:
        """What the columns of values are called, in their order."""
        return [c.label_nl.removesuffix(AS_WRITTEN) for c in self._columns]

    def values(self, id_: str) -> list[list[tuple[int, Value]]]:
        """Per mention of the document, as its page orders them, the number of each column that says something and what
        it says."""
        return [list(self._values(row)) for row in self._mentions.get(id_, [])]

    def _values(self, row: Row) -> Iterator[tuple[int, Value]]:
        for number, column in enumerate(self._columns):
            value = row[column.name]
            if value not in (None, [], ""):
                several = isinstance(value, list)
                yield number, [said(v, column.codes) for v in value] if several else said(value, column.codes)

    def _mention(self, row: Row) -> dict[str, Any]:
        id_ = self._linked.get(row["mention_id"])
        return {
            "id": row["mention_id"],
            "place": place_in_dutch(row["locator"]),
            "name": row["name_written"],
            "snapshot": row["snapshot"],
            "claim": in_dutch(row["claim"], "claim"),
            "collaboration": (id_, self._words.collaboration(id_)) if id_ in self._words.collaborations else None,
            "confidence": said(row.get("confidence")),
            "doubts": [doubt_text(d) for d in row.get("doubts") or []],
        }


def _place(row: Row) -> tuple:
    """Places in the order of the document: page 9 before page 10."""
    parts = re.split(r"(\d+)", row["locator"])
    return ([int(part) if n % 2 else part for n, part in enumerate(parts)], row["mention_id"])


def _worded(row: Row, codes: str) -> Row:
    return {**row, "reason_nl": in_dutch(row["reason"], codes), "place": place_in_dutch(row["locator"] or "")}
