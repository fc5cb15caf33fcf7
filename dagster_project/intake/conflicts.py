"""Which deliveries are read where several speak for the same thing: the first, until a person decides.

Belongs here: the status `held`, and decisions of kind delivery. It follows anew from the manifest and the decisions
each time, so that no status outlives the decision that it rests on.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dagster_project.intake.manifest import Manifest
from dagster_project.intake.model import BY_ORGANISATION, Delivery
from dagster_project.workspace import quarantine_row

_VALUES = ("accepted", "withdrawn", "held")


def judged_now(manifest: Manifest) -> tuple[list[Delivery], list[dict]]:
    """`judge` on a manifest with the decisions of its workspace."""
    from dagster_project.decisions import active_decisions

    decided = {row["target"]: row["value"] for row in active_decisions(manifest.workspace, "delivery")}
    return judge(manifest.deliveries.values(), decided)


def judge(deliveries: Iterable[Delivery], decided: Mapping[str, str]) -> tuple[list[Delivery], list[dict]]:
    """The deliveries with the status that they have now, and quarantine rows for those in conflict.

    `decided` gives the value decided (accepted, withdrawn, held) per delivery id. Of two budgets or surveys for one
    organisation and snapshot the later by day of receipt, then name, is held; not so where one list names both, for
    then someone put them together on purpose. The same content in two deliveries for one snapshot is held whatever was
    decided: its mentions would have the same ids.
    """
    read: list[Delivery] = []
    judged, quarantine = [], []
    for delivery in sorted(deliveries, key=lambda d: (d.received_on, d.file_name, d.delivery_id)):
        verdict = decided.get(delivery.delivery_id)
        if delivery.status == "accepted" and verdict in _VALUES:
            delivery = replace(delivery, status=verdict)
        if delivery.status != "accepted":
            judged.append(delivery)
            continue
        double = next((d for d in read if d.sha256 == delivery.sha256 and _same_snapshot(d, delivery)), None)
        rival = next((d for d in read if _rivals(d, delivery)), None) if verdict != "accepted" else None
        if double or rival:
            delivery = replace(delivery, status="held")
            quarantine.append(_conflict(delivery, double, rival))
        else:
            read.append(delivery)
        judged.append(delivery)
    return judged, quarantine


def _same_snapshot(one: Delivery, other: Delivery) -> bool:
    return not one.snapshots or not other.snapshots or bool(set(one.snapshots) & set(other.snapshots))


def _rivals(one: Delivery, other: Delivery) -> bool:
    together = one.listed_in != "" and one.listed_in == other.listed_in
    return (
        not together
        and one.source == other.source
        and one.source in BY_ORGANISATION
        and bool(set(one.organisation_ids) & set(other.organisation_ids))
        and _same_snapshot(one, other)
    )


def _conflict(held: Delivery, double: Delivery | None, rival: Delivery | None) -> dict:
    if double:
        detail = (
            f"{held.file_name} is gelijk aan {double.file_name} en voor iets anders aangeleverd; het wordt niet "
            "gelezen; herstel: één regel in deliveries.csv met alle organisaties, of een besluit van soort delivery "
            f"op {double.delivery_id} met waarde withdrawn"
        )
    else:
        shared = ", ".join(i for i in held.organisation_ids if i in rival.organisation_ids)
        detail = (
            f"{held.file_name} en {rival.file_name} zijn beide {held.source} van {shared} voor één peiling, en "
            f"verschillen; alleen {rival.file_name} is gelezen; herstel: een besluit van soort delivery op "
            f"{held.delivery_id} met waarde accepted leest beide, met withdrawn vervalt het; withdrawn op "
            f"{rival.delivery_id} leest het in plaats daarvan"
        )
    return quarantine_row(
        "delivery",
        held.delivery_id,
        "conflicting_delivery",
        detail,
        snapshot=held.snapshots[0] if len(held.snapshots) == 1 else None,
        file_name=held.file_name,
        locator="document",
    )
