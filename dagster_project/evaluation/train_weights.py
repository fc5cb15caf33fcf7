"""Weights for the linkage from labelled mentions: `python -m dagster_project.evaluation.train_weights LISTS COUNTRY`.

LISTS is a folder with `mentions.csv` and `truth*.csv`, COUNTRY the truth of a simulated country. Both count alike: the
lists have the names of the world, the country has snapshots, ids of bodies and names that return in every region.

A regression on the levels of all comparisons at once, and not Splink's own estimation level by level: the comparisons
overlap (an equal name is contained too), and weights taken one by one would count the same evidence twice. Splink then
adds them up and explains them as it does its own.

Belongs here: making `linkage/weights.json`, and what these weights do to labels that they were not made from. Does not
belong here: using them (`linkage.model`), and the figures of the linkage as it is (`measures.linkage`).
"""

import copy
import hashlib
import json
import math
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.evaluation.link import LISTED, TRUTHS, true_entities
from dagster_project.evaluation.measures.clusters import score_links
from dagster_project.evaluation.truth.files import truth_file
from dagster_project.evaluation.truth.mentions import records_of_country
from dagster_project.linkage import COMPARISONS, ELSE, FLOOR, WEIGHTS, Record, cluster, grouped_units, score_pairs
from dagster_project.workspace.atomic import write_text

if TYPE_CHECKING:
    import numpy as np

INVERSE_PENALTY = 1.0
FOLDS = 5
TRIED = tuple(step / 2 for step in range(-2, 7))
"""Thresholds of the cross-validation, in bits."""
FIXED = {
    # The labelled lists give no ids of bodies, and the simulated ones are always right. One body may carry several
    # arrangements, so the same body is strong but not proof; the register gives today's body everywhere, so another
    # body is nearly proof against.
    "body": {"same": 5.0, ELSE: -4.0},
}
LEVELS = tuple((name, label) for name, (_, levels) in COMPARISONS.items() for label in [x for x, _ in levels] + [ELSE])


class Labelled:
    """Labelled mentions, their groups before the model, and every compared pair of groups as the levels it stands on.

    `truth` gives the entity of the mentions that are labelled, `groups` and `units` are the groups, `entity` is that of
    each (None where it is unknown or mixed), `pairs` the numbers of two groups, `stands` a row of ones and zeros per
    pair, a column per level.
    """

    def __init__(self, records: list[Record], truth: dict[str, str]) -> None:
        import numpy as np

        self.records, self.truth = records, truth
        self.groups, self.units, rows = grouped_units(records)
        held = [{truth[m] for m in unit if m in truth} for unit in self.units]
        self.entity = [next(iter(some)) if len(some) == 1 else None for some in held]
        numbered: dict[str, dict[str, float]] = defaultdict(dict)
        for name, label in LEVELS:
            numbered[name][label] = len(numbered[name]) + 1.0
        scored = score_pairs(rows, {"prior": 0.0, "comparisons": numbered}, floor=None)
        self.pairs = list(scored.select("unit_id_l", "unit_id_r").iter_rows())
        self.stands = np.column_stack([(scored[f"mw_{n}"] == numbered[n][x]).to_numpy() for n, x in LEVELS]).astype(
            float
        )

    def known_pairs(self, counts: Callable[[str], bool]) -> "tuple[np.ndarray, np.ndarray]":
        """The pairs of which both entities are known and count: the levels of each, and whether it is one."""
        import numpy as np

        known = [
            (number, self.entity[a] == self.entity[b])
            for number, (a, b) in enumerate(self.pairs)
            if (one := self.entity[a]) and (other := self.entity[b]) and counts(one) and counts(other)
        ]
        return self.stands[[number for number, _ in known]], np.array([same for _, same in known])

    def linked(self, weights: dict, threshold: float) -> dict[str, str]:
        """The group of every mention with these weights and this threshold."""
        import numpy as np
        import polars as pl

        of_level = np.array([weights["comparisons"][name][label] for name, label in LEVELS])
        total = np.round(self.stands @ of_level + weights["prior"], 3)
        rows = [(a, b, w) for (a, b), w in zip(self.pairs, total.tolist(), strict=True) if w >= FLOOR]
        schema = {"unit_id_l": pl.Int64, "unit_id_r": pl.Int64, "match_weight": pl.Float64}
        groups = copy.deepcopy(self.groups)
        for _ in cluster(self.units, pl.DataFrame(rows, schema=schema, orient="row"), groups, threshold=threshold):
            pass
        return {record.mention_id: groups.find(record.mention_id) for record in self.records}


