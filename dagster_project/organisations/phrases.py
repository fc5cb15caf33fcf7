"""Counts and groups in prose: `De 12 Groninger gemeenten`, `alle gemeenten in Groningen, behalve Pekela en Veendam`.

A phrase expands only where the group is known at the date, the number agrees, and each exception is one of the group.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dagster_project.organisations.catalogue import Catalogue
from dagster_project.organisations.vocabulary import phrase_words
from dagster_project.texts import fold
from dagster_project.workspace.seeds import read_seed

FIRST_NUMBER = 2
"""What the first word for a number means: one is no group."""


@dataclass(frozen=True)
class Phrase:
    """A phrase about a group: its members at the date, empty where they are not known for certain."""

    members: tuple[str, ...]


def read_phrase(written: str, book: Catalogue) -> Phrase | None:
    """The phrase as its members, or None where the text is no phrase about a group."""
    text, words = fold(written), phrase_words()
    noun, count = _noun().search(text), _count().search(text)
    if not noun:
        return None
    if not (count or words.all.search(text)):
        # `Gemeenten Assen en Emmen` is a list of names, not a group.
        return Phrase(()) if words.vague.search(text) else None
    number = _number(count.group()) if count else None
    kind = words.kinds[noun.group()]
    except_for = words.without.search(text)
    if except_for and except_for.start() < noun.end():
        return Phrase(())
    told, excepted = (text[: except_for.start()], text[except_for.end() :]) if except_for else (text, "")
    if excepted and kind == "municipality" and not _label(told):
        return Phrase(())  # of a region that goes without saying
    groups = [_less(g, excepted, book) for g in _groups(told, kind, book) if number is None or len(g) == number]
    return Phrase(groups[0] if len(set(groups)) == 1 else ())


def _less(group: tuple[str, ...], excepted: str, book: Catalogue) -> tuple[str, ...]:
    """The group without those that a text names; nobody where it names anything else."""
    rest, gone = excepted, set()
    for name, member in sorted(((fold(book.organisations[m].name), m) for m in group), key=lambda x: (-len(x[0]), x)):
        found = re.sub(rf"\b{re.escape(name)}\b", " ", rest)
        if found != rest:
            rest, gone = found, {*gone, member}
    return () if _filler().sub(" ", rest).strip() else tuple(m for m in group if m not in gone)


def _groups(text: str, kind: str, book: Catalogue) -> list[tuple[str, ...]]:
    there = sorted(b.id for b in book.organisations.values() if b.kind == kind and b.exists(book.date))
    label = _label(text)
    if not label or label in phrase_words().country:
        return [tuple(there)]
    if kind != "municipality":
        return []
    systems = [s.system for s in phrase_words().systems if s.pattern.search(text)]
    found = []
    for system, members in _known_groups().get(label, ()):
        if not systems or system in systems:
            group = tuple(m for m in there if m in members)
            if group:
                found.append(group)
    return found


def _number(written: str) -> int:
    return int(written) if written.isdigit() else phrase_words().numbers.index(written) + FIRST_NUMBER


def _label(text: str) -> str:
    """The region that a phrase names: what is left without noun, count and fillers."""
    rest = _noun().sub(" ", _count().sub(" ", text))
    for adjective, name in sorted(phrase_words().adjectives.items(), key=lambda pair: -len(pair[0])):
        rest = re.sub(rf"\b{adjective}\b", name, rest)
    return " ".join(_filler().sub(" ", rest).split())


@cache
def _noun() -> re.Pattern[str]:
    return _words_of(phrase_words().kinds)


@cache
def _count() -> re.Pattern[str]:
    return _words_of((r"\d{1,3}", *phrase_words().numbers))


@cache
def _filler() -> re.Pattern[str]:
    return _words_of(phrase_words().fillers)


def _words_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(words) + r")\b")


@cache
def _known_groups() -> dict[str, list[tuple[str, frozenset[str]]]]:
    members: dict[tuple[str, str], set[str]] = {}
    systems = [s.system for s in phrase_words().systems if s.system != "province"]
    for row in read_seed("municipality_region").iter_rows(named=True):
        for system in systems:
            members.setdefault((_label(fold(row[system])), system), set()).add(row["organisation_id"])
    provinces = {b[0]: b[1] for b in _provinces()}
    for organisation_id, province in _municipalities():
        members.setdefault((fold(provinces[province]), "province"), set()).add(organisation_id)
    groups: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for (label, system), ids in sorted(members.items()):
        groups.setdefault(label, []).append((system, frozenset(ids)))
    return groups


def _provinces():
    import polars as pl

    return read_seed("organisation").filter(pl.col("kind") == "province").select("organisation_id", "name").iter_rows()


def _municipalities():
    import polars as pl

    rows = read_seed("organisation").filter(pl.col("kind") == "municipality")
    return rows.select("organisation_id", "province_id").iter_rows()
