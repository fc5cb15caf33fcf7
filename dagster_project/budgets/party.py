"""A party as it is being read: what each place says of it, before the places are put together."""

from dataclasses import dataclass, field

from dagster_project.budgets import labels
from dagster_project.budgets.amounts import find_amounts, moment_of, parse_cell
from dagster_project.budgets.choice.confidence import Signs
from dagster_project.budgets.vocabulary import CAPITAL, DEBT, EQUITY, RESULT
from dagster_project.documents.text import one_line
from dagster_project.texts import placeholder

AMOUNT_FIELDS = ("equity_begin", "equity_end", "debt_begin", "debt_end", "result")

RECOGNISED = 0.8
"""Part of the confidence that stays where the place was recognised from a picture."""


@dataclass
class Party:
    """One place that tells of a party. `texts` holds what each field says, as written; `amounts` the euros per column
    and the text that they rest on; `inapplicable` the fields and columns of amounts that do not apply, as the place
    says; `elsewhere` the further places that were put together with this one; `signs` what speaks for it, once all
    parties of the document were weighed together; `doubts` and `other_reading` (by column) what else it may say."""

    name: str
    locator: str
    kind: str
    section: str | None = None
    status: str | None = None
    texts: dict[str, str] = field(default_factory=dict)
    amounts: dict[str, tuple[float | None, str]] = field(default_factory=dict)
    inapplicable: set[str] = field(default_factory=set)
    elsewhere: list[str] = field(default_factory=list)
    signs: Signs | None = None
    doubts: list[str] = field(default_factory=list)
    other_reading: dict[str, str] = field(default_factory=dict)

    def add_text(self, name: str, text: str) -> None:
        """Add to a field; what was there stays, the first place first."""
        if says_not_applicable(text):
            self.inapplicable.add(name)
        elif text.strip():
            self.texts[name] = f"{self.texts[name]}\n{text}" if name in self.texts else text

    def add_amounts(self, name: str, label: str, text: str, unit: float) -> None:
        """Read the amounts of a field from its label and text."""
        if says_not_applicable(text):
            of = (EQUITY, DEBT) if name == CAPITAL else (name,)
            moments = [m] if (m := moment_of(label)) else ["begin", "end"]
            self.inapplicable |= {_column(subject, moment) for subject in of for moment in moments}
            return
        said = labels.without_unit(label)
        for sentence, subject in _by_subject(name, f"{said}: {text}" if said else text):
            for amount in find_amounts(sentence, unit):
                column = _column(subject, amount.moment)
                self.amounts.setdefault(column, (amount.euros, amount.text))

    def add_cell(self, name: str, moment: str | None, text: str, unit: float) -> None:
        """Read the one amount of a cell, whose column says its moment."""
        if says_not_applicable(text):
            self.inapplicable.add(_column(name, moment))
            return
        euros = parse_cell(text, unit)
        if euros is not None:
            self.amounts.setdefault(_column(name, moment), (euros, one_line(text)))


def says_not_applicable(text: str) -> bool:
    """Whether a text says no more than that its field does not apply."""
    return placeholder(text.strip(" -–()")) == "not_applicable"


def _column(subject: str, moment: str | None) -> str:
    return RESULT if subject == RESULT else f"{subject}_{moment or 'end'}"


def _by_subject(name: str, text: str) -> list[tuple[str, str]]:
    """Sentences with what each is about: under a label for both kinds of capital each sentence says it itself."""
    if name != CAPITAL:
        return [(text, name)]
    found, subject = [], None
    for sentence in labels.split_sentences(text):
        low = sentence.lower()
        if "vreemd vermogen" in low:
            subject = DEBT
        elif "eigen vermogen" in low:
            subject = EQUITY
        if subject:
            found.append((sentence, subject))
    return found
