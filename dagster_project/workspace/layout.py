"""Where everything of a workspace lies. A workspace holds either example, simulated or real data, never a mix.

Belongs here: paths, the settings, and the version of the form. Does not belong here: how a state is built and put in
force (`states`).
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from dagster_project.workspace.errors import UnreadableInput, WrongUse

PROJECT = Path(__file__).resolve().parents[2]
KINDS = ("example", "simulated", "real")
FORMAT = 2
"""The form of a workspace: 1 had its tables in `work/tables`, 2 has them in states of which one is in force."""
NO_STATE = "none"
"""The folder of tables where no run has ended yet."""


@dataclass(frozen=True)
class Workspace:
    """A folder with raw data, decisions, the ledger, releases, and work that can always be rebuilt.

    Its tables are those of one state: the one in force when they were first asked for, or with `building` the one that
    a run makes. So whoever reads several tables reads them of one state, whatever runs meanwhile.
    """

    root: Path
    building: bool = False

    @classmethod
    def at(cls, folder: str | Path) -> "Workspace":
        return cls(Path(folder).resolve())

    def create(self, kind: str = "real") -> "Workspace":
        """Make the folders and `workspace.yml` where they are not there yet.

        Raises WrongUse for a path that DuckDB cannot have its warehouse at.
        """
        self._require_path()
        for folder in (self.raw, self.work, self.decisions, self.ledger):
            folder.mkdir(parents=True, exist_ok=True)
        if not self.config_file.exists():
            self.config_file.write_text(f"kind: {kind}\nformat: {FORMAT}\n", encoding="utf-8")
        return self

    def now(self) -> "Workspace":
        """The same workspace with the state that is in force now."""
        return Workspace(self.root)

    def built(self) -> "Workspace":
        """The same workspace with the state that a run builds in it."""
        return Workspace(self.root, building=True)

    def require(self) -> "Workspace":
        """This workspace, if it is one of this form.

        Raises WrongUse where there is no `workspace.yml`, or it is of another form, or where DuckDB cannot be.
        """
        self._require_path()
        if not self.config_file.exists():
            raise WrongUse("this folder is no workspace", self.root, "lappendeken --data DIR intake PATH makes one")
        if self.format < FORMAT:
            raise WrongUse(
                f"the workspace has form {self.format}, this version needs {FORMAT}", self.root, "lappendeken upgrade"
            )
        if self.format > FORMAT:
            mend = "use the version that made it, or take it back with that version: lappendeken upgrade --back"
            raise WrongUse(f"the workspace has form {self.format}, newer than {FORMAT}", self.root, mend)
        return self

    def _require_path(self) -> None:
        if "?" in str(self.root):  # DuckDB takes what follows for settings, and writes its log elsewhere
            raise WrongUse("the path of the workspace holds a question mark", self.root, "rename that folder")

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
    def states(self) -> Path:
        """The states that runs made, each a folder; a run in progress makes its own in `work/building`."""
        return self.work / "states"

    @property
    def in_force(self) -> Path:
        """The file that names the state in force."""
        return self.work / "in_force"

    @cached_property
    def state(self) -> Path:
        """The folder of the state that this object reads or builds."""
        if self.building:
            return self.work / "building"
        named = self.in_force.read_bytes().decode("ascii", "replace").strip() if self.in_force.exists() else NO_STATE
        if named != NO_STATE and not (named.isdecimal() and (self.states / named).is_dir()):
            mend = "remove that file, then lappendeken run makes all tables anew"
            raise UnreadableInput("it names no state that is there", self.in_force, mend)
        return self.states / named

    @property
    def tables(self) -> Path:
        return self.state / "tables"

    @property
    def releases(self) -> Path:
        return self.root / "releases"

    @property
    def decisions(self) -> Path:
        return self.root / "decisions"

    @property
    def drafts(self) -> Path:
        """Answers of reviewers that are no decisions yet; on this machine only, never in git."""
        return self.root / "drafts"

    @property
    def audits(self) -> Path:
        """Blind samples and their answers; files are only ever added."""
        return self.root / "audits"

    @property
    def ledger(self) -> Path:
        return self.root / "ledger"

    def frame_file(self, snapshot: int) -> Path:
        """Whom the survey of a snapshot asked, with the mark of what was sent; kept in git beside the decisions."""
        return self.root / "survey" / f"frame-{snapshot}.csv"

    @property
    def manifest(self) -> Path:
        """The record of what was taken in: one line per delivery, never read from the clock again."""
        return self.root / "manifest.csv"

    @property
    def warehouse(self) -> Path:
        return self.state / "warehouse.duckdb"

    @cached_property
    def config(self) -> dict:
        """`kind` (example, simulated, real), `format`, optional `title_nl`, `scope.organisations` (list of ids).

        Raises WrongUse for settings that are no YAML or name no known kind.
        """
        try:
            raw = yaml.safe_load(self.config_file.read_text(encoding="utf-8")) or {}
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            what = " ".join(str(error).split())
            raise WrongUse(f"the settings are no YAML: {what}", self.config_file, "mend that line") from None
        if not isinstance(raw, dict):
            raise WrongUse("the settings are no list of names and values", self.config_file, "begin with kind: real")
        if raw.get("kind") not in KINDS:
            raise WrongUse(f"kind is '{raw.get('kind')}'", self.config_file, f"write one of {', '.join(KINDS)}")
        return raw

    @property
    def format(self) -> int:
        """The form of the workspace; 1 where it says none, as workspaces did before there was another."""
        found = self.config.get("format", 1)
        if not isinstance(found, int) or isinstance(found, bool):
            raise WrongUse(f"format is '{found}'", self.config_file, f"write format: {FORMAT}")
        return found

    @property
    def kind(self) -> str:
        return self.config["kind"]

    @property
    def scope(self) -> frozenset[str] | None:
        """The organisations of the denominators; None for the whole country."""
        ids = (self.config.get("scope") or {}).get("organisations")
        return frozenset(ids) if ids else None
