"""Blind samples: which collaborations are drawn, with which probability, and the file that keeps the draw.

Belongs here: strata, the draw, `audits/NNNN-ATTRIBUTE.csv`. Does not belong here: the workbooks of the coders
(`blind`), their answers (`audits`), error rates (the quality part).

The strata are what the value that we hold rests on, doubtful values apart, for errors are expected to differ between
them. Each stratum gets two, or all that it has, and the rest in proportion to its size; within a stratum the draw is
random without replacement, by a hash of the seed.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dagster_project.coding import REVIEW_BELOW
from dagster_project.decisions import accepted_values
from dagster_project.review.register import Register
from dagster_project.workspace import UnreadableInput, Workspace, WrongUse
from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.csv_text import csv_text
from dagster_project.workspace.hashing import short_id

Row = dict[str, Any]
ATTRIBUTES = ("theme", "legal_form", "goal", "obligation")
LEAST = 2
"""Of each stratum: with one, its variance cannot be estimated."""
COLUMNS = ("item", "attribute", "snapshot", "target", "stratum", "probability", "seed")
_NAME = re.compile(r"(\d{4})-([a-z_]+)\.csv")


def draw(register: Register, attribute: str, n: int, seed: int, snapshot: int | None = None) -> list[Row]:
    """The rows of a sample of `n` counted collaborations of a snapshot (the last published where not given).

    Raises WrongUse for another attribute, or where there is nothing to draw from.
    """
    if attribute not in ATTRIBUTES:
        raise WrongUse(f"'{attribute}' is not coded by people", "--attribute", f"use {', '.join(ATTRIBUTES)}")
    year = snapshot or register.latest
    strata: dict[str, list[str]] = {}
    for key in register.counted:
        if key[0] == year:
            strata.setdefault(_stratum(register, key, attribute), []).append(key[1])
    if n < 1 or not strata:
        raise WrongUse(f"{n} of {sum(map(len, strata.values()))} collaborations of {year}", "--n", "give at least one")
    sizes = {stratum: len(ids) for stratum, ids in strata.items()}
    rows = []
    for stratum, number in allocated(sizes, n).items():
        drawn = sorted(strata[stratum], key=lambda id_: short_id("", seed, attribute, year, id_))[:number]
        chance = number / sizes[stratum]
        rows += [(id_, stratum, chance) for id_ in drawn]
    rows.sort(key=lambda row: short_id("", "order", seed, attribute, year, row[0]))
    return [
        {
            "item": item, "attribute": attribute, "snapshot": year, "target": register.target(year, id_),
            "stratum": stratum, "probability": chance, "seed": seed,
        }
        for item, (id_, stratum, chance) in enumerate(rows, start=1)
    ]  # fmt: skip


def allocated(sizes: Mapping[str, int], n: int) -> dict[str, int]:
    """How many each stratum gives: LEAST or all that it has, also where that is more than `n`; then in proportion."""
    given = {stratum: min(LEAST, size) for stratum, size in sorted(sizes.items())}
    while sum(given.values()) < min(n, sum(sizes.values())):
        open_ = [s for s in given if given[s] < sizes[s]]
        # The one that is furthest behind its part, so that the order of drawing does not matter.
        behind = min(open_, key=lambda s: (given[s] / sizes[s], s))
        given[behind] += 1
    return given


def _stratum(register: Register, key: tuple[int, str], attribute: str) -> str:
    rows = register.chosen.get((*key, attribute), [])
    if not rows:
        return "none"
    if min(row["confidence"] for row in rows) < REVIEW_BELOW:
        return "doubtful"
    return min(row["coder"] for row in rows)


def keep(workspace: Workspace, rows: list[Row]) -> str:
    """Write a sample as the next file; gives its id."""
    folder = workspace.audits
    taken = [int(m[1]) for p in folder.glob("*.csv") if (m := _NAME.fullmatch(p.name))]
    sample_id = f"{max(taken, default=0) + 1:04d}-{rows[0]['attribute']}"
    folder.mkdir(parents=True, exist_ok=True)
    write_text(folder / f"{sample_id}.csv", csv_text(COLUMNS, ([row[column] for column in COLUMNS] for row in rows)))
    return sample_id


def sample(workspace: Workspace, sample_id: str) -> list[Row]:
    """The rows of a sample. Raises UnreadableInput where there is none of that id."""
    path = workspace.audits / f"{sample_id}.csv"
    if not _NAME.fullmatch(path.name) or not path.is_file():
        raise UnreadableInput(f"there is no sample {sample_id}", workspace.audits, "give a workbook of this workspace")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    types = {"item": int, "snapshot": int, "probability": float}
    return [{**row, **{column: made(row[column]) for column, made in types.items()}} for row in rows]


@dataclass(frozen=True)
class Drawn:
    """A sample as it stands in the register of now: its rows by item, with the collaboration that each is, and every
    counted collaboration of the snapshot with the stratum in which it would be drawn."""

    sample_id: str
    attribute: str
    snapshot: int
    rows: Mapping[int, Row]
    collaboration: Mapping[int, str]
    strata: Mapping[str, str]


def drawn_samples(workspace: Workspace) -> Iterator[Drawn]:
    """Every sample that was drawn, in the order of their numbers; an item whose target is gone has no collaboration."""
    register = Register(workspace)
    for path in sorted(p for p in workspace.audits.glob("*.csv") if _NAME.fullmatch(p.name)):
        rows = {row["item"]: row for row in sample(workspace, path.stem)}
        attribute, year = (next(iter(rows.values()))[column] for column in ("attribute", "snapshot"))
        counted = [key for key in register.counted if key[0] == year]
        now = {item: register.now(row["target"]) for item, row in rows.items()}
        there = {item: id_ for item, id_ in now.items() if (year, id_) in register.counted}
        strata = {key[1]: _stratum(register, key, attribute) for key in counted}
        yield Drawn(path.stem, attribute, year, rows, there, strata)


def asked(attribute: str, snapshot: int) -> Row:
    """What a coder is asked, as `choices` reads an answer to it: every value may be one, also that it is not known."""
    kind = "theme" if attribute == "theme" else "attribute"
    return {
        "kind": kind,
        "attribute": attribute,
        "snapshot": snapshot,
        "candidates": list(accepted_values(kind, attribute)),
    }
