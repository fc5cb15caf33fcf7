"""The package of a release in its temporary folder: tables, changes since the one before, papers.

Belongs here: which module writes what, and in which order. Does not belong here: gate, ids and what happens to folders
(`make`); what a file says (the module that writes it).
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster_project.release.changes import Changes, as_data, changes_page, diff
from dagster_project.release.changes.causes import split
from dagster_project.release.deliveries import deliveries_named
from dagster_project.release.files import write_json, write_tables
from dagster_project.release.papers import write_papers
from dagster_project.release.provenance import provenance
from dagster_project.release.rerun import Inputs
from dagster_project.release.signing import APPROVAL, NOTICE, notice
from dagster_project.release.verifier import standalone
from dagster_project.release.verify_standalone import root_hash_of
from dagster_project.workspace import Workspace

if TYPE_CHECKING:
    import polars as pl

CHANGES = "wijzigingen"
_OF_THE_STEP = (f"{CHANGES}.json", f"{CHANGES}.html", NOTICE, APPROVAL)
"""Files that say how a release came from the one before; they follow from the rest and from what people said of it."""


@dataclass(frozen=True)
class Package:
    """What a release is made of.

    `verdict` gives the verdict on the release of that id, `figures` the figures that other inputs would give.
    """

    workspace: Workspace
    folder: Path
    snapshot: int
    frames: "dict[str, pl.DataFrame]"
    verdict: Callable[[str], dict]
    figures: "Callable[[Workspace, Inputs], pl.DataFrame]"

    def write_tables(self) -> None:
        """All that does not depend on the id of the release."""
        self.folder.mkdir(parents=True)
        write_tables(self.folder, self.frames)
        (self.folder / "verify.py").write_text(standalone(), encoding="utf-8")
        write_json(self.folder / "herkomst.json", provenance(self.workspace, self.frames["delivery"]))
        write_json(self.folder / "leveringen.json", deliveries_named(self.workspace))

    def is_that_of(self, newest: Path) -> bool:
        """Whether this is the newest release again: with its id, and the step from the one before, the same bytes."""
        for name in _OF_THE_STEP:
            if (newest / name).is_file():
                shutil.copyfile(newest / name, self.folder / name)
        self.write_papers(newest.name)
        same = root_hash_of(self.folder) == root_hash_of(newest)
        for name in _OF_THE_STEP:
            (self.folder / name).unlink(missing_ok=True)
        return same

    def write_changes(self, release_id: str, newest: Path | None, said: dict[str, Any]) -> None:
        """What changed since the newest release, and the notice of a correction. No release is made without."""
        changes = Changes(None, release_id)
        if newest is not None:
            found = diff(newest, self.folder)
            causes, cells = split(found.cells, newest, self.folder, partial(self.figures, self.workspace))
            changes = Changes(newest.name, release_id, found.tables, cells, causes, said.get("reden"))
        write_json(self.folder / f"{CHANGES}.json", as_data(changes))
        (self.folder / f"{CHANGES}.html").write_text(changes_page(changes), encoding="utf-8")
        if said:
            (self.folder / NOTICE).write_text(notice(said), encoding="utf-8")

    def write_papers(self, release_id: str) -> None:
        """The files that name the release, and the seal."""
        verdict = self.verdict(release_id)
        write_papers(self.folder, release_id, self.snapshot, self.workspace, verdict, self.frames)
