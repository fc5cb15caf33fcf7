"""How sure it is that a field of a party is empty because the document does not say it: what was not read is the error
that nobody sees.

Belongs here: the signs that a value was missed. Their weights are fitted on documents left out
(`evaluation.train_fields`), as those of values (`certainty`), under the same groups with `no` before them. Does not
belong here: doubts with a reason (`certainty`).
"""

import re
from collections.abc import Collection, Sequence

from dagster_project.budgets.choice.labels import is_form
from dagster_project.budgets.figures import COLUMNS
from dagster_project.budgets.legal_forms import group_of
from dagster_project.budgets.participants import in_words
from dagster_project.budgets.party import Party, fields_read, has
from dagster_project.budgets.records.certainty import GROUPS
from dagster_project.budgets.vocabulary import CAPITAL, FORM, PARTICIPANTS, PURPOSE, RESULT, SEAT
from dagster_project.documents.text import one_line
from dagster_project.workspace.seeds import government_names

NO = "no "
"""What stands before the group of a value in the name of the weights of its absence."""
_MANY, _FEW = 5, 2
_NUMBER = re.compile(r"\d[\d.]{2,}|€\s*\d")
_WORD = re.compile(r"[A-ZÀ-Ý][\w'’-]+")
_LEAST_NAMED = {SEAT: 1, PARTICIPANTS: 2}
"""Governments in a text from which on it may hold a field."""
_PROSE = 5
"""Words from which on a text may tell what a party is for."""


def note_absent(parties: Sequence[Party], asked_for: Collection[str]) -> None:
    """Note the signs of each field that a party lacks, as `absent_signs` of it; `asked_for` are the fields that the
    document has labels of."""
    have = {name: sum(has(party, name) for party in parties) for name in GROUPS}
    for party in parties:
        read = fields_read(party)
        for name in GROUPS:
            if has(party, name):
                continue
            others = have[name] / max(1, len(parties) - 1)
            asked = not {name, *_quantities(name)}.isdisjoint(asked_for)
            party.absent_signs[name] = {
                "alone": float(len(parties) == 1),
                "others have it": others,
                "all others have it": float(others > 0.9),
                "asked for": float(asked),
                "asked for, nobody has it": float(asked and not have[name]),
                "left of its kind": _left_of_its_kind(name, party),
                "left": min(len(party.left), _MANY) / _MANY,
                "fields": min(read, _MANY) / _MANY,
                "nothing else": float(read == 0),
                "name only": float(party.kind == "name"),
                "table": float(party.kind == "table"),
                "has amounts": float(bool(party.amounts)),
                "titled": float(party.titled),
                "doubted": float(any(doubt.startswith(f"{name}:") for doubt in party.doubts)),
            }


def _quantities(name: str) -> tuple[str, ...]:
    if name not in COLUMNS:
        return ()
    quantity = name.partition("_")[0]
    return (quantity,) if quantity == RESULT else (quantity, CAPITAL)


def _left_of_its_kind(name: str, party: Party) -> float:
    if name in COLUMNS:
        count = party.left_amounts + sum(len(_NUMBER.findall(text)) for text in party.left)
    else:
        count = sum(_may_hold(name, one_line(text)) for text in party.left)
    return min(count, _FEW) / _FEW


def _may_hold(name: str, text: str) -> bool:
    if name == FORM:
        return is_form(text) or group_of(text, "", None) is not None
    if name == PURPOSE:
        return len(text.split()) > _PROSE
    if name not in _LEAST_NAMED:
        return False
    if name == PARTICIPANTS and in_words(text):
        return True
    return sum(word in government_names() for word in _WORD.findall(text)) >= _LEAST_NAMED[name]
