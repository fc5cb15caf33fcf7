"""The expectations as declared in `expectations/*.yml`. Knows neither Great Expectations nor DuckDB."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dagster_project.dictionary import all_tables
from dagster_project.workspace import PROJECT, UnreadableInput

FOLDER = PROJECT / "expectations"
SUITES = ("definition", "integrity", "coverage", "comparability", "reconciliation", "privacy", "amounts")
SEVERITIES = ("fatal", "error", "warning")
_NEEDED = {"id", "severity", "table", "owner", "why", "eis", "waarom", "gx", "failing_sql"}
_OPTIONAL = {"rows", "catches", "may_be_empty"}
LOCK = "expectations.lock"
"""Every expectation with its severity, one a line: none can go, or weigh less, without a change to this file too."""


@dataclass(frozen=True)
class Expectation:
    """One expectation: the type of Great Expectations with its arguments, and the SQL that lists the failing keys.

    `eis` and `waarom` say in Dutch what must hold and why; `why` says it to who mends it.
    `catches` names the kinds of planted faults (`docs/faults.md`) that it is made for. `may_be_empty` says in Dutch why
    it may have no row to look at; without it, that is an error.
    `rows` is the SQL of what it looks at, where that is not the whole `table`; `failing_sql` sees it as the view
    `rows` and the arguments as `$name`, so that a threshold is written once.
    """

    id: str
    suite: str
    severity: str
    table: str
    owner: str
    why: str
    eis: str
    waarom: str
    type: str
    kwargs: Mapping[str, Any]
    failing_sql: str
    rows: str | None = None
    catches: tuple[str, ...] = ()
    may_be_empty: str | None = None

    @property
    def threshold(self) -> str:
        """What is expected, in one line: the arguments of its type."""
        said = ", ".join(f"{k} {v}" for k, v in self.kwargs.items())
        return f"{self.type.removeprefix('expect_').replace('_', ' ')}: {said}"


@cache
def declared(folder: Path = FOLDER) -> tuple[Expectation, ...]:
    """Every expectation, in the order of the suites and of their files.

    Raises UnreadableInput naming the file, the expectation and the mend; also where they are not those of the lock.
    """
    found = as_written(folder)
    path = folder / LOCK
    locked = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    if differs := sorted(set(locked) ^ set(lock_lines(found))):
        what = f"expectations are not those of the lock: {', '.join(differs)}"
        raise UnreadableInput(what, path, "undo the change, or make it one on purpose: make expectations")
    return found


def lock_lines(expectations: Iterable[Expectation]) -> list[str]:
    """The lines of the lock: suite, id and severity of each, sorted."""
    return sorted(f"{e.suite} {e.id} {e.severity}" for e in expectations)


def as_written(folder: Path = FOLDER) -> tuple[Expectation, ...]:
    """The expectations of the files, whatever the lock says; raises UnreadableInput as `declared`, or for none."""
    found = [e for suite in SUITES for e in _suite(folder / f"{suite}.yml", suite)]
    ids = [e.id for e in found]
    if double := sorted({i for i in ids if ids.count(i) > 1}):
        raise UnreadableInput(f"declared twice: {', '.join(double)}", folder, "give each its own id")
    if not found:
        raise UnreadableInput("no expectation is declared", folder, "bring its files back")
    return tuple(found)


def question_of(suite: str, folder: Path = FOLDER) -> str:
    """The question that a suite answers, in Dutch."""
    return _load(folder / f"{suite}.yml")["question"]


def _load(path: Path) -> dict[str, Any]:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise UnreadableInput(f"no suite can be read: {error}", path, "write it as YAML, as its neighbours") from None


def _suite(path: Path, suite: str) -> list[Expectation]:
    raw = _load(path)
    if raw.get("suite") != suite or not raw.get("question"):
        raise UnreadableInput("the suite is not named", path, f"begin with 'suite: {suite}' and its question")
    return [_expectation(entry, suite, path) for entry in raw["expectations"]]


def _expectation(entry: dict[str, Any], suite: str, path: Path) -> Expectation:
    where = f"{path}, {entry.get('id')}"
    if (missing := _NEEDED - set(entry)) or (set(entry) - _NEEDED - _OPTIONAL):
        extra = sorted(set(entry) - _NEEDED - _OPTIONAL)
        raise UnreadableInput(f"missing: {sorted(missing)}, unknown: {extra}", where, f"write {sorted(_NEEDED)}")
    if entry["severity"] not in SEVERITIES:
        raise UnreadableInput(f"severity is '{entry['severity']}'", where, f"write one of {', '.join(SEVERITIES)}")
    if entry["table"] not in all_tables():
        raise UnreadableInput(f"there is no table '{entry['table']}'", where, "name a table of the dictionary")
    gx = entry["gx"]
    return Expectation(
        id=entry["id"],
        suite=suite,
        severity=entry["severity"],
        table=entry["table"],
        owner=entry["owner"],
        why=" ".join(entry["why"].split()),
        eis=" ".join(entry["eis"].split()),
        waarom=" ".join(entry["waarom"].split()),
        type=gx["type"],
        kwargs=gx["kwargs"],
        failing_sql=entry["failing_sql"],
        rows=entry.get("rows"),
        catches=tuple(entry.get("catches", ())),
        may_be_empty=entry.get("may_be_empty"),
    )
