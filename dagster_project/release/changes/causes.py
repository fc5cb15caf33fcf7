"""Each cell that moved, split into its causes, adding up exactly.

The causes are let in one at a time, in the order below, the code first, on the inputs of before; after each the
pipeline is run again, and what a cell moved by is that cause's. The last state is the new release itself, so nothing is
left over. Where the pipeline does not run on a state between (this code needs the new reference data, a file of before
is gone), that cause is told together with the next. Belongs here: which causes there are, and the arithmetic. Does not
belong here: running the pipeline (`rerun`).
"""

import csv
import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster_project.release.changes.cells import CellChange, cells_of, step
from dagster_project.release.rerun import Inputs, RerunFailed
from dagster_project.workspace.releases import TABLES

if TYPE_CHECKING:
    pass

CODE = "code en instellingen"
REFERENCE = "referentiegegevens"
WITHDRAWN = "ingetrokken leveringen"
DELIVERED = "nieuwe leveringen"
DECIDED = "besluiten"
LEDGER = "identiteiten"
ORDER = (CODE, REFERENCE, WITHDRAWN, DELIVERED, DECIDED)
Figures = "Callable[[Inputs], pl.DataFrame]"


def causes_between(earlier: Path, later: Path) -> list[str]:
    """What differs in the inputs of two releases, in the order in which it is let in."""
    before, after = (_origin(folder) for folder in (earlier, later))
    old, new = (_accepted(folder) for folder in (earlier, later))
    differs = {
        CODE: _code(before) != _code(after),
        REFERENCE: before["code"]["referentietabellen"] != after["code"]["referentietabellen"],
        WITHDRAWN: bool(old - new),
        DELIVERED: bool(new - old),
        DECIDED: before["gegevens"]["besluiten"] != after["gegevens"]["besluiten"],
    }
    return [cause for cause in ORDER if differs[cause]] or [LEDGER]


def split(cells: list[CellChange], earlier: Path, later: Path, figures: Figures) -> tuple[list[str], list[CellChange]]:
    """The causes in their order, and the cells each with what every cause did to value, numerator and denominator.

    `figures` runs the pipeline on given inputs; it is not asked where no cell moved, or there is one cause only.
    """
    if not cells:
        return [], []
    waiting: list[str] = []
    steps: list[tuple[str, dict]] = []
    causes = causes_between(earlier, later)
    for cause in causes[:-1]:
        waiting.append(cause)
        try:
            state = cells_of(figures(_inputs_after(cause, earlier, later)))
        except RerunFailed:
            continue  # told together with the next
        steps.append((" en ".join(waiting), state))
        waiting = []
    names = [name for name, _ in steps] + [" en ".join([*waiting, causes[-1]])]
    return names, [_split(cell, names, [state for _, state in steps]) for cell in cells]


def _split(cell: CellChange, names: list[str], between: list[dict]) -> CellChange:
    key = (cell.figure, cell.snapshot, cell.category)
    states = [cell.before, *(state.get(key) for state in between), cell.after]
    added = [step(a, b) for a, b in pairwise(states)]
    return replace(cell, causes=list(zip(names, added, strict=True)))


def _inputs_after(cause: str, earlier: Path, later: Path) -> Inputs:
    """The inputs once this cause, and all before it, are let in."""
    held = {r["delivery_id"] for r in _rows(earlier)}
    withdrawn = _accepted(earlier) - _accepted(later)
    deliveries = {
        CODE: held,
        REFERENCE: held,
        WITHDRAWN: held - withdrawn,
        DELIVERED: {r["delivery_id"] for r in _rows(later)} - withdrawn,
    }[cause]
    return Inputs(frozenset(deliveries), earlier, earlier if cause == CODE else None)


def _origin(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "herkomst.json").read_text(encoding="utf-8"))


def _code(origin: dict[str, Any]) -> Any:
    code = {k: v for k, v in origin["code"].items() if k != "referentietabellen"}
    return code, origin["gereedschap"], origin["gegevens"]["instellingen (workspace.yml)"]


def _rows(folder: Path) -> list[dict[str, str]]:
    with (folder / TABLES / "delivery.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _accepted(folder: Path) -> set[str]:
    return {r["delivery_id"] for r in _rows(folder) if r["status"] == "accepted"}
