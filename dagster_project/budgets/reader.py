"""`read_budget`: a document to its affiliated parties, each once, and what could not be read."""

import itertools
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from dagster_project.budgets.amounts import unit_of
from dagster_project.budgets.blocks import BlockReader
from dagster_project.budgets.choice.confidence import probability
from dagster_project.budgets.choice.weighing import weighed
from dagster_project.budgets.finding import pages_of_parties
from dagster_project.budgets.legal_forms import group_of
from dagster_project.budgets.lists import is_organisation, listed_parties
from dagster_project.budgets.merge import merge_parties
from dagster_project.budgets.names import is_party, is_title, is_total, split_seat
from dagster_project.budgets.participants import split_participants
from dagster_project.budgets.party import AMOUNT_FIELDS, RECOGNISED, Party
from dagster_project.budgets.record import Record, record
from dagster_project.budgets.sections import is_category, is_general, is_none, is_plural, says_no_parties, section_text
from dagster_project.budgets.shapes import all_shaped
from dagster_project.budgets.stream import lines_of_document
from dagster_project.budgets.tables import TableReader
from dagster_project.budgets.unexplained import unexplained
from dagster_project.budgets.vocabulary import FORM, INTEREST, PARTICIPANTS, PROGRAMME, PURPOSE, RISKS, SEAT
from dagster_project.documents import Document, Heading, Refused, Table, read_document
from dagster_project.documents.model import page_of
from dagster_project.documents.scanned import is_recognised
from dagster_project.documents.text import one_line
from dagster_project.persons import addresses_a_person, names_a_person, without_persons
from dagster_project.texts import placeholder

READER = "budgets"

_TEXTS = {
    FORM: "legal_form_written", SEAT: "seat_written", PURPOSE: "purpose_written", INTEREST: "interest_written",
    RISKS: "risks_written", PROGRAMME: "programme_written", PARTICIPANTS: "participants_written",
}  # fmt: skip
"""Field of a party -> column of its text."""


def read_budget(path: Path, *, snapshot: int, organisation_id: str) -> tuple[list[Record], list[dict[str, Any]]]:
    """The affiliated parties of a budget document, in the order of their places, and the refusals.

    A party is a `record`: amounts in euros or None, amounts_written as `column=text`, page of a PDF only, doubts as
    `field:reason`, confidence the probability that it is a party under this name.
    A refusal: locator, reason, detail. Nothing is raised for a document that cannot be read.
    `snapshot` and `organisation_id` say whose budget it is; the reading does not depend on them.
    """
    try:
        document = read_document(path, pages_of_parties)
    except Refused as refused:
        return [], [_refusal(refused.refusal.locator, refused.refusal.reason, refused.refusal.detail)]
    rows: list[Record] = []
    parties, left = weighed(document, parties_of(document))
    totals = _totals(document)
    refused = [*(r for r in document.refusals if r.locator not in totals), *unexplained(left)]
    refusals = [_refusal(r.locator, r.reason, r.detail) for r in refused]
    for party in parties:
        name = _public_name(party.name)
        if name is None:
            refusals.append(
                _refusal(
                    party.locator, "personal_name", "op de plaats van de naam van een partij staat die van een persoon"
                )
            )
        else:
            party.name = name
            rows.append(_row(party))
    if not rows and not refusals and not _says_none(document):
        detail = (
            "er is geen partij gevonden en het document zegt niet dat er geen is; ga na of dit het juiste bestand is"
        )
        refusals.append(_refusal("document", "no_known_layout", detail))
    return rows, refusals


def _totals(document: Document) -> set[str]:
    """The places of cells without a value in rows of totals: nothing is read of these, so nobody misses anything."""
    rows = {
        row.locator
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
        if row.distinct and is_total(row.distinct[0])
    }
    cells = (r.locator for r in document.refusals if r.reason == "no_stored_value")
    return {cell for cell in cells if re.sub(r"cell=[A-Z]+(\d+)", r"row=\1", cell) in rows}


def _public_name(name: str) -> str | None:
    """A name without persons; None where it is one. A foundation may bear a person's name and keeps it."""
    if not names_a_person(name) or (is_organisation(name) and not addresses_a_person(name)):
        return name
    rest = without_persons(name)
    return rest if rest and is_organisation(rest) and is_party(rest) else None


def parties_of(document: Document) -> list[Party]:
    """The parties of a document, each once. A row that goes on with none of them is noted as refused."""
    document = replace(document, blocks=all_shaped(document.blocks))
    tables = TableReader(single=sum(isinstance(b, Table) for b in document.blocks) == 1)
    taken: set[int] = set()
    for index, block in enumerate(document.blocks):
        if isinstance(block, Table):
            if not tables.header:
                tables.unit = tables.unit or _unit_below(document, index)
            if tables.read(block):
                taken.add(index)
            else:
                _title(tables, block)
        elif isinstance(block, Heading):
            text = one_line(block.text)
            tables.unit = unit_of(text) or tables.unit
            tables.heading = text
            if is_category(text) or (block.level > 1 and not is_general(text) and is_title(text)):
                tables.section = text
            elif block.level <= 2:
                tables.section = None
            if is_title(text) and not is_category(text):  # a category may stand between the rows of one table
                tables.header = None
        else:
            tables.unit = unit_of(block.text) or tables.unit
            if _is_right_above(document, index) and is_category(block.text) and is_plural(block.text):
                tables.section = one_line(block.text)
    for place in tables.lost:
        document.refuse(place, "row_unreadable", _no_party(place))
    lines = lines_of_document(document, taken)
    blocks = BlockReader()
    blocks.read(lines)
    _seats_from_names(tables.parties)
    _seats_from_names(blocks.parties)
    return merge_parties([*tables.parties, *blocks.parties], listed_parties(lines, blocks.used))


