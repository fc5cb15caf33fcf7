"""What a reader says about the values that it read: doubts, probabilities and other readings, each of one field.

Belongs here: when that is well formed, which columns are in doubt, and the mark in Dutch that stands behind a value in
doubt wherever it is shown. Does not belong here: when a value is in doubt (each reader).
"""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from dagster_project.dictionary.codes import code_lists, dutch
from dagster_project.dictionary.model import Table, table

PARTY = "party"
"""The field of a doubt about the mention as a whole."""
REASONS = "doubt_reason"
UNSURE_BELOW = 0.8
"""A mention below this probability is in doubt: people can look at some hundreds of parties, not at thousands."""
VALUE_UNSURE_BELOW = 0.96
"""A value, or its absence, below this one: of those above it at most one in twenty should be wrong, and of the right
ones of documents left out at most about one in seven are below it."""
_NAME = "name_written"


@cache
def all_doubts(spec: Table) -> frozenset[str]:
    """Every doubt, as `field:reason`, that a row of the table may have."""
    return frozenset(f"{name}:{reason}" for name in (PARTY, *spec.fields) for reason in code_lists()[REASONS])


def well_formed(spec: Table, holds: str) -> Callable[[str], bool]:
    """Whether a text is a JSON object of columns that have a field, to probabilities or to texts as `holds` says."""
    columns = frozenset(spec.fields.values())
    fits = {"probabilities": _is_probability, "texts": _is_text}[holds]

    def checked(text: str) -> bool:
        try:
            said = json.loads(text)
        except ValueError:
            return False
        return isinstance(said, dict) and said.keys() <= columns and all(map(fits, said.values()))

    return checked


def doubted_columns(doubts: Iterable[str], name: str = "mention") -> dict[str, list[str]]:
    """Columns of a table in doubt to the reasons, from doubts of a row; those of the row as a whole are no column's."""
    columns = table(name).fields
    found: dict[str, list[str]] = {}
    for doubt in doubts:
        field, _, reason = doubt.partition(":")
        if field != PARTY:
            found.setdefault(columns[field], []).append(reason)
    return found


def doubt_text(doubt: str, name: str = "mention") -> str:
    """A doubt in Dutch, as in `Resultaat: het getal kan een jaartal zijn`."""
    field, _, reason = doubt.partition(":")
    spec = table(name)
    label = spec.label_nl if field == PARTY else spec.column(spec.fields[field]).label_nl
    return f"{label}: {dutch(reason, REASONS)}"


def why_in_doubt(row: Mapping[str, Any], column: str) -> list[str]:
    """Why a value of `mention` is in doubt, in Dutch; nothing where it is not. Doubt about the party itself is doubt
    about its name.

    A row of an earlier release may lack these columns, and then nothing is known to be in doubt.
    """
    doubts = row.get("doubts") or []
    said = doubted_columns(doubts).get(column, [])
    sure, of_row = json.loads(row.get("field_confidence") or "{}").get(column), None
    if column == _NAME:
        said = [*(d.partition(":")[2] for d in doubts if d.startswith(f"{PARTY}:")), *said]
        of_row = row["confidence"]
    told = [dutch(reason, REASONS) for reason in said]
    if is_unsure(sure, of_row):
        told.append(_surely(of_row if sure is None else sure, empty=row.get(column) in (None, [])))
    return told


def is_unsure(of_value: float | None, of_row: float | None = None) -> bool:
    """Whether somebody should look at a value: its own probability is low, or, where it has none, that of its row."""
    if of_value is not None:
        return of_value < VALUE_UNSURE_BELOW
    return of_row is not None and of_row < UNSURE_BELOW


def _surely(sure: float, empty: bool) -> str:
    """Cut off, not rounded: what is below the limit must not read as the limit."""
    told = f"zekerheid {round(sure * 1000) // 10 / 100:.2f}".replace(".", ",")
    return f"misschien niet gelezen, {told} dat het er niet staat" if empty else told


def doubt_mark(row: Mapping[str, Any], column: str) -> str:
    """What stands behind a value of `mention` where it is in doubt, as in ` [twijfel: ...; andere lezing: 1000]`; empty
    where it is not."""
    told = why_in_doubt(row, column)
    if told and (other := json.loads(row.get("other_reading") or "{}").get(column)):
        told.append(f"andere lezing: {other}")
    return f" [twijfel: {'; '.join(told)}]" if told else ""


def _is_probability(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value != ""