def fit_weights(sets: list[Labelled], counts: Callable[[str], bool] = lambda entity: True) -> dict:
    """Weights as in `weights.json` from sets that weigh the same together; of the first only entities that count."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    known = [sets[0].known_pairs(counts), *(other.known_pairs(lambda entity: True) for other in sets[1:])]
    size = len(known[0][1])
    weight = np.concatenate([np.full(len(same), size / len(same)) for _, same in known])
    stands, same = (np.concatenate(column) for column in zip(*known, strict=True))
    model = LogisticRegression(C=INVERSE_PENALTY, max_iter=5000).fit(stands, same, sample_weight=weight)
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for (name, label), value in zip(LEVELS, model.coef_[0], strict=True):
        found[name][label] = round(float(value) / math.log(2), 3)
    return {"prior": round(float(model.intercept_[0]) / math.log(2), 3), "comparisons": dict(found) | FIXED}


def cross_validate(sets: list[Labelled], thresholds: tuple[float, ...] = TRIED) -> Iterator[tuple[float, dict]]:
    """Per threshold what `score_links` says of the entities of the first set, each linked by weights that were made
    without it. `wrongly_merged` counts what is put with any labelled entity."""
    lists = sets[0]
    names = sorted(set(lists.truth.values()))
    totals = {threshold: dict.fromkeys(("bcubed_f1", "double", "wrongly_merged"), 0.0) for threshold in thresholds}
    for fold in range(FOLDS):
        weights = fit_weights(sets, lambda entity, fold=fold: _fold(entity) != fold)
        truth = {m: e for m, e in lists.truth.items() if _fold(e) == fold}
        kept = set(truth.values())
        for threshold in thresholds:
            entity = lists.linked(weights, threshold)
            scores = score_links(entity, truth, dict.fromkeys(truth, ""))
            beside: dict[str, set[str]] = defaultdict(set)
            for mention, true in lists.truth.items():
                beside[entity[mention]].add(true)
            mixed = {e for some in beside.values() if len(some) > 1 for e in some & kept}
            for name, value in {**scores, "wrongly_merged": len(mixed) / len(kept)}.items():
                if name in totals[threshold]:
                    totals[threshold][name] += value * len(kept) / len(names)
    yield from totals.items()


def _fold(entity: str) -> int:
    return int(hashlib.blake2b(entity.encode(), digest_size=8).hexdigest(), 16) % FOLDS


def main(lists: Path, country: Path) -> None:
    """Tell what weights and thresholds do to labels kept back, then write weights from all of them."""
    file = truth_file(lists, TRUTHS)
    from dagster_project.linkage import read_mentions, record_of

    records = [record_of(row) for row in read_mentions(file.parent / LISTED)]
    sets = [Labelled(records, true_entities(file)), Labelled(*records_of_country(country))]
    print(f"{'threshold':>9} {'B-cubed F1':>11} {'double':>8} {'merged':>8}")
    for threshold, scores in cross_validate(sets):
        print(
            f"{threshold:>9.1f} {scores['bcubed_f1']:>11.4f} {scores['double']:>8.2%} {scores['wrongly_merged']:>8.2%}"
        )
    write_text(WEIGHTS, json.dumps(fit_weights(sets), indent=1) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
