"""What all sources of a simulated country wrote, as the linkage gets it from faultless readers.

Belongs here: the table `mention` and the records made from a truth. Does not belong here: linking them.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.evaluation.truth.country import true_parties
from dagster_project.evaluation.truth.party import Party

if TYPE_CHECKING:
    import polars as pl

    from dagster_project.linkage import Record


def records_of_country(folder: Path) -> "tuple[list[Record], dict[str, str]]":
    """What the linkage gets of the mentions of a simulated country, and the true id of those that have one."""
    return linkable(*mentions_of_country(folder))


def linkable(mentions: "pl.DataFrame", parties: dict[str, Party]) -> "tuple[list[Record], dict[str, str]]":
    """What the linkage gets of such mentions (see `mentions_of_country`), and the true id of those that have one."""
    from dagster_project.linkage import records_of
    from dagster_project.organisations.participants import resolve_participants

    participants, _ = resolve_participants(mentions)
    truth = {mention: party.party_id for mention, party in parties.items() if party.party_id}
    return records_of(mentions, participants), truth


def mentions_of_country(folder: Path) -> "tuple[pl.DataFrame, dict[str, Party]]":
    """The table `mention` of all that the sources of a simulated country wrote, and the true party of each."""
    from dagster_project.workspace import frame_of

    parties = {f"m{order:07d}": party for order, party in enumerate(true_parties(folder))}
    return frame_of("mention", (_mention_row(mention, party) for mention, party in parties.items())), parties


def _mention_row(mention: str, party: Party) -> dict:
    return {
        "mention_id": mention,
        "delivery_id": party.document,
        "locator": party.place,
        "snapshot": party.snapshot,
        "source": party.source,
        "reporting_organisation_id": party.reporter,
        "claim": party.claim,
        "name_written": party.name,
        "section_written": party.fields["section"],
        "legal_form_written": party.fields["legal_form_written"],
        "seat_written": party.fields["seat"],
        "purpose_written": party.fields["purpose"],
        "participants_written": list(party.fields["participants"]),
    }
