"""Work shared out over processes. Does not belong here: the work."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Job, Result = TypeVar("Job"), TypeVar("Result")
PROCESSES = 2
"""As many as the machines that this is meant for have cores."""


def results_in_order(
    work: Callable[[Job], Result], jobs: Sequence[Job], processes: int = PROCESSES, at_once: int = 1
) -> Iterator[Result]:
    """What the work gives for each job, in the order of the jobs.

    Args:
        work: a function of a module, so that another process can find it.
        jobs: what it is done on; few of them are done sooner here than another process has started.
        processes: 1 for this process alone.
        at_once: jobs handed to a process at a time; few enough that a long one keeps nobody waiting.
    """
    if processes == 1 or len(jobs) <= max(processes, at_once):
        yield from map(work, jobs)
        return
    # Spawned, not forked: a fork of a process that has used polars may wait for threads that are not there.
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(work, jobs, chunksize=at_once)
