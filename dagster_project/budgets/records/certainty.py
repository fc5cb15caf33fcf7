"""How sure each value of a party is, and what of it is in doubt: from how the label was understood, whether the value
fits its field, what other places say, and what of the record was left over.

Belongs here: the signs of a value, and the doubts that follow from what ended nowhere. Their weights are fitted on
documents left out (`evaluation.train_fields`). Does not belong here: whether the party is one (`choice.confidence`).
"""

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from dagster_project.budgets.choice.confidence import weighed
from dagster_project.budgets.choice.labels import field_of, is_form
from dagster_project.budgets.figures import COLUMNS
from dagster_project.budgets.participants import in_words, split_participants
from dagster_project.budgets.party import Party, has
from dagster_project.budgets.vocabulary import FORM, PARTICIPANTS, PURPOSE, SEAT, SECTION
from dagster_project.documents.text import one_line
from dagster_project.workspace.seeds import government_names, place_names

WEIGHTS = Path(__file__).with_name("field_weights.json")
AMOUNT = "amount"
GROUPS = {
    **dict.fromkeys(COLUMNS, AMOUNT),
    **{name: name for name in (SECTION, FORM, SEAT, PURPOSE, PARTICIPANTS)},
}
"""Fields and columns with a probability of their own, and the group whose weights they have."""
FORM_GROUP = "legal_form_group"
"""A column with a probability of its own that is no field, for it is told by the others (`group_signs`)."""
MOST_HAVE = 0.6
"""Share of the parties of a document that have a value, from which on one without it is remarkable."""
LEFT_OVER, OTHERS_HAVE_IT = "text_left_over", "others_have_it"
_COMPARED = tuple(name for name in GROUPS if name != SECTION)
"""A section is of some of the parties only, so that one without it is not remarkable."""
_LEAST_PARTIES = 3
_FEW = 5
"""A section is of few parties where it is of less than one in so many."""
_MOST = 8.0


def text_signs(name: str, label: str, text: str, party: Party) -> dict[str, float]:
    """The signs of a value that was read under a label; none for a field without a probability of its own."""
    return {
        "known label": float(bool(label) and field_of(label) == name),
        "in a sentence": float(not label),
        "fits": _fits(name, text),
        "long": float(len(text) > 300),
        "table": float(party.kind == "table"),
    }


def group_signs(ground: str | None, party: Party) -> dict[str, float]:
    """The signs of the group of a legal form that was told by a ground of `group_and_ground`, or by none."""
    return {
        **{f"by {one}": float(one == ground) for one in ("form", "section", "name", "task", "over")},
        "form read": float(FORM in party.texts),
        "in a section": float(bool(party.section)),
        "table": float(party.kind == "table"),
    }


def _fits(name: str, text: str) -> float:
    line = one_line(text)
    if name == FORM:
        return float(is_form(line))
    if name == SEAT:
        if line.strip(" .") in place_names():
            return 1.0
        return 0.5 if len(line.split()) < 4 and line[:1].isupper() else 0.0
    if name == PARTICIPANTS:
        items = split_participants(text)
        known = sum(item in government_names() or item.lower().startswith("provincie") for item in items)
        return known / max(1, len(items))
    return min(len(line.split()), 10) / 10


def probability(group: str, signs: Mapping[str, float], of_party: float) -> float | None:
    """The probability that a value of a group is right, from its signs and the probability of its party; None where
    nothing is known of such values."""
    weights = _weights().get(group)
    if weights is None:
        return None
    return round(weighed(weights, numbers_of(signs, of_party)), 3)


def numbers_of(signs: Mapping[str, float], of_party: float) -> dict[str, float]:
    """Signs as the weights know them: bounded, with the log-odds of the party beside them."""
    odds = math.log(max(of_party, 1e-3) / max(1 - of_party, 1e-3))
    bounded = {name: max(-1.0, min(1.0, value / _MOST)) if abs(value) > 1 else value for name, value in signs.items()}
    return {**bounded, "party": odds / 7}


@cache
def _weights() -> dict[str, dict[str, float]]:
    return json.loads(WEIGHTS.read_text(encoding="utf-8"))


def left_over(party: Party, texts: Sequence[str]) -> None:
    """Note doubts of fields that were not read while a text of their kind was left over in what tells of the party."""
    for text in texts:
        line = one_line(text)
        items = split_participants(text) if PARTICIPANTS not in party.texts and len(text) < 2000 else []
        if sum(item in government_names() for item in items) > 1 or (items and in_words(line)):
            party.doubt(PARTICIPANTS, LEFT_OVER)
        if FORM not in party.texts and is_form(line):
            party.doubt(FORM, LEFT_OVER)
        if SEAT not in party.texts and line in place_names():
            party.doubt(SEAT, LEFT_OVER)


def unlike_the_others(parties: Sequence[Party]) -> None:
    """Note doubts of values that a party lacks and most parties of its kind in the document have."""
    for kind in ("table", "block"):
        alike = [party for party in parties if party.kind == kind]
        if len(alike) < _LEAST_PARTIES:
            continue
        for name in _COMPARED:
            without = [party for party in alike if not has(party, name)]
            if len(alike) - len(without) >= MOST_HAVE * len(alike):
                for party in without:
                    party.doubt(name, OTHERS_HAVE_IT)


def note_sections(parties: Sequence[Party]) -> None:
    """Note of each section how many of the parties it is of: one over all of them may be the title of the whole."""
    of = Counter(party.section for party in parties if party.section)
    for party in parties:
        if party.section:
            party.field_signs[SECTION] = party.field_signs.get(SECTION, {}) | {
                "over all": float(of[party.section] == len(parties)),
                "several": float(len(of) > 1),
                "of few": float(of[party.section] * _FEW <= len(parties)),
                "some without": float(of.total() < len(parties)),
            }
