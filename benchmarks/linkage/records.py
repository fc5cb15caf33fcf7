"""Mentions for the benchmark: those of a simulated country, or of several beside each other.

A further country has the same words for tasks and bodies, as it would have, and names and governments of its own.
"""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from dagster_project.evaluation.truth.mentions import mentions_of_country
from dagster_project.linkage.names.parse import Name, read_name
from dagster_project.linkage.names.vocabulary import COOPERATION, LEGAL, STOP_WORDS
from dagster_project.linkage.records.from_tables import records_of
from dagster_project.linkage.records.record import Record, forms_of, interner
from dagster_project.linkage.records.subjects import subject_words
from dagster_project.organisations.participants import resolve_participants
from dagster_project.texts import fold

_WORD = re.compile(r"[^\W\d_]{4,}")


def records_for(truth: Path, size: int) -> list[Record]:
    """`size` records: the mentions of the country of this truth by source, then those of copies of it."""
    mentions = mentions_of_country(truth)[0].head(size)
    participants, _ = resolve_participants(mentions)
    country = records_of(mentions, participants)
    common = subject_words(country) | COOPERATION | LEGAL | STOP_WORDS
    found = list(country)
    copy = 1
    while len(found) < size:
        moved = _Elsewhere(copy, common)
        found += [moved(record) for record in country[: size - len(found)]]
        copy += 1
    return found


class _Elsewhere:
    """The records of another country: names, governments, places and lists of its own."""

    def __init__(self, copy: int, common: frozenset[str]) -> None:
        self.mark = "".join(chr(ord("a") + int(d)) for d in str(copy))
        self.common = common
        self.same = interner()
        self.renamed = cache(self._renamed)
        self.moved = cache(self._moved)

    def __call__(self, record: Record) -> Record:
        name, names, forms = self.renamed(record.name)
        return replace(
            record,
            mention_id=f"{record.mention_id}{self.mark}",
            name=name,
            names=names,
            forms=forms,
            participants=self.moved(record.participants),
            near=self.moved(record.near),
            seats=self.moved(record.seats),
            listing=record.listing and self.same(f"{record.listing}{self.mark}"),
        )

    def _renamed(self, written: str) -> tuple[str, tuple[Name, ...], tuple[tuple[str, ...], ...]]:
        name = _WORD.sub(lambda m: m[0] if fold(m[0]) in self.common else f"{m[0]}{self.mark}x", written)
        names = (read_name(name),)
        return name, names, forms_of(names)

    def _moved(self, ids: frozenset[str]) -> frozenset[str]:
        return frozenset(self.same(f"{i}{self.mark}") for i in ids)
