"""What the seeds say of organisations that a register lists by code. Names are resolved in `organisations`."""

from datetime import date
from functools import cache

from dagster_project.workspace.seeds import read_seed


def not_there(organisation_id: str, day: date) -> str | None:
    """Why an organisation with this code does not exist on a day, in words; None where it does or the code is no
    organisation's."""
    if organisation_id not in _lives():
        return None
    begins, ends = _lives()[organisation_id]
    if ends is not None and ends <= day:
        successors = _successors().get(organisation_id, ())
        into = f", het gebied ging naar {', '.join(successors)}" if successors else ""
        return f"{organisation_id} hield op te bestaan op {ends}{into}"
    if begins is not None and begins > day:
        return f"{organisation_id} bestaat pas sinds {begins}"
    return None


def is_organisation(organisation_id: str) -> bool:
    """Whether the code is one of the organisations of the seeds."""
    return organisation_id in _lives()


@cache
def _lives() -> dict[str, tuple[date | None, date | None]]:
    rows = read_seed("organisation").select("organisation_id", "valid_from", "valid_to").iter_rows()
    former = read_seed("former_organisation").select("organisation_id", "ended_on").iter_rows()
    return {i: (begins, ends) for i, begins, ends in rows} | {i: (None, ends) for i, ends in former}


@cache
def _successors() -> dict[str, tuple[str, ...]]:
    successors: dict[str, tuple[str, ...]] = {}
    changes = [*read_seed("municipality_change").select("old_id", "new_id").iter_rows()]
    changes += read_seed("former_organisation").select("organisation_id", "successor_id").iter_rows()
    for old, new in sorted(changes):
        successors[old] = (*successors.get(old, ()), new)
    return successors
