"""What was sent to an organisation, as it travels in the workbook and is known again when it comes back.

The workbook keeps a copy of what was filled in on a hidden, protected sheet, with the organisation, the snapshot and a
hash over all of it: what changed is what differs from that copy, and a copy that was touched no longer has its hash.
Belongs here: the copy, its hash, writing it to rows and reading it from them. Does not belong here: what we hold
(`holdings`), the sheet that people see (`form`), and what an answer means (`returned`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from dagster_project.spreadsheets import Sheet
from dagster_project.surveys import layout
from dagster_project.workspace.hashing import short_id

ORGANISATION, SNAPSHOT, REPLY_BY, MARK = "Organisatie", "Peiling", "Antwoord voor", "Kenmerk"
_HEAD = (ORGANISATION, SNAPSHOT, REPLY_BY, MARK)


class NotAsSent(ValueError):
    """The copy is not what was sent; the message says why, in Dutch, with the mend."""


@dataclass(frozen=True)
class Sent:
    """What one organisation was sent for a snapshot: per number its cells in the order of `layout.SENT_COLUMNS`.

    `reply_by` is the day by which an answer was asked, as 2024-12-31, or empty.
    """

    organisation_id: str
    snapshot: int
    reply_by: str
    rows: tuple[tuple[str, ...], ...]

    @property
    def mark(self) -> str:
        """The hash over all of it, as it stands on the sheets."""
        cells = "\x1e".join("\x1f".join(row) for row in self.rows)
        return short_id("u", self.organisation_id, self.snapshot, self.reply_by, cells)

    @cached_property
    def by_number(self) -> dict[str, dict[str, str]]:
        """The cells of each row by heading, by number, in the order in which they were sent."""
        return {row[0]: dict(zip(layout.SENT_COLUMNS, row, strict=True)) for row in self.rows}

    def as_rows(self) -> Iterable[Sequence[str]]:
        """The rows of the hidden sheet: the head, then what was sent."""
        yield from zip(_HEAD, (self.organisation_id, str(self.snapshot), self.reply_by, self.mark), strict=True)
        yield layout.SENT_COLUMNS
        yield from self.rows


def read_sent(sheet: Sheet) -> Sent:
    """The copy of a sheet that `as_rows` filled.

    Raises NotAsSent where it is another's, incomplete or changed.
    """
    head, width = {}, len(layout.SENT_COLUMNS)
    rows = [(*cells, *[""] * (width - len(cells)))[:width] for _, cells in sheet.rows]
    for name, row in zip(_HEAD, rows, strict=False):
        if row[0] != name:
            raise NotAsSent(f"op het blad {layout.SENT} ontbreekt {name}; stuur de toegezonden werkmap terug")
        head[name] = row[1]
    if len(rows) <= len(_HEAD) or rows[len(_HEAD)] != layout.SENT_COLUMNS or not head[SNAPSHOT].isdecimal():
        raise NotAsSent(f"het blad {layout.SENT} is gewijzigd; stuur de toegezonden werkmap terug")
    sent = Sent(head[ORGANISATION], int(head[SNAPSHOT]), head[REPLY_BY], tuple(rows[len(_HEAD) + 1 :]))
    if sent.mark != head[MARK] or len({row[0] for row in sent.rows}) < len(sent.rows):
        raise NotAsSent(f"het blad {layout.SENT} is niet meer zoals verzonden; vul de toegezonden werkmap opnieuw in")
    return sent
