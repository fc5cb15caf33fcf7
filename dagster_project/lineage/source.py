"""Where lineage reads: the tables of the last run, or those of a release.

Belongs here: which files hold a table, and asking DuckDB about them. DuckDB reads the Parquet files only, never the
warehouse, and imports fast enough for a command that must answer at once. Does not belong here: any question.
"""

import glob
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from dagster_project.dictionary import table
from dagster_project.workspace import UnreadableInput, Workspace, WrongUse
from dagster_project.workspace.releases import TABLES, release_key, releases_of
from dagster_project.workspace.tables import files_of


def text_of_keys(name: str) -> str:
    """The SQL that makes the key of a row of that table as text, its parts joined by a vertical bar."""
    return f"concat_ws('|', {', '.join(table(name).key)})"


@cache
def _duckdb():
    import duckdb

    return duckdb.connect(config={"threads": 2})


@dataclass(frozen=True)
class Source:
    """Tables that can be asked: those of a workspace's last run, or those of the release in `release`."""

    workspace: Workspace | None
    release: Path | None = None

    @property
    def name(self) -> str:
        return f"uitgave {self.release.name}" if self.release else "laatste run"

    @cached_property
    def kind(self) -> str:
        """example, simulated or real."""
        if self.release:
            return json.loads((self.release / "herkomst.json").read_text(encoding="utf-8"))["soort"]
        return self.workspace.kind

    def files(self, name: str) -> list[Path]:
        if self.release:
            path = self.release / TABLES / f"{name}.parquet"
            return [path] if path.exists() else []
        return files_of(self.workspace, name)

    def has(self, name: str) -> bool:
        return bool(self.files(name))

    def sql(self, name: str) -> str:
        """The table as it stands in a FROM clause.

        Raises WrongUse where it is not there.
        """
        files = self.files(name)
        if not files:
            where = self.release or self.workspace.root
            raise WrongUse(f"there is no table '{name}' yet", where, None if self.release else "lappendeken run")
        paths = ", ".join("'" + glob.escape(str(f)).replace("'", "''") + "'" for f in files)
        return f"read_parquet([{paths}], hive_partitioning=false)"

    def ask(self, query: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """The answer to a query, one dict per row; a query names its tables, also those of another source, by `sql`.

        Raises UnreadableInput where a file of a table is damaged.
        """
        import duckdb

        try:
            answer = _duckdb().execute(query, list(parameters))
        except (duckdb.BinderException, duckdb.CatalogException, duckdb.ParserException):  # the query is wrong
            raise
        except duckdb.Error as error:
            what = f"a table is damaged: {' '.join(str(error).split())[:300]}"
            mend = "dvc checkout" if self.release else "lappendeken run makes it anew"
            raise UnreadableInput(what, self.release or self.workspace.root, mend) from None
        names = [column[0] for column in answer.description]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def open_source(where: Workspace | Path | str, release: str | None = None) -> Source:
    """The tables of a workspace's last run, or of its release `release`, or of the folder of a release.

    Raises WrongUse for a release that is not there, with those that are.
    """
    if not isinstance(where, Workspace):
        return _release_source(None, Path(where))
    if release is None:
        return Source(where)
    if (folder := Path(release)).is_dir():
        return _release_source(where, folder)
    if release_key(release) and (where.releases / release).is_dir():
        return _release_source(where, where.releases / release)
    known = ", ".join(p.name for p in releases_of(where)) or "none"
    raise WrongUse(f"there is no release {release}", where.releases, f"one of: {known}")


def _release_source(workspace: Workspace | None, folder: Path) -> Source:
    if not (folder / TABLES).is_dir():
        raise WrongUse(f"this folder is no release: it has no {TABLES}/", folder)
    return Source(workspace, folder.resolve())
