"""`make bench-layouts SEED=... [COUNT=500]`: how well the reader does on fresh layouts, in total and by choice.

Usage: `python -m benchmarks.layouts [--seed S] [--count N] [--write DIR]`. With `--write` nothing is read: the
documents and their truth are left in DIR, for `lappendeken evaluate extract --truth DIR/truth`.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.layouts.documents import write_all
from benchmarks.layouts.grammar import choices
from benchmarks.layouts.scores import NAME_KIND, TOTAL, Tally, score

COLUMNS = (
    "docs", "parties", " read", "recall", "precision", "fields", "errors", "silent", "by tens", "doubted", "persons",
)  # fmt: skip
WIDEST = 20


def main(arguments: list[str]) -> None:
    """Draw, read, print; or draw and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.layouts")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args(arguments)
    if given.write:
        print(f"{given.count} documents, truth in {write_all(given.write, given.seed, given.count)}")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_all(folder, given.seed, given.count)
        start = time.perf_counter()
        scores = score(folder)
        seconds = time.perf_counter() - start
    _table(scores)
    print(f"\nseed {given.seed}: {given.count} documents read and scored in {seconds:.0f} s")


def _table(scores: dict[tuple[str, str], Tally]) -> None:
    print(f"{'':>{WIDEST}} " + " ".join(COLUMNS))
    print(_line("total", scores[TOTAL]))
    for choice, values in [*((name, list(one.values)) for name, one in choices().items()), (NAME_KIND, None)]:
        there = values or sorted(value for name, value in scores if name == choice)
        lines = [_line(value, scores[choice, value]) for value in there if (choice, value) in scores]
        if lines:
            print(choice, *lines, sep="\n")


def _line(name: str, tally: Tally) -> str:
    doubted = tally.doubted / tally.sure if tally.sure else None
    cells = (
        tally.documents, tally.parties, tally.read, tally.recall, tally.precision, tally.field_share, tally.errors,
        tally.silent, tally.tens, doubted, tally.leaked,
    )  # fmt: skip
    shown = (f"{_shown(cell):>{len(head)}}" for head, cell in zip(COLUMNS, cells, strict=True))
    return f"{name:>{WIDEST}} " + " ".join(shown)


def _shown(cell: float | None) -> str:
    return "-" if cell is None else f"{cell:.2f}" if isinstance(cell, float) else str(cell)


if __name__ == "__main__":
    main(sys.argv[1:])
