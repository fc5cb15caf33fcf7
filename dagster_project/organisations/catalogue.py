"""The organisations as seen from one date: which exist, which name is whose, and what became of those that are gone.

Belongs here: the index of names and the walk along mergers and splits. Does not belong here: reading a name.
"""

import datetime
from dataclasses import dataclass, field
from functools import cache

from dagster_project.organisations.spelling import spell, without_article
from dagster_project.organisations.vocabulary import other_names
from dagster_project.texts import fold
from dagster_project.workspace.seeds import read_seed


@dataclass(frozen=True)
class Organisation:
    """One organisation and the period in which it existed."""

    id: str
    kind: str
    name: str
    province: str | None
    valid_from: datetime.date | None
    valid_to: datetime.date | None

    def exists(self, date: datetime.date) -> bool:
        return (self.valid_from is None or self.valid_from <= date) and (self.valid_to is None or date < self.valid_to)


@dataclass(frozen=True)
class Fate:
    """Where an organisation is found at a date: itself, its successor, its heirs of a split, or not yet founded."""

    how: str  # same, merged, split, not_yet
    ids: tuple[str, ...]


@dataclass
class Catalogue:
    """All organisations from the seeds, indexed by folded name, seen from `date`."""

    date: datetime.date
    organisations: dict[str, Organisation] = field(default_factory=dict)
    by_key: dict[str, tuple[str, ...]] = field(default_factory=dict)
    by_whole: dict[str, tuple[str, ...]] = field(default_factory=dict)
    by_bare: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def fate(self, organisation_id: str) -> Fate:
        """Follow mergers and splits up to the date; KeyError for an unknown id."""
        body = self.organisations[organisation_id]
        if body.exists(self.date):
            return Fate("same", (organisation_id,))
        if body.valid_from and self.date < body.valid_from:
            origins = sorted({old for old, new, _ in _changes() if new == organisation_id})
            return Fate("not_yet", tuple(o for o in origins if self.organisations[o].exists(self.date)))
        heirs = [(new, kind) for old, new, kind in _changes() if old == organisation_id]
        ends = sorted({i for new, _ in heirs for i in self.fate(new).ids})
        how = "split" if len(ends) > 1 or any(kind == "split" for _, kind in heirs) else "merged"
        return Fate(how, tuple(ends))

    def kind(self, organisation_id: str | None) -> str | None:
        """Kind of an id; non_government for ids made from a name."""
        if organisation_id is None:
            return None
        body = self.organisations.get(organisation_id)
        return body.kind if body else "non_government" if organisation_id.startswith("ng") else None

    def province(self, organisation_id: str) -> str | None:
        body = self.organisations.get(organisation_id)
        return body.province if body else None


@cache
def _changes() -> tuple[tuple[str, str, str], ...]:
    rows = [*read_seed("municipality_change").select("old_id", "new_id", "kind").iter_rows()]
    rows += read_seed("former_organisation").select("organisation_id", "successor_id", "fate").iter_rows()
    return tuple(sorted(rows))


@cache
def catalogue_at(date: datetime.date) -> Catalogue:
    """The catalogue at a date; names of a period count only where the period covers the date or has ended."""
    import polars as pl

    book = Catalogue(date)
    columns = ["organisation_id", "kind", "name", "province_id", "valid_from", "valid_to"]
    for row in read_seed("organisation").select(columns).iter_rows():
        book.organisations[row[0]] = Organisation(*row)
    former = read_seed("former_organisation").select("organisation_id", "kind", "name", "province_id", "ended_on")
    for organisation_id, *said, ended_on in former.unique(maintain_order=True).iter_rows():
        book.organisations[organisation_id] = Organisation(organisation_id, *said, None, ended_on)
    keys: dict[str, set[str]] = {}
    wholes: dict[str, set[str]] = {}
    bares: dict[str, set[str]] = {}
    named = [(b.id, b.name) for b in book.organisations.values()]
    begun = pl.col("valid_from").is_null() | (pl.col("valid_from") <= date)
    named += read_seed("organisation_name").filter(begun).select("organisation_id", "name").iter_rows()
    named += [(i, name) for i, names in other_names().items() for name in names]
    for organisation_id, name in named:
        spelling = spell(name)
        keys.setdefault(spelling.key, set()).add(organisation_id)
        wholes.setdefault(fold(name), set()).add(organisation_id)
        bares.setdefault(without_article(spelling.key).replace(" ", ""), set()).add(organisation_id)
    for made, target in ((keys, book.by_key), (wholes, book.by_whole), (bares, book.by_bare)):
        target.update({key: tuple(sorted(ids)) for key, ids in sorted(made.items())})
    return book
