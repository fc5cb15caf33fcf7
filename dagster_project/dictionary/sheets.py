"""Loads `sheets.yml`: which columns the sheets of the workbook of a release have, their headings and their meanings."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from dagster_project.dictionary.model import table


@dataclass(frozen=True)
class Field:
    """A column of a sheet: the key in its rows, its heading, width in characters and what it means, in Dutch.

    `decimals` is the key in the row that says how many decimals are shown.
    """

    name: str
    heading: str
    width: int
    meaning: str
    decimals: str | None = None


@dataclass(frozen=True)
class SheetLayout:
    """A sheet: its title, the table that it shows, its columns and how many of them stay in view."""

    title: str
    table: str
    fields: tuple[Field, ...]
    frozen: int = 0


@cache
def sheet_layouts() -> tuple[SheetLayout, ...]:
    """The sheets in their order.

    Raises KeyError for a column that neither the table nor the sheet gives a heading, ValueError where both do.
    """
    raw = yaml.safe_load((Path(__file__).parent / "sheets.yml").read_text(encoding="utf-8"))
    return tuple(
        SheetLayout(s["title"], s["table"], tuple(_field(s["table"], c) for c in s["columns"]), s.get("frozen", 0))
        for s in raw
    )


def _field(name: str, raw: dict) -> Field:
    own = raw["name"] in table(name).column_names
    if own and raw.keys() & {"of", "label_nl"}:
        raise ValueError(f"the column {raw['name']} of the sheet of {name} has its label in tables/{name}.yml")
    heading = _label(f"{name}.{raw['name']}" if own else raw["of"]) if own or "of" in raw else raw["label_nl"]
    return Field(raw["name"], heading, raw["width"], raw["meaning_nl"], raw.get("decimals"))


def _label(of: str) -> str:
    name, _, column = of.partition(".")
    return table(name).column(column).label_nl if column else table(name).label_nl
