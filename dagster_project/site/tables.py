"""The tables of a release folder as rows, read once.

Belongs here: reading, and what an earlier release may lack. Does not belong here: what the rows mean.
"""

import json
from functools import cached_property
from pathlib import Path
from typing import Any

from dagster_project.workspace.errors import WrongUse
from dagster_project.workspace.releases import TABLES

Row = dict[str, Any]
VERDICT = "kwaliteit.json"
NOTICE = "RECTIFICATIE.md"


class ReleaseTables:
    """A release on disk. A table or column that this release does not have is empty, never an error."""

    def __init__(self, folder: Path):
        """Raises WrongUse where the folder holds no tables and verdict."""
        self.folder = folder
        if not (folder / TABLES).is_dir() or not (folder / VERDICT).is_file():
            raise WrongUse("this is no folder of a release", folder, f"it must hold {TABLES}/ and {VERDICT}")
        self._read: dict[str, list[Row]] = {}

    def rows(self, name: str) -> list[Row]:
        """All rows of a table in the order of its key; lists are lists. The same list at every call."""
        if name not in self._read:
            import polars as pl

            path = self.folder / TABLES / f"{name}.parquet"
            self._read[name] = pl.read_parquet(path).to_dicts() if path.is_file() else []
        return self._read[name]

    def resolved_non_governments(self) -> list[Row]:
        """`organisation_id` and `name_written` of parties that are no government: no other table names them."""
        import polars as pl

        path = self.folder / TABLES / "resolved_participant.parquet"
        if not path.is_file():
            return []
        found = pl.read_parquet(path).filter(
            (pl.col("kind") == "non_government") & pl.col("organisation_id").is_not_null()
        )
        return found.sort("mention_id", "position").select("organisation_id", "name_written").to_dicts()

    def losing_or_decided(self) -> list[Row]:
        """Rows of `evidence` whose value did not win, or that a decision gave; the others are ten times as many."""
        import polars as pl

        path = self.folder / TABLES / "evidence.parquet"
        if not path.is_file():
            return []
        wanted = ~pl.col("won") | (pl.col("source_type") == "decision")
        return pl.read_parquet(path).filter(wanted).to_dicts()

    @cached_property
    def verdict(self) -> dict[str, Any]:
        """`kwaliteit.json`."""
        return json.loads((self.folder / VERDICT).read_text(encoding="utf-8"))

    @property
    def notice(self) -> list[str]:
        """The paragraphs of the notice of a correction; empty where this release corrects none."""
        path = self.folder / NOTICE
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        paragraphs = [part.strip().replace("`", "").replace("\n", " ") for part in text.split("\n\n")]
        return [part for part in paragraphs if part and not part.startswith("#")]

    @property
    def release_id(self) -> str:
        return self.verdict.get("uitgave") or self.folder.name

    @property
    def snapshots(self) -> list[int]:
        """The published snapshots, the oldest first."""
        return [r["snapshot"] for r in self.rows("snapshot") if r["role"] == "published"]
