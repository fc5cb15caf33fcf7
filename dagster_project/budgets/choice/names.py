"""How much a text looks like the name of a party: log-odds by a model that was trained on names and on what is none.

Belongs here: using the model. Making it is `evaluation.train_names`; what it looks at is `features`.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.budgets.choice.features import DIMENSIONS, NAMED, facts, pieces
from dagster_project.budgets.frisian import in_dutch

if TYPE_CHECKING:
    import numpy as np

WEIGHTS = Path(__file__).with_name("name_weights.npz")
FACTS_SCALE = 0.5
"""What the facts are multiplied by, so that the penalty of the training weighs them like the pieces."""


def name_scores(texts: Sequence[str]) -> list[float]:
    """The log-odds of each text that it is, exactly, the name of a party; 0 is even."""
    import numpy as np

    if not texts:
        return []
    pieces_of, facts_of, bias = weights()
    dutch = [in_dutch(text) for text in texts]
    # Not `@`: the threads of its library cost more than so small a product.
    scores = bias + FACTS_SCALE * np.einsum("ij,j->i", np.array([facts(text) for text in dutch]), facts_of)
    told = [pieces(text) for text in dutch]
    full = [number for number, (places, _) in enumerate(told) if places]
    if full:
        starts = np.cumsum([0, *(len(told[number][0]) for number in full[:-1])])
        sums = np.add.reduceat(pieces_of[[place for number in full for place in told[number][0]]], starts)
        scores[full] += np.array([told[number][1] for number in full]) * sums
    return scores.tolist()


@cache
def weights() -> "tuple[np.ndarray, np.ndarray, float]":
    """The weights of the pieces and of the facts, and the bias.

    Raises ValueError where they are of other features than these.
    """
    import numpy as np

    with np.load(WEIGHTS) as kept:
        pieces_of, facts_of = kept["pieces"].astype(np.float64), kept["facts"].astype(np.float64)
        bias = float(kept["bias"])
    if pieces_of.shape != (DIMENSIONS,) or facts_of.shape != (len(NAMED),):
        raise ValueError(f"{WEIGHTS.name} is of other features; make it anew with evaluation.train_names")
    return pieces_of, facts_of, bias
