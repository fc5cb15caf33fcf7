"""One method on one file in a process of its own: median CPU seconds of warm runs, peak memory, and what was found.

`python -m benchmarks.reading.measure METHOD FILE RUNS` prints these as JSON.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.reading.methods import METHODS

MALLOC = {"MALLOC_TOP_PAD_": str(64 << 20), "MALLOC_TRIM_THRESHOLD_": str(512 << 20), "MALLOC_ARENA_MAX": "1"}
"""As the readers of the product are started, so that each method has the same."""


def measured(method: str, path: Path, runs: int) -> dict:
    """Measure in a child."""
    command = [sys.executable, "-m", "benchmarks.reading.measure", method, str(path), str(runs)]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, **MALLOC})
    return json.loads(done.stdout)


def main() -> None:
    """The child."""
    method, path, runs = METHODS[sys.argv[1]], Path(sys.argv[2]), int(sys.argv[3])
    found = method(path)
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        method(path)
        seconds.append(time.process_time() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": statistics.median(seconds), "megabytes": peak, "found": found}))


if __name__ == "__main__":
    main()
