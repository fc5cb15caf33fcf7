"""The server that files are read from: it has their parsers loaded, and forks a child for each file.

Run as `python -m dagster_project.sandbox.pool_server MODULE:FUNCTION`; where the module has a function `warm`, it is
called once, for what all children share, such as parsers. Requests are lines of JSON on standard input:
`id`, `path` and `arguments`; each answer is a line of JSON (`id`, `exit`, `signal`, `cpu`, `peak`, `bytes`)
followed by that many bytes, the JSON that the child wrote. The server itself never looks into a document nor into what
a child wrote, so no document can harm it. It ends when its input ends. Does not belong here: the limits of a child
(`pool_child`), and who asks (`pool`).
"""

import contextlib
import gc
import json
import os
import selectors
import signal
import sys
import time
from dataclasses import dataclass, field
from importlib import import_module
from typing import BinaryIO

from dagster_project.sandbox.limits import MAX_REPLY, WALL_SECONDS
from dagster_project.sandbox.pool_child import TOO_MUCH, read_one
from dagster_project.workspace.children import end_with_parent

_CHUNK = 1 << 16
_LOOK = 0.5
"""Seconds between two looks at children that may have stopped working."""


@dataclass
class _Child:
    number: int
    pid: int
    ends: float
    reply: bytearray = field(default_factory=bytearray)


def main() -> None:
    """Serve until the input ends."""
    end_with_parent()
    module, function = sys.argv[1].split(":")
    requests, answers = os.fdopen(os.dup(0), "rb", buffering=0), os.fdopen(os.dup(1), "wb")
    # Nothing that a parser prints may get between the answers.
    os.dup2(2, 1)
    room = import_module(module)
    target = getattr(room, function)
    if warm := getattr(room, "warm", None):
        warm()
    # What is loaded now is never collected, so that children share its memory.
    gc.collect()
    gc.freeze()
    with contextlib.suppress(BrokenPipeError):
        _Server(requests, answers, target).serve()


class _Server:
    def __init__(self, requests: BinaryIO, answers: BinaryIO, target):
        self.requests, self.answers, self.target = requests, answers, target
        self.waiting = bytearray()
        self.children: dict[int, _Child] = {}
        self.selector = selectors.DefaultSelector()

    def serve(self) -> None:
        """Fork for each request, gather what the children write, and end those that stand still."""
        self.selector.register(self.requests, selectors.EVENT_READ)
        while True:
            for key, _ in self.selector.select(_LOOK if self.children else None):
                if key.fileobj is self.requests:
                    if not self._take():
                        self._leave()
                        return
                else:
                    self._gather(key.fd)
            for child in self.children.values():
                if time.monotonic() > child.ends:
                    os.kill(child.pid, signal.SIGALRM)

    def _take(self) -> bool:
        block = os.read(self.requests.fileno(), _CHUNK)
        self.waiting += block
        while (end := self.waiting.find(b"\n")) >= 0:
            request = json.loads(self.waiting[:end])
            del self.waiting[: end + 1]
            self._fork(request)
        return bool(block)

    def _fork(self, request: dict) -> None:
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            for descriptor in (reading, self.requests.fileno(), self.answers.fileno(), *self.children):
                os.close(descriptor)
            read_one(self.target, request, writing)
        os.close(writing)
        self.children[reading] = _Child(request["id"], pid, time.monotonic() + WALL_SECONDS)
        self.selector.register(reading, selectors.EVENT_READ)

    def _gather(self, reading: int) -> None:
        child = self.children[reading]
        block = os.read(reading, _CHUNK)
        child.reply += block
        if block and len(child.reply) <= MAX_REPLY:
            return
        self.selector.unregister(reading)
        os.close(reading)
        del self.children[reading]
        if block:
            os.kill(child.pid, signal.SIGKILL)
        _, status, used = os.wait4(child.pid, 0)
        self._answer(child, status, used, TOO_MUCH if block else None)

    def _answer(self, child: _Child, status: int, used, exit_code: int | None) -> None:
        signalled = os.WIFSIGNALED(status) and exit_code is None
        ended = -1 if signalled else os.WEXITSTATUS(status) if exit_code is None else exit_code
        content = bytes(child.reply) if ended == 0 else b""
        head = {
            "id": child.number,
            "exit": ended,
            "signal": os.WTERMSIG(status) if signalled else 0,
            "cpu": used.ru_utime + used.ru_stime,
            "peak": used.ru_maxrss * 1024,
            "bytes": len(content),
        }
        self.answers.write(json.dumps(head).encode() + b"\n" + content)
        self.answers.flush()

    def _leave(self) -> None:
        for child in self.children.values():
            os.kill(child.pid, signal.SIGKILL)


if __name__ == "__main__":
    main()
