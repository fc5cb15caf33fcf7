"""Loads the YAML of the tables. Does not know any library of tables or files."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from dagster_project.dictionary.codes import dutch

FOLDER = Path(__file__).parent / "tables"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Column:
    """One column: its type, what it may hold and what it is called in Dutch."""

    name: str
    type: str
    label_nl: str
    description: str
    explained_nl: str | None = None
    """What it holds, in Dutch; see `description_nl`."""
    nullable: bool = False
    unit: str | None = None
    enum: tuple[str, ...] = ()
    ref: str | None = None
    codes: str | None = None
    """The list of `codes.yml` with the Dutch words of its values."""
    field: str | None = None
    """What doubts call it, where it is read from a source and may be in doubt."""
    holds: str | None = None
    """What its texts hold about the columns with a field: `doubts`, `probabilities` or `texts` (see `fields`)."""

    @property
    def is_list(self) -> bool:
        return self.type.startswith("list<")

    @property
    def description_nl(self) -> str:
        """What it holds in Dutch; its label where nobody said more."""
        return self.explained_nl or self.label_nl

    def dutch(self, value: str) -> str:
        """A value of this column in Dutch; as it is where the column has no list of codes or the list no such code."""
        return dutch(value, self.codes) if self.codes else value


@dataclass(frozen=True)
class Table:
    """One table: its key, its columns in order and the stage that writes it."""

    name: str
    label_nl: str
    stage: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    published: bool = True
    explained_nl: str | None = None

    @property
    def description_nl(self) -> str:
        """What it holds in Dutch; its label where nobody said more."""
        return self.explained_nl or self.label_nl

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(c.name for c in self.columns)

    @property
    def fields(self) -> dict[str, str]:
        """Each field that may be in doubt to its column, in order."""
        return {c.field: c.name for c in self.columns if c.field}

    def column(self, name: str) -> Column:
        return next(c for c in self.columns if c.name == name)


def _column(raw: dict) -> Column:
    return Column(**{**raw, "enum": tuple(raw.get("enum", ()))})


def _load(path: Path) -> Table:
    raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    columns = tuple(_column(c) for c in raw.pop("columns"))
    return Table(**{**raw, "key": tuple(raw["key"]), "columns": columns})


@cache
def all_tables() -> dict[str, Table]:
    """Every table by name, in the order of their names."""
    return {t.name: t for t in (_load(p) for p in sorted(FOLDER.glob("*.yml")))}


def table(name: str) -> Table:
    """The table of that name.

    Raises KeyError with the names that exist.
    """
    tables = all_tables()
    if name not in tables:
        raise KeyError(f"no table '{name}' in the dictionary; there are: {', '.join(tables)}")
    return tables[name]
