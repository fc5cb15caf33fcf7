"""What the releases on disk say of ids, for a ledger to be held against: an id that was published never changes hands.

Belongs here: reading it, quickly, for there may be many releases. Does not belong here: what is wrong with a ledger
(`check`) and making one anew (`restore`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.linkage.ledger.crosswalk import Step
from dagster_project.workspace.errors import UnreadableInput
from dagster_project.workspace.layout import Workspace
from dagster_project.workspace.releases import TABLES, release_key, releases_of

if TYPE_CHECKING:
    import polars as pl

MEND = "put the release back as version control has it: dvc checkout, or dvc pull"


@dataclass
class ReleasedId:
    """An id as the newest release that holds it has it; `first` is the oldest release on disk with it."""

    first: str
    newest: str
    name: str
    anchors: frozenset[str]


@dataclass
class Released:
    """All ids of the releases on disk, and all steps that they tell of, in the order in which these were taken."""

    ids: dict[str, ReleasedId] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)

    @property
    def given(self) -> set[str]:
        """Every id that was ever given, retired ones and those of releases that are not on disk too."""
        return self.ids.keys() | {key for step in self.steps for key in (step.old_id, step.new_id)}


def released_ids(workspace: Workspace) -> Released:
    """Read it from the newest release to the oldest, of the older ones only what no newer one holds.

    Raises UnreadableInput for a release of which the table cannot be read.
    """
    import polars as pl

    found = Released(steps=released_steps(releases_of(workspace)))
    for folder in reversed(releases_of(workspace)):
        release = folder.name
        here = identities_of(folder, ["collaboration_id"])["collaboration_id"].to_list()
        if new := [key for key in here if key not in found.ids]:
            frame = identities_of(folder, ["collaboration_id", "name", "anchors"])
            for key, name, anchors in frame.filter(pl.col("collaboration_id").is_in(new)).iter_rows():
                found.ids[key] = ReleasedId(release, release, name, frozenset(anchors))
        for key in here:
            found.ids[key].first = release
    return found


def released_steps(folders: Iterable[Path]) -> list[Step]:
    """The steps that these releases tell of, each once, in the order in which they were taken."""
    steps = set()
    for folder in folders:
        path = folder / TABLES / "identity_change.parquet"
        rows = _read(path).iter_rows(named=True) if path.exists() else []
        steps |= {Step(**{**row, "decisions": ";".join(row["decisions"])}) for row in rows}
    return in_order(steps)


def in_order(steps: Iterable[Step]) -> list[Step]:
    """Steps in the order in which releases take them."""
    return sorted(steps, key=lambda s: (release_key(s.release) or (0, 0), s.old_id, s.new_id, s.reason))


def identities_of(folder: Path, columns: list[str]) -> "pl.DataFrame":
    """These columns of the table `collaboration_identity` of a release."""
    return _read(folder / TABLES / "collaboration_identity.parquet", columns)


def _read(path: Path, columns: list[str] | None = None) -> "pl.DataFrame":
    import polars as pl

    try:
        return pl.read_parquet(path, columns=columns, hive_partitioning=False, glob=False)
    except (OSError, pl.exceptions.PolarsError) as error:
        what = " ".join(str(error).split())[:200]
        raise UnreadableInput(f"a table of a release cannot be read: {what}", path, MEND) from None
