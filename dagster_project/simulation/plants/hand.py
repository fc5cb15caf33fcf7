"""The hand that plants one kind: what it may change of a country, and the noting of where it did.

Belongs here: the ways into documents, tables and files. Does not belong here: what a kind does with them.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from functools import cached_property
from typing import TypeVar

from dagster_project.simulation.files.layouts import write_document
from dagster_project.simulation.files.parallel import PROCESSES, results_in_order
from dagster_project.simulation.model import Population
from dagster_project.simulation.plants.budgets import Change, with_more, with_parties
from dagster_project.simulation.plants.budgets import differences as of_documents
from dagster_project.simulation.plants.model import NothingThere, Plant
from dagster_project.simulation.plants.raw_files import RawFiles
from dagster_project.simulation.plants.tables import Table
from dagster_project.simulation.randomness import generator
from dagster_project.simulation.sources.budgets.content import Document, Party
from dagster_project.simulation.sources.budgets.reports import Report

Item = TypeVar("Item")
AT_ONCE = 8
"""Documents handed to a process at a time."""
REPORTED_ON = 2024
"""The snapshot in which kinds are planted that ask for one: the last, of which all sources tell."""


@dataclass
class Country:
    """A finished country: its truth, its raw files, and the budgets in them as the documents that they were made of."""

    population: Population
    seed: int
    files: RawFiles
    reports: dict[str, Report]
    plants: list[Plant] = field(default_factory=list)


class Hand:
    """One kind at work on a country. `chance` is the generator of the kind and the seed alone."""

    def __init__(self, kind: str, country: Country, processes: int = PROCESSES):
        self.kind, self.country, self.files, self._processes = kind, country, country.files, processes

    @cached_property
    def chance(self) -> random.Random:
        """A generator of random numbers."""
        return generator("plant", self.kind, self.country.seed)

    def note(self, file: str, place: str, before: str, after: str) -> None:
        """Tell what was planted."""
        self.country.plants.append(Plant(self.kind, file, place, before, after))

    def first(self, items: Iterable[Item]) -> Item:
        """The first of some things that a kind needs; raises NothingThere where there is none."""
        for item in items:
            return item
        raise NothingThere(self.kind)

    # --- budgets as documents ---

    def budgets(self, snapshot: int = REPORTED_ON, prefix: str = "") -> list[str]:
        """Paths of the budgets of a snapshot that are there, of bodies whose id begins so."""
        return [path for path in self.paths(f"budgets/{snapshot}/{prefix}*") if path in self.country.reports]

    def document(self, path: str) -> Document:
        """The document of a budget."""
        return self.country.reports[path].document

    def rewrite(self, change: Callable[[Document], Document], paths: Iterable[str] | None = None) -> None:
        """Change documents (all budgets of the last snapshot where no paths are given) and write them anew."""
        chosen = self.budgets() if paths is None else paths
        pairs = [(path, self.document(path), change(self.document(path))) for path in chosen]
        pairs = [(path, before, after) for path, before, after in pairs if before != after]
        # The places of before matter only for parties that go, so only then they are looked up.
        apart = [len(before.parties) > len(after.parties) for _, before, after in pairs]
        jobs = [after for _, _, after in pairs] + [pair[1] for pair, gone in zip(pairs, apart, strict=True) if gone]
        written = list(results_in_order(write_document, jobs, self._processes, AT_ONCE))
        former = iter(written[len(pairs) :])
        for (path, before, after), gone, (content, places) in zip(pairs, apart, written, strict=False):
            was = next(former)[1] if gone else [""] * len(before.parties)
            self.country.reports[path] = replace(self.country.reports[path], document=after)
            if content == self.files[path]:
                continue  # a layout need not show what was changed
            self.files[path] = content
            for place, old, new in of_documents(before, after, was, places):
                self.note(path, place, old, new)

    def parties(self, change: Change, paths: Iterable[str] | None = None) -> None:
        """Change each party of budgets; one for which nothing is given is left out."""
        self.rewrite(lambda document: with_parties(document, change), paths)

    def add_parties(self, make: Callable[[Document], Iterable[Party]], paths: Iterable[str] | None = None) -> None:
        """Add parties to budgets."""
        self.rewrite(lambda document: with_more(document, make(document)), paths)

    def largest(self, snapshot: int = REPORTED_ON) -> list[str]:
        """The budgets of a snapshot by their number of parties, the longest first."""
        return sorted(self.budgets(snapshot), key=lambda path: (-len(self.document(path).parties), path))

    def with_amounts(self, snapshot: int = REPORTED_ON) -> list[str]:
        """The budgets of a snapshot that give amounts, the one with most first."""
        found = {path: sum(len(p.amounts) for p in self.document(path).parties) for path in self.budgets(snapshot)}
        return sorted((path for path in found if found[path]), key=lambda path: (-found[path], path))

    # --- tables ---

    @contextmanager
    def table(self, path: str) -> Iterator[Table]:
        """The table of a file, to be changed; written back, and its differences noted, at the end."""
        table = Table(path, self.files[path])
        yield table
        found = list(table.differences())
        if found:
            self.files[path] = table.content()
        for place, before, after in found:
            self.note(path, place, before, after)

    def tables(self, pattern: str) -> Iterator[Table]:
        """The table of each file that fits a pattern, one after another; each is written back as `table` does."""
        for path in self.paths(pattern):
            with self.table(path) as table:
                yield table

    # --- files ---

    def paths(self, pattern: str) -> list[str]:
        """Paths below raw/ that fit a pattern, in their order."""
        return [path for path in self.files if fnmatchcase(path, pattern)]

    def write(self, path: str, content: bytes, after: str | None = None) -> None:
        """Write a whole file; `after` says what it is now."""
        before = self.files.get(path)
        if before == content:
            return
        self.files[path] = content
        self.note(path, "file", "" if before is None else _size(before), after or _size(content))

    def remove(self, path: str) -> None:
        """Take a file away."""
        self.note(path, "file", _size(self.files[path]), "")
        del self.files[path]


def _size(content: bytes) -> str:
    return f"{len(content)} bytes"
