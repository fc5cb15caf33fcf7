"""What a document holds, in the form that `lappendeken evaluate extract` takes, with the choices of its layout.

Belongs here: which of a party's fields the document tells. Does not belong here: writing it.
"""

from collections.abc import Iterable, Mapping

from benchmarks.layouts.blocks import Block, Definitions, Grid, Heading, Item, Items, Menu, Text, text_of
from benchmarks.layouts.content.amounts import Moments
from benchmarks.layouts.content.document import Content
from benchmarks.layouts.content.names import ARRANGEMENT, form_in_name
from benchmarks.layouts.content.parties import Party
from benchmarks.layouts.words import words


def truth_of(content: Content, document: str, blocks: Iterable[Block], pages: Mapping[str, int]) -> dict:
    """The truth of a document; a key that is absent from a party is not asked."""
    text = "\n".join(all_text(blocks))
    persons = [part for pair in content.people for part in pair if pair[0] in text]
    parties = [_party(content, party, pages) for party in content.parties]
    parties += [_party(content, party, pages) for party in content.listed_only]
    names = {party["name"] for party in parties}
    return {
        "document": document,
        "reporting_organisation": document.split("/")[-1].split("_")[0],
        "snapshot": content.snapshot,
        "budget_year": content.year,
        "parties": parties,
        "not_parties": list(dict.fromkeys(decoy for decoy in content.decoys if decoy not in names)),
        "persons": list(dict.fromkeys(persons)),
        "layout": dict(content.layout),
    }


def _party(content: Content, party: Party, pages: Mapping[str, int]) -> dict:
    prose, told = content.choice("container") == "prose", content.plain_fields
    listed_only = party in content.listed_only
    found = {
        "name": party.name,
        "seat": party.seat if _seat_is_told(content, party) else None,
        "purpose_present": "purpose" in told and not listed_only,
        "participants_written": list(party.participants.names),
        "participants_are_counts_or_prose": party.participants.described or prose,
        "table_or_block": "listed only" if listed_only else content.choice("container"),
        "name_kind": party.kind,
    }
    if content.choice("sections") not in ("", "none"):
        found["section_written"] = party.section or None
    elif not content.choice("beside").startswith("summary"):
        # Below a summary a heading says that the parties follow; whether that groups them nobody can tell.
        found["section_written"] = None
    if not prose:
        found["legal_form_written"] = party.form if "form" in told and party.form else None
    if group := _group(content, party):
        found["legal_form_group"] = group
    found |= _amounts(content.moments, party)
    if pages and content.choice("beside") in ("", "nothing"):
        found["page"] = pages[party.name]
    return found


def _seat_is_told(content: Content, party: Party) -> bool:
    how = content.choice("seat")
    if how == "sentence":
        return content.choice("container") == "prose" or ("purpose" in content.plain_fields and bool(party.purpose))
    return how in ("own", "after_comma", "after_te")


def _group(content: Content, party: Party) -> str | None:
    """The group of the legal form where a field, the name or the law's own heading tells it."""
    if "form" in content.plain_fields and party.form:
        return party.group
    if key := form_in_name(party.name):
        return "wgr" if key == ARRANGEMENT else "private"
    law = words().text.sections_of_law
    if content.choice("sections") in ("", "none") or content.sections != law or not party.section:
        return None
    return "wgr" if party.section == law[ARRANGEMENT] else "private"


def _amounts(moments: Moments | None, party: Party) -> dict[str, float | None]:
    """Begin and end of stocks, and the result of the last year."""
    found: dict[str, float | None] = {}
    for quantity in ("equity", "debt"):
        for end, at in (("begin", moments and moments.begin), ("end", moments and moments.end)):
            there = party.amounts and at is not None
            found[f"{quantity}_{end}"] = party.amounts[quantity][at].euros if there else None
    found["result"] = party.amounts["result"][-1].euros if party.amounts else None
    return found


def all_text(blocks: Iterable[Block]) -> Iterable[str]:
    """All texts of a document."""
    for block in blocks:
        match block:
            case Heading(told) | Text(told):
                yield text_of(told)
            case Items(items):
                yield from _of_items(items)
            case Definitions(pairs):
                yield from (text_of(told) for pair in pairs for told in pair)
            case Grid(rows, caption=caption):
                yield caption
                yield from (one.text for row in rows for one in row)
            case Menu(links):
                yield from links


def _of_items(items: Iterable[Item]) -> Iterable[str]:
    for item in items:
        yield text_of(item.line)
        yield from _of_items(item.below)
