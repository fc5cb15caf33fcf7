"""`read_budgets`: the budgets of a snapshot to rows of `mention` and `refusal`, by one reader or by two.

What a document says is `reader`, what a language model says of it `second`.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from dagster_project.budgets.reader import READER
from dagster_project.budgets.reading import BudgetReader
from dagster_project.budgets.record import mention_values
from dagster_project.budgets.second import SecondReader
from dagster_project.budgets.second.reading import found_in, rows_of
from dagster_project.budgets.second.settling import settled
from dagster_project.budgets.version import reader_version
from dagster_project.decisions import active_decisions
from dagster_project.intake import Mentions, deliveries, hidden_part
from dagster_project.workspace import Workspace, quarantine_row, refusal_row

Rows = list[dict[str, Any]]

HIDDEN = "hidden_part"
"""What was read all the same, and so is no refusal."""


def budget_reader(workspace: Workspace, **options: Any) -> BudgetReader:
    """The reader that keeps what it read in the workspace, so that a run with one new document reads one document."""
    return BudgetReader(workspace.work / "reading", **options)


def read_budgets(workspace: Workspace, snapshot: int, reader: BudgetReader | None = None) -> tuple[Rows, Rows, Rows]:
    """Rows of `mention`, `refusal` and `quarantine` of all budgets of a snapshot; one bad file never costs another.

    A budget that serves several bodies gives a mention per body and party. What is hidden in a workbook is read, with a
    quarantine row that says so. Without a `reader` one is made.
    """
    if reader is None:
        with budget_reader(workspace) as reader:
            return read_budgets(workspace, snapshot, reader)
    mentions: Rows = []
    refusals: Rows = []
    quarantine: Rows = []
    for delivery, parties, refused in _read(workspace, snapshot, reader):
        mentions += chain.from_iterable(_mentions(delivery, snapshot, parties))
        refusals += _refusals(delivery, refused)
        quarantine += _hidden(delivery, refused)
    return mentions, refusals, quarantine


def read_budgets_twice(
    workspace: Workspace,
    snapshot: int,
    reader: BudgetReader,
    second: SecondReader,
    tell: Callable[[str], None] = lambda line: None,
) -> dict[str, Rows]:
    """The same by two readers, as rows by table: `second_reading` has where they differ, and `quarantine` the parties
    that are none by decision. A difference changes a mention only once a person has decided on it."""
    decided = {d["target"]: d["value"] for d in active_decisions(workspace, "reading")}
    tables: dict[str, Rows] = {"mention": [], "refusal": [], "second_reading": [], "quarantine": []}
    read = list(_read(workspace, snapshot, reader))
    told = second.read([delivery.path for delivery, _, _ in read], tell)
    for (delivery, parties, refused), said in zip(read, told, strict=True):
        found = found_in(delivery, snapshot, parties, said)
        counted = settled(parties, found, decided)
        rows = _mentions(delivery, snapshot, (party for party, _ in counted))
        for (_, is_party), mentions in zip(counted, rows, strict=True):
            if is_party:
                tables["mention"] += mentions
            else:
                tables["quarantine"] += [_no_party(m, delivery.file_name) for m in mentions]
        tables["refusal"] += _refusals(delivery, refused)
        tables["quarantine"] += _hidden(delivery, refused)
        tables["second_reading"] += rows_of(delivery, snapshot, said, found, decided, second.settings.model)
    return tables


def _read(workspace: Workspace, snapshot: int, reader: BudgetReader) -> Iterator[tuple[Any, Rows, Rows]]:
    delivered = deliveries(workspace, source="budget", snapshot=snapshot)
    for delivery, (parties, refused) in zip(delivered, reader.read([d.path for d in delivered]), strict=True):
        yield delivery, parties, refused


def _refusals(delivery, refused: Rows) -> Rows:
    return [
        refusal_row("reading", delivery.file_name, r["locator"], r["reason"], r["detail"], delivery.delivery_id)
        for r in refused
        if r["reason"] != HIDDEN
    ]


def _hidden(delivery, refused: Rows) -> Rows:
    return [hidden_part(delivery, r["locator"], r["detail"]) for r in refused if r["reason"] == HIDDEN]


def _no_party(mention: dict[str, Any], file_name: str) -> dict[str, Any]:
    return quarantine_row(
        "mention",
        mention["mention_id"],
        "no_party",
        f"volgens een besluit is '{mention['name_written']}' geen verbonden partij; vervang het besluit als dat "
        "onjuist is",
        snapshot=mention["snapshot"],
        file_name=file_name,
        locator=mention["locator"],
    )


def _mentions(delivery, snapshot: int, parties: Iterable[dict[str, Any]]) -> Iterator[Rows]:
    """The mentions of each party, one per body that the budget serves."""
    maker = Mentions(delivery, snapshot, READER, reader_version())
    for party in parties:
        values = mention_values(party) | ({"reader": party["reader"]} if "reader" in party else {})
        yield [
            maker.row(**values, reporting_organisation_id=body, claim="participates")
            for body in delivery.organisation_ids or (None,)
        ]
