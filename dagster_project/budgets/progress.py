"""How far a batch of documents is, and a line about it now and then. A bar on a terminal is `cli`'s."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

_EVERY = 5.0
"""Seconds between two lines: often enough to see that it goes on, seldom enough for a log."""


@dataclass
class Progress:
    """Documents done, of which from the cache; pages of those that were read; refusals."""

    total: int
    done: int = 0
    kept: int = 0
    pages: int = 0
    refusals: int = 0
    _began: float = field(default_factory=time.monotonic)

    @property
    def pages_per_second(self) -> float:
        """Of the documents that were really read."""
        return self.pages / max(time.monotonic() - self._began, 0.001)

    def line(self) -> str:
        """All of it in a line."""
        kept = f" ({self.kept} read before)" if self.kept else ""
        pages = f", {self.pages} pages, {self.pages_per_second:.1f} pages per second" if self.pages else ""
        return f"{self.done} of {self.total} documents{kept}{pages}, {self.refusals} refusals"


class Lines:
    """A line by `write` every few seconds, and one when all is done."""

    def __init__(self, write: Callable[[str], None]):
        self.write = write
        self.last = time.monotonic()

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.done == progress.total or now - self.last >= _EVERY:
            self.last = now
            self.write(progress.line())
