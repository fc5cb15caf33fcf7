"""A `lappendeken` command as a process that may be killed at any moment, and what of it still lives after.

Belongs here: starting, ending and killing. Does not belong here: what must hold after it (`looking`).
"""

import atexit
import importlib
import itertools
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import psutil

MARK = "LAPPENDEKEN_FAULTS"
LIMIT = 900.0
"""Seconds after which a command is taken to hang; with others on the machine a run of the example takes minutes."""
GONE = 10.0
"""Seconds within which the children of a killed command must be gone."""
POLL, OFTEN = 0.1, 0.002
"""Seconds between two looks: at the CPU time of a family, which costs some itself, and at a file."""
_HEAVY = ("dagster", "dagster_dbt", "great_expectations", "networkx")
"""Not those with threads of their own from the moment that they are read (polars), of which a copy has none."""
_numbers = itertools.count()
_forks = False


def read_libraries_once() -> None:
    """Have commands begin as copies of this process, in which the libraries are read by then.

    A third of the work of a command is reading them, in which a kill can do no harm: this saves the time, and moves
    the kills to the work itself. Children of a command are programs of their own as ever. Where this process has
    threads of its own it must not be called.
    """
    global _forks
    for name in _HEAVY:
        importlib.import_module(name)
    _forks = True


@dataclass(frozen=True)
class Ended:
    """How a command ended: exit code (negative: the signal), what it printed on both channels, its CPU seconds."""

    code: int
    out: str
    err: str
    cpu: float

    @property
    def killed(self) -> bool:
        return self.code == -signal.SIGKILL


class Hangs(Exception):
    """A command did not end within the limit."""


class _Copy(psutil.Process):
    """A command in a copy of this process."""

    def __init__(self, arguments: Sequence[str], mark: str, out: int, err: int):
        self.returncode: int | None = None
        sys.stdout.flush()
        sys.stderr.flush()
        if not (pid := os.fork()):
            _be_command(arguments, mark, out, err)
        super().__init__(pid)

    def poll(self) -> int | None:
        """The exit code; None while it lives."""
        try:
            return self.wait(0)
        except psutil.TimeoutExpired:
            return None

    def wait(self, timeout: float | None = None) -> int:
        self.returncode = super().wait(timeout)
        return self.returncode


def _be_command(arguments: Sequence[str], mark: str, out: int, err: int) -> NoReturn:
    """Be the command in place of what this process was, and never come back to that."""
    from dagster_project.cli.main import main

    atexit._clear()  # what this process wants done at its own end, such as removing its folders
    code = 1
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(out, 1)
        os.dup2(err, 2)
        os.environ[MARK] = mark
        sys.argv = ["lappendeken", *arguments]
        main()
        code = 0
    except SystemExit as ended:
        code = ended.code or 0
    except BaseException:
        traceback.print_exc()
    finally:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


class Command:
    """A command on a workspace that has begun. `before` are the words of a program that starts it in its turn."""

    def __init__(self, workspace: Path, *words: str, before: Sequence[str] = ()):
        self.mark = f"{os.getpid()}-{next(_numbers)}"
        self.words = words
        self._out, self._err = (tempfile.TemporaryFile("w+") for _ in range(2))  # noqa: SIM115
        arguments = ["--data", str(workspace), *words]
        if _forks and not before:
            self.process = _Copy(arguments, self.mark, self._out.fileno(), self._err.fileno())
        else:
            self.process = psutil.Popen(
                [*before, sys.executable, "-m", "dagster_project.cli.main", *arguments],
                stdout=self._out,
                stderr=self._err,
                stdin=subprocess.DEVNULL,
                env={**os.environ, MARK: self.mark},
            )
        self._cpu = 0.0

    def end(self, limit: float = LIMIT) -> Ended:
        """Wait for its end; raises Hangs, after killing it, where it does not end within `limit` seconds."""
        deadline = time.monotonic() + limit
        while self.process.poll() is None:
            if time.monotonic() > deadline:
                self.kill()
                raise Hangs(f"{' '.join(self.words)} did not end within {limit:.0f} s: {self._ended().err[-300:]}")
            self.cpu()
            time.sleep(POLL)
        return self._ended()

    def kill(self) -> Ended:
        """SIGKILL for the command itself; its children are left to end by themselves."""
        self.process.send_signal(signal.SIGKILL) if self.process.poll() is None else None
        self.process.wait()
        return self._ended()

    def kill_when(self, moment: Callable[[], bool]) -> Ended:
        """Kill it as soon as `moment()` is true, if it does not end before."""
        deadline = time.monotonic() + LIMIT
        while self.process.poll() is None and not moment():
            if time.monotonic() > deadline:
                self.kill()
                raise Hangs(f"{' '.join(self.words)} never came to the moment of the kill")
            time.sleep(OFTEN)
        return self.kill()

    def kill_at(self, cpu: float) -> Ended:
        """Kill it once it has taken that many seconds of CPU: the same place in its work on a busy machine too."""

        def moment() -> bool:
            time.sleep(POLL / 2)
            return self.cpu() >= cpu

        return self.kill_when(moment)

    def cpu(self) -> float:
        """The CPU seconds of it and of its children so far."""
        try:
            family = [self.process, *self.process.children(recursive=True)]
        except psutil.Error:
            return self._cpu
        total = 0.0
        for one in family:
            try:
                total += sum(one.cpu_times()[:4])
            except psutil.Error:
                continue
        self._cpu = max(self._cpu, total)
        return self._cpu

    def family(self) -> list[psutil.Process]:
        """All living processes that it started, however they are related by now."""
        found = []
        for one in psutil.process_iter():
            try:
                if one.environ().get(MARK) == self.mark and one.status() != psutil.STATUS_ZOMBIE:
                    found.append(one)
            except psutil.Error:
                continue
        return found

    def survivors(self) -> list[str]:
        """The command lines of those that still live some seconds after its end; they are ended."""
        deadline = time.monotonic() + GONE
        while (alive := self.family()) and time.monotonic() < deadline:
            time.sleep(POLL)
        told = []
        for one in alive:
            try:
                told.append(" ".join(one.cmdline())[:200])
                one.kill()
            except psutil.Error:
                continue
        return told

    def _ended(self) -> Ended:
        texts = []
        for file in (self._out, self._err):
            file.seek(0)
            texts.append(file.read())
        return Ended(self.process.returncode, *texts, self._cpu)


def call(workspace: Path, *words: str, limit: float = LIMIT) -> Ended:
    """A command from its beginning to its end."""
    return Command(workspace, *words).end(limit)


def status(workspace: Path) -> dict | str:
    """What `status` says as values; a text with what it printed where it does not answer."""
    done = call(workspace, "status", "--json", limit=180)
    try:
        return json.loads(done.out) if done.code == 0 else f"exit {done.code}: {done.err[-300:]}"
    except ValueError:
        return f"no answer: {done.out[-300:]}"
