"""Where everything of a workspace lies. A workspace holds either example, simulated or real data, never a mix."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from dagster_project.workspace.errors import WrongUse

PROJECT = Path(__file__).resolve().parents[2]
KINDS = ("example", "simulated", "real")


@dataclass(frozen=True)
class Workspace:
    """A folder with raw data, decisions, the ledger, releases, and work that can always be rebuilt."""

    root: Path

    @classmethod
    def at(cls, folder: str | Path) -> "Workspace":
        return cls(Path(folder).resolve())

    def create(self, kind: str = "real") -> "Workspace":
        """Make the folders and `workspace.yml` where they are not there yet."""
        for folder in (self.raw, self.work, self.decisions, self.ledger):
            folder.mkdir(parents=True, exist_ok=True)
        if not self.config_file.exists():
            self.config_file.write_text(f"kind: {kind}\n", encoding="utf-8")
        return self

    def require(self) -> "Workspace":
        """This workspace, if it is one.

        Raises WrongUse where there is no `workspace.yml`.
        """
        if not self.config_file.exists():
            raise WrongUse("this folder is no workspace", self.root, "lappendeken --data DIR intake PATH makes one")
        return self

    @property
    def config_file(self) -> Path:
        return self.root / "workspace.yml"

    @property
    def raw(self) -> Path:
        return self.root / "raw"

    @property
    def work(self) -> Path:
        return self.root / "work"

    @property
    def tables(self) -> Path:
        return self.work / "tables"

    @property
    def releases(self) -> Path:
        return self.root / "releases"

    @property
    def decisions(self) -> Path:
        return self.root / "decisions"

    @property
    def ledger(self) -> Path:
        return self.root / "ledger"

    @property
    def manifest(self) -> Path:
        """The record of what was taken in: one line per delivery, never read from the clock again."""
        return self.root / "manifest.csv"

    @property
    def warehouse(self) -> Path:
        return self.work / "warehouse.duckdb"

    @cached_property
    def config(self) -> dict:
        """`kind` (example, simulated, real), optional `title_nl`, optional `scope.organisations` (list of ids)."""
        raw = yaml.safe_load(self.config_file.read_text(encoding="utf-8")) or {}
        if raw.get("kind") not in KINDS:
            raise WrongUse(f"kind is '{raw.get('kind')}'", self.config_file, f"write one of {', '.join(KINDS)}")
        return raw

    @property
    def kind(self) -> str:
        return self.config["kind"]

    @property
    def scope(self) -> frozenset[str] | None:
        """The organisations of the denominators; None for the whole country."""
        ids = (self.config.get("scope") or {}).get("organisations")
        return frozenset(ids) if ids else None
