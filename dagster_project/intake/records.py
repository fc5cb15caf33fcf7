"""The rows that every reader writes: mentions, refusals, quarantine. Their ids come from content alone."""

from collections import Counter
from typing import Any

from dagster_project.intake.model import Delivery
from dagster_project.workspace.hashing import short_id


class Ordinals:
    """Counts the occurrences of each name in one file and snapshot, from 1, in the order in which they are read."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def next(self, name_written: str) -> int:
        """The ordinal of this occurrence."""
        self._seen[name_written] += 1
        return self._seen[name_written]


def mention_row(
    delivery: Delivery,
    snapshot: int,
    *,
    name_written: str,
    ordinal: int,
    locator: str,
    reader: str,
    reader_version: str,
    **fields: Any,
) -> dict[str, Any]:
    """A row of the table `mention`; `fields` are further columns of it.

    The reporter is the first organisation of the delivery, the claim `lists` and the confidence 1 unless `fields` say
    otherwise. The id rests on the content of the file, the snapshot, the name and its ordinal, never on the reader.
    """
    reporter = delivery.organisation_ids[0] if delivery.organisation_ids else None
    return {
        "mention_id": short_id("m", delivery.sha256, snapshot, name_written, ordinal),
        "delivery_id": delivery.delivery_id,
        "locator": locator,
        "snapshot": snapshot,
        "source": delivery.source,
        "reporting_organisation_id": reporter,
        "claim": "lists",
        "name_written": name_written,
        "reader": reader,
        "reader_version": reader_version,
        "confidence": 1.0,
        **fields,
    }


def refusal_row(
    stage: str, file_name: str, locator: str, reason: str, detail: str, delivery_id: str | None = None
) -> dict[str, Any]:
    """A row of the table `refusal`; `stage` is intake or reading, `reason` one of its fixed list."""
    return {
        "refusal_id": short_id("rf", stage, delivery_id, file_name, locator, reason, detail),
        "stage": stage,
        "delivery_id": delivery_id,
        "file_name": file_name,
        "locator": locator,
        "reason": reason,
        "detail": detail,
    }


def refused(delivery: Delivery, locator: str, reason: str, detail: str) -> dict[str, Any]:
    """The refusal of a delivery, or of a place in it, by its reader."""
    return refusal_row("reading", delivery.file_name, locator, reason, detail, delivery.delivery_id)


def quarantine_row(
    row_table: str,
    row_key: str,
    reason: str,
    detail: str,
    *,
    snapshot: int | None = None,
    file_name: str | None = None,
    locator: str | None = None,
    expectation_id: str | None = None,
) -> dict[str, Any]:
    """A row of the table `quarantine`; `row_key` joins the parts of a key by a vertical bar."""
    return {
        "quarantine_id": short_id(
            "q", row_table, row_key, snapshot, reason, detail, file_name, locator, expectation_id
        ),
        "row_table": row_table,
        "row_key": row_key,
        "snapshot": snapshot,
        "reason": reason,
        "detail": detail,
        "file_name": file_name,
        "locator": locator,
        "expectation_id": expectation_id,
    }
