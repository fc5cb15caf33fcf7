"""How well figures are read where it is known which cells are whose: `python -m tests.budgets.figures TRUTH...`.

Each TRUTH is a folder of truth with its documents beside it. Prints per folder how many amounts of the truth are right,
wrong and missing, how many were invented, how many errors nothing tells of, and how many right ones are in doubt.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dagster_project.budgets.figures import COLUMNS, Figure, Reading, figures_of
from dagster_project.evaluation.learning import readable_documents
from tests.budgets.figures.records import records_in

TOLERANCE = 0.5


def outcomes(folder: Path) -> Iterator[tuple[str, str, str, object, Figure | None, Reading]]:
    """Per amount of the truth or of a reading: document, party, column, the true euros, what was read, all of it."""
    for truth, document in readable_documents(folder):
        told = {p.name: p.fields for p in truth.parties if any(c in p.fields for c in COLUMNS)}
        records = records_in(document, list(told))
        readings = dict(zip(records, figures_of(list(records.values())), strict=True))
        for name, fields in told.items():
            reading = readings.get(name, Reading())
            for column in COLUMNS:
                if column in fields:
                    yield truth.document, name, column, fields[column], reading.figures.get(column), reading


def kind_of(true: float | None, read: Figure | None) -> str:
    """`right`, `wrong`, `missing`, `invented`, or `nothing` where there is none and none was read."""
    if true is None:
        return "nothing" if read is None else "invented"
    if read is None:
        return "missing"
    return "right" if abs(true - read.euros) < TOLERANCE else "wrong"


def main(folders: list[str]) -> None:
    """Print the table, and with `-v` every error."""
    verbose = "-v" in folders
    print(f"{'':<44} {'stated':>7} {'right':>6} {'wrong':>6} {'miss':>6} {'inv':>5} {'silent':>7} {'doubted':>8}")
    for name in (f for f in folders if f != "-v"):
        counted: Counter[str] = Counter()
        for document, party, column, true, read, _ in outcomes(Path(name)):
            kind = kind_of(true, read)
            counted[kind] += 1
            doubted = bool(read and read.doubts)
            counted["silent"] += kind in ("wrong", "invented") and not doubted
            counted["doubted"] += kind == "right" and doubted
            if verbose and kind not in ("right", "nothing"):
                shown = (read.euros, read.text, read.doubts, round(read.signs["margin"], 1)) if read else None
                print(f"  {document} | {party} | {column} | {kind}: {true} {shown}")
        stated = counted["right"] + counted["wrong"] + counted["missing"]
        print(
            f"{name[-44:]:<44} {stated:>7} {counted['right'] / max(1, stated):>6.3f} {counted['wrong']:>6}"
            f" {counted['missing']:>6} {counted['invented']:>5} {counted['silent']:>7} {counted['doubted']:>8}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
