"""The model of labels anew: `python -m dagster_project.evaluation.train_labels TRUTH...`.

Each TRUTH is a folder of truth of documents, with the documents beside it; a folder is a family. Told first is what a
model made without a family does to it, beside the list of words (`budgets.labels.field_of`) in the same documents: of
the labels that the truth shows, how many have the right field, and how many texts that are surely none are taken for
one. Then the weights are made from all families and written.

Belongs here: making `label_weights.npz` of `budgets/labelling`. Does not belong here: using it.
"""

import argparse
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.budgets.labelling import meaning
from dagster_project.budgets.labelling.features import DIMENSIONS, facts, pieces
from dagster_project.budgets.labelling.fields import LABELS, NONE
from dagster_project.budgets.labelling.meaning import FACTS_SCALE, WEIGHTS, label_score, meanings
from dagster_project.budgets.labels import AMOUNTS, field_of
from dagster_project.evaluation.labels.aligned import Labelled, labels_of
from dagster_project.evaluation.labels.phrases import (
    drawn_labels,
    drawn_names,
    drawn_others,
    drawn_with_values,
    vocabulary_labels,
    written,
)
from dagster_project.evaluation.learning import matrix_of, readable_documents, save_arrays
from dagster_project.workspace.seeds import government_names

if TYPE_CHECKING:
    import numpy as np

SEED = 1
INVERSE_PENALTY = 4.0
WORDED, SHOWN, DOUBTFUL = 1.0, 2.0, 0.5
"""What a phrase, a text whose field the truth shows and one whose field it leaves open weigh."""
WITHOUT_VOCABULARY = 0.5
"""Share of the phrases that are shown without what the vocabulary says of them, for the pieces to be learned too."""
_GOVERNMENTS, _INVENTED = 400, 600
_WAYS = 6
_LEVELS = 127


@dataclass(frozen=True)
class Example:
    """A text with its field, what it weighs, and whether the vocabulary may be looked into for it."""

    text: str
    field: str
    weight: float
    with_vocabulary: bool = True


def labelled_texts(folder: Path) -> list[Labelled]:
    """The labels and other texts of the readable documents of a folder of truth."""
    return [one for truth, document in readable_documents(folder) for one in labels_of(document, truth)]


def worded_examples() -> list[Example]:
    """Examples from phrases, from the vocabulary and from the names of governments."""
    draw = random.Random(SEED)
    found = [Example(text, name, WORDED, draw.random() > WITHOUT_VOCABULARY) for text, name in drawn_labels(draw)]
    for word, name in vocabulary_labels():
        # What a label of amounts may have behind it is more than can be drawn at once.
        found += [Example(written(draw, word, name), name, WORDED) for _ in range(_WAYS if name in AMOUNTS else 1)]
    found += [Example(text, NONE, WORDED) for text in drawn_others(draw)]
    names = sorted(government_names())
    found += [Example(name, NONE, DOUBTFUL) for name in draw.sample(names, _GOVERNMENTS)]
    found += [Example(name, NONE, DOUBTFUL) for name in drawn_names(draw, names, _INVENTED)]
    found += [Example(text, NONE, DOUBTFUL) for text in drawn_with_values(draw, names, _INVENTED)]
    return found


def shown_examples(texts: Iterable[Labelled]) -> list[Example]:
    """Examples from documents, each text once per field."""
    sure = {(one.text, one.field) for one in texts if one.sure}
    every = {(one.text, one.field) for one in texts}
    return [Example(*pair, SHOWN if pair in sure else DOUBTFUL) for pair in sorted(every)]


