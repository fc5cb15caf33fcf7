"""The weights of what stands around a name anew: `python -m dagster_project.evaluation.train_context LISTS TRUTH...`.

LISTS and each TRUTH are those of `train_names`. The log-odds of a text as a name are those of a model that did not see
the kind of its document; fitted is what each sign around the text adds to them. Documents drawn at random may be among
the truths: they weigh less, and no model of names is made from them.

Belongs here: making `context_weights.json` of `budgets/choice`. Does not belong here: the signs
(`budgets.choice.context`), and what a place costs (`budgets.choice.places`).
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from dagster_project.budgets.choice.context import WEIGHTS, signs, weights
from dagster_project.budgets.choice.labels import Labels
from dagster_project.budgets.choice.places import best_parts
from dagster_project.budgets.choice.weighed import texts_of
from dagster_project.budgets.names import key_of
from dagster_project.evaluation.train_names import Example, Read, judged_apart, listed_in, read_documents
from dagster_project.workspace.atomic import write_text

BY_HAND = {
    "is a value": -4.0, "in a list below another label": -5.0, "holds labels": -5.0, "a list": -3.0,
    "two fields of parties follow": 2.0, "begins the text below": 1.0, "listed in a sentence": 1.5, "two lines": -1.4,
    "a part of a cell": 0.0, "begins with a label": -1.0, "what is told after it begins here": 2.6,
    "under a label of names": 2.2, "its seat or form right behind it": 2.0, "where governments stand": -3.0,
}  # fmt: skip
"""Signs that the documents at hand show too seldom, or only beside stronger ones, to be weighed from them."""
CLIP = 6.0
"""Log-odds of a name beyond which they tell no more."""
DRAWN_WEIGHT = 0.3
"""What a document weighs that was drawn at random: there are many of them."""


def examples(documents: Sequence[Read], listed: list[Example]) -> Iterator[tuple[list[float], bool, float]]:
    """Of each text its log-odds as a name and its signs as numbers, whether it is a name, and what it weighs."""
    named = list(weights())
    for read in judged_apart(documents, listed):
        best = best_parts(read.units)
        found = signs(read.document, read.units, Labels(texts_of(read.document)))
        for one, around in zip(best, found, strict=True):
            if one is not None:
                numbers = [max(-CLIP, min(CLIP, one[0])), *(float(name in around) for name in named)]
                yield numbers, key_of(one[1].name) in read.names, DRAWN_WEIGHT if read.drawn else 1.0


def fitted(found: Sequence[tuple[list[float], bool, float]]) -> tuple[dict[str, float], float]:
    """The weight of each sign in log-odds of a name, and the bias that goes with them."""
    from sklearn.linear_model import LogisticRegression

    rows, right, weighs = zip(*found, strict=True)
    model = LogisticRegression(C=1.0, max_iter=3000).fit(rows, right, sample_weight=weighs)
    of_name, *of_signs = model.coef_[0]
    learned = {name: round(float(w / of_name), 1) for name, w in zip(weights(), of_signs, strict=True)}
    return learned | BY_HAND, float(model.intercept_[0] / of_name)


def main(lists: Path, truths: Sequence[Path]) -> None:
    """Fit and write the weights, and tell which moved and the bias beside that of the places."""
    learned, bias = fitted(list(examples(read_documents(truths), listed_in(lists))))
    for name, weight in learned.items():
        if weight != weights()[name]:
            print(f"{name:<36} {weights()[name]:>5.1f} {weight:>5.1f}")
    print(f"bias beside that of the places {bias:.2f}")
    write_text(WEIGHTS, json.dumps(learned, indent=1) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(folder) for folder in sys.argv[2:]])
