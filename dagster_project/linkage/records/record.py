"""Mentions, from the pipeline or from a plain file, as the records that linkage compares.

Belongs here: what is known of one mention, in one shape. Does not belong here: comparing and clustering.
"""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeVar

from dagster_project.linkage.names.parse import Name, read_name, tokens_of
from dagster_project.linkage.names.vocabulary import ARRANGEMENTS, BODIES, GENERIC
from dagster_project.organisations.catalogue import Catalogue, catalogue_at
from dagster_project.organisations.resolver import resolve_name
from dagster_project.organisations.snapshots import reference_date
from dagster_project.texts import fold
from dagster_project.workspace.seeds import snapshots

if TYPE_CHECKING:
    import polars as pl

T = TypeVar("T")

# Kinds of identifier of which one value belongs to one collaboration only. `so` is left out: one body may carry several
# regulations, and the register gives today's body on old versions too.
SURE_IDENTIFIERS = ("chain", "kvk", "sv")
ARRANGEMENT = "arrangement"
# No arrangement has so many; whoever lists them lists a country, and would be near every other.
MAX_PARTICIPANTS = 200
_SPACED = re.compile(r"\b([nbc]) v\b")


@dataclass(frozen=True, slots=True)
class Record:
    """One mention. `participants` is a list that claims to be whole; `near` are organisations known to be involved.

    `listing` names a list that holds each collaboration once (another row of it is another collaboration, mostly);
    `register` names the register and snapshot in which each chain is an arrangement of its own. `body` is the word of
    private law that the name or the form holds, `law` the legal form that a register gives, `kind` what `kind_of` makes
    of them. `number` is that of a list that numbers its rows, `numbered_in` the list. `members` are the forms of
    participants that are no government. `listed` counts the participants that the source gives, used or not;
    `purpose` are the telling words of its description.
    """

    mention_id: str
    name: str
    names: tuple[Name, ...]
    snapshot: int
    identifiers: frozenset[str]
    bodies: frozenset[str]
    participants: frozenset[str]
    near: frozenset[str]
    provinces: frozenset[str]
    seats: frozenset[str] = frozenset()
    postcodes: frozenset[str] = frozenset()
    listing: str = ""
    register: str = ""
    chain: str = ""
    period: tuple[datetime.date | None, datetime.date | None] | None = None
    forms: tuple[tuple[str, ...], ...] = field(default=())
    body: str = ""
    law: str = ""
    kind: str = ""
    number: str = ""
    numbered_in: str = ""
    members: frozenset[tuple[str, ...]] = frozenset()
    listed: int = 0
    purpose: frozenset[str] = frozenset()


@cache
def latest_book() -> Catalogue:
    """Organisations are compared as they are at the last snapshot, so that a merger does not part two lists."""
    return catalogue_at(reference_date(snapshots()[-1]))


@cache
def _merged() -> dict[str, str]:
    book = latest_book()
    fates = {i: book.fate(i) for i in book.organisations}
    return {i: fate.ids[0] for i, fate in fates.items() if fate.how == "merged" and fate.ids}


def today(ids: "list[str] | set[str]") -> frozenset[str]:
    """Ids at the last snapshot; what is unknown or split stays as it is."""
    merged = _merged()
    return frozenset(merged.get(i, i) for i in ids)


def provinces_of(ids: "frozenset[str]", book: Catalogue) -> frozenset[str]:
    return frozenset(p for i in ids if (p := book.province(i)))


@cache
def seat_of(written: str | None) -> tuple[str, frozenset[str]]:
    """A seat as a comparable place and, where it is a municipality, its id."""
    from dagster_project.organisations.spelling import spell

    if not written or not written.strip():
        return "", frozenset()
    resolution = resolve_name(f"gemeente {written}", snapshots()[-1])
    if resolution.organisation_id:
        return resolution.organisation_id, frozenset([resolution.organisation_id])
    return spell(written).key, frozenset()


@lru_cache(maxsize=200_000)
def body_of(*texts: str | None) -> str:
    """The first word of private law in the texts; empty where none is, as with a joint arrangement."""
    words = [w for t in texts if t for w in _SPACED.sub(r"\1v", fold(t)).split()]
    return next((b for word in words if (b := BODIES.get(word))), "")


def kind_of(name: str | None, form: str | None) -> str:
    """The body of private law that the form says, `ARRANGEMENT` where it says that there is none; what the name says
    where the form is silent; empty where both are."""
    if body := body_of(form):
        return body
    return ARRANGEMENT if form and ARRANGEMENTS & set(fold(form).split()) else body_of(name)


