"""The list of kinds, read from `kinds/*.yml`, and the function that plants each.

Belongs here: finding a kind by its name. Does not belong here: what it does (`definition`, `integrity` and so on).
"""

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from dagster_project.simulation.plants.model import FAMILIES, PlantKind
from dagster_project.workspace.errors import WrongUse

if TYPE_CHECKING:
    from dagster_project.simulation.plants.hand import Hand

Planter = Callable[["Hand"], None]
KINDS = Path(__file__).parent / "kinds"
MODULES = (*FAMILIES, "lists", "statutory", "themes")
"""Where planters are: a module per family, and those of its parts that would make it long."""
STAGES = ("documents", "tables", "files")
"""In this order kinds are planted: what is written anew from typed records first, what breaks files last."""


@cache
def plant_kinds() -> dict[str, PlantKind]:
    """All kinds by name, in the order of the families and of their files."""
    return {
        kind: PlantKind(kind=kind, family=family, **(entry | {"harm": tuple(entry["harm"])}))
        for family in FAMILIES
        for kind, entry in yaml.safe_load((KINDS / f"{family}.yml").read_text(encoding="utf-8")).items()
    }


def planter(stage: str) -> Callable[[Planter], Planter]:
    """Mark a function as the planter of the kind of its name, at a stage."""

    def mark(function: Planter) -> Planter:
        function.stage = STAGES.index(stage)
        return function

    return mark


@cache
def planters() -> dict[str, Planter]:
    """The planter of each kind, by the name of the kind."""
    modules = [import_module(f"{__package__}.{name}") for name in MODULES]
    return {name: value for module in modules for name, value in vars(module).items() if hasattr(value, "stage")}


def in_order(kinds: Iterable[str]) -> list[str]:
    """The kinds by stage, else as given, each once; raises WrongUse for one that the list does not hold."""
    chosen = list(dict.fromkeys(kinds))
    for kind in chosen:
        if kind not in plant_kinds():
            raise WrongUse(f"'{kind}' is no kind of fault", "--plant", "lappendeken simulate --plant list names them")
    return sorted(chosen, key=lambda kind: planters()[kind].stage)
