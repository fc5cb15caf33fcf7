"""The version of the reader: what its code rests on, and the recogniser of scans, which is no part of the code."""

import hashlib
from functools import cache

from dagster_project.documents.scanned import engine
from dagster_project.workspace.code_version import code_version


@cache
def reader_version() -> str:
    """Twelve hexadecimal digits; the same code with the same libraries and recogniser gives the same everywhere."""
    rests_on = (code_version("dagster_project.budgets.reading"), engine() or "no OCR")
    return hashlib.sha256("\n".join(rests_on).encode()).hexdigest()[:12]
