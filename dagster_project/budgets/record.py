"""The record of a party: what `read_budget` says of one, whoever read it. Its columns are those of `mention`.

Belongs here: which columns a document fills, what a record holds where nothing was read, and how its values become
those of a table or texts and back. Does not belong here: what a document says (`reader`), the names of columns
elsewhere (`extract`).
"""

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any

from dagster_project.budgets.amounts import parse_cell
from dagster_project.budgets.names import clean_name, is_party
from dagster_project.budgets.party import AMOUNT_FIELDS
from dagster_project.dictionary import all_doubts, table
from dagster_project.documents.text import one_line
from dagster_project.persons import holds

Record = dict[str, Any]

_ABOUT = (
    "amounts_written", "not_applicable", "locator", "other_locators", "confidence", "doubts", "field_confidence",
    "other_reading",
)  # fmt: skip
"""Columns of `mention` that say where a party stands, and how sure its values are."""
BESIDE = ("legal_form_group", "page")
"""What `extract` tells and `mention` has no column for."""
_BY_FIELD = ("field_confidence", "other_reading")
"""Dictionaries by column in a record, JSON in a table."""


_EUROS = re.compile(r"[€(\s]*[-–−+]?[€\s]*\d[\d.\s]*(,\d{1,2})?\s*\)?\s*-?")


@cache
def mention_columns() -> tuple[str, ...]:
    """The columns of `mention` that a record fills: those with a field, and those that tell about these."""
    return (*table("mention").fields.values(), *_ABOUT)


@cache
def field_of(column: str) -> str:
    """What doubts call a column of `mention`."""
    return table("mention").column(column).field


def record(**said: Any) -> Record:
    """A record with these values; what is not given is empty. Dictionaries by column keep what has a value only.

    Raises ValueError for a column that a record does not have, and for a doubt that the dictionary does not have.
    """
    columns = {name: make() for name, make in _makers().items()}
    if unknown := said.keys() - columns.keys():
        raise ValueError(
            f"a party has no {', '.join(sorted(unknown))}: see the fields of dictionary/tables/mention.yml"
        )
    made = {**columns, **said}
    if strange := set(made["doubts"]) - _doubts():
        raise ValueError(f"no doubts of the dictionary: {', '.join(sorted(strange))}; see doubt_reason in codes.yml")
    return made


def mention_values(party: Record) -> dict[str, Any]:
    """The values of a record as the table `mention` has them, by column."""
    told = {name: {c: said for c, said in party[name].items() if c not in BESIDE} for name in _BY_FIELD}
    return {name: as_json(told[name]) if name in told else party[name] for name in mention_columns()}


def as_json(value: dict[str, Any] | list[Any]) -> str | None:
    """JSON of a list or of a dictionary, the same for the same content; None for an empty dictionary."""
    if value == {}:
        return None
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def value_text(value: Any) -> str:
    """A value of a field as a text, whatever its type: how questions, decisions and other readings write it."""
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, float):
        return f"{value:.2f}".removesuffix(".00")
    return value or ""


def value_of(column: str, text: str) -> Any:
    """The value of a column from its text; None or an empty list for an empty one.

    Raises ValueError for an amount that is no number of euros.
    """
    kind = table("mention").column(column)
    if kind.is_list:
        return [part for one in text.split(";") if (part := one.strip())]
    if kind.type == "number" and text:
        return float(text)
    return text or None


def typed_value(column: str, text: str) -> str:
    """What a person typed as the value of a column, as decisions write it.

    Raises ValueError, which says the mend, for what cannot be a value of it.
    """
    text = one_line(text)
    if column in AMOUNT_FIELDS:
        euros = parse_cell(text, 1.0) if _EUROS.fullmatch(text) else None
        if euros is None:
            raise ValueError("write the amount in euros, such as 1.234.000 or -500")
        return value_text(float(euros))
    if holds(text):
        raise ValueError("write it without the person, for it is published")
    if column == "name_written" and not is_party(clean_name(text).text):
        raise ValueError("write the name of the party as the document has it")
    return value_text(value_of(column, text))


@cache
def _makers() -> dict[str, Callable[[], Any]]:
    """What makes the empty value of each column: each record has lists and dictionaries of its own."""
    columns = map(table("mention").column, mention_columns())
    made = {c.name: dict if c.name in _BY_FIELD else list if c.is_list else _none for c in columns}
    return made | dict.fromkeys(BESIDE, _none)


def _none() -> None:
    return None


@cache
def _doubts() -> frozenset[str]:
    return all_doubts(table("mention"))
