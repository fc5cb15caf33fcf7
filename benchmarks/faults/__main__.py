"""`make faults`: kills and faults of the machine, and a table of what they were and what did not hold after them."""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.faults.killing import read_libraries_once
from benchmarks.faults.kills import Count, kill_all
from benchmarks.faults.machine import FAULTS
from benchmarks.faults.stages import Stages

SEED, KILLS, EXAMPLE = 1, 200, 20


def main() -> None:
    """Make undisturbed workspaces, disturb copies of them, print the counts; exit 1 where something did not hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--kills", type=int, default=KILLS, help="kills on the workspace of six documents")
    parser.add_argument("--example", type=int, default=EXAMPLE, help="kills on the example")
    parser.add_argument("--no-machine", action="store_true", help="leave the faults of the machine out")
    parser.add_argument(
        "--fault", action="append", choices=FAULTS, help="of the machine: this one only; may be given again"
    )
    chosen = parser.parse_args()
    chance = random.Random(chosen.seed)
    start = time.monotonic()
    read_libraries_once()
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        counts = _killed(Path(folder), chosen, chance)
        told = {} if chosen.no_machine else _machine(Path(folder), chosen.fault or list(FAULTS))
    print(f"\n{'killed':<28} {'kills':>6} {'cases':>6} {'ended first':>12} {'wrong':>6}")
    for kind, count in counts.items():
        print(f"{kind:<28} {count.kills:>6} {count.cases:>6} {count.too_late:>12} {len(count.wrong):>6}")
    print(f"{'in all':<28} {sum(c.kills for c in counts.values()):>6} {sum(c.cases for c in counts.values()):>6}")
    for name, lines in told.items():
        print(f"{name:<28} {'; '.join(lines) or 'as it must be'}")
    wrong = [line for count in counts.values() for line in count.wrong]
    wrong += [f"{name}: {line}" for name, lines in told.items() for line in lines if not line.startswith("skipped")]
    print(f"seed {chosen.seed}, {time.monotonic() - start:.0f} s; wrong: {len(wrong)}")
    for line in wrong:
        print(f"  {line}")
    sys.exit(bool(wrong))


def _killed(folder: Path, chosen: argparse.Namespace, chance: random.Random) -> dict[str, Count]:
    counts: dict[str, Count] = {}
    for name, kills, make in (
        ("six documents", chosen.kills, Stages.of_six_documents),
        ("example", chosen.example, Stages.of_the_example),
    ):
        if not kills:
            continue
        (base := folder / name.split()[0]).mkdir()
        found = kill_all(make(base), kills, chance, lambda line: print(line, file=sys.stderr, flush=True))
        counts |= {f"{name}: {kind}": count for kind, count in found.items()}
        shutil.rmtree(base)
    return counts


def _machine(folder: Path, names: Sequence[str]) -> dict[str, list[str]]:
    (base := folder / "machine").mkdir()
    stages = Stages.of_six_documents(base, steps=("intake", "run", "release"))
    told = {}
    for name in names:
        told[name] = FAULTS[name](stages)
        print(f"{name}: {'; '.join(told[name]) or 'as it must be'}", file=sys.stderr, flush=True)
    return told


if __name__ == "__main__":
    main()
