"""`read_budgets`: the budgets of a snapshot to rows of `mention` and `refusal`. What a document says is `reader`."""

from typing import Any

from dagster_project.budgets.reader import READER, READER_VERSION, read_budget
from dagster_project.intake import Ordinals, deliveries, mention_row, refusal_row
from dagster_project.workspace import Workspace

_COLUMNS = (
    "section_written", "legal_form_written", "seat_written", "purpose_written", "participants_written",
    "status_written", "equity_begin", "equity_end", "debt_begin", "debt_end", "result", "amounts_written", "confidence",
)  # fmt: skip


def read_budgets(workspace: Workspace, snapshot: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows of `mention` and of `refusal` of all accepted budgets of a snapshot; one bad file never costs another.

    A budget that serves several bodies gives a mention per body and party.
    """
    mentions: list[dict[str, Any]] = []
    refusals: list[dict[str, Any]] = []
    for delivery in deliveries(workspace, source="budget", snapshot=snapshot):
        try:
            parties, refused = read_budget(
                delivery.path, snapshot=snapshot, organisation_id=";".join(delivery.organisation_ids)
            )
            mentions += _mentions(delivery, snapshot, parties)
        except Exception as error:  # whatever one file does to a parser, the others are read
            refused = [
                {
                    "locator": "document",
                    "reason": "corrupt",
                    "detail": f"reading failed: {type(error).__name__}: {error}",
                }
            ]
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
                    reader_version=READER_VERSION,
                    reporting_organisation_id=body,
                    claim="participates",
                    **{c: party[c] for c in _COLUMNS},
                )
            )
    return rows
