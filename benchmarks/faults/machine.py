"""Faults of the machine: each is done to a run on the six documents, and gives lines for what did not hold after it.

Belongs here: the full disk, the folder that may only be read, another process that is in the way, a child that is
ended for want of memory, a clock that steps. A fault that this machine does not let us make is skipped, and says so.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from benchmarks.faults.killing import OFTEN, Command, Ended, Hangs, call
from benchmarks.faults.looking import after_kill, at_the_end
from benchmarks.faults.stages import Stages

RUN, RELEASE = 1, 2
"""The numbers of these steps."""
SMALL = 300
"""MB of the small disk: more than a run asks for before it begins."""
NOBODY = 65534


def disk_full_before(stages: Stages) -> list[str]:
    """No room when the run begins: it says so and begins nothing."""
    return _on_small_disk(stages, meanwhile=False)


def disk_full_meanwhile(stages: Stages) -> list[str]:
    """The last byte is taken while dbt is at work."""
    return _on_small_disk(stages, meanwhile=True)


def read_only_disk(stages: Stages) -> list[str]:
    """The disk can only be read."""
    with _small_disk(stages) as why:
        if why:
            return [why]
        place = stages.restore(RUN)
        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        done = call(place, "run")
        subprocess.run(["mount", "-o", "remount,rw", place], check=True)
        return _refused(done) + _then(stages, RUN)


def read_only_folder(stages: Stages) -> list[str]:
    """Whoever runs it may not write in the workspace."""
    if os.geteuid() or not shutil.which("setpriv"):
        return ["skipped: only root can become another user here"]
    place = stages.restore(RUN)
    os.chmod(stages.base, 0o755)
    as_nobody = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    if subprocess.run([*as_nobody, sys.executable, "-c", ""], capture_output=True, check=False).returncode:
        return ["skipped: another user cannot start this Python"]
    told = []
    for parent in stages.base.parents:
        if parent.owner() == "root" and parent != Path("/tmp") and str(parent).startswith("/tmp/"):
            os.chmod(parent, 0o755)
    for words in (("run",), ("intake", str(stages.base / "delivered" / "budgets"))):
        told += _refused(Command(place, *words, before=as_nobody).end())
    return told + _then(stages, RUN)


def second_run(stages: Stages) -> list[str]:
    """A run, a release and an intake while a run is at work: they say who holds the workspace, and it goes on."""
    place = stages.restore(RUN)
    first = Command(place, "run")
    told = _wait(first, (place / "work" / "building").exists)
    for words in (("run",), ("intake", str(stages.base / "delivered" / "budgets"))):
        done = call(place, *words)
        if done.code != 1 or "holds the workspace" not in done.err or "since" not in done.err:
            told.append(f"{words[0]} meanwhile ended with {done.code}: {done.err[-300:]}")
    if done := first.end().code:
        told.append(f"the first run ended with {done}")
    return told + at_the_end(place, stages.at(RUN + 1))


def no_memory_for_dbt(stages: Stages) -> list[str]:
    """The system ends dbt."""
    return _child_killed(stages, "lappendeken-dbt", refused=True)


def no_memory_for_a_reader(stages: Stages) -> list[str]:
    """The system ends the process that reads a document: the file is refused, and read by the next run."""
    return _child_killed(stages, "pool_server", refused=False)


def locked_warehouse(stages: Stages) -> list[str]:
    """Another process has the warehouse of the run open."""
    place = stages.restore(RUN)
    code = (
        "import duckdb, pathlib, sys, time\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "while not path.parent.exists(): time.sleep(0.001)\n"
        "held = duckdb.connect(str(path)); print('held', flush=True); time.sleep(3600)"
    )
    warehouse = place / "work" / "building" / "warehouse.duckdb"
    other = subprocess.Popen([sys.executable, "-c", code, warehouse], stdout=subprocess.PIPE, text=True)
    try:
        told = _refused(call(place, "run"))
    finally:
        other.kill()
        other.wait()
    return told + _then(stages, RUN)


def clock_steps(stages: Stages) -> list[str]:
    """A run with a clock that is a year behind and its release with one that is a year ahead, and the other way round.

    The step is between two commands: within one, faketime would step what is measured in seconds that passed as well,
    which no system does, and without that it breaks waiting.
    """
    if not shutil.which("faketime"):
        return ["skipped: there is no faketime here"]
    told = []
    for clocks in (("-400d", "+400d"), ("+400d", "-400d")):
        place = stages.restore(RUN)
        for word, clock in zip(("run", "release"), clocks, strict=True):
            done = Command(place, word, before=["faketime", "-f", clock]).end()
            if done.code:
                told.append(f"{word} with the clock at {clock} ended with {done.code}: {done.err[-300:]}")
        told += at_the_end(place, stages.at(RELEASE + 1))
    return told


FAULTS: dict[str, Callable[[Stages], list[str]]] = {
    "disk full before": disk_full_before,
    "disk full meanwhile": disk_full_meanwhile,
    "disk read-only": read_only_disk,
    "folder read-only": read_only_folder,
    "second run meanwhile": second_run,
    "no memory for dbt": no_memory_for_dbt,
    "no memory for a reader": no_memory_for_a_reader,
    "warehouse held": locked_warehouse,
    "clock steps": clock_steps,
}


def _on_small_disk(stages: Stages, meanwhile: bool) -> list[str]:
    with _small_disk(stages) as why:
        if why:
            return [why]
        place, told = stages.restore(RUN), []
        filler = place / "filler"
        if meanwhile:
            command = Command(place, "run")
            told = _wait(command, (place / "work" / "building" / "warehouse.duckdb").exists)
            _fill(filler)
            done = command.end()
        else:
            _fill(filler)
            done = call(place, "run")
        filler.unlink()
        return told + _refused(done) + _then(stages, RUN)


@contextmanager
def _small_disk(stages: Stages) -> Iterator[str | None]:
    """The workspace on a disk of its own in memory; gives why not where there is none to be had."""
    stages.place.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL}m", "lappendeken", str(stages.place)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        yield "skipped: no disk can be mounted here"
        return
    try:
        yield None
    finally:
        subprocess.run(["umount", "-l", stages.place], check=True)


def _fill(file: Path) -> None:
    """Take the last byte of the disk that the file is on."""
    with file.open("wb", buffering=0) as out:
        size = 1 << 20
        while size:
            try:
                out.write(bytes(size))
            except OSError:
                size //= 2


def _child_killed(stages: Stages, module: str, refused: bool) -> list[str]:
    place = stages.restore(RUN)
    shutil.rmtree(place / "work" / "reading", ignore_errors=True)
    command, found = Command(place, "run"), []

    def there() -> bool:
        found[:] = [one for one in command.family() if module in " ".join(_words(one))]
        return bool(found)

    told = _wait(command, there)
    for one in found:
        one.kill()
    done = command.end()
    if refused:
        told += _refused(done)
    elif done.code or "memory_limit" not in done.out + done.err:
        told.append(f"nothing was said of the file that was not read; exit {done.code}: {done.err[-300:]}")
    told += [f"still lives: {line}" for line in command.survivors()]
    return told + _then(stages, RUN, states=refused)


def _words(one: psutil.Process) -> list[str]:
    try:
        return one.cmdline()
    except psutil.Error:
        return []


def _wait(command: Command, moment: Callable[[], bool]) -> list[str]:
    """Wait for a moment of a command; tells where it ended before."""
    while not moment():
        if command.process.poll() is not None:
            return [f"it ended before the fault: {command.end().err[-300:]}"]
        time.sleep(OFTEN)
    return []


def _refused(done: Ended) -> list[str]:
    """What is wrong with how a command ended that could not do its work: it says so in a few lines, and the mend."""
    told = [] if done.code in (1, 2, 3) else [f"ended with {done.code}"]
    told += ["a traceback"] if "Traceback" in done.err else []
    told += [] if "error:" in done.err and "mend:" in done.err else [f"no mend is told: {done.err[-300:]}"]
    return told


def _then(stages: Stages, number: int, states: bool = True) -> list[str]:
    """What does not hold after a fault, and once the command was given again; `states`: look at the tables too."""
    told = after_kill(stages.place, stages.at(number), stages.at(number + 1)) if states else []
    try:
        done = call(stages.place, *stages.steps[number].words)
    except Hangs as hangs:
        return [*told, str(hangs)]
    if done.code:
        told.append(f"the next command ended with {done.code}: {done.err[-300:]}")
    return told + at_the_end(stages.place, stages.at(number + 1))
