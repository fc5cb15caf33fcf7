"""The rates of `faults.yml`, and whether a fault strikes. Does not belong here: what a fault does to a text.

Whether faults strike at all, and whether sources know of things independently, are conditions of a country.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import yaml

from dagster_project.simulation.randomness import uniform

CARELESS_SHARE = 0.1
"""Share of the bodies that are always careless."""
CARELESS, CAREFUL = 4.0, 2 / 3
"""How much oftener a fault that depends on the body strikes there than the rate says: together they keep the rate."""


@dataclass(frozen=True)
class FaultKind:
    """One kind of fault: the chance per opportunity, what an opportunity is, why so often, and what is then found.

    `field` is the value that is wrong then, as in `truth/error.csv`: of a party, or `document`. `by_body` where
    careless bodies err oftener than others.
    """

    kind: str
    rate: float
    per: str
    why: str
    found: str
    field: str
    by_body: bool = False


@cache
def fault_kinds() -> dict[str, FaultKind]:
    """All kinds by name, in the order of the file."""
    entries = yaml.safe_load((Path(__file__).parent / "faults.yml").read_text(encoding="utf-8"))
    return {kind: FaultKind(kind, **entry) for kind, entry in entries.items()}


@dataclass(frozen=True)
class Conditions:
    """Under which a country is told of.

    Args:
        seed: of all that sources see and get wrong.
        faultless: every source tells all that it is for, and nothing wrong.
        independent: what budgets know and what the survey knows of 2024 has nothing to do with each other (`capture`).
    """

    seed: int
    faultless: bool = False
    independent: bool = False

    def strikes(self, kind: str, *question: object, body: str | None = None) -> bool:
        """Whether the fault happens at this opportunity, `body` being who would make it; KeyError for a kind that the
        file does not hold."""
        fault = fault_kinds()[kind]
        if self.faultless:
            return False
        rate = fault.rate * carelessness(self.seed, body) if fault.by_body and body else fault.rate
        return uniform("fault", kind, self.seed, *question) < rate


@lru_cache(maxsize=10_000)
def carelessness(seed: int, body: str) -> float:
    """By how much the rate of a fault that depends on the body is multiplied there."""
    return CARELESS if uniform("careless", seed, body) < CARELESS_SHARE else CAREFUL
