"""How sure it is that a proposed party is one, under this name: a probability from what speaks for it.

Belongs here: the signs and their weighing. The weights are fitted on documents left out (`evaluation.train_fields`),
so that of the parties with 0.8 about eight of ten are right, also in layouts that nobody has seen.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WEIGHTS = Path(__file__).with_name("confidence_weights.json")
UNLIKE_NAMES, NAME_ONLY = "name:name_unlike_names", "party:seen_by_name_only"
UNLIKE_BELOW = -1.0
"""Log-odds of a name from which on it is marked."""
_CLIP, _MANY, _ALL_FIELDS = 4.0, 5, 4


@dataclass(frozen=True)
class Signs:
    """What speaks for a party: the log-odds of its name, how many names stand in its place, how many of its fields were
    read, and whether no place tells more than its name."""

    score: float
    beside: int
    fields: int
    name_only: bool

    def numbers(self) -> dict[str, float]:
        """The signs as numbers between -1 and 1, by the names that their weights have."""
        return {
            "name": max(-_CLIP, min(_CLIP, self.score)) / _CLIP,
            "beside": min(self.beside, _MANY) / _MANY,
            "fields": min(self.fields, _ALL_FIELDS) / _ALL_FIELDS,
            "name only": float(self.name_only),
        }

    @property
    def doubts(self) -> list[str]:
        """What about the party is in doubt, as `field:reason`."""
        found = [UNLIKE_NAMES] if self.score < UNLIKE_BELOW and not self.fields else []
        return found + ([NAME_ONLY] if self.fields == 0 else [])


def probability(signs: Signs) -> float:
    """The probability that this is a party under this name, rounded to three decimals."""
    return round(weighed(_weights(), signs.numbers()), 3)


def weighed(weights: Mapping[str, float], numbers: Mapping[str, float]) -> float:
    """The probability that numbers give, weighed with a `bias`; a number without a weight does not count."""
    total = weights["bias"] + sum(weights.get(name, 0.0) * number for name, number in numbers.items())
    return 1 / (1 + math.exp(-total))


@cache
def _weights() -> dict[str, float]:
    return json.loads(WEIGHTS.read_text(encoding="utf-8"))
