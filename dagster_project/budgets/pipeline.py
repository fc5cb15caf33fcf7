"""`read_budgets`: the budgets of a snapshot to rows of `mention` and `refusal`, by one reader or by two.

What a document says is `reader`, what a language model says of it `second`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from dagster_project.budgets.decided import gone_on, settled
from dagster_project.budgets.reader import READER
from dagster_project.budgets.reading import BudgetReader
from dagster_project.budgets.record import mention_values
from dagster_project.budgets.second import SecondReader
from dagster_project.budgets.second.reading import found_in, rows_of
from dagster_project.budgets.second.settling import put_together
from dagster_project.budgets.version import reader_version
from dagster_project.decisions import active_decisions, located_decisions, precedence
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
    tables = _Tables(workspace)
    for delivery, parties, refused in _read(workspace, snapshot, reader):
        tables.add(delivery, snapshot, parties, refused)
    return tables.mention, tables.refusal, tables.quarantine


def read_budgets_twice(
    workspace: Workspace,
    snapshot: int,
    reader: BudgetReader,
    second: SecondReader,
    tell: Callable[[str], None] = lambda line: None,
) -> dict[str, Rows]:
    """The same by two readers, as rows by table; `second_reading` has where they differ. What the second says otherwise
    changes a mention only once a person has decided on it."""
    tables = _Tables(workspace)
    alone = {target: d[-1]["value"] for target, d in tables.decisions.items()}
    readings: Rows = []
    read = list(_read(workspace, snapshot, reader))
    told = second.read([delivery.path for delivery, _, _ in read], tell)
    for (delivery, parties, refused), said in zip(read, told, strict=True):
        found = found_in(delivery, snapshot, parties, said)
        tables.add(delivery, snapshot, put_together(parties, found, alone), refused)
        readings += rows_of(delivery, snapshot, said, found, alone, second.settings.model)
    return {
        "mention": tables.mention,
        "refusal": tables.refusal,
        "second_reading": readings,
        "quarantine": tables.quarantine,
    }


class _Tables:
    """The rows of a snapshot, delivery by delivery, as people decided on them."""

    def __init__(self, workspace: Workspace):
        self.workspace = workspace
        self.mention: Rows = []
        self.refusal: Rows = []
        self.quarantine: Rows = []
        self.decisions: dict[str, Rows] = defaultdict(list)
        self.in_force = sorted(active_decisions(workspace, "reading"), key=precedence)
        for decision in self.in_force:
            self.decisions[decision["target"]].append(decision)

    def add(self, delivery, snapshot: int, parties: Rows, refused: Rows) -> None:
        made = list(_mentions(delivery, snapshot, parties))
        carried: dict[int, Rows] = defaultdict(list)
        for number, decision in gone_on(made, self.in_force):
            carried[number].append(decision)
        for number, mentions in enumerate(made):
            about = [d for mention in mentions for d in self.decisions.get(mention["mention_id"], ())]
            found = settled(mentions, [*carried[number], *about])
            if found.is_party:
                self.mention += found.mentions
            else:
                self.quarantine += [_no_party(m, delivery.file_name) for m in found.mentions]
            told = [_overtaken(d, mentions[0]) for d in found.overtaken]
            told += [_carried(d, mentions[0]) for d in carried[number] if d not in found.overtaken]
            self.quarantine += located_decisions(self.workspace, told)
        self.refusal += _refusals(delivery, refused)
        self.quarantine += _hidden(delivery, refused)


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


def _overtaken(decision: dict[str, Any], mention: dict[str, Any]) -> dict[str, Any]:
    return _told(
        decision,
        mention,
        "stale_decision",
        f"zij is genomen op {decision['expect']}; nu wordt iets anders gelezen op {mention['locator']} "
        f"({mention['mention_id']}): neem haar opnieuw of laat haar vervallen",
    )


def _carried(decision: dict[str, Any], mention: dict[str, Any]) -> dict[str, Any]:
    return _told(
        decision,
        mention,
        "carried_decision",
        f"zij noemt een vermelding die er niet meer is, en is toegepast op {mention['mention_id']} "
        f"'{mention['name_written']}' op {mention['locator']}: dezelfde naam of plaats in hetzelfde document; vervang "
        "haar als dat een andere partij is",
    )


def _told(decision: dict[str, Any], mention: dict[str, Any], reason: str, detail: str) -> dict[str, Any]:
    return quarantine_row("decision", decision["decision_id"], reason, detail, snapshot=mention["snapshot"])


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
