"""All findings in the delivered lists: the rows of `raw_finding`.

What a file holds is kept by its content, for it cannot change; the register is held against itself anew in each run.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from dagster_project.documents import Cache
from dagster_project.intake import XLSX, Delivery, deliveries
from dagster_project.persons import take_out
from dagster_project.quality.raw.answers import answers_in
from dagster_project.quality.raw.arrangements import arrangements_in
from dagster_project.quality.raw.codes import codes_in
from dagster_project.quality.raw.columns import SHIFTED, shifted_in
from dagster_project.quality.raw.lists import List, lists_of
from dagster_project.quality.raw.personal import beside_in, personal_in
from dagster_project.quality.whole import is_in_another_encoding
from dagster_project.spreadsheets import beside_limited
from dagster_project.workspace import Workspace
from dagster_project.workspace.code_version import code_version
from dagster_project.workspace.seeds import read_seed

Row = dict[str, Any]
Found = list[str]
"""Locator, finding, what it is about (empty where that is personal), and the number of rows of its list."""


def raw_findings(workspace: Workspace) -> Iterator[Row]:
    """Rows of `raw_finding` of the accepted deliveries that are lists; one that says `looked_at` per sheet."""
    dates = dict(read_seed("snapshot").select("snapshot", "reference_date").iter_rows())
    cache, version = Cache(workspace.work / "reading"), code_version(__name__)
    register: list[List] = []
    for delivery in deliveries(workspace):
        at = [dates[s] for s in delivery.snapshots if s in dates]
        key = _key(delivery, at, version)
        found: list[Found] | None = cache.get(key)
        if found is None:
            found = _found(delivery, at, min(dates.values()))
            cache.put(key, found)
        yield from (_row(delivery, *one) for one in found)
        if delivery.source == "register":
            register += lists_of(delivery)
    for one, locator, finding, detail in arrangements_in(register):
        yield _row(one.delivery, locator, finding, detail, str(len(one.rows)))


def _found(delivery: Delivery, at: Sequence[date], first: date) -> list[Found]:
    found: list[Found] = []
    for one in lists_of(delivery):
        rows = str(len(one.rows))
        found.append([one.sheet.locator(0), "looked_at", "", rows])
        found += [[place, kind, "", rows] for place, kind in personal_in(one)]
        found += [[place, kind, code, rows] for place, kind, code in codes_in(one, at)]
        if delivery.source == "survey":
            found += [[place, kind, "", rows] for place, kind in answers_in(one, first)]
        found += [[place, SHIFTED, heading, rows] for place, heading in shifted_in(one)]
    if found and is_in_another_encoding(delivery.path):
        found.append([found[0][0], "other_encoding", "", "0"])
    if delivery.media_type == XLSX and found:
        beside = beside_limited(delivery.path, delivery.sha256, delivery.media_type)  # read above, so not refused
        found += [[place, kind, "", "0"] for place, kind in beside_in(list(beside))]
    # A place may be a whole line, of which two cells hold the same.
    return [list(one) for one in sorted(set(map(tuple, found)))]


def _row(delivery: Delivery, locator: str, finding: str, detail: str, rows: str) -> Row:
    return {
        "delivery_id": delivery.delivery_id,
        "source": delivery.source,
        "file_name": take_out(delivery.file_name),
        "locator": take_out(locator),
        "finding": finding,
        "detail": take_out(detail),
        "list_rows": int(rows),
    }


def _key(delivery: Delivery, at: Sequence[date], version: str) -> str:
    rests_on = [delivery.sha256, Path(delivery.file_name).suffix.lower(), version, *map(str, at)]
    return hashlib.sha256("\n".join(rests_on).encode()).hexdigest()
