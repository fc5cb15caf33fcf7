"""What is wrong with versions of joint arrangements and their participants, as quarantine rows."""

from collections.abc import Iterable, Mapping

from dagster_project.intake import Delivery
from dagster_project.organisations.snapshots import reference_date
from dagster_project.registers.arrangements import Participation, Version, repaired
from dagster_project.registers.known import not_there
from dagster_project.workspace import quarantine_row

_NAMES = ("naam", "alle_namen", "citeertitel", "so_naam")


def of_versions(delivery: Delivery, versions: Iterable[Version]) -> list[dict]:
    """Versions that end before or as they begin, and those that begin after the export was received."""
    rows = []
    for version in versions:
        begins, ends = version.valid_from, version.valid_until
        said = f"versie {version.roo_id} '{version.name}' geldt van {begins} tot {ends or 'nader bericht'}"
        if ends is not None and ends <= begins:
            rows.append(
                _of_version(delivery, version, "ends_before_begin", f"{said}, dus nooit; verbeter het register")
            )
        if begins > delivery.received_on:
            after = f"na de uitdraai van {delivery.received_on}; zij telt zodra die datum er is"
            rows.append(_of_version(delivery, version, "begins_in_future", f"{said}, {after}"))
    return rows


def of_participants(
    delivery: Delivery,
    participations_file: str,
    snapshot: int,
    mention: dict,
    version: Version,
    members: list[Participation],
) -> list[dict]:
    """No participants, participants without a code or not in existence at the date, and names encoded twice."""
    who = f"versie {version.roo_id} '{version.name}'"
    key = mention["mention_id"]

    def row(reason: str, detail: str, member: Participation | None = None) -> dict:
        file_name = participations_file if member else delivery.file_name
        locator = (member or version).row.locator()
        return quarantine_row("mention", key, reason, detail, snapshot=snapshot, file_name=file_name, locator=locator)

    rows = [] if members else [row("no_participants", f"{who} heeft geen deelnemers; vraag het na bij het register")]
    names = repaired(version.row, _NAMES)
    if names:
        rows.append(row("double_encoding_repaired", f"{who}: {'; '.join(names)}; gelezen zoals hersteld"))
    for member in members:
        gone = not_there(member.code, reference_date(snapshot))
        if not member.code:
            detail = (
                f"'{member.name}' van {who} heeft geen code; alleen de naam is gebruikt; vraag het register om de code"
            )
            rows.append(row("participant_without_id", detail, member))
        elif gone:
            still = f"maar staat er op {reference_date(snapshot)} nog; ga na wie deelneemt"
            detail = f"'{member.name}' van {who}: {gone}, {still}"
            rows.append(row("merged_organisation", detail, member))
        names = repaired(member.row, ["deelnemer_naam"])
        if names:
            rows.append(row("double_encoding_repaired", f"{who}: {'; '.join(names)}; gelezen zoals hersteld", member))
    return rows


def of_strays(delivery: Delivery, participations: Mapping[str, list[Participation]], known: set[str]) -> list[dict]:
    """Participants of versions that the regulations do not hold."""
    rows = []
    for roo_id in sorted(set(participations) - known):
        for member in participations[roo_id]:
            locator = member.row.locator()
            detail = (
                f"'{member.name}' neemt deel aan versie '{roo_id}', die niet bij de regelingen staat; "
                "vraag het na bij het register"
            )
            key, where = f"{delivery.delivery_id}|{locator}", {"file_name": delivery.file_name, "locator": locator}
            rows.append(quarantine_row("mention", key, "orphan_row", detail, **where))
    return rows


def _of_version(delivery: Delivery, version: Version, reason: str, detail: str) -> dict:
    key = f"{delivery.delivery_id}|{version.row.locator()}"
    where = {"file_name": delivery.file_name, "locator": version.row.locator()}
    return quarantine_row("mention", key, reason, detail, **where)
