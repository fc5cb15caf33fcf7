"""Where a release comes from: `herkomst.json`. No clock, no machine, no commit: only what decides its content."""

import platform
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster_project.release.publication import FILE
from dagster_project.workspace import PROJECT, Workspace
from dagster_project.workspace.code import NOT_CODE, code_hash
from dagster_project.workspace.hashing import sha256_of, tree_hash
from dagster_project.workspace.seeds import SEEDS

if TYPE_CHECKING:
    import polars as pl

# The libraries whose version can change a byte of a release.
TOOLS = ("dbt-core", "dbt-duckdb", "duckdb", "great-expectations", "openpyxl", "pandera", "pandas", "pdfplumber")
TOOLS += ("polars", "pyarrow", "pypdfium2", "python-docx", "rapidfuzz", "splink")


def provenance(workspace: Workspace, delivery: "pl.DataFrame") -> dict[str, Any]:
    """Hashes of all that the release rests on, in Dutch words; call it after the ids are minted."""
    columns = ["delivery_id", "file_name", "sha256", "source", "status", "origin", "licence"]
    return {**provenance_now(workspace), "leveringen": delivery.select(columns).sort("delivery_id").to_dicts()}


def provenance_now(workspace: Workspace) -> dict[str, Any]:
    """The same without the deliveries: what can be told before anything is run."""
    settings = workspace.root / FILE
    return {
        "soort": workspace.kind,
        **_code(),
        "gegevens": {
            "besluiten": _hash(workspace.root, workspace.decisions, "*.csv"),
            "identiteiten (ledger)": _hash(workspace.root, workspace.ledger, "*.csv"),
            "instellingen (workspace.yml)": sha256_of(workspace.config_file),
            "uitgever (publication.yml)": sha256_of(settings) if settings.exists() else None,
        },
        "gereedschap": {"python": ".".join(platform.python_version_tuple()[:2]), **{t: version(t) for t in TOOLS}},
    }


@cache
def _code() -> dict[str, Any]:
    """The code that this process runs; what is edited meanwhile is not what made the release."""
    return {
        "codeversie": code_hash(),
        "code": {
            "pijplijn": _hash(PROJECT, PROJECT / "dagster_project"),
            "dbt": tree_hash(PROJECT, [p for p in _files((PROJECT / "dbt").rglob("*")) if p.parent != SEEDS]),
            "referentietabellen": _hash(PROJECT, PROJECT / "dbt" / "seeds"),
            "verwachtingen": _hash(PROJECT, PROJECT / "expectations"),
            "pakketten (requirements.lock)": sha256_of(PROJECT / "requirements.lock"),
        },
    }


def _hash(root: Path, folder: Path, pattern: str = "*") -> str:
    return tree_hash(root, _files(folder.rglob(pattern)))


def _files(paths: Iterable[Path]) -> list[Path]:
    return [p for p in paths if not NOT_CODE & set(p.parts)]
