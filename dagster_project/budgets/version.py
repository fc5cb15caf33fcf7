"""The version of the reader: what its code rests on, and the recogniser of scans, which is no part of the code. Also
under which key is kept what a version read of a document."""

import hashlib
from functools import cache
from pathlib import Path

from dagster_project.documents.scanned import engine
from dagster_project.sandbox import why_no_file
from dagster_project.sandbox.limits import MAX_BYTES
from dagster_project.workspace.code_version import code_version
from dagster_project.workspace.hashing import sha256_of


@cache
def reader_version() -> str:
    """Twelve hexadecimal digits; the same code with the same libraries and recogniser gives the same everywhere."""
    return version_of("dagster_project.budgets.reading")


def version_of(module: str) -> str:
    """The same for any module that reads documents. Two that rest on the same code keep other things of a document, and
    so differ by their name too."""
    rests_on = (module, code_version(module), engine() or "no OCR")
    return hashlib.sha256("\n".join(rests_on).encode()).hexdigest()[:12]


def key_of(path: Path, version: str) -> str | None:
    """The key of what a version read of a document: its content, and the ending of its name, for a name that lies is
    refused. None for what is no file, or too large."""
    if why_no_file(path) or path.stat().st_size > MAX_BYTES:
        return None
    rests_on = f"{sha256_of(path)}\n{path.suffix.lower()}\n{version}"
    return hashlib.sha256(rests_on.encode()).hexdigest()
