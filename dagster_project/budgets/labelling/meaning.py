"""Which field a text means as a label, in log-odds, and whether it is a label at all.

Two models, both logistic: the first tells labels from all else, the second tells of a label which field it means; the
probability of a field is the product of the two. Belongs here: using them. Making them is `evaluation.train_labels`.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.budgets.labelling.features import DIMENSIONS, NAMED, facts, pieces
from dagster_project.budgets.labelling.fields import FIELDS, LABELS

if TYPE_CHECKING:
    import numpy as np

WEIGHTS = Path(__file__).with_name("label_weights.npz")
FACTS_SCALE = 0.5
"""What the facts are multiplied by, so that the penalty of the training weighs them like the pieces."""
LONGEST, MOST_WORDS = 150, 20
"""A text beyond these is a sentence or more, and is not looked at."""
_SENTENCE = -9.0
"""Log-odds that such a text is a label."""
_KEPT = 20_000
"""Texts whose meanings are kept; one document has some thousands."""
_AT_ONCE = 1_000
"""Texts that are told in one go: enough for what a call costs not to count, few enough for the memory of a child."""
_LEAST = 1e-9
"""Probabilities end here, for their log-odds to be numbers."""


@dataclass(frozen=True)
class Meaning:
    """The most likely field of a text as a label, `NONE` where it is most likely none.

    `score` is the log-odds of this field against all others together, `margin` the log of how many times likelier it
    is than the second.
    """

    field: str
    score: float
    margin: float


def meanings(texts: Sequence[str]) -> list[Meaning]:
    """The meaning of each text; the same text always means the same. Over many texts at once the model takes a fifth of
    the time that it takes over each of them alone."""
    return [meaning for meaning, _ in _looked_up(texts)]


def label_score(text: str) -> float:
    """The log-odds that a text is a label of any field, `OTHER` included, and no value, name or sentence."""
    return _looked_up([text])[0][1]


_known: dict[str, tuple[Meaning, float]] = {}


def _looked_up(texts: Sequence[str]) -> list[tuple[Meaning, float]]:
    fresh = [text for text in dict.fromkeys(texts) if text not in _known]
    parts = [fresh[at : at + _AT_ONCE] for at in range(0, len(fresh), _AT_ONCE)]
    found = dict(zip(fresh, (told for part in parts for told in _told(part)), strict=True))
    told = [found[text] if text in found else _known[text] for text in texts]
    if len(_known) + len(found) > _KEPT:
        _known.clear()
    _known.update(found)
    return told


def _told(texts: Sequence[str]) -> list[tuple[Meaning, float]]:
    import numpy as np

    short = [
        n for n, text in enumerate(texts) if text.strip() and len(text) <= LONGEST and len(text.split()) <= MOST_WORDS
    ]
    label = np.full(len(texts), _SENTENCE)
    shares = np.full((len(texts), len(LABELS)), 1 / len(LABELS))
    if short:
        scores = _scores([texts[n] for n in short])
        label[short] = scores[:, 0]
        powers = np.exp(scores[:, 1:] - scores[:, 1:].max(axis=1, keepdims=True))
        shares[short] = powers / powers.sum(axis=1, keepdims=True)
    of_label = 1 / (1 + np.exp(-label))
    chances = np.hstack([shares * of_label[:, None], (1 - of_label)[:, None]])
    likeliest = chances.argsort(axis=1, kind="stable")[:, -2:]
    best_two = np.take_along_axis(chances, likeliest, axis=1)
    rows = zip(likeliest[:, 1].tolist(), best_two.tolist(), label.tolist(), strict=True)
    return [(_meaning(FIELDS[first], *chances_of_two), score) for first, chances_of_two, score in rows]


def _meaning(field: str, second: float, best: float) -> Meaning:
    """The meaning of a text whose likeliest field has the chance `best`, and the next one `second`."""
    best = min(max(best, _LEAST), 1 - _LEAST)
    return Meaning(field, math.log(best / (1 - best)), math.log(best / max(second, _LEAST)))


def _scores(texts: Sequence[str]) -> "np.ndarray":
    """Per text the log-odds of being a label, then the score of each of `LABELS`."""
    import numpy as np

    of_pieces, of_facts, bias = weights()
    # Not `@`: the threads of its library cost more than so small a product.
    scores = FACTS_SCALE * np.einsum("ij,jk->ik", np.array([facts(text) for text in texts]), of_facts) + bias
    told = [pieces(text) for text in texts]
    full = [number for number, (places, _) in enumerate(told) if places]
    if full:
        starts = np.cumsum([0, *(len(told[number][0]) for number in full[:-1])])
        sums = np.add.reduceat(of_pieces[[place for number in full for place in told[number][0]]], starts)
        scores[full] += np.array([told[number][1] for number in full])[:, None] * sums
    return scores


@cache
def weights() -> "tuple[np.ndarray, np.ndarray, np.ndarray]":
    """The weights of pieces (DIMENSIONS) and of facts per column, and the bias; columns: a label, then `LABELS`.

    Raises ValueError where they are of other features or fields than these.
    """
    import numpy as np

    with np.load(WEIGHTS) as kept:
        of_pieces = kept["pieces"].astype(np.float32) * kept["scale"]
        of_facts, bias = kept["facts"].astype(np.float32), kept["bias"].astype(np.float32)
    columns = 1 + len(LABELS)
    if of_pieces.shape != (DIMENSIONS, columns) or of_facts.shape != (len(NAMED), columns):
        raise ValueError(f"{WEIGHTS.name} is of other features; make it anew with evaluation.train_labels")
    return of_pieces, of_facts, bias


def forget() -> None:
    """Forget the meanings that are kept, as where other weights are put in use."""
    _known.clear()
