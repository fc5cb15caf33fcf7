"""The kills: at random moments of each step, and of a run whose inputs are changed before and put back after.

Belongs here: which command is killed when, and the counts. What must hold is `looking`.
"""

import random
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.faults.killing import Command, Ended, Hangs, call, status
from benchmarks.faults.looking import after_kill, at_the_end
from benchmarks.faults.stages import Stages

IN_A_ROW = 4
"""Kills of one step before it is let come to its end."""
WEIGHTS = {"run": 5, "put back": 2, "release": 3, "mint": 2, "intake": 4, "review import": 4}
"""Shares of the kills. Most work, and most that can stay half-done, is in a run, so a quarter of them is there."""


@dataclass
class Count:
    """Of one kind: the kills, the cases, the commands that ended before their kill, and what did not hold."""

    kills: int = 0
    cases: int = 0
    too_late: int = 0
    wrong: list[str] = field(default_factory=list)


def kill_all(stages: Stages, kills: int, chance: random.Random, tell: Callable[[str], object]) -> dict[str, Count]:
    """Kill steps of the way until there were so many kills; gives the counts by kind."""
    counts: dict[str, Count] = {}
    kinds = _kinds(stages)
    left = {kind: round(kills * WEIGHTS[kind] / sum(WEIGHTS[k] for k in kinds)) for kind in kinds}
    while kills > 0 and any(n > 0 for n in left.values()):
        kind = max(left, key=lambda k: left[k])
        count = counts.setdefault(kind, Count())
        before = count.kills
        _case(stages, kind, min(IN_A_ROW, left[kind]), count, chance)
        left[kind] -= max(count.kills - before, 1)
        tell(f"{kind}: {count.kills} kills in {count.cases} cases, {len(count.wrong)} wrong {count.wrong[-1:]}")
    return counts


def _kinds(stages: Stages) -> list[str]:
    names = {step.name for step in stages.steps}
    return [kind for kind in WEIGHTS if kind in names or (kind in ("mint", "put back") and "release" in names)]


def _case(stages: Stages, kind: str, kills: int, count: Count, chance: random.Random) -> None:
    name = "release" if kind in ("mint", "put back") else kind
    numbers = [n for n, step in enumerate(stages.steps) if step.name == name]
    number = chance.choice(numbers)
    step, before, after = stages.steps[number], stages.at(number), stages.at(number + 1)
    place = stages.restore(number)
    count.cases += 1
    where = f"{kind} {count.cases}"
    try:
        for _ in range(kills):
            if kind == "put back":
                _change(place, chance)
                ended = _killed(place, ("run",), chance.random() * _cpu_of_run(stages), count, where)
                stages.put_inputs_back(number)
                if not ended.killed:
                    call(place, "run")
                answer = status(place)
                if not isinstance(answer, dict) or answer["stale"]:
                    count.wrong.append(f"{where}: inputs put back, and status says {str(answer)[:300]}")
            elif kind == "mint":
                ended = _killed_minting(place, step.words, chance.random() * 0.05, count, where)
            else:
                ended = _killed(place, step.words, chance.random() * step.cpu, count, where)
            count.wrong += [f"{where}: {line}" for line in after_kill(place, before, after)]
            if not ended.killed:
                break
        done = call(place, *step.words)
        if done.code and not (kind == "review import" and done.code == 2):  # 2: all answers are decisions by now
            count.wrong.append(f"{where}: the next command ended with {done.code}: {done.err[-400:]}")
        count.wrong += [f"{where}: {line}" for line in at_the_end(place, after)]
    except Hangs as hangs:
        count.wrong.append(f"{where}: {hangs}")


def _cpu_of_run(stages: Stages) -> float:
    return next(step.cpu for step in stages.steps if step.name == "run")


def _killed(place: Path, words: tuple[str, ...], cpu: float, count: Count, where: str) -> Ended:
    return _counted(Command(place, *words), lambda command: command.kill_at(cpu), count, where)


def _killed_minting(place: Path, words: tuple[str, ...], later: float, count: Count, where: str) -> Ended:
    """Kill a release within a moment of its first touch of the ledger."""
    ledger = place / "ledger"
    was = _seen(ledger)

    def minting() -> bool:
        if _seen(ledger) == was:
            return False
        time.sleep(later)
        return True

    return _counted(Command(place, *words), lambda command: command.kill_when(minting), count, where)


def _seen(folder: Path) -> list[tuple[str, int]]:
    found = []
    for path in folder.glob("*") if folder.is_dir() else ():
        try:
            found.append((path.name, path.stat().st_ino))
        except OSError:
            continue
    return sorted(found)


def _counted(command: Command, kill: Callable[[Command], Ended], count: Count, where: str) -> Ended:
    ended = kill(command)
    if ended.killed:
        count.kills += 1
    else:
        count.too_late += 1
    count.wrong += [f"{where}: still lives: {line}" for line in command.survivors()]
    return ended


def _change(place: Path, chance: random.Random) -> None:
    """One of the things that people do to inputs."""
    budgets = sorted((place / "raw" / "budgets").rglob("*.csv"))
    one = chance.choice(budgets)
    chance.choice(list(_changes(one)))()


def _changes(budget: Path) -> Iterator[Callable[[], object]]:
    lines = budget.read_bytes().rstrip().splitlines()
    yield lambda: budget.write_bytes(b"\r\n".join(lines[:-1]) + b"\r\n")
    yield budget.unlink
    yield lambda: shutil.copyfile(budget, budget.with_name("gm0106_" + budget.name))
    yield lambda: budget.write_bytes(b"\r\n".join([*lines, lines[-1].replace(b"a", b"e")]) + b"\r\n")
