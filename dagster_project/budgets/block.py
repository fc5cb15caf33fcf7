"""One block of one party, and the party that it tells of. Does not belong here: where a block begins (`blocks`)."""

from dataclasses import dataclass, field

from dagster_project.budgets import labels
from dagster_project.budgets.amounts import unit_of
from dagster_project.budgets.labels import AMOUNTS, PARTY_FIELDS
from dagster_project.budgets.names import clean_name, status_in
from dagster_project.budgets.party import Party
from dagster_project.budgets.sections import is_none
from dagster_project.budgets.stream import Line
from dagster_project.budgets.vocabulary import FORM, KINDS, NAME, OTHER, PURPOSE, SECTION, SUB_UNITS
from dagster_project.documents.text import one_line


@dataclass
class Block:
    name: str
    line: Line
    level: int
    section: str | None
    before: list[str] = field(default_factory=list)
    values: list[tuple[str, str, list[str]]] = field(default_factory=list)

    @property
    def first(self) -> tuple[str, str] | None:
        return (self.values[0][0], labels.bare(self.values[0][1])) if self.values else None

    @property
    def fields(self) -> set[str]:
        return {f for f, _, text in self.values if f in PARTY_FIELDS}


def party_of(block: Block, unit: float) -> Party:
    """The party of a block, amounts without a unit of their own in `unit`."""
    name = clean_name(block.name)
    remarks = [s for text in block.before if is_remark(text) and (s := status_in(text))]
    party = Party(name.text, block.line.locator, "block", block.section, name.status or next(iter(remarks), None))
    forms = [labels.bare(label) for name, label, _ in block.values if name == FORM]
    for name_of_field, label, texts in block.values:
        if name_of_field == FORM and labels.bare(label) in KINDS and len(set(forms)) > 1:
            name_of_field = SECTION  # `Soort` beside `Rechtsvorm` is the category of the party
        text = "\n".join(t for t in texts if t)
        if name_of_field in AMOUNTS:
            party.add_amounts(name_of_field, label, text, unit_of(label) or (1.0 if "€" in text else unit))
        elif name_of_field == SECTION:
            party.section = one_line(text) or party.section
        elif name_of_field == OTHER and (detail := labels.detail_of(label)):
            party.add_text(detail, text)
        elif name_of_field not in (OTHER, NAME, SUB_UNITS):
            party.add_text(name_of_field, text)
    if PURPOSE not in party.texts:
        told = [t for t in block.before if not is_remark(t) and not is_none(t)]
        party.add_text(PURPOSE, " ".join(told))
    return party


def is_remark(text: str) -> bool:
    """Whether a line is a remark on a name and no part of it."""
    return text.startswith(("NB", "N.B.", "("))
