"""`make bench-review`: the queue of questions of a workspace after a run, made anew in a process of its own each time.

Usage: `python -m benchmarks.review DIR [ROUNDS]`, the country of `make national`. Time on the clock says what a person
waits, that of the processor what other loads do not touch; both are told, the least and the most of all rounds.
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 5
BAR_SECONDS = 5
"""A person waits no longer for the queue of a national year."""


def main(folder: Path, rounds: int) -> None:
    """Print each round and whether all of them were within the bar."""
    print(f"{'questions':>10} {'clock':>9} {'processor':>9} {'memory':>10}")
    seconds = []
    for _ in range(rounds):
        command = [sys.executable, "-m", "benchmarks.review", "--one", str(folder)]
        done = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        seconds.append(done["seconds"])
        print(
            f"{done['questions']:>10,} {done['seconds']:>8.2f}s {done['processor']:>8.2f}s"
            f" {done['megabytes']:>7.0f} MB",
            flush=True,
        )
    verdict = "within" if max(seconds) <= BAR_SECONDS else "over"
    print(f"{min(seconds):.2f} to {max(seconds):.2f} s on the clock: {verdict} {BAR_SECONDS} s")


def one(folder: Path) -> None:
    """Make the queue once and print what it took as JSON; importing is not counted, reading the tables is."""
    from dagster_project.review import questions
    from dagster_project.workspace import Workspace

    began, worked = time.perf_counter(), time.process_time()
    found = questions(Workspace.at(folder))
    print(
        json.dumps(
            {
                "questions": len(found),
                "seconds": time.perf_counter() - began,
                "processor": time.process_time() - worked,
                "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        one(Path(sys.argv[2]))
    else:
        main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS)
