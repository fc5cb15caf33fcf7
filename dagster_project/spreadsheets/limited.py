"""Sheets read in a child under limits of time and memory: a file that breaks one costs that file only.

One server serves the whole process; it starts with the first file and ends with the process.
"""

import atexit
import threading
from functools import lru_cache
from pathlib import Path

from dagster_project.sandbox import Pool, Refused
from dagster_project.spreadsheets.model import Sheet, sheet_of_json

_TARGET = "dagster_project.spreadsheets.reading:read_here"
_KEPT = 64
"""Files whose sheets are kept: a run reads the same register once per snapshot."""

_lock = threading.Lock()


def read_limited(path: Path, sha256: str, media_type: str) -> tuple[Sheet, ...]:
    """The sheets of a file; `sha256` is that of its content, so that a changed file is read again.

    Raises Refused as `read_file` does, and: time_limit, memory_limit.
    """
    return _read(path, sha256, media_type)[0]


def beside_limited(path: Path, sha256: str, media_type: str) -> tuple[tuple[str, str], ...]:
    """Place and text of what a workbook says beside its cells (`beside`); the file is not opened again.

    Raises Refused as `read_limited`.
    """
    return _read(path, sha256, media_type)[1]


@lru_cache(maxsize=_KEPT)
def _read(path: Path, sha256: str, media_type: str) -> tuple[tuple[Sheet, ...], tuple[tuple[str, str], ...]]:
    with _lock:
        ((_, reading),) = _pool().read([path], media_type=media_type)
    if reading.refusal:
        said = reading.refusal
        raise Refused(said.reason, said.locator, said.detail)
    if refused := reading.value.get("refused"):
        raise Refused(*refused)
    beside = tuple((place, text) for place, text in reading.value["beside"])
    return tuple(map(sheet_of_json, reading.value["sheets"])), beside


@lru_cache(maxsize=1)
def _pool() -> Pool:
    pool = Pool(_TARGET)
    atexit.register(pool.__exit__)
    return pool
