"""`Pool`: documents read in children of their own, as many at a time as asked; one bad file never costs another.

A child that takes too long or too much, or falls, becomes a Refusal with its reason. Does not belong here: what is kept
of a reading (`cache`), and in which order results are wanted (they come as they finish, with the place of their path).
"""

import contextlib
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dagster_project.sandbox.limits import FIRST_SECONDS, MAX_MEMORY, MIB, SECONDS_PER_PAGE
from dagster_project.sandbox.pool_child import NO_MEMORY, TOO_MUCH
from dagster_project.sandbox.refusal import Refusal
from dagster_project.workspace.layout import PROJECT

_TIME = {signal.SIGPROF, signal.SIGXCPU, signal.SIGALRM}
_FULL = 0.9
"""Part of the memory that it may take from which a child that fell is taken to have fallen for want of it: pdfium ends
itself by one signal or another when it gets no more."""

_MALLOC = {"MALLOC_TOP_PAD_": str(64 * MIB), "MALLOC_TRIM_THRESHOLD_": str(512 * MIB), "MALLOC_ARENA_MAX": "1"}
"""Giving memory back after every page costs pdfium a quarter of its time; a child gives all back when it ends."""


@dataclass(frozen=True)
class Reading:
    """What became of one document: the value of the function, or why there is none; and what it cost.

    `passing`: the refusal rests on the machine (its time, its memory), not on the file alone.
    """

    value: Any = None
    refusal: Refusal | None = None
    passing: bool = False
    pages: int = 1
    cpu: float = 0.0
    peak: int = 0


class Pool:
    """Reads documents with `target`, a `module:function` of a path and keyword arguments that gives plain JSON values.

    The server starts with the first document and ends with the context.
    """

    def __init__(self, target: str, jobs: int = 1):
        self.target, self.jobs = target, max(1, jobs)
        self._server: subprocess.Popen | None = None

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def read(self, paths: Sequence[Path], **arguments: Any) -> Iterator[tuple[int, Reading]]:
        """Each path's place in `paths` with its reading, as they finish."""
        waiting = list(enumerate(paths))[::-1]
        running: set[int] = set()
        while waiting or running:
            while waiting and len(running) < self.jobs:
                number, path = waiting.pop()
                if refusal := why_no_file(path):
                    yield number, Reading(refusal=refusal)
                elif self._ask(number, path, arguments):
                    running.add(number)
                else:
                    yield number, _LOST
            if not running:
                continue
            answer = self._answer()
            if answer is None:
                self._end()
                yield from ((number, _LOST) for number in sorted(running))
                running.clear()
            else:
                running.discard(answer[0])
                yield answer

    def _ask(self, number: int, path: Path, arguments: dict[str, Any]) -> bool:
        if self._server is not None and self._server.poll() is not None:
            # Linux ends a server with the thread that started it.
            self._end()
        if self._server is None:
            self._server = _start(self.target)
        request = {"id": number, "path": os.path.abspath(path), "arguments": arguments}
        try:
            self._server.stdin.write(json.dumps(request).encode() + b"\n")
            self._server.stdin.flush()
        except BrokenPipeError:
            self._end()
            return False
        return True

    def _answer(self) -> tuple[int, Reading] | None:
        """The next answer; None where the server is gone."""
        line = self._server.stdout.readline()
        if not line.endswith(b"\n"):
            return None
        head = json.loads(line)
        content = self._server.stdout.read(head["bytes"])
        return (head["id"], _reading(head, content)) if len(content) == head["bytes"] else None

    def _end(self) -> None:
        server, self._server = self._server, None
        if server is None:
            return
        with contextlib.suppress(BrokenPipeError):
            server.stdin.close()
        server.stdout.close()
        server.wait()


_LOST = Reading(
    refusal=Refusal("document", "memory_limit", "the server that reads documents was ended; free memory and run again"),
    passing=True,
)


def _start(target: str) -> subprocess.Popen:
    path = os.pathsep.join(p for p in (str(PROJECT), os.environ.get("PYTHONPATH", "")) if p)
    return subprocess.Popen(
        [sys.executable, "-m", "dagster_project.sandbox.pool_server", target],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, **_MALLOC, "PYTHONPATH": path, "PYTHONHASHSEED": "0"},
    )


def why_no_file(path: Path) -> Refusal | None:
    """Why this path is no file; None where it is. A pipe or a device is never opened: that may wait for ever."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        return Refusal("document", "corrupt", f"the file cannot be opened ({error}); put it back, or take it out")
    if stat.S_ISREG(mode):
        return None
    kind = "folder" if stat.S_ISDIR(mode) else "pipe, socket or device"
    return Refusal("document", "unknown_media_type", f"this is a {kind}, not a file; take it out")


def _reading(head: dict, content: bytes) -> Reading:
    cost = {"cpu": head["cpu"], "peak": head["peak"]}
    if head["exit"] == 0:
        try:
            said = json.loads(content)
        except ValueError:
            said = {"error": "the reader did not end its answer"}
        if "value" in said:
            return Reading(said["value"], pages=said["pages"], **cost)
        detail = f"het lezen mislukte: {said['error']}; vraag het bestand opnieuw op, bewaard met een ander programma"
        return Reading(refusal=Refusal("document", "corrupt", detail), **cost)
    reason, detail = _why(head)
    return Reading(refusal=Refusal("document", reason, detail), passing=reason != "too_large", **cost)


def _why(head: dict) -> tuple[str, str]:
    ended_by = head["signal"]
    if ended_by in _TIME:
        detail = f"kostte {head['cpu']:.0f} s; er is {FIRST_SECONDS} s, en {SECONDS_PER_PAGE} s per bladzijde"
        return "time_limit", f"{detail}; vraag het bestand opnieuw op, bewaard met een ander programma"
    if head["exit"] == NO_MEMORY or ended_by == signal.SIGKILL or (ended_by and head["peak"] > _FULL * MAX_MEMORY):
        detail = f"kostte meer dan de {MAX_MEMORY // MIB} MiB die een document mag kosten"
        return "memory_limit", f"{detail}; vraag het bestand opnieuw op, bewaard met een ander programma"
    if head["exit"] == TOO_MUCH:
        return "too_large", "more was read than any document holds; ask for the part on affiliated parties"
    how = signal.Signals(ended_by).name if ended_by else f"exit code {head['exit']}"
    return "corrupt", f"the file brought its reader down ({how}); ask for it again, saved by another program"
