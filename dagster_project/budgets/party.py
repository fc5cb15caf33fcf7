"""A party as it is being read: what each place says of it, before the places are put together."""

from dataclasses import dataclass, field

from dagster_project.budgets.choice.confidence import Signs
from dagster_project.budgets.figures import Figure
from dagster_project.budgets.vocabulary import FORM, PARTICIPANTS, PURPOSE, SEAT, SECTION
from dagster_project.texts import placeholder

_OWN_FIELDS = (FORM, SEAT, PURPOSE, PARTICIPANTS)
AMOUNT_FIELDS = ("equity_begin", "equity_end", "debt_begin", "debt_end", "result")

RECOGNISED = 0.8
"""Part of the confidence that stays where the place was recognised from a picture."""


@dataclass
class Party:
    """One place that tells of a party. `texts` holds what each field says, as written; `amounts` the euros per column
    and the text that they rest on; `inapplicable` the fields and columns of amounts that do not apply, as the place
    says; `elsewhere` the further places that were put together with this one; `signs` what speaks for it, once all
    parties of the document were weighed together; `doubts` and `other_reading` (by column) what else it may say;
    `field_signs` what speaks for the values of its fields and columns of amounts (`records.certainty`), `absent_signs`
    what speaks for those that it lacks (`records.absent`); `left` are texts of its places that became no field,
    `left_amounts` amounts that became no figure, `titled` whether a title stands over it that may be a section,
    `over` the titles over it, the nearest first."""

    name: str
    locator: str
    kind: str
    section: str | None = None
    status: str | None = None
    texts: dict[str, str] = field(default_factory=dict)
    amounts: dict[str, tuple[float | None, str]] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    inapplicable: set[str] = field(default_factory=set)
    elsewhere: list[str] = field(default_factory=list)
    signs: Signs | None = None
    doubts: list[str] = field(default_factory=list)
    other_reading: dict[str, str] = field(default_factory=dict)
    field_signs: dict[str, dict[str, float]] = field(default_factory=dict)
    absent_signs: dict[str, dict[str, float]] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    left_amounts: int = 0
    titled: bool = False
    over: list[str] = field(default_factory=list)

    def doubt(self, name: str, reason: str) -> None:
        """Note a reason for doubt of a field, once."""
        if (told := f"{name}:{reason}") not in self.doubts:
            self.doubts.append(told)

    def add_text(self, name: str, text: str) -> None:
        """Add to a field; what was there stays, the first place first."""
        if says_not_applicable(text):
            self.inapplicable.add(name)
        elif text.strip():
            self.texts[name] = f"{self.texts[name]}\n{text}" if name in self.texts else text


def says_not_applicable(text: str) -> bool:
    """Whether a text says no more than that its field does not apply."""
    return placeholder(text.strip(" -–()")) == "not_applicable"


def has(party: Party, name: str) -> bool:
    """Whether a field or a column of amounts of a party was read, or is said not to apply."""
    if name == SECTION:
        return bool(party.section)
    return name in party.amounts or name in party.texts or name in party.inapplicable


def fields_read(party: Party) -> int:
    """How many fields and amounts of a party were read."""
    return sum(bool(party.texts.get(name)) for name in _OWN_FIELDS) + len(party.amounts)
