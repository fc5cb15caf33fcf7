"""The versions of a joint arrangement with their dates, from the rows of the truth.

Belongs here: when a version is in force. Does not belong here: how the export writes it (`register`).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from dagster_project.simulation.model import TrueCollaboration
from dagster_project.simulation.world.organisations import reference_date

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Version:
    """One version: in force from `begins` up to, not including, `ends`; its content is that of `one`."""

    roo: str
    one: TrueCollaboration
    begins: date
    ends: date | None


def versions(rows: list[TrueCollaboration], all_snapshots: tuple[int, ...]) -> list[Version]:
    """The versions of one collaboration, oldest first, from its rows in the order of the snapshots.

    `rows` are those in which it stands in the register; at any other snapshot since its founding no version is in
    force. The last version of a row is in force at its snapshot. Those that came between two snapshots begin at equal
    distances between the reference dates; those before the first snapshot between founding and that date.
    """
    told: dict[str, tuple[TrueCollaboration, date]] = {}
    closed: dict[str, date] = {}
    since = min(rows[0].founded_on, reference_date(rows[0].snapshot))
    for before, one in pairwise((None, *rows)):
        until = reference_date(one.snapshot)
        fresh = [roo for roo in one.register_versions if roo not in told]
        first = 0 if not told else 1
        if away := _away(before, one, all_snapshots):
            left = reference_date(away[0]) - DAY
            told |= _begun(one, fresh[:-1], min(since, left - DAY), left, first)
            closed |= dict.fromkeys(list(told)[-1:], left)
            fresh, since, first = fresh[-1:], reference_date(away[-1]) + DAY, 0
        told |= _begun(one, fresh, since, until, first)
        since = until
    following = [begins for _, begins in list(told.values())[1:]]
    ends = [*following, _end(rows[-1], all_snapshots)]
    return [
        Version(roo, one, begins, closed.get(roo, end))
        for (roo, (one, begins)), end in zip(told.items(), ends, strict=True)
    ]


def _away(before: TrueCollaboration | None, one: TrueCollaboration, all_snapshots: tuple[int, ...]) -> list[int]:
    """The snapshots since a row, or since the founding, at which it was there and not in the register."""
    earlier = [snapshot for snapshot in all_snapshots if snapshot < one.snapshot]
    return [s for s in earlier if reference_date(s) >= one.founded_on and (before is None or s > before.snapshot)]


def _begun(
    one: TrueCollaboration, roos: list[str], since: date, until: date, first: int
) -> dict[str, tuple[TrueCollaboration, date]]:
    """Versions that begin at equal distances, the first on the day `since` itself, or after it where `first` is 1."""
    days = (until - since).days
    steps = enumerate(roos, start=first)
    return {roo: (one, since + timedelta(days=days * step // (len(roos) + first))) for step, roo in steps}


def _end(last: TrueCollaboration, all_snapshots: tuple[int, ...]) -> date | None:
    """A collaboration that is gone at the next snapshot ended at the latest the day before it."""
    if last.ended_on:
        return last.ended_on
    later = [snapshot for snapshot in all_snapshots if snapshot > last.snapshot]
    return reference_date(later[0]) - DAY if later else None
