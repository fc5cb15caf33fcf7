"""How a command ends when it is told to: within seconds, whatever it is doing.

Belongs here: SIGTERM and Ctrl-C. What is in force is never changed half-way (`workspace.states`), so a command may end
at any moment; what it held is freed by the next one.
"""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from dagster_project.cli.screen import say_error

GRACE = 3.0
"""Seconds that a command has to end by itself."""
SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Stopped(BaseException):
    """The command was told to stop; `signal` is the number. No error: nothing that handles errors may take it."""

    def __init__(self, number: int):
        self.signal = number
        super().__init__(signal.Signals(number).name)


@contextmanager
def stopping() -> Iterator[None]:
    """Raise Stopped in the main thread at the first signal; end the process where that does not help within GRACE.

    A thread of its own sees the signal, for Python tells the main thread only between two of its own steps, and a
    library may be in a long one or hold the signal back.
    """
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    before = {number: signal.signal(number, _raise) for number in SIGNALS}
    wakeup = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    threading.Thread(target=_watch, args=(reading,), daemon=True).start()
    try:
        yield
    finally:
        signal.set_wakeup_fd(wakeup)
        for number, handler in before.items():
            signal.signal(number, handler)
        os.close(writing)


def _raise(number: int, frame: object) -> None:
    raise Stopped(number)


def _watch(reading: int) -> None:
    with os.fdopen(reading, "rb", buffering=0) as pipe:
        while told := pipe.read(1):
            if told[0] in SIGNALS:
                threading.Event().wait(GRACE)
                say_error("stopped; nothing in force was changed")
                os._exit(128 + told[0])
