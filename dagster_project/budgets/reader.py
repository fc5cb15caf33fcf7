"""`read_budget`: a document to its affiliated parties, each once, and what could not be read."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from dagster_project.budgets.choice.confidence import probability
from dagster_project.budgets.choice.weighed import weighed
from dagster_project.budgets.finding import pages_of_parties, speaks_of_parties
from dagster_project.budgets.legal_forms import group_and_ground, group_of
from dagster_project.budgets.lines import run_in
from dagster_project.budgets.names import is_organisation, is_party, is_total
from dagster_project.budgets.participants import split_participants
from dagster_project.budgets.party import AMOUNT_FIELDS, RECOGNISED, Party, fields_read
from dagster_project.budgets.record import Record, record
from dagster_project.budgets.records.absent import NO
from dagster_project.budgets.records.certainty import FORM_GROUP, GROUPS, group_signs
from dagster_project.budgets.records.certainty import probability as field_probability
from dagster_project.budgets.records.left import left_over
from dagster_project.budgets.records.parties import parties_of_records
from dagster_project.budgets.records.reading import records_of
from dagster_project.budgets.sections import is_category, is_none, says_no_parties, section_text, without_number
from dagster_project.budgets.unexplained import unexplained
from dagster_project.budgets.vocabulary import FORM, INTEREST, PARTICIPANTS, PROGRAMME, PURPOSE, RISKS, SEAT, SECTION
from dagster_project.documents import Document, Paragraph, Refused, Table, read_document
from dagster_project.documents.model import page_of
from dagster_project.documents.scanned import is_recognised
from dagster_project.documents.text import one_line
from dagster_project.persons import addresses_a_person, names_a_person, without_persons
from dagster_project.texts import placeholder

READER = "budgets"

LIKELY = 0.5
"""Probability below which a bare name is sooner no party than one: it is told as one that nothing explains."""

_TEXTS = {
    FORM: "legal_form_written", SEAT: "seat_written", PURPOSE: "purpose_written", INTEREST: "interest_written",
    RISKS: "risks_written", PROGRAMME: "programme_written", PARTICIPANTS: "participants_written",
}  # fmt: skip
"""Field of a party -> column of its text."""
COLUMN_OF = {**_TEXTS, SECTION: "section_written"}
"""The same with the section; amounts are called as their columns."""


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
    parties, left = read_parties(document)
    totals = _totals(document)
    refusals: list[dict[str, Any]] = []
    unlikely: list[tuple[str, str]] = []
    about_parties = not parties or any(map(_has_what_parties_have, parties)) or speaks_of_parties(_texts(document))
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
            row = row_of(party)
            if not about_parties or (row["confidence"] < LIKELY and not fields_read(party)):
                unlikely.append((party.locator, name))
            else:
                rows.append(row)
    refused = [*(r for r in document.refusals if r.locator not in totals), *unexplained([*unlikely, *left])]
    refusals = [*(_refusal(r.locator, r.reason, r.detail) for r in refused), *refusals]
    if not rows and not refusals and not _says_none(document):
        detail = (
            "er is geen partij gevonden en het document zegt niet dat er geen is; ga na of dit het juiste bestand is"
        )
        refusals.append(_refusal("document", "no_known_layout", detail))
    return rows, refusals


def _has_what_parties_have(party: Party) -> bool:
    """Whether a legal form, participants or equity was read of a party, whatever the words of their labels."""
    return bool({FORM, PARTICIPANTS} & party.texts.keys() or party.amounts)


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
    """The parties of a document, each once."""
    return read_parties(document)[0]


def read_parties(document: Document) -> tuple[list[Party], list[tuple[str, str]]]:
    """The parties of a document, each once, and the places and texts that look like one and are none."""
    _open(document)
    names = weighed(document)
    parties = parties_of_records(records_of(document, names), names.labels)
    return parties, left_over(names.units, names.best, names.chosen, parties)


def _open(document: Document) -> None:
    """Give labels that run on within a paragraph a line each; in place."""
    for at, block in enumerate(document.blocks):
        if isinstance(block, Paragraph) and (text := run_in(block.text)) != block.text:
            document.blocks[at] = replace(block, text=text)


def _says_none(document: Document) -> bool:
    texts = list(_texts(document))
    if any(says_no_parties(one_line(t)) for t in texts):
        return True
    return any(is_category(a) and is_none(one_line(b)) for a, b in itertools.pairwise(texts))


def _texts(document: Document) -> Iterator[str]:
    """The texts of all blocks, and after them those of all cells and the titles of tables."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    yield from (block.text for block in document.blocks if not isinstance(block, Table))
    yield from (cell for table in tables for row in table.rows for cell in row.cells)
    yield from (table.title for table in tables if table.title)


def row_of(party: Party) -> Record:
    form = _form(_field(party, FORM))
    amounts = {c: party.amounts[c] for c in AMOUNT_FIELDS if c in party.amounts}
    told = {_TEXTS[f]: _field(party, f) for f in (PURPOSE, SEAT, INTEREST, RISKS, PROGRAMME)}
    group, ground = group_and_ground(form, party.name, party.section, party.over)
    sure = round(probability(party.signs) * (RECOGNISED if is_recognised(party.locator) else 1.0), 3)
    made = record(
        name_written=party.name,
        section_written=_section(party),
        legal_form_written=form,
        legal_form_group=group,
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
        confidence=sure,
    )
    party.field_signs[FORM_GROUP] = group_signs(ground, party)
    made["field_confidence"] = _field_confidence(party, made, sure)
    return made


def _field_confidence(party: Party, made: Record, sure: float) -> dict[str, float]:
    """By column the probability that its value is right, or that it is rightly empty."""
    found = {}
    for name, group in GROUPS.items():
        column = COLUMN_OF.get(name, name)
        empty = made[column] in (None, [])
        signs = (party.absent_signs if empty else party.field_signs).get(name)
        if signs is not None and (p := field_probability(f"{NO}{group}" if empty else group, signs, sure)) is not None:
            found[column] = p
    group = f"{NO if made[FORM_GROUP] is None else ''}{FORM_GROUP}"
    if (p := field_probability(group, party.field_signs[FORM_GROUP], sure)) is not None:
        found[FORM_GROUP] = p
    return found


_LETTERED = re.compile(r"[A-H]\. [A-Z][a-z]+ [a-z]+")
"""A title with the letter of its part, `A. Publieke samenwerking`, which reads like an initial and a name."""


def _section(party: Party) -> str | None:
    """The section without persons; a heading that is no more than somebody with an office is none."""
    section = section_text(party.section) if party.section else None
    if (
        section
        and not is_category(section)
        and names_a_person(without_number(section) if _LETTERED.match(section) else section)
    ):
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
