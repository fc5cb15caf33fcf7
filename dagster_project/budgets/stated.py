"""What a budget says of itself in its opening lines: of which year it is, of which body, and that it is a draft.

Belongs here: finding these in a document. Does not belong here: whether that is the year and the body of its delivery
(`quality`). An opening that says none of them is common, and no fault.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dagster_project.budgets.reading import default_jobs
from dagster_project.budgets.version import key_of, version_of
from dagster_project.documents import Document, Refused, Table, read_document
from dagster_project.documents.cache import Cache
from dagster_project.documents.text import one_line
from dagster_project.sandbox import Pool

_TARGET = "dagster_project.budgets.stated:stated_here"
_LINES = 4
"""Lines at the top in which a document says what it is; further down it speaks of others and of other years."""
_PAGES = 2
"""Pages of a PDF in which they stand: to look through all of a long one takes as long as reading its parties."""
_LONGEST = 300
"""Characters of such a line that are looked at."""
_YEAR = re.compile(r"(?:begroting|verbonden partijen)\D{0,25}\b(20\d\d)\b", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:[Gg]emeente|[Pp]rovincie|[Pp]rovinsje|[Ww]aterschap|[Hh]oogheemraadschap(?: van)?|[Ww]etterskip)\s+"
    r"(?:[A-Z]|'s-[A-Z]|'t [A-Z]|[dD]e [A-Z]|[hH]et [A-Z])[^,.;:|/()]{0,40}"
)


_DRAFT = re.compile(
    r"\bconcept(?:versie)?\b|\b(?:concept|ontwerp)[ -]?(?:programma|meerjaren)?begroting\b|\bnog niet vastgesteld\b",
    re.IGNORECASE,
)


class Stated(NamedTuple):
    """The years that the opening says, its lines where one of them names a body, and by which words it is a draft."""

    years: tuple[int, ...] = ()
    lines: tuple[str, ...] = ()
    draft: tuple[str, ...] = ()


class Statements:
    """What documents say of themselves, kept by content in a folder. Close it by using it as a context."""

    def __init__(self, folder: Path, jobs: int | None = None):
        self._cache, self._pool = Cache(folder), Pool(_TARGET, jobs or default_jobs())

    def __enter__(self) -> "Statements":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.__exit__()

    def of(self, paths: Sequence[Path]) -> list[Stated]:
        """What each document says, in the order of the paths; nothing where it cannot be read."""
        version = version_of(__name__)
        keys = [key_of(path, version) for path in paths]
        said: dict[str, Any] = {key: self._cache.get(key) for key in keys if key}
        waiting = {key: path for key, path in zip(keys, paths, strict=True) if key and said[key] is None}
        for place, reading in self._pool.read(list(waiting.values())):
            key = list(waiting)[place]
            said[key] = [[], [], []] if reading.refusal else reading.value
            if not reading.passing:
                self._cache.put(key, said[key])
        return [Stated(*map(tuple, said[key])) if key else Stated() for key in keys]


def stated_here(path: Path) -> tuple[list[int], list[str], list[str]]:
    """What a document says of itself, read in this very process: for the children of `Statements`."""
    try:
        stated = stated_in(read_document(path, first=_PAGES))
    except Refused:
        return [], [], []
    return list(stated.years), list(stated.lines), list(stated.draft)


def stated_in(document: Document) -> Stated:
    """What the opening lines of a document say."""
    lines = [line[:_LONGEST] for line in _opening(document)]
    years = {int(year) for line in lines for year in _YEAR.findall(line)}
    draft = {word.lower() for line in lines for word in _DRAFT.findall(line)}
    return Stated(tuple(sorted(years)), tuple(lines) if any(map(named_body, lines)) else (), tuple(sorted(draft)))


def named_body(line: str) -> str | None:
    """What a line calls a body, with what follows up to the next sign; None where it names none."""
    match = _BODY.search(line)
    return match[0].strip() if match else None


def _opening(document: Document) -> list[str]:
    found: list[str] = []
    for block in document.blocks:
        texts = [" ".join(row.distinct) for row in block.rows[:_LINES]] if isinstance(block, Table) else [block.text]
        found += [line for text in texts if (line := one_line(text))]
        if len(found) >= _LINES:
            break
    return found[:_LINES]
