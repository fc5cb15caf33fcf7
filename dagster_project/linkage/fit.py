"""Weights for the model from labelled pairs: `python -m dagster_project.linkage.fit MENTIONS.csv TRUTH.csv`.

A regression on the levels of all comparisons at once, and not Splink's own estimation level by level: the comparisons
overlap (an equal name is contained too), and weights taken one by one would count the same evidence twice. Splink then
adds them up and explains them as it does its own.

Belongs here: making `weights.json`. Does not belong here: using it (`model`).
"""

import csv
import json
import math
import sys
from pathlib import Path

from dagster_project.linkage.comparisons import COMPARISONS, ELSE
from dagster_project.linkage.linking import grouped_units
from dagster_project.linkage.model import WEIGHTS, score_pairs
from dagster_project.linkage.plain import read_mentions, record_of
from dagster_project.linkage.records import Record
from dagster_project.workspace.atomic import write_text

# Penalty of the regression (inverse); chosen by five-fold cross-validation over entities.
INVERSE_PENALTY = 1.0
FIXED = {
    # The labelled lists give no ids of bodies. One body may carry several arrangements, so the same body is strong but
    # not proof; the register gives today's body everywhere, so another body is nearly proof against.
    "body": {"same": 5.0, ELSE: -4.0},
    # Nor do they name snapshots.
    "years": {"following": 1.0, ELSE: 0.0},
}


def fit_weights(records: list[Record], truth: dict[str, str]) -> dict:
    """Weights as in `weights.json` from records and the entity of those that are labelled."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    _, units, rows = grouped_units(records)
    entities = [{truth[m] for m in unit if m in truth} for unit in units]
    levels = [(name, label) for name in COMPARISONS for label in labels_of(name)]
    numbered = {"prior": 0.0, "comparisons": {n: {x: i + 1.0 for i, x in enumerate(labels_of(n))} for n in COMPARISONS}}
    pairs = score_pairs(rows, numbered, floor=None)
    features, same = [], []
    for row in pairs.iter_rows(named=True):
        left, right = entities[row["unit_id_l"]], entities[row["unit_id_r"]]
        if len(left) == len(right) == 1:
            features.append([float(row[f"mw_{n}"] == numbered["comparisons"][n][x]) for n, x in levels])
            same.append(left == right)
    model = LogisticRegression(C=INVERSE_PENALTY, max_iter=5000).fit(np.array(features), np.array(same))
    found: dict[str, dict[str, float]] = {}
    for (name, label), weight in zip(levels, model.coef_[0], strict=True):
        found.setdefault(name, {})[label] = round(float(weight) / math.log(2), 3)
    found |= FIXED
    return {"prior": round(float(model.intercept_[0]) / math.log(2), 3), "comparisons": found}


def labels_of(comparison: str) -> list[str]:
    """The levels of a comparison in order, without the null level."""
    return [label for label, _ in COMPARISONS[comparison][1]] + [ELSE]


def read_truth(path: Path) -> dict[str, str]:
    """mention_id to entity_id of the rows that are scored."""
    with path.open(encoding="utf-8", newline="") as file:
        return {r["mention_id"]: r["entity_id"] for r in csv.DictReader(file) if r["scored"].lower() == "true"}


def main(mentions: str, truth: str) -> None:
    records = [record_of(row) for row in read_mentions(Path(mentions))]
    fitted = fit_weights(records, read_truth(Path(truth)))
    write_text(WEIGHTS, json.dumps(fitted, indent=1) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
