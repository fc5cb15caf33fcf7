"""What a reader says about the values that it read: doubts, probabilities and other readings, each of one field.

Belongs here: when that is well formed, which columns are in doubt, and a doubt in Dutch. Does not belong here: when a
value is in doubt (each reader), how a doubt is shown (whoever shows the value).
"""

import json
from collections.abc import Callable, Iterable
from functools import cache

from dagster_project.dictionary.codes import code_lists, dutch
from dagster_project.dictionary.model import Table, table

PARTY = "party"
"""The field of a doubt about the mention as a whole."""
REASONS = "doubt_reason"


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


def _is_probability(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value != ""
