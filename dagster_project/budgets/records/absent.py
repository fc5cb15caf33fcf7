"""How sure it is that a field of a party is empty because the document does not say it: what was not read is the error
that nobody sees.

Belongs here: the signs that a value was missed. Their weights are fitted on documents left out
(`evaluation.train_fields`), as those of values (`certainty`), under the same groups with `no` before them. Does not
belong here: doubts with a reason (`certainty`).
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from dagster_project.budgets.choice.labels import Labels, field_of, is_form
from dagster_project.budgets.figures import COLUMNS
from dagster_project.budgets.legal_forms import group_of
from dagster_project.budgets.party import Party, fields_read
from dagster_project.budgets.records.certainty import GROUPS, SECTION
from dagster_project.budgets.vocabulary import CAPITAL, FORM, PARTICIPANTS, PURPOSE, SEAT
from dagster_project.documents.text import one_line
from dagster_project.workspace.seeds import government_names

NO = "no "
"""What stands before the group of a value in the name of the weights of its absence."""
_MANY, _FEW = 5, 2
_NUMBER = re.compile(r"\d[\d.]{2,}|€\s*\d")
_WORD = re.compile(r"[A-ZÀ-Ý][\w'’-]+")
_PROSE = 5
"""Words from which on a text may tell what a party is for."""


def labelled_fields(texts: Iterable[str], labels: Labels) -> frozenset[str]:
    """The fields that some label of the document asks for; of amounts the quantity."""
    found = set()
    for text in dict.fromkeys(map(one_line, texts)):
        if labels.is_label(text) and (name := field_of(text)) is not None:
            found.add(name)
    return frozenset(found)


def note_absent(parties: Sequence[Party], labelled: Collection[str]) -> None:
    """Note the signs of each field that a party lacks, as `absent_signs` of it."""
    have = {name: sum(_has(party, name) for party in parties) for name in GROUPS}
    for party in parties:
        found = {name: _found(name, party.left) for name in (FORM, SEAT, PARTICIPANTS, PURPOSE)}
        for name in GROUPS:
            if _has(party, name):
                continue
            others = have[name] / max(1, len(parties) - 1)
            asked = not {name, *_quantities(name)}.isdisjoint(labelled)
            party.absent_signs[name] = {
                "alone": float(len(parties) == 1),
                "others have it": others,
                "all others have it": float(others > 0.9),
                "asked for": float(asked),
                "asked for, nobody has it": float(asked and not have[name]),
                "left of its kind": _left_of_its_kind(name, party, found),
                "left": min(len(party.left), _MANY) / _MANY,
                "fields": min(fields_read(party), _MANY) / _MANY,
                "nothing else": float(fields_read(party) == 0),
                "name only": float(party.kind == "name"),
                "table": float(party.kind == "table"),
                "has amounts": float(bool(party.amounts)),
                "titled": float(party.titled),
                "doubted": float(any(doubt.startswith(f"{name}:") for doubt in party.doubts)),
            }


def _has(party: Party, name: str) -> bool:
    if name == SECTION:
        return bool(party.section)
    return name in party.amounts or bool(party.texts.get(name)) or name in party.inapplicable


def _quantities(name: str) -> tuple[str, ...]:
    if name not in COLUMNS:
        return ()
    quantity = name.partition("_")[0]
    return (quantity,) if quantity == "result" else (quantity, CAPITAL)


def _left_of_its_kind(name: str, party: Party, found: Mapping[str, int]) -> float:
    if name in COLUMNS:
        count = party.left_amounts + sum(len(_NUMBER.findall(text)) for text in party.left)
    else:
        count = found.get(name, 0)
    return min(count, _FEW) / _FEW


def _found(name: str, texts: Sequence[str]) -> int:
    return sum(_may_hold(name, one_line(text)) for text in texts)


def _may_hold(name: str, text: str) -> bool:
    if name == FORM:
        return is_form(text) or group_of(text, "", None) is not None
    if name == PURPOSE:
        return len(text.split()) > _PROSE
    named = sum(word in government_names() for word in _WORD.findall(text))
    return named > (1 if name == PARTICIPANTS else 0)
