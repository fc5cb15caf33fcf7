"""Which id a new release gets."""

from typing import TYPE_CHECKING

from dagster_project.workspace import LappendekenError, Workspace, WrongUse
from dagster_project.workspace.releases import release_key, releases_of

if TYPE_CHECKING:
    import polars as pl


def snapshot_of(snapshot: "pl.DataFrame", collaboration: "pl.DataFrame") -> int:
    """The last published snapshot that has data: the one that a release is named after.

    Raises LappendekenError where there is none.
    """
    published = set(snapshot.filter(snapshot["role"] == "published")["snapshot"].to_list())
    having_data = published & set(collaboration["snapshot"].to_list())
    if not having_data:
        raise LappendekenError(
            "there is nothing to release: no published snapshot has a collaboration",
            "tables snapshot and collaboration",
            "take deliveries in with lappendeken intake, then lappendeken run",
        )
    return max(having_data)


def wanted_id(workspace: Workspace, snapshot: int, release_id: str | None) -> str:
    """The id given, if it can be used, or the next one of the snapshot.

    Raises WrongUse for an id that exists, comes before one that exists, or is not of this snapshot.
    """
    taken = [release_key(p.name) for p in releases_of(workspace)]
    next_number = 1 + max((n for year, n in taken if year == snapshot), default=0)
    following = f"{snapshot}.{next_number}"
    if release_id is None:
        return following
    key, where = release_key(release_id), workspace.releases
    if key is None or key[0] != snapshot:
        raise WrongUse(f"'{release_id}' is no id for a release of snapshot {snapshot}", where, f"such as {following}")
    if key in taken:
        raise WrongUse(f"release {release_id} exists, and a release never changes", where, f"the next is {following}")
    if key[1] < next_number:
        raise WrongUse(f"release {release_id} would come before one that exists", where, f"the next is {following}")
    return release_id
