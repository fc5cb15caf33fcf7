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
    print(f"{'choice':>34} {'docs':>5} {'parties':>7} {'recall':>6} {'precis':>6} {'fields':>6} {'errors':>6} "
          f"{'silent':>6} {'x10':>4} {'doubted':>7} {'persons':>7}")  # fmt: skip
    _line("total", scores[TOTAL])
    for choice, values in [*((name, list(one.values)) for name, one in choices().items()), (NAME_KIND, None)]:
        there = values or sorted(value for name, value in scores if name == choice)
        lines = [(value, scores[choice, value]) for value in there if (choice, value) in scores]
        if lines:
            print(choice)
        for value, tally in lines:
            _line(value, tally)


def _line(name: str, tally: Tally) -> None:
    doubted = tally.doubted / tally.sure if tally.sure else None
    print(f"{name:>34} {tally.documents:>5} {tally.parties:>7} {_share(tally.recall)} {_share(tally.precision)} "
          f"{_share(tally.field_share)} {tally.errors:>6} {tally.silent:>6} {tally.tens:>4} {_share(doubted, 7)} "
          f"{tally.leaked:>7}")  # fmt: skip


def _share(value: float | None, width: int = 6) -> str:
    return f"{'-' if value is None else f'{value:.2f}':>{width}}"


if __name__ == "__main__":
    main(sys.argv[1:])
