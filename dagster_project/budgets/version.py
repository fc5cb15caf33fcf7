"""The version of the reader: a hash of the code that reads, of the libraries that open files for it, and of the
recogniser of scans."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from dagster_project.documents.scanned import engine
from dagster_project.workspace.hashing import tree_hash
from dagster_project.workspace.layout import PROJECT
from dagster_project.workspace.seeds import SEEDS

_ROOMS = ("budgets", "documents", "texts")
_FILES = (
    PROJECT / "dagster_project" / "intake" / "sniff.py",
    PROJECT / "dagster_project" / "intake" / "decode.py",
    SEEDS / "organisation.csv",
    SEEDS / "organisation_name.csv",
)
_LIBRARIES = ("ftfy", "lxml", "openpyxl", "pdfplumber", "pdfminer.six", "pypdfium2", "rapidfuzz")


@cache
def reader_version() -> str:
    """Twelve hexadecimal digits; the same code with the same libraries and recogniser gives the same everywhere."""
    code: list[Path] = list(_FILES)
    for room in _ROOMS:
        code += [f for f in (PROJECT / "dagster_project" / room).rglob("*") if f.suffix in (".py", ".yml")]
    said = [tree_hash(PROJECT, code), *(f"{name}=={version(name)}" for name in _LIBRARIES), engine() or "no OCR"]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:12]
