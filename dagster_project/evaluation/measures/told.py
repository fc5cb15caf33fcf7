"""Whether somebody was told of what was read wrongly or not at all: a doubt, a low confidence, a refusal at its place.

Belongs here: errors per value, and which of them are silent; right values that are doubted all the same. Does not
belong here: when a value is right (`party`), how many were read (`extraction`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dagster_project.dictionary import is_unsure
from dagster_project.evaluation.reading import Refusal
from dagster_project.evaluation.report.model import Measure, Section
from dagster_project.evaluation.truth.matching import Pair, Pairing
from dagster_project.evaluation.truth.party import AMOUNTS, SAME, Party, stated
from dagster_project.evaluation.truth.spelling import key

NAME = "name"
WHOLE = "document"
_OF_COLUMN = {
    "participants_in_words": "participants",
    "legal_form_group": "legal_form_written",
    "purpose": "purpose_present",
}
"""Fields that are told of by the probability of another: their column, or what they are made of."""
_PAGE = re.compile(r"page=(\d+)")


@dataclass(frozen=True)
class Error:
    """One value that is wrong or missing: its document, party and field, what was read, whether somebody was told, and
    whether it is an amount that is wrong by a power of ten. A missed or invented party is an error of its name."""

    document: str
    party: str
    field: str
    true: object
    read: object
    told: bool
    power_of_ten: bool = False


@dataclass(frozen=True)
class Told:
    """All errors, and of the right values how many are doubted."""

    errors: tuple[Error, ...]
    right: int
    doubted: int

    @property
    def silent(self) -> tuple[Error, ...]:
        """The errors that nothing told of."""
        return tuple(error for error in self.errors if not error.told)


def errors_of(pairing: Pairing, refusals: Iterable[Refusal]) -> Told:
    """The errors of a pairing, each with whether it was told of."""
    refused: dict[str, list[Refusal]] = defaultdict(list)
    for refusal in refusals:
        refused[refusal.document].append(refusal)
    errors = [_missed(party, refused[party.document]) for party in pairing.missed]
    errors += [Error(p.document, p.name, NAME, None, p.name, _in_doubt(p, NAME)) for p in pairing.invented]
    right = doubted = 0
    for pair in pairing.pairs:
        for name, true, read, good in _values(pair):
            doubt = _in_doubt(pair.read, name)
            if good:
                right, doubted = right + 1, doubted + doubt
                continue
            at_its_place = any(one.place == pair.read.place for one in refused[pair.true.document])
            errors.append(
                Error(
                    pair.true.document, pair.true.name, name, true, read, doubt or at_its_place,
                    name in AMOUNTS and _power_of_ten(true, read),
                )
            )  # fmt: skip
    return Told(tuple(errors), right, doubted)


def score_told(section: Section, found: Told) -> None:
    """Errors, how many of them were told of, amounts wrong by a power of ten in silence, and right values in doubt."""
    errors, silent = len(found.errors), found.silent
    tens = [error for error in silent if error.power_of_ten]
    section.add(
        Measure(f"{section.key}.errors", errors, better="low"),
        Measure.share(f"{section.key}.told", errors - len(silent), errors),
        Measure(f"{section.key}.silent_powers_of_ten", len(tens), better="low"),
        Measure.share(f"{section.key}.right_but_doubted", found.doubted, found.right, better="low"),
    )
    section.table(
        "silent_errors",
        ("document", "party", "field", "true", "read"),
        [(e.document, e.party, e.field, str(e.true), str(e.read)) for e in silent],
    )


def _values(pair: Pair) -> Iterator[tuple[str, object, object, bool]]:
    """The fields of a pair that the truth or the reader has: name, true value, read value, whether it is right."""
    for name, same in SAME.items():
        if name not in pair.true.fields or name not in pair.read.fields:
            continue
        true, read = pair.true.fields[name], pair.read.fields[name]
        if stated(true):
            yield name, true, read, pair.how == "name" if name == NAME else same(true, read)
        elif stated(read):
            yield name, true, read, False


def _in_doubt(party: Party, name: str) -> bool:
    """A doubt of this field, or its low probability; the party's own where the field has none."""
    if any(name == doubt or name.startswith(f"{doubt}_") for doubt in party.doubts):
        return True
    told = party.field_confidence
    return is_unsure(told.get(name, told.get(_OF_COLUMN.get(name, name))), party.confidence)


def _missed(party: Party, refused: Iterable[Refusal]) -> Error:
    """A missed party is told of by a refusal that has its name, or, where refusals have no text, by that of its page; a
    refusal of the whole document tells of nothing."""
    page = party.fields.get("page")
    there = False
    for refusal in refused:
        if refusal.place == WHOLE:
            continue
        on = _PAGE.match(refusal.place)
        there |= key(party.name) in key(refusal.detail) if refusal.detail else bool(on) and on[1] == str(page)
    return Error(party.document, party.name, NAME, party.name, None, there)


def _power_of_ten(true: object, read: object) -> bool:
    """Whether an amount is another one by a factor of ten, a hundred, a thousand, ..."""
    if not true or not read:
        return False
    times = max(abs(float(true) / float(read)), abs(float(read) / float(true)))
    digits = len(str(round(times))) - 1
    return digits > 0 and abs(times / 10**digits - 1) < 0.01
