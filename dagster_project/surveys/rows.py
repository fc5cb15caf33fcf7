"""The rows of a list that came back, each with the row that was sent: by its number, where that was touched by name.

Belongs here: numbers that were typed over, rows twice, merged cells. Does not belong here: what a row says
(`returned`).
"""

from dataclasses import dataclass

from dagster_project.intake import Row, Table
from dagster_project.surveys import layout
from dagster_project.surveys.cells import cell
from dagster_project.surveys.sent import Sent

Fault = tuple[str, str, str]
"""Locator, reason and detail of a row that is refused."""
Doubt = tuple[str, str, str, str]
"""Reason, detail, locator and number of a row that is read all the same."""


@dataclass(frozen=True)
class Found:
    """A row and the number under which it was sent; empty for one that was added."""

    row: Row
    number: str


@dataclass(frozen=True)
class Matched:
    """What `rows_of` found: rows, numbers of rows that are refused, why these are, and what is doubtful of others."""

    found: list[Found]
    refused: set[str]
    faults: list[Fault]
    doubts: list[Doubt]


def rows_of(table: Table, sent: Sent) -> Matched:
    """The rows below the headings that hold anything in a column that is read."""
    matching = _Matching(table, sent)
    for number, cells, _ in table.sheet.filled(across=False):
        if number > table.heading_row:
            row = Row(table, number, cells)
            if any(row.raw(heading) for heading in table.columns):
                matching.take(row)
    return Matched(matching.found, matching.refused, matching.faults, matching.doubts)


class _Matching:
    def __init__(self, table: Table, sent: Sent):
        self._table, self._sent = table, sent.by_number
        self._by_name: dict[str, list[str]] = {}
        for number, cells in self._sent.items():
            self._by_name.setdefault(cells[layout.NAME], []).append(number)
        self._written = {
            cell(Row(table, n, cells), layout.NUMBER) for n, cells in table.sheet.rows if n > table.heading_row
        }
        self._merged = self._merges()
        self.found: list[Found] = []
        self._taken: set[str] = set()
        self.refused: set[str] = set()
        self.faults: list[Fault] = []
        self.doubts: list[Doubt] = []

    def take(self, row: Row) -> None:
        written, name = cell(row, layout.NUMBER), cell(row, layout.NAME)
        merge = self._merged.get(row.number)
        if merge == "refused":
            detail = f"'{name}': cellen zijn samengevoegd, en wat eronder stond is weg; splits ze en vul de regel in"
            self._refuse(row, written, "merged_cells", detail)
        elif written in self._taken:
            self._refuse(
                row, "", "row_twice", f"'{name}': het nummer {written} staat al op een eerdere regel; houd er een"
            )
        elif written in self._sent:
            others = [n for n in self._by_name.get(name, ()) if n != written]
            if name != self._sent[written][layout.NAME] and others:
                detail = (
                    f"het nummer {written} is dat van '{self._sent[written][layout.NAME]}', de naam die van een andere "
                    "regel; zet het nummer terug zoals verzonden"
                )
                self._refuse(row, others[0], "number_and_name_differ", detail)
            else:
                self._keep(row, written)
        else:
            self._without_number(row, written, name)
        if merge == "answer":
            detail = f"'{name}': een antwoord staat over meer regels samengevoegd; het is voor elk ervan gelezen"
            self.doubts.append(("merged_cells", detail, row.locator(layout.ANSWER), written))

    def _without_number(self, row: Row, written: str, name: str) -> None:
        """A row whose number is none that was sent: the one of that name that lacks, else one that was added."""
        named = self._by_name.get(name, []) if name else []
        free = [number for number in named if number not in self._taken and number not in self._written]
        if len(free) == 1:
            detail = f"het nummer '{written}' van '{name}' is niet dat van de verzending ({free[0]}); de naam telt"
            self.doubts.append(("number_changed", detail, row.locator(layout.NUMBER), free[0]))
            self._keep(row, free[0])
        elif written:
            detail = f"'{name}': het nummer {written} is niet verzonden; laat het leeg bij wat u toevoegt"
            self._refuse(row, "", "number_unknown", detail)
        elif named:
            detail = f"'{name}' staat al in de lijst; antwoord op die regel en haal deze weg"
            self._refuse(row, "", "row_twice", detail)
        else:
            self._keep(row, "")

    def _keep(self, row: Row, number: str) -> None:
        self.found.append(Found(row, number))
        if number:
            self._taken.add(number)

    def _refuse(self, row: Row, number: str, reason: str, detail: str) -> None:
        self.refused.add(number)
        self.faults.append((row.locator(), reason, detail))

    def _merges(self) -> dict[int, str]:
        """Rows with merged cells: `answer` where only an answer or its date is merged downwards, else `refused`."""
        answers = {self._table.columns.get(h) for h in (layout.ANSWER, layout.ENDED)}
        read, found = set(self._table.columns.values()), {}
        for merge in self._table.sheet.merges:
            columns = set(range(merge.left, merge.right + 1))
            if merge.bottom <= self._table.heading_row or not columns & read:
                continue
            harmless = len(columns) == 1 and columns <= answers
            for row in range(merge.top, merge.bottom + 1):
                if not harmless or found.get(row) != "refused":
                    found[row] = "answer" if harmless else "refused"
        return found
