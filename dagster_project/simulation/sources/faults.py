"""The rates of `faults.yml`, and whether a fault strikes. Does not belong here: what a fault does to a text."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from dagster_project.simulation.randomness import uniform


@dataclass(frozen=True)
class FaultKind:
    """One kind of fault: the chance per opportunity, what an opportunity is, why so often, and what is then found."""

    kind: str
    rate: float
    per: str
    why: str
    found: str


@cache
def fault_kinds() -> dict[str, FaultKind]:
    """All kinds by name, in the order of the file."""
    entries = yaml.safe_load((Path(__file__).parent / "faults.yml").read_text(encoding="utf-8"))
    return {kind: FaultKind(kind, **entry) for kind, entry in entries.items()}


def strikes(kind: str, *question: object) -> bool:
    """Whether the fault happens at this opportunity; KeyError for a kind that the file does not hold."""
    return uniform("fault", kind, *question) < fault_kinds()[kind].rate
