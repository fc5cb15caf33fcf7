"""The rows that every reader of deliveries writes: mentions and refusals. Their ids come from content alone."""

from collections import Counter
from math import isfinite
from typing import Any

from dagster_project.intake.model import Delivery
from dagster_project.workspace import refusal_row
from dagster_project.workspace.hashing import short_id


class Mentions:
    """Makes the rows of the table `mention` of one delivery at one snapshot, and so their ids.

    An id rests on the content of the file, the snapshot, the name and how often that name was written before it, never
    on the reader. So one delivery and snapshot need one maker, given the names in the order of the file: namesakes in
    one file stay apart, and none of them takes another's id when a row between them is dropped after it was made.
    """

    def __init__(self, delivery: Delivery, snapshot: int, reader: str, reader_version: str):
        self.delivery, self.snapshot = delivery, snapshot
        self._reader = {"reader": reader, "reader_version": reader_version}
        self._seen: Counter[str] = Counter()

    def row(self, name_written: str, locator: str, **fields: Any) -> dict[str, Any]:
        """The next row; `fields` are further columns of the table.

        The reporter is the first organisation of the delivery, the claim `lists` and the confidence 1 unless `fields`
        say otherwise. An amount without end is none: what was written stays in `amounts_written`.
        """
        self._seen[name_written] += 1
        delivery = self.delivery
        return {
            "mention_id": short_id("m", delivery.sha256, self.snapshot, name_written, self._seen[name_written]),
            "delivery_id": delivery.delivery_id,
            "locator": locator,
            "snapshot": self.snapshot,
            "source": delivery.source,
            "reporting_organisation_id": delivery.organisation_ids[0] if delivery.organisation_ids else None,
            "claim": "lists",
            "name_written": name_written,
            **self._reader,
            "confidence": 1.0,
            **{name: None if _endless(value) else value for name, value in fields.items()},
        }


def _endless(value: Any) -> bool:
    return isinstance(value, float) and not isfinite(value)


def refused(delivery: Delivery, locator: str, reason: str, detail: str) -> dict[str, Any]:
    """The refusal of a delivery, or of a place in it, by its reader."""
    return refusal_row("reading", delivery.file_name, locator, reason, detail, delivery.delivery_id)
