"""Counts and groups in prose: `De 12 Groninger gemeenten`, `alle gemeenten in de provincie Groningen`.

A phrase expands only where the group is known at the date and the number agrees.
"""

import re
from dataclasses import dataclass
from functools import cache

from dagster_project.organisations.catalogue import Catalogue
from dagster_project.texts import fold
from dagster_project.workspace.seeds import read_seed

_WORDS = (
    "twee", "drie", "vier", "vyf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien",
    "vyftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
)  # fmt: skip
_NUMBERS = {word: number for number, word in enumerate(_WORDS, start=2)}
_KINDS = {
    "gemeenten": "municipality",
    "provincies": "province",
    "provincien": "province",
    "waterschappen": "water_board",
}
_NOUN = re.compile(r"\b(gemeenten|provincies|provincien|waterschappen)\b")
_COUNT = re.compile(r"\b(\d{1,3}|" + "|".join(_NUMBERS) + r")\b")
_ALL = re.compile(r"\b(alle|allen|samen met alle)\b")
_SYSTEM_WORDS = (
    (re.compile(r"\bprovincie\b"), "province"),
    (re.compile(r"\bveiligheidsregio\b"), "safety_region"),
    (re.compile(r"\bggd\b"), "health_region"),
    (re.compile(r"\b(?:omgevingsdienst|rud|uitvoeringsdienst)\b"), "environment_service"),
    (re.compile(r"\barbeidsmarktregio\b"), "labour_market_region"),
    (re.compile(r"\bjeugd(?:zorg|hulp)?regio\b"), "youth_region"),
    (re.compile(r"\b(?:zorg en )?veiligheidshuis\b"), "care_safety_house"),
    (re.compile(r"\bcorop\b"), "corop"),
    (re.compile(r"\bwmo\b"), "wmo_region"),
)
_SYSTEMS = tuple(name for _, name in _SYSTEM_WORDS if name != "province")
_FILLER = re.compile(
    r"\b(?:de|het|alle|allen|uit|in|van|binnen|regio|gebied|werkgebied|deelnemende|inliggende|provincie|gemeenten|"
    r"veiligheidsregio|ggd|omgevingsdienst|rud|uitvoeringsdienst|arbeidsmarktregio|jeugdregio|zorg|en|veiligheidshuis|"
    r"corop|wmo|jeugdzorgregio|jeugdhulpregio)\b"
)
_ADJECTIVES = {
    "groninger": "groningen", "groningse": "groningen", "drentse": "drenthe", "friese": "fryslan", "fryske": "fryslan",
    "overysselse": "overyssel", "gelderse": "gelderland", "utrechtse": "utrecht", "noord hollandse": "noord holland",
    "zuid hollandse": "zuid holland", "zeeuwse": "zeeland", "brabantse": "noord brabant", "limburgse": "limburg",
    "noord brabantse": "noord brabant", "flevolandse": "flevoland", "twentse": "twente", "friesland": "fryslan",
    "achterhoekse": "achterhoek", "brabant": "noord brabant", "nederlandse": "nederland",
}  # fmt: skip


@dataclass(frozen=True)
class Phrase:
    """A phrase about a group: its members at the date, empty where they are not known for certain."""

    members: tuple[str, ...]


def read_phrase(written: str, book: Catalogue) -> Phrase | None:
    """The phrase as its members, or None where the text is no phrase about a group."""
    text = fold(written)
    noun, count, whole = _NOUN.search(text), _COUNT.search(text), _ALL.search(text)
    if not noun:
        return None
    if not (count or whole):
        # `Gemeenten Assen en Emmen` is a list of names, not a group.
        return Phrase(()) if re.match(r"^(?:de|diverse|overige|meerdere|verschillende|omliggende)\b", text) else None
    if re.search(r"\b(?:behalve|exclusief|zonder|uitgezonderd|met uitzondering)\b", text):
        return Phrase(())
    number = (int(count.group()) if count.group().isdigit() else _NUMBERS[count.group()]) if count else None
    kind = _KINDS[noun.group()]
    groups = [g for g in _groups(text, kind, book) if number is None or len(g) == number]
    return Phrase(groups[0] if len(set(groups)) == 1 else ())


def _groups(text: str, kind: str, book: Catalogue) -> list[tuple[str, ...]]:
    there = sorted(b.id for b in book.organisations.values() if b.kind == kind and b.exists(book.date))
    label = _label(text)
    if label in ("", "nederland", "ons land"):
        return [tuple(there)]
    if kind != "municipality":
        return []
    systems = [name for pattern, name in _SYSTEM_WORDS if pattern.search(text)]
    found = []
    for system, members in _known_groups().get(label, ()):
        if not systems or system in systems:
            group = tuple(m for m in there if m in members)
            if group:
                found.append(group)
    return found


def _label(text: str) -> str:
    rest = _NOUN.sub(" ", _COUNT.sub(" ", text))
    for adjective, name in sorted(_ADJECTIVES.items(), key=lambda pair: -len(pair[0])):
        rest = re.sub(rf"\b{adjective}\b", name, rest)
    return " ".join(_FILLER.sub(" ", rest).split())


@cache
def _known_groups() -> dict[str, list[tuple[str, frozenset[str]]]]:
    members: dict[tuple[str, str], set[str]] = {}
    for row in read_seed("municipality_region").iter_rows(named=True):
        for system in _SYSTEMS:
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
