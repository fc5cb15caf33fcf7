"""Forms of before, which hold no copy of what was sent: whose they say they are, of which year, and when they came.

Belongs here: telling such a response from one of another organisation, of another year, or too late. Does not belong
here: its rows (`responses`), and the questionnaire of now, whose copy says all this (`sent`, `weighed`).
"""

import re
from collections.abc import Iterator

from dagster_project.intake import Delivery, Table, refused
from dagster_project.organisations import resolve_name
from dagster_project.organisations.snapshots import reference_date
from dagster_project.surveys.weighed import LATE
from dagster_project.texts import fold
from dagster_project.workspace import quarantine_row

OF_WHOM = ("organisatie", "naam organisatie", "gemeente", "provincie", "waterschap")
"""Labels before the name of who answers, as compared."""
_TITLE = re.compile(r"uitvraag|enqu[êe]te|vragenlijst|inventarisatie|peiling", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def other_than_delivered(delivery: Delivery, table: Table, snapshot: int) -> dict | None:
    """The refusal of a response that says above its table that it is of another organisation or another year; None
    where it says nothing of these, or what the delivery says too."""
    head = [cells for number, cells in table.sheet.rows if number < table.heading_row]
    for named in _named(head):
        found = resolve_name(named, snapshot).organisation_id
        if found and found not in delivery.organisation_ids:
            detail = (
                f"bovenaan staat '{named}' ({found}), ingeleverd als {', '.join(delivery.organisation_ids)}; lever het "
                "antwoord van de eigen organisatie in"
            )
            return refused(delivery, "document", "other_organisation", detail)
    titles = [cell for cells in head for cell in cells if cell and _TITLE.search(cell)]
    years = {int(year) for title in titles for year in _YEAR.findall(title)}
    if years and not any(delivery.serves(year) or abs(year - snapshot) <= 1 for year in years):
        said = ", ".join(map(str, sorted(years)))
        detail = f"bovenaan staat {said}, ingeleverd voor {snapshot}; vul de vragenlijst van deze peiling in"
        return refused(delivery, "document", "other_snapshot", detail)
    return None


def _named(head: list) -> Iterator[str]:
    """What stands behind a label of who answers."""
    for cells in head:
        filled = [cell for cell in cells if cell]
        if len(filled) == 2 and fold(filled[0], "heading").rstrip(" :") in OF_WHOM:
            yield filled[1]


def came_late(delivery: Delivery, snapshot: int, applied: bool) -> dict | None:
    """The row of `quarantine` of a response that came in after the reference date of the snapshot, by the list that
    came with it; None where it was in time, or no list tells the day, for then it is only the day of the intake."""
    due = reference_date(snapshot)
    if not delivery.listed_in or delivery.received_on <= due:
        return None
    detail = f"ontvangen op {delivery.received_on}, gevraagd voor {due}; "
    detail += "het telt mee; ga na of het nog de stand van toen is" if applied else (
        f"niets ervan is toegepast; geldt het voor {snapshot}, neem dan een besluit van soort delivery met waarde "
        f"accepted op {delivery.delivery_id}"
    )  # fmt: skip
    return quarantine_row(
        "delivery", delivery.delivery_id, "late_answer", detail, snapshot=snapshot, file_name=delivery.file_name,
        locator="document",
    )  # fmt: skip


def too_late(delivery: Delivery, snapshot: int) -> bool:
    """Whether a response came so late that it is asked and not applied."""
    return bool(delivery.listed_in) and delivery.received_on > reference_date(snapshot) + LATE
