"""One row of a questionnaire that came back, held against the row that was sent: what changed, and what cannot be read.

Belongs here: comparing cells. Does not belong here: which row it is (`returned`), what the answer claims.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dagster_project.intake import Row, is_formula, items
from dagster_project.persons import addresses_a_person, holds
from dagster_project.surveys import layout
from dagster_project.texts import clean, fold, repair_encoding

Refuse = Callable[[str, str, str], None]
"""Takes heading, reason and detail of a cell that is not read."""


@dataclass(frozen=True)
class Change:
    """One thing that an organisation changed: the heading, what was sent and what it says (None: nothing)."""

    heading: str
    sent: str | None
    answered: str | None


@dataclass
class Compared:
    """A row as it now stands, by heading, and what of it changed. Cells that were refused stand as they were sent."""

    cells: dict[str, str] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)

    @property
    def changed_headings(self) -> str:
        """The headings under which something changed, for a message."""
        return ", ".join(dict.fromkeys(change.heading for change in self.changes))


def cell(row: Row, heading: str) -> str:
    """A cell with encoding and white space repaired; placeholders stay, for 'onbekend' is an answer here."""
    return clean(repair_encoding(row.raw(heading)))


def compare(row: Row, sent: dict[str, str], refuse: Refuse) -> Compared:
    """A row against what was sent (empty texts for a row that was added)."""
    out = Compared()
    for heading in layout.FILLED:
        before, now = sent.get(heading, ""), cell(row, heading)
        said = now if now == before else _read(row, heading, before, now, refuse)
        out.cells[heading] = said
        out.changes += _changes(heading, before, said)
    return out


def _read(row: Row, heading: str, before: str, now: str, refuse: Refuse) -> str:
    """What a changed cell says; what was sent where it says nothing that can be read."""
    if row.is_refused(heading):
        return before  # told by its cell
    if is_formula(now):
        refuse(heading, "formula", "de cel is een formule; schrijf de tekst zelf")
        return before
    if heading == layout.NAME and not now and before:
        refuse(heading, "row_unreadable", f"de naam '{before}' is weggehaald; kies een antwoord als het er niet is")
        return before
    personal = {layout.PURPOSE: holds, layout.SEAT: holds, layout.NAME: addresses_a_person}.get(heading)
    if personal and personal(now):
        refuse(heading, "personal_name", "hier staat een persoon, of hoe die te bereiken is; schrijf het zonder")
        return before
    if heading == layout.THEMES:
        return "; ".join(_chosen(heading, items(now), before, refuse))
    if heading == layout.PARTICIPANTS:
        return "; ".join(dict.fromkeys(items(repair_encoding(row.raw(heading)))))
    if now and layout.choices(heading):
        return next(iter(_chosen(heading, [now], before, refuse)), before)
    return now


def _chosen(heading: str, said: list[str], before: str, refuse: Refuse) -> Iterator[str]:
    """The labels that were chosen; text that is on no list is refused; a theme of another codebook stays."""
    known = {fold(label, "text"): label for label in (*layout.choices(heading), *items(before))}
    for one in said:
        if label := known.get(fold(one, "text")):
            yield label
        else:
            allowed = ", ".join(layout.choices(heading))
            refuse(heading, "not_in_list", f"'{one}' staat niet in de lijst; kies uit {allowed}")


def _changes(heading: str, before: str, now: str) -> Iterator[Change]:
    if heading not in layout.LISTED:
        if before != now:
            yield Change(heading, before or None, now or None)
        return
    old, new = ({fold(item, "text"): item for item in items(text)} for text in (before, now))
    yield from (Change(heading, item, None) for key, item in old.items() if key not in new)
    yield from (Change(heading, None, item) for key, item in new.items() if key not in old)
