"""`make bench-linkage`: seconds and peak memory of linking by the number of mentions, each size in its own process.

Usage: `python -m benchmarks.linkage TRUTH [SIZE...]`, the truth of a simulated country as `make national` writes it.
"""

import json
import math
import resource
import subprocess
import sys
import time
from pathlib import Path

SIZES = (5_000, 10_000, 20_000, 40_000, 80_000, 160_000)
BAR_MENTIONS, BAR_SECONDS, BAR_MEGABYTES = 20_000, 60, 1000


def main(truth: Path, sizes: tuple[int, ...]) -> None:
    """Measure every size and print a line for each."""
    print(f"{'mentions':>10} {'link':>9} {'memory':>9} {'per n log n':>12} {'pairs':>10} {'clusters':>9}")
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.linkage", "--one", str(truth), str(size)]
        done = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        each = done["seconds"] / (size * math.log2(size)) * 1e6
        bar = ""
        if size == BAR_MENTIONS:
            within = done["seconds"] <= BAR_SECONDS and done["megabytes"] <= BAR_MEGABYTES
            bar = f"  {'within' if within else 'over'} {BAR_SECONDS} s and {BAR_MEGABYTES} MB"
        print(
            f"{size:>10,} {done['seconds']:>8.1f}s {done['megabytes']:>6.0f} MB {each:>9.2f} µs {done['pairs']:>10,}"
            f" {done['clusters']:>9,}{bar}",
            flush=True,
        )


def one(truth: Path, size: int) -> None:
    """Link once and print what it took; memory is the peak of the whole process, reading its input included."""
    from benchmarks.linkage.records import records_for
    from dagster_project.linkage.linking import link_records

    records = records_for(truth, size)
    begin = time.perf_counter()
    result = link_records(records)
    seconds = time.perf_counter() - begin
    pairs = 0 if result.pairs is None else result.pairs.height
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    clusters = result.links["cluster"].n_unique()
    print(json.dumps({"seconds": seconds, "megabytes": megabytes, "pairs": pairs, "clusters": clusters}))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(Path(sys.argv[2]), int(sys.argv[3]))
    elif len(sys.argv) < 2 or not Path(sys.argv[1]).is_dir():
        raise SystemExit("give the truth of a simulated country; make national writes one")
    else:
        main(Path(sys.argv[1]), tuple(map(int, sys.argv[2:])) or SIZES)
