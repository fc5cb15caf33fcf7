"""Mentions for the benchmark: those of a simulated country, or of several beside each other.

A further country has the same words for tasks and bodies, as it would have, and names and governments of its own.
"""

import re
from dataclasses import replace
from pathlib import Path

from dagster_project.evaluation.link import mentions_of_country
from dagster_project.linkage.names import read_name
from dagster_project.linkage.records import Record, all_forms, records_of
from dagster_project.linkage.subjects import subject_words
from dagster_project.linkage.vocabulary import LEGAL, SHAPES, STOP
from dagster_project.organisations.participants import resolve_participants
from dagster_project.organisations.spelling import fold

_WORD = re.compile(r"[^\W\d_]{4,}")


def records_for(truth: Path, size: int) -> list[Record]:
    """`size` records: the mentions of the country of this truth by source, then those of copies of it."""
    mentions = mentions_of_country(truth)[0].head(size)
    participants, _ = resolve_participants(mentions)
    country = records_of(mentions, participants)
    common = subject_words(country) | SHAPES | LEGAL | STOP
    found = list(country)
    copy = 1
    while len(found) < size:
        found += [_elsewhere(record, copy, common) for record in country]
        copy += 1
    return found[:size]


def _elsewhere(record: Record, copy: int, common: frozenset[str]) -> Record:
    mark = "".join(chr(ord("a") + int(d)) for d in str(copy))

    def renamed(match: re.Match[str]) -> str:
        return match.group() if fold(match.group()) in common else f"{match.group()}{mark}x"

    def moved(ids: frozenset[str]) -> frozenset[str]:
        return frozenset(f"{i}{mark}" for i in ids)

    name = _WORD.sub(renamed, record.name)
    names = (read_name(name),)
    return replace(
        record,
        mention_id=f"{record.mention_id}{mark}",
        name=name,
        names=names,
        forms=all_forms(names),
        participants=moved(record.participants),
        near=moved(record.near),
        seats=moved(record.seats),
        listing=record.listing and f"{record.listing}{mark}",
    )
