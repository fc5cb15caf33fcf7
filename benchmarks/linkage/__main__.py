"""`make bench-linkage`: time and peak memory of linking by the number of mentions, each size in its own process, then
the peers on a few.

Usage: `python -m benchmarks.linkage TRUTH [SIZE...]`, the truth of a simulated country as `make national` writes it.
Sizes beyond the country are met with copies of it; 2,000,000 takes long and is measured only where it is asked for.
"""

import json
import math
import resource
import subprocess
import sys
import time
from pathlib import Path

SIZES = (5_000, 10_000, 20_000, 40_000, 80_000, 160_000)
PEER_SIZE = 5_000
BAR_MENTIONS, BAR_SECONDS, BAR_MEGABYTES = 20_000, 60, 1000
_PEAK, _RESET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def main(truth: Path, sizes: tuple[int, ...]) -> None:
    """Measure every size and print a line for each."""
    from benchmarks.linkage.peers import compare

    print(
        f"{'mentions':>10} {'link':>9} {'processor':>9} {'memory':>10} {'per n log n':>12} {'pairs':>10} {'found':>9}"
    )
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.linkage", "--one", str(truth), str(size)]
        done = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        each = done["processor"] / (size * math.log2(size)) * 1e6
        bar = ""
        if size == BAR_MENTIONS:
            within = done["seconds"] <= BAR_SECONDS and done["megabytes"] <= BAR_MEGABYTES
            bar = f"  {'within' if within else 'over'} {BAR_SECONDS} s and {BAR_MEGABYTES} MB"
        print(
            f"{size:>10,} {done['seconds']:>8.1f}s {done['processor']:>8.1f}s {done['megabytes']:>7.0f} MB"
            f" {each:>9.2f} µs {done['pairs']:>10,} {done['clusters']:>9,}{bar}",
            flush=True,
        )
    compare(truth, PEER_SIZE)


def one(truth: Path, size: int) -> None:
    """Link once and print what it took. Memory is the peak while linking, with the mentions that are linked."""
    from benchmarks.linkage.records import records_for
    from dagster_project.linkage.linking.link import link_records

    records = records_for(truth, size)
    if _RESET.exists():
        _RESET.write_text("5", encoding="ascii")
    begin, busy = time.perf_counter(), time.process_time()
    result = link_records(records)
    seconds, processor = time.perf_counter() - begin, time.process_time() - busy
    clusters = result.links["cluster"].n_unique()
    found = {"pairs": result.pairs.height, "clusters": clusters}
    figures = {"seconds": seconds, "processor": processor, "megabytes": _peak(), **found}
    print(json.dumps(figures))


def _peak() -> float:
    """Megabytes at most since the mark was reset; of the whole process where that cannot be done."""
    if _PEAK.exists():
        line = next(x for x in _PEAK.read_text(encoding="ascii").splitlines() if x.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(Path(sys.argv[2]), int(sys.argv[3]))
    elif len(sys.argv) < 2 or not Path(sys.argv[1]).is_dir():
        raise SystemExit("give the truth of a simulated country; make national writes one")
    else:
        main(Path(sys.argv[1]), tuple(map(int, sys.argv[2:])) or SIZES)