@lru_cache(maxsize=100_000)
def purpose_words(text: str) -> frozenset[str]:
    """The telling words of a description, as those of names are written: without those of the trade."""
    return frozenset(tokens_of(text)) - GENERIC


def all_forms(names: tuple[Name, ...]) -> tuple[tuple[str, ...], ...]:
    """The forms of all names of a record, each once, in order."""
    return tuple(dict.fromkeys(f for n in names for f in n.forms))


def shared() -> Callable[[T], T]:
    """A function that gives one object for all values that are equal: millions of mentions say the same few things."""
    known: dict = {}
    return lambda value: known.setdefault(value, value)


def records_of(mentions: "pl.DataFrame", participants: "pl.DataFrame | None") -> list[Record]:
    """Mentions of the pipeline as records, sorted by mention id.

    `participants` is the table `resolved_participant`; without it the ids that the sources give are used.
    """
    book = latest_book()
    listed, reporters, others = _participants(participants)
    same = shared()
    columns = [
        "mention_id", "delivery_id", "source", "snapshot", "name_written", "other_names", "identifiers",
        "legal_form_written", "seat_written", "purpose_written", "valid_from", "valid_to", "participant_codes",
        "reporting_organisation_id",
    ]  # fmt: skip
    records = []
    for row in mentions.select(columns).sort("mention_id").iter_rows(named=True):
        mention_id, identifiers = row["mention_id"], frozenset(row["identifiers"] or [])
        whole = listed.get(mention_id) if participants is not None else None
        if whole is None:
            whole = today({c for c in row["participant_codes"] or [] if c})
        count = len(whole)
        whole = whole if count <= MAX_PARTICIPANTS else frozenset()
        reporter = reporters.get(mention_id) or today({r for r in [row["reporting_organisation_id"]] if r})
        seat, place = seat_of(row["seat_written"])
        names = same(tuple(read_name(n) for n in [row["name_written"], *(row["other_names"] or [])] if n))
        chain = next((i for i in sorted(identifiers) if i.startswith("chain:")), "")
        register = row["source"] == "register"
        listing = same(f"{row['delivery_id']}|{row['snapshot']}")
        number = next((i for i in sorted(identifiers) if i.startswith("nr:")), "")
        records.append(
            Record(
                mention_id=mention_id,
                name=row["name_written"] or "",
                names=names,
                snapshot=row["snapshot"],
                identifiers=frozenset(i for i in identifiers if i.split(":")[0] in SURE_IDENTIFIERS),
                bodies=frozenset(i for i in identifiers if i.startswith("so:")),
                participants=same(whole if len(whole) > 1 else frozenset()),
                near=same(reporter | place | (whole if len(whole) == 1 else frozenset())),
                provinces=same(provinces_of(whole | reporter | place, book)),
                seats=same(frozenset(s for s in [seat] if s)),
                listing=listing,
                register=listing if register and chain else "",
                chain=chain,
                # Only a register tells versions apart by their time; whoever answers a survey gives the end.
                period=(row["valid_from"], row["valid_to"]) if register and row["valid_from"] else None,
                forms=same(all_forms(names)),
                body=body_of(row["name_written"], row["legal_form_written"]),
                law=fold(row["legal_form_written"] or "") if register else "",
                kind=kind_of(row["name_written"], row["legal_form_written"]),
                number=number,
                # One survey is one list, whoever returns a part of it.
                numbered_in=f"survey|{row['snapshot']}" if row["source"] == "survey" else row["delivery_id"],
                members=same(frozenset(others.get(mention_id, ()))),
                listed=count,
                purpose=purpose_words(row["purpose_written"] or ""),
            )
        )
    return records


def _participants(frame: "pl.DataFrame | None"):
    listed: dict[str, set[str]] = {}
    reporters: dict[str, frozenset[str]] = {}
    others: dict[str, set[tuple[str, ...]]] = {}
    if frame is None:
        return {}, {}, {}
    columns = ["mention_id", "position", "organisation_id", "candidates", "method", "kind", "name_written"]
    for mention_id, position, organisation_id, candidates, method, kind, name in frame.select(columns).iter_rows():
        if position < 0:
            reporters[mention_id] = today({organisation_id} if organisation_id else set())
        elif organisation_id:
            listed.setdefault(mention_id, set()).add(organisation_id)
        elif method == "ambiguous" and len(today(set(candidates))) == 1:
            # Not founded yet at the snapshot: all its predecessors are the same organisation today.
            listed.setdefault(mention_id, set()).update(candidates)
        if position >= 0 and (method == "unresolved" or kind == "non_government"):
            others.setdefault(mention_id, set()).update(read_name(name).forms)
    return {m: today(ids) for m, ids in listed.items()}, reporters, others
