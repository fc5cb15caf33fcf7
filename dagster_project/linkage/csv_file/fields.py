"""The fields of a row of a plain file: lists, dates, and what is wrong with them.

Belongs here: what one row says. Does not belong here: the file (`read`), or what the linkage finds (`quarantine`).
"""

import datetime

from dagster_project.linkage.records.places import latest_catalogue
from dagster_project.workspace.refusals import quarantine_row


def split(row: dict[str, str], column: str, separator: str) -> list[str]:
    """The items of a list, none empty."""
    return [p.strip() for p in (row.get(column) or "").split(separator) if p.strip()]


def date_of(row: dict[str, str], column: str) -> datetime.date | None:
    """A date as YYYY-MM-DD; None for what is none."""
    try:
        return datetime.date.fromisoformat((row.get(column) or "").strip())
    except ValueError:
        return None


def dates_of(row: dict[str, str]) -> tuple[datetime.date | None, datetime.date | None]:
    """From when until when a row is in force; nothing where that runs backwards."""
    begin, end = date_of(row, "valid_from"), date_of(row, "valid_until")
    return (None, None) if begin and end and begin > end else (begin, end)


def field_faults(row: dict[str, str]) -> list[dict]:
    """What of a row is not used, or is not known."""
    found = []
    for column in ("valid_from", "valid_until"):
        if (written := (row.get(column) or "").strip()) and date_of(row, column) is None:
            found.append(("no_date", f"{column} '{written[:40]}' is geen datum en niet gebruikt; schrijf JJJJ-MM-DD"))
    begin, end = date_of(row, "valid_from"), date_of(row, "valid_until")
    if begin and end and begin > end:
        found.append(("dates_reversed", f"{begin} ligt na {end}; geen van beide is gebruikt: verbeter ze"))
    known = latest_catalogue().organisations
    if unknown := sorted({c for c in split(row, "participant_codes", ";") if c.lower() not in known}):
        shown = ", ".join(unknown[:10]) + (f" en {len(unknown) - 10} andere" if len(unknown) > 10 else "")
        found.append(("unknown_participant", f"onbekende code {shown}; als zodanig vergeleken: verbeter de code"))
    return [quarantine_row("mention", row["mention_id"], *what) for what in found]