def fitted(examples: Sequence[Example]) -> dict:
    """The arrays of the model: `pieces`, `scale`, `facts` and `bias`, as `labelling.meaning` reads them."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    told = FACTS_SCALE * np.array([facts(e.text, e.with_vocabulary) for e in examples])
    shown = matrix_of([pieces(e.text) for e in examples], told, DIMENSIONS)
    fields, weights = np.array([e.field for e in examples]), np.array([e.weight for e in examples])
    is_label = fields != NONE
    first = LogisticRegression(C=INVERSE_PENALTY, max_iter=400, solver="liblinear", random_state=SEED)
    first.fit(shown, is_label, sample_weight=weights)
    second = LogisticRegression(C=INVERSE_PENALTY, max_iter=400)
    second.fit(shown[is_label], fields[is_label], sample_weight=weights[is_label])
    order = [list(second.classes_).index(name) for name in LABELS]
    learned = np.vstack([first.coef_, second.coef_[order]]).T
    of_pieces = learned[:DIMENSIONS]
    scale = np.abs(of_pieces).max(axis=0) / _LEVELS
    return {
        "pieces": np.round(of_pieces / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "facts": learned[DIMENSIONS:].astype(np.float32),
        "bias": np.concatenate([first.intercept_, second.intercept_[order]]).astype(np.float32),
    }


@contextmanager
def model_in_use(model: "dict[str, np.ndarray]") -> Iterator[None]:
    """Have labels told by this model rather than by the weights on disk."""
    own = meaning.weights
    told = (model["pieces"] * model["scale"], model["facts"], model["bias"])
    meaning.weights = lambda: told
    meaning.forget()
    try:
        yield
    finally:
        meaning.weights = own
        meaning.forget()


def measured(texts: Iterable[Labelled]) -> dict[str, int]:
    """Of the texts of which the truth is sure, each once: how many, and how many the model and the words have right."""
    sure = sorted({(one.text, one.field) for one in texts if one.sure})
    labels = [pair for pair in sure if pair[1] != NONE]
    others = [text for text, field in sure if field == NONE]
    told = meanings([text for text, _ in labels])
    return {
        "labels": len(labels),
        "right": sum(one.field == field for one, (_, field) in zip(told, labels, strict=True)),
        "right by words": sum(field_of(text) == field for text, field in labels),
        "others": len(others),
        "taken": sum(label_score(text) > 0 for text in others),
        "taken by words": sum(field_of(text) is not None for text in others),
    }


def main(truths: Sequence[Path], apart: Sequence[Path], show: bool) -> None:
    """Tell what the model does to each family left out and to those kept apart, then write the weights of the first."""
    worded = worded_examples()
    families = {truth: labelled_texts(truth) for truth in truths}
    head = ("labels", "right", "right by words", "others", "taken", "taken by words")
    print(f"{'family, left out':<34}" + "".join(f"{name:>16}" for name in head))

    def tell(name: str, texts: list[Labelled]) -> None:
        counts = measured(texts)
        print(f"{name:<34}" + "".join(f"{counts[column]:>16}" for column in head))
        for one in sorted(texts, key=lambda one: (one.field, one.text)) if show else ():
            told = meanings([one.text])[0]
            if one.sure and told.field != one.field:
                print(f"    {one.text!r} is {one.field}, read as {told.field} ({told.score:.1f})")

    with model_in_use(fitted(worded)):
        tell("all of these, by phrases alone", [text for texts in families.values() for text in texts])
    for truth, texts in families.items():
        others = [text for other, shown in families.items() if other != truth for text in shown]
        with model_in_use(fitted(worded + shown_examples(others))):
            tell(truth.parent.name, texts)
    model = fitted(worded + shown_examples([text for texts in families.values() for text in texts]))
    with model_in_use(model):
        for truth in apart:
            tell(f"{truth.parent.name} (apart)", labelled_texts(truth))
    save_arrays(WEIGHTS, model)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m dagster_project.evaluation.train_labels")
    parser.add_argument("truths", nargs="+", type=Path)
    parser.add_argument("--apart", nargs="*", default=[], type=Path, help="measured too, and never learned from")
    parser.add_argument("--show", action="store_true", help="each text that is read wrongly")
    given = parser.parse_args(sys.argv[1:])
    main(given.truths, given.apart, given.show)
