"""`BudgetReader`: many documents to what `read_budget` says of each, in children of their own, each document once.

Belongs here: what is read again and what is not, and the order of results. Does not belong here: what a document says
(`reader`), how a child is held in check (`documents.pool`), rows of tables (`pipeline`).
"""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from dagster_project.budgets.progress import Progress
from dagster_project.budgets.version import key_of, reader_version
from dagster_project.documents.cache import Cache
from dagster_project.sandbox import Pool, Reading

Said = tuple[list[dict[str, Any]], list[dict[str, Any]]]
"""The parties and the refusals of a document, as `read_budget` gives them."""

_TARGET = "dagster_project.budgets.reading:read_here"


def default_jobs() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_here(path: Path) -> Said:
    """What a document says, read in this very process: for the children, and for whoever looks for a fault."""
    from dagster_project.budgets.reader import read_budget

    return read_budget(path, snapshot=0, organisation_id="")


def warm() -> None:
    """What all children share, made once before they are forked: parsers, and all that is loaded on first use (models,
    lists of words, libraries), which the reading of an invented budget of a table and a card asks for."""
    from dagster_project.budgets import reader
    from dagster_project.documents import Document, Heading, Paragraph, Row, Table, load_parsers

    load_parsers()
    rows = (("Naam", "Zetel", "Resultaat"), ("Stichting Hout", "Assen", "€ 5"), ("Coöperatie Glas", "Emmen", "n.v.t."))
    table = Table(tuple(Row(cells, f"line={number}") for number, cells in enumerate(rows)), "line=0")
    told = "Doel: wonen in de regio.\nDeelnemers: Aa en Hunze, Assen\nResultaat 2024: € 12.000"
    card = [Heading("Regio Zuid", 2, "line=4"), Paragraph(told, "line=5")]
    parties, _ = reader.read_parties(Document("text/plain", [Heading("Verbonden partijen", 1, "line=0"), table, *card]))
    for party in parties:
        reader.row_of(party)


class BudgetReader:
    """Reads documents; with a folder, keeps what was read there by content, name ending and version of the reader.

    `reads` counts the documents that were really read. Close it by using it as a context.
    """

    def __init__(
        self, folder: Path | None = None, jobs: int | None = None, tell: Callable[[Progress], None] | None = None
    ):
        self.cache = Cache(folder) if folder else None
        self.pool = Pool(_TARGET, jobs or default_jobs())
        self.tell = tell or (lambda progress: None)
        self.reads = 0

    def __enter__(self) -> "BudgetReader":
        return self

    def __exit__(self, *_: object) -> None:
        self.pool.__exit__()

    def read(self, paths: Sequence[Path]) -> list[Said]:
        """What each document says, in the order of the paths, whatever the order in which they are read."""
        progress = Progress(total=len(paths))
        said: dict[int, Said] = {}
        to_read: dict[str, list[int]] = {}
        keys = [key_of(path, reader_version()) for path in paths]
        for number, key in enumerate(keys):
            kept = self.cache.get(key) if self.cache and key else None
            if kept is None:
                to_read.setdefault(key or f"no file {number}", []).append(number)
            else:
                said[number] = (kept["parties"], kept["refusals"])
                progress.kept += 1
                self._note(progress, said[number])
        alike = list(to_read.items())
        for place, reading in self.pool.read([paths[numbers[0]] for _, numbers in alike]):
            key, numbers = alike[place]
            self.reads += 1
            progress.pages += reading.pages
            for number in numbers:
                said[number] = _said(reading)
                self._note(progress, said[number])
            if self.cache and keys[numbers[0]] and not reading.passing:
                self.cache.put(key, dict(zip(("parties", "refusals"), said[numbers[0]], strict=True)))
        return [said[number] for number in range(len(paths))]

    def _note(self, progress: Progress, said: Said) -> None:
        progress.done += 1
        progress.refusals += len(said[1])
        self.tell(progress)


def _said(reading: Reading) -> Said:
    if reading.refusal:
        refusal = reading.refusal
        return [], [{"locator": refusal.locator, "reason": refusal.reason, "detail": refusal.detail}]
    parties, refusals = reading.value
    return parties, refusals
