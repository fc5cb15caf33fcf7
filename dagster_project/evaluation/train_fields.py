"""The weights of how sure a value is anew: `python -m dagster_project.evaluation.train_fields LISTS TRUTH...`.

LISTS and each TRUTH are those of `train_context`. Each document is read by a model of names that did not see its kind.
Of each value of a party of the truth it is known whether it is right, and of each that is empty whether it is rightly
so; the signs that spoke for it are weighed by a logistic model per group of fields.

Belongs here: making `field_weights.json` of `budgets/records` and `confidence_weights.json` of `budgets/choice`, and
what they do to documents left out. Does not belong here: using them.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dagster_project.budgets.choice.confidence import WEIGHTS as PARTY_WEIGHTS
from dagster_project.budgets.choice.confidence import probability as party_probability
from dagster_project.budgets.choice.confidence import weighed
from dagster_project.budgets.names import clean_name, key_of
from dagster_project.budgets.party import Party as ReadParty
from dagster_project.budgets.reader import COLUMN_OF, parties_of, row_of
from dagster_project.budgets.records.absent import NO
from dagster_project.budgets.records.certainty import FORM_GROUP, GROUPS, WEIGHTS, numbers_of
from dagster_project.evaluation.learning import FOLDS, fold_of
from dagster_project.evaluation.train_names import Read, judged_apart, listed_in, read_documents
from dagster_project.evaluation.truth.party import SAME, Party, stated
from dagster_project.workspace.atomic import write_text

PENALTY = 1.0
_TRUTH = {
    "legal_form": ("legal_form_written",), "purpose": ("purpose_present",),
    "participants": ("participants", "participants_in_words"),
}  # fmt: skip
"""What the truth calls a field, where it is not its own name."""


@dataclass(frozen=True)
class Value:
    """A value that was read: its document, the group of its field, its signs as numbers, and whether it is right."""

    document: str
    group: str
    numbers: dict[str, float]
    right: bool


def values_of(documents: Iterable[Read]) -> tuple[list[Value], list[Value]]:
    """The values of all documents, as they are read now, and the parties themselves as values of the group `party`."""
    values: list[Value] = []
    parties: list[Value] = []
    for read in documents:
        named = {key_of(clean_name(party.name).text): party for party in read.truth.parties}
        for party in parties_of(read.document):
            true = named.get(key_of(clean_name(party.name).text))
            parties.append(Value(read.name, "party", party.signs.numbers(), true is not None))
            if true is not None:
                values += _values(read.name, party, true)
    return values, parties


def _values(document: str, party: ReadParty, true: Party) -> Iterator[Value]:
    row = row_of(party)
    sure = party_probability(party.signs)
    for name, group in GROUPS.items():
        asked = [field for field in _TRUTH.get(name, (name,)) if field in true.fields]
        told = next((value for field in asked if stated(value := true.fields[field]) and value is not False), None)
        read = row[COLUMN_OF.get(name, name)]
        if not asked:
            continue
        if stated(read) and name in party.field_signs:
            right = told is not None and SAME[asked[0]](told, read)
            yield Value(document, group, numbers_of(party.field_signs[name], sure), right)
        elif not stated(read) and name in party.absent_signs:
            yield Value(document, f"{NO}{group}", numbers_of(party.absent_signs[name], sure), told is None)
    if FORM_GROUP in true.fields:
        told, read = true.fields[FORM_GROUP], row[FORM_GROUP]
        group = f"{'' if stated(read) else NO}{FORM_GROUP}"
        numbers = numbers_of(party.field_signs[FORM_GROUP], sure)
        yield Value(document, group, numbers, SAME[FORM_GROUP](told, read) if stated(read) else not stated(told))


def fitted(values: Sequence[Value]) -> dict[str, float]:
    """The weights of one group."""
    from sklearn.linear_model import LogisticRegression

    named = sorted({name for value in values for name in value.numbers})
    rows = [[value.numbers.get(name, 0.0) for name in named] for value in values]
    right = [value.right for value in values]
    if len(set(right)) < 2:
        return {"bias": 3.0}
    model = LogisticRegression(C=PENALTY, max_iter=2000).fit(rows, right)
    weights = {name: round(float(w), 3) for name, w in zip(named, model.coef_[0], strict=True)}
    return {**weights, "bias": round(float(model.intercept_[0]), 3)}


def left_out(values: Sequence[Value]) -> list[tuple[float, bool]]:
    """The probability of each value by weights made without the kind of its document, and whether it is right."""
    found = []
    for fold in range(FOLDS):
        inside = [v for v in values if fold_of(v.document) == fold]
        if inside:
            weights = fitted([v for v in values if fold_of(v.document) != fold])
            found += [(weighed(weights, v.numbers), v.right) for v in inside]
    return found


def calibration(found: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Calibration error over ten bins, and the area under the curve of right against wrong."""
    import numpy as np
    from sklearn.metrics import roc_auc_score

    told, right = np.array([p for p, _ in found]), np.array([r for _, r in found])
    bins = np.minimum((told * 10).astype(int), 9)
    error = sum((bins == b).mean() * abs(told[bins == b].mean() - right[bins == b].mean()) for b in set(bins))
    return float(error), float(roc_auc_score(right, told)) if len(set(right)) > 1 else float("nan")


def main(lists: Path, truths: Sequence[Path]) -> None:
    """Tell how sure the values of documents left out are, then write the weights made from all of them."""
    values, parties = values_of(judged_apart(read_documents(truths), listed_in(lists)))
    groups: dict[str, list[Value]] = defaultdict(list)
    for value in values:
        groups[value.group].append(value)
    heads = f"{'group':<14} {'values':>7} {'right':>7} {'calibration':>12} {'area':>6}"
    print(f"{heads}   right where it tells over 0.8, and how many")
    for group, members in [("party", parties), *sorted(groups.items())]:
        found = left_out(members)
        error, area = calibration(found)
        sure = [right for p, right in found if p >= 0.8]
        share = sum(r for _, r in found) / len(found)
        print(
            f"{group:<14} {len(found):>7} {share:>7.3f} {error:>12.3f} {area:>6.3f}   "
            f"{sum(sure) / max(1, len(sure)):.3f} of {len(sure) / len(found):.2f}"
        )
    kept = {group: fitted(members) for group, members in sorted(groups.items())}
    write_text(WEIGHTS, json.dumps(kept, indent=1) + "\n")
    write_text(PARTY_WEIGHTS, json.dumps(fitted(parties), indent=1) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(folder) for folder in sys.argv[2:]])
