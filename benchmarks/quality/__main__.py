"""`python -m benchmarks.quality WORKSPACE`: the time of the quality stage, anew and after one changed budget.

Belongs here: the order of the steps and the page. Does not belong here: what is wanted of them (`docs/performance.md`).
"""

import argparse
import tempfile
from pathlib import Path

from benchmarks.quality.timing import Taken, aside, change_a_budget, timed


def main() -> None:
    """Nothing of the workspace is changed: it is looked at from a folder of its own, with nothing kept at first."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("workspace", type=Path, help="one with a finished run")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="quality-") as folder:
        where = aside(chosen.workspace, Path(folder) / "w")
        anew = timed(where)
        changed = change_a_budget(where)
        again = timed(where)
    print("\n".join(_page(anew, again, changed)))


def _page(anew: list[Taken], again: list[Taken], changed: str) -> list[str]:
    page = ["| step | rows | anew: clock, processor | one budget changed: clock, processor |", "|---|---|---|---|"]
    page += [
        f"| {one.step} | {one.rows:,} | {_seconds(one.clock, one.processor)} | {_seconds(two.clock, two.processor)} |"
        for one, two in zip(anew, again, strict=True)
    ]
    sums = [_seconds(sum(t.clock for t in some), sum(t.processor for t in some)) for some in (anew, again)]
    return [*page, f"| all | | {sums[0]} | {sums[1]} |", "", f"Changed: {changed}. The processor counts children too."]


def _seconds(clock: float, processor: float) -> str:
    return f"{clock:.1f} s, {processor:.1f} s"


if __name__ == "__main__":
    main()
