"""One method on one file, each run in a process of its own forked from one that has all loaded, as the product reads:
median CPU seconds, peak memory, and what was found.

`python -m benchmarks.reading.measure METHOD FILE RUNS` prints these as JSON.
"""

import gc
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.reading.methods import METHODS, warm

MALLOC = {"MALLOC_TOP_PAD_": str(64 << 20), "MALLOC_TRIM_THRESHOLD_": str(512 << 20), "MALLOC_ARENA_MAX": "1"}
"""As the readers of the product are started, so that each method has the same."""


def measured(method: str, path: Path, runs: int) -> dict:
    """Measure in a child."""
    command = [sys.executable, "-m", "benchmarks.reading.measure", method, str(path), str(runs)]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, **MALLOC})
    return json.loads(done.stdout)


def main() -> None:
    """The process that the runs are forked from."""
    method, path, runs = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    warm(method, path)
    gc.collect()
    gc.freeze()
    told = [_in_a_fork(method, path) for _ in range(runs)]
    seconds = statistics.median(one["seconds"] for one in told)
    print(json.dumps({**told[0], "seconds": seconds, "megabytes": max(one["megabytes"] for one in told)}))


def _in_a_fork(method: str, path: Path) -> dict:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            start = time.process_time()
            found = METHODS[method](path)
            seconds = time.process_time() - start
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            os.write(writing, json.dumps({"seconds": seconds, "megabytes": peak, "found": found}).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as said:
        told = said.read()
    os.waitpid(child, 0)
    return json.loads(told)


if __name__ == "__main__":
    main()
