"""Changes that the register has not brought in: versions that lack, and what it says wrongly for that.

Belongs here: which version lacks, and in which values one that is in force errs at a snapshot. Does not belong here:
when a version is in force (`register_versions`), and errors in what a version says from the start (`errors`).
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from dagster_project.simulation.model import TrueCollaboration
from dagster_project.simulation.sources.capture import acknowledged_members
from dagster_project.simulation.sources.faults import Conditions
from dagster_project.simulation.world.organisations import listed_name

Value = Callable[[TrueCollaboration], tuple[str, ...]]
PARTICIPANTS, FORM = "register_behind_participants", "register_behind_form"
CHANGES: dict[str, Value] = {
    PARTICIPANTS: acknowledged_members,
    FORM: lambda one: (one.legal_form,),
    "register_behind_name": lambda one: (one.name,),
}
"""Kind of fault to the value that the register does not bring up to date. The first that changed decides for all."""


def kept_up(rows: list[TrueCollaboration], by: Conditions) -> list[TrueCollaboration]:
    """The rows of one collaboration, in the order of the snapshots, without the versions that the register lacks. Only
    what was in it at the row before can lack a version; what comes in anew always has one."""
    lacking: set[str] = set()
    for before, one in pairwise(rows):
        fresh = set(one.register_versions) - set(before.register_versions)
        kind = next(iter(changed(before, one)), None)
        if len(fresh) == 1 and kind and by.strikes(kind, one.truth_id, one.snapshot):
            lacking |= fresh
    kept = (tuple(roo for roo in one.register_versions if roo not in lacking) for one in rows)
    return [replace(one, register_versions=roos) for one, roos in zip(rows, kept, strict=True)]


def changed(before: TrueCollaboration, one: TrueCollaboration) -> Iterator[str]:
    """The kinds whose value is another one in the later row."""
    return (kind for kind, value in CHANGES.items() if value(before) != value(one))


def behind(
    said: TrueCollaboration, true: TrueCollaboration, form: Callable[[TrueCollaboration], str]
) -> Iterator[tuple[str, str]]:
    """Kind and detail, `written <- true`, of each value in which an older row is behind a later one; `form` is how the
    register writes a legal form."""
    for kind in changed(said, true):
        yield kind, " <- ".join(_written(kind, one, form) for one in (said, true))


def _written(kind: str, one: TrueCollaboration, form: Callable[[TrueCollaboration], str]) -> str:
    if kind == PARTICIPANTS:
        return "; ".join(listed_name(body, one.snapshot) for body in acknowledged_members(one))
    return form(one) if kind == FORM else one.name
