"""dbt at work is watched: whoever waits for it is told so, and it is ended where nothing came of it for too long.

Belongs here: the limits and the thread that looks. Does not belong here: what dbt is asked to do.
"""

import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from dagster_project.workspace import LappendekenError

TELL_EVERY = 60.0
"""Seconds without a result after which it is told what dbt is waited for."""
LIMIT = 3600.0
"""Seconds without a result after which dbt is ended: no table of a country of full size takes a minute."""

T = TypeVar("T")


class DbtFailed(LappendekenError):
    """A model, seed or test of dbt failed, or dbt itself."""


class Watch:
    """Looks at a dbt process while its results come; a context."""

    def __init__(
        self,
        process: subprocess.Popen,
        tell: Callable[[str], object],
        limit: float = LIMIT,
        tell_every: float = TELL_EVERY,
    ):
        self._process, self._tell, self._limit, self._tell_every = process, tell, limit, tell_every
        self._since, self._count, self._stalled = time.monotonic(), 0, False
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self._over.set()
        self._thread.join()
        if self._stalled:
            raise DbtFailed(
                f"{self._waited(self._limit)}: it was ended",
                "dbt",
                "look for another process that has the warehouse or takes the whole machine; then lappendeken run",
            ) from None

    def over(self, results: Iterable[T]) -> Iterator[T]:
        """The same results; each of them is a sign of life."""
        for result in results:
            self._since, self._count = time.monotonic(), self._count + 1
            yield result

    def _look(self) -> None:
        told = 1
        while not self._over.wait(min(1.0, self._tell_every / 4)):
            silent = time.monotonic() - self._since
            if silent > self._limit:
                self._stalled = True
                self._process.kill()
                return
            if silent < self._tell_every:
                told = 1
            elif silent >= told * self._tell_every:
                told += 1
                self._tell(self._waited(silent))

    def _waited(self, seconds: float) -> str:
        return f"dbt gave nothing for {seconds / 60:.0f} minutes, after {self._count} results"
