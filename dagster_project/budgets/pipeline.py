"""`read_budgets`: the budgets of a snapshot to rows of `mention` and `refusal`. What a document says is `reader`."""

from typing import Any

from dagster_project.budgets.reader import READER
from dagster_project.budgets.reading import BudgetReader
from dagster_project.budgets.version import reader_version
from dagster_project.intake import Ordinals, deliveries, mention_row, refusal_row
from dagster_project.workspace import Workspace

_COLUMNS = (
    "section_written", "legal_form_written", "seat_written", "purpose_written", "participants_written",
    "interest_written", "risks_written", "programme_written", "status_written", "equity_begin", "equity_end",
    "debt_begin", "debt_end", "result", "amounts_written", "not_applicable", "other_locators", "confidence",
)  # fmt: skip


def budget_reader(workspace: Workspace, **options: Any) -> BudgetReader:
    """The reader that keeps what it read in the workspace, so that a run with one new document reads one document."""
    return BudgetReader(workspace.work / "reading", **options)


def read_budgets(
    workspace: Workspace, snapshot: int, reader: BudgetReader | None = None
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows of `mention` and of `refusal` of all accepted budgets of a snapshot; one bad file never costs another.

    A budget that serves several bodies gives a mention per body and party. Without a `reader` one is made.
    """
    if reader is None:
        with budget_reader(workspace) as reader:
            return read_budgets(workspace, snapshot, reader)
    mentions: list[dict[str, Any]] = []
    refusals: list[dict[str, Any]] = []
    delivered = deliveries(workspace, source="budget", snapshot=snapshot)
    for delivery, (parties, refused) in zip(delivered, reader.read([d.path for d in delivered]), strict=True):
        mentions += _mentions(delivery, snapshot, parties)
        refusals += [
            refusal_row("reading", delivery.file_name, r["locator"], r["reason"], r["detail"], delivery.delivery_id)
            for r in refused
        ]
    return mentions, refusals


def _mentions(delivery, snapshot: int, parties: list[dict[str, Any]]) -> list[dict[str, Any]]:
    ordinals = Ordinals()
    rows = []
    for party in parties:
        for body in delivery.organisation_ids or (None,):
            rows.append(
                mention_row(
                    delivery,
                    snapshot,
                    name_written=party["name_written"],
                    ordinal=ordinals.next(party["name_written"]),
                    locator=party["locator"],
                    reader=READER,
                    reader_version=reader_version(),
                    reporting_organisation_id=body,
                    claim="participates",
                    **{c: party[c] for c in _COLUMNS},
                )
            )
    return rows
