"""Mentions of the pipeline as records.

Belongs here: what the columns of `mention` and `resolved_participant` mean to linkage. Does not belong here: mentions
of a plain file (`csv_file`).
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from dagster_project.linkage.names.parse import read_name, tokens_of
from dagster_project.linkage.names.vocabulary import GENERIC
from dagster_project.linkage.records.legal_bodies import legal_kind
from dagster_project.linkage.records.places import current_ids, latest_catalogue, provinces_of, seat_of
from dagster_project.linkage.records.record import MAX_PARTICIPANTS, NO_GOVERNMENT, Record, forms_of, interner
from dagster_project.texts import fold

if TYPE_CHECKING:
    import polars as pl

# Kinds of identifier of which one value belongs to one collaboration only. `so` is left out: one body may carry several
# regulations, and the register gives today's body on old versions too.
SURE_IDENTIFIERS = ("chain", "kvk", "sv", "mention")


@lru_cache(maxsize=100_000)
def purpose_words(text: str) -> frozenset[str]:
    """The telling words of a description, as those of names are written: without those of the trade."""
    return frozenset(tokens_of(text)) - GENERIC


def records_of(mentions: "pl.DataFrame", participants: "pl.DataFrame | None") -> list[Record]:
    """Mentions of the pipeline as records, sorted by mention id.

    `participants` is the table `resolved_participant`; without it the ids that the sources give are used.
    """
    book = latest_catalogue()
    listed, reporters, others = _participants_of_mentions(participants)
    same = interner()
    columns = [
        "mention_id", "delivery_id", "source", "snapshot", "name_written", "other_names", "identifiers",
        "legal_form_written", "seat_written", "purpose_written", "valid_from", "valid_to", "participant_codes",
        "reporting_organisation_id",
    ]  # fmt: skip
    records, answered = [], _answered(mentions)
    for row in mentions.select(columns).sort("mention_id").iter_rows(named=True):
        mention_id, identifiers = row["mention_id"], frozenset(row["identifiers"] or [])
        identifiers |= {f"mention:{mention_id}"} & answered
        whole = listed.get(mention_id) if participants is not None else None
        if whole is None:
            whole = current_ids({c for c in row["participant_codes"] or [] if c})
        count = len(whole)
        whole = whole if count <= MAX_PARTICIPANTS else frozenset()
        reporter = reporters.get(mention_id) or current_ids({r for r in [row["reporting_organisation_id"]] if r})
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
                forms=same(forms_of(names)),
                law=fold(row["legal_form_written"] or "") if register else "",
                kind=legal_kind(row["name_written"], row["legal_form_written"]),
                number=number,
                # One survey is one list, whoever returns a part of it.
                numbered_in=f"survey|{row['snapshot']}" if row["source"] == "survey" else row["delivery_id"],
                members=same(frozenset(others.get(mention_id, ()))),
                listed=count,
                purpose=purpose_words(row["purpose_written"] or ""),
            )
        )
    return records


def _participants_of_mentions(
    frame: "pl.DataFrame | None",
) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]], dict[str, set[tuple[str, ...]]]]:
    """By mention id: the governments that take part, those that report, and the forms of all other participants."""
    listed: dict[str, set[str]] = {}
    reporters: dict[str, frozenset[str]] = {}
    others: dict[str, set[tuple[str, ...]]] = {}
    if frame is None:
        return {}, {}, {}
    columns = ["mention_id", "position", "organisation_id", "candidates", "method", "kind", "name_written"]
    for mention_id, position, organisation_id, candidates, method, kind, name in frame.select(columns).iter_rows():
        if position < 0:
            reporters[mention_id] = current_ids({organisation_id} if organisation_id else set())
        elif organisation_id:
            listed.setdefault(mention_id, set()).add(organisation_id)
        elif method == "ambiguous" and len(current_ids(set(candidates))) == 1:
            # Not founded yet at the snapshot: all its predecessors are the same organisation today.
            listed.setdefault(mention_id, set()).update(candidates)
        if position >= 0 and (method in NO_GOVERNMENT or kind == "non_government"):
            others.setdefault(mention_id, set()).update(read_name(name).forms)
    return {m: current_ids(ids) for m, ids in listed.items()}, reporters, others


def _answered(mentions: "pl.DataFrame") -> frozenset[str]:
    """The identifiers of mentions for which a questionnaire was sent: whoever answers on that row speaks of it."""
    written = mentions["identifiers"].explode().drop_nulls().unique()
    return frozenset(i for i in written if i.startswith("mention:"))
