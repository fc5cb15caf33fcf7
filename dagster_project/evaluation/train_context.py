"""The weights of what stands around a name anew: `python -m dagster_project.evaluation.train_context TRUTH...`.

Each TRUTH is a folder of truth of documents, with the documents beside it. The log-odds of a text as a name are taken
as they are; fitted is what each sign around it adds. A sign of which few documents have an example keeps a weight by
hand.

Belongs here: making `context_weights.json` of `budgets/choice`. Does not belong here: the signs
(`budgets.choice.context`).
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dagster_project.budgets.choice.context import WEIGHTS, signs, weights
from dagster_project.budgets.choice.labels import Labels
from dagster_project.budgets.choice.places import best_parts
from dagster_project.budgets.names import key_of
from dagster_project.budgets.records.reading import texts_of
from dagster_project.evaluation.train_names import read_documents
from dagster_project.workspace.atomic import write_text

BY_HAND = {
    "is a value": -4.0, "in a list below another label": -5.0, "holds labels": -5.0, "a list of governments": -3.0,
    "two fields of parties follow": 1.6, "begins the text below": 1.0, "beside a label of names": 0.5,
    "below a label of names": 0.5,
}  # fmt: skip
"""Signs that the documents at hand show too seldom, or only beside stronger ones, to be weighed from them."""
CLIP = 6.0
DRAWN, DRAWN_WEIGHT = "_", 0.3
"""Documents drawn at random, of which there are many, weigh less; their names hold a dash between two numbers."""


def examples(truths: Iterable[Path]) -> Iterator[tuple[list[float], bool, float]]:
    """Of each text its log-odds as a name and its signs as numbers, whether it is a name, and what it weighs."""
    named = list(weights())
    for read in read_documents(truths):
        best = best_parts(read.units)
        found = signs(read.document, read.units, Labels(texts_of(read.document)))
        drawn = Path(read.name).stem.rpartition(DRAWN)[2].replace("-", "").isdigit()
        for one, around in zip(best, found, strict=True):
            if one is not None:
                numbers = [max(-CLIP, min(CLIP, one[0])), *(float(name in around) for name in named)]
                yield numbers, key_of(one[1].name) in read.names, DRAWN_WEIGHT if drawn else 1.0


def main(truths: Sequence[Path]) -> None:
    """Fit and write the weights, in log-odds of the model of names, and tell the bias that they were fitted with."""
    from sklearn.linear_model import LogisticRegression

    rows, right, weighs = zip(*examples(truths), strict=True)
    model = LogisticRegression(C=1.0, max_iter=3000).fit(rows, right, sample_weight=weighs)
    of_name, *of_signs = model.coef_[0]
    fitted = {name: round(float(w / of_name), 1) for name, w in zip(weights(), of_signs, strict=True)}
    write_text(WEIGHTS, json.dumps(fitted | BY_HAND, indent=1) + "\n")
    print(f"{len(rows)} texts, {sum(right)} names; bias beside that of the places {model.intercept_[0] / of_name:.2f}")


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]])