def _is_right_above(document: Document, index: int) -> bool:
    following = document.blocks[index + 1 : index + 2]
    return bool(following) and isinstance(following[0], Table)


def _no_party(place: str) -> str:
    page = page_of(place)
    return (
        f"bladzijde {page} begint met het vervolg van een rij waarvan het begin niet is gelezen; "
        "vul de partij zelf aan, of vraag om het document als tabel"
    )


def _title(tables: TableReader, table: Table) -> None:
    """A table of one column, such as the first sheet of a workbook, may say the unit of the tables after it."""
    for row in table.rows:
        if len(row.distinct) == 1:
            tables.unit = unit_of(" ".join(row.cells)) or tables.unit


def _unit_below(document: Document, index: int) -> float | None:
    """The unit that a note right below a table gives."""
    for block in document.blocks[index + 1 : index + 3]:
        if isinstance(block, Heading | Table):
            return None
        if unit := unit_of(block.text):
            return unit
    return None


def _seats_from_names(parties: list[Party]) -> None:
    """Where no place has a field for the seat and most names end in a place, that place is the seat."""
    if any(SEAT in p.texts for p in parties):
        return
    parted = {id(p): split_seat(p.name) for p in parties}
    if sum(seat is not None for _, seat in parted.values()) < max(2, len(parties) / 2):
        return
    for party in parties:
        party.name, seat = parted[id(party)]
        party.add_text(SEAT, seat or "")


def _says_none(document: Document) -> bool:
    texts = [b.text for b in document.blocks if not isinstance(b, Table)]
    texts += [c for b in document.blocks if isinstance(b, Table) for r in b.rows for c in r.cells]
    if any(says_no_parties(one_line(t)) for t in texts):
        return True
    return any(is_category(a) and is_none(one_line(b)) for a, b in itertools.pairwise(texts))


def _row(party: Party) -> Record:
    form = _form(_field(party, FORM))
    amounts = {c: party.amounts[c] for c in AMOUNT_FIELDS if c in party.amounts}
    told = {_TEXTS[f]: _field(party, f) for f in (PURPOSE, SEAT, INTEREST, RISKS, PROGRAMME)}
    return record(
        name_written=party.name,
        section_written=_section(party),
        legal_form_written=form,
        legal_form_group=group_of(form, party.name, party.section),
        **told,
        participants_written=split_participants(party.texts.get(PARTICIPANTS, "")),
        status_written=party.status,
        **{column: euros for column, (euros, _) in amounts.items()},
        amounts_written=[f"{c}={text}" for c, (_, text) in amounts.items()],
        not_applicable=_not_applicable(party, amounts),
        locator=party.locator,
        other_locators=party.elsewhere,
        page=page_of(party.locator),
        doubts=[*party.signs.doubts, *party.doubts],
        other_reading={c: said for c, text in party.other_reading.items() if (said := without_persons(text))},
        confidence=round(probability(party.signs) * (RECOGNISED if is_recognised(party.locator) else 1.0), 3),
    )


def _section(party: Party) -> str | None:
    """The section without persons; a heading that is no more than somebody with an office is none."""
    section = section_text(party.section) if party.section else None
    if section and not is_category(section) and names_a_person(section):
        rest = without_persons(section)
        return rest if rest and is_category(rest) else None
    return section


def _not_applicable(party: Party, amounts: dict[str, Any]) -> list[str]:
    """The columns that do not apply by what the document says, unless another place of it fills them."""
    silent = {_TEXTS.get(f, f) for f in party.inapplicable if not party.texts.get(f)} - amounts.keys()
    return sorted(silent & {*_TEXTS.values(), *AMOUNT_FIELDS})


def _field(party: Party, name: str) -> str | None:
    text = without_persons(one_line(party.texts.get(name, "")))
    if not text or placeholder(text) or (is_none(text) and len(text) < 30):
        return None
    return text.strip(" .") if name in (SEAT,) else text


def _form(text: str | None) -> str | None:
    """A legal form without remarks in brackets that are no form."""
    if text is None:
        return None
    # A narrow column breaks a long word without a hyphen.
    text = re.sub(r"(?<=bedrijfsvoering)(s?)[- ]+(?=orga)", r"\1", text, flags=re.IGNORECASE)
    kept = re.sub(r"\s*\(([^)]*)\)", lambda m: m.group(0) if group_of(m.group(1), "", None) else "", text)
    return kept.strip() or None


def _refusal(locator: str, reason: str, detail: str) -> dict[str, Any]:
    return {"locator": locator, "reason": reason, "detail": detail}
