"""The ledger of a draft: its ids are minted for good when it is approved, not before.

A draft shows the ids that the release would have, so it is made with them; but they may still fall together or part
until it is approved, which a minted id may not do without a decision. So they wait beside the draft. Belongs here:
putting them aside, and into force. Does not belong here: minting (`linkage`).
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dagster_project.workspace import LappendekenError, Workspace
from dagster_project.workspace.atomic import write_bytes

ASIDE = ".ledger"
_Files = dict[str, bytes]


@contextmanager
def ledger_put_aside(workspace: Workspace, draft: Path, is_draft: bool) -> Iterator[None]:
    """What is minted within goes beside the draft, and the ledger is as it was; for no draft nothing happens."""
    before = _files(workspace.ledger)
    try:
        yield
        if is_draft:
            _write(aside(draft) / "before", before)
            _write(aside(draft) / "minted", _files(workspace.ledger))
    finally:
        if is_draft:
            _write(workspace.ledger, before)


def mint_for_good(workspace: Workspace, draft: Path) -> None:
    """Put the ids of a draft in the ledger.

    Raises LappendekenError where the ledger is no longer the one that the draft was made with.
    """
    if _files(workspace.ledger) != _files(aside(draft) / "before"):
        what = "the ledger is not the one that the draft was made with"
        raise LappendekenError(
            what, workspace.ledger, "lappendeken run, then lappendeken release --draft makes it anew"
        )
    _write(workspace.ledger, _files(aside(draft) / "minted"))


def aside(draft: Path) -> Path:
    """The folder beside the draft with its ledger, before and after minting."""
    return draft.with_name(draft.name + ASIDE)


def remove_draft(draft: Path) -> None:
    """Remove a draft with its ledger."""
    for folder in (draft, aside(draft)):
        shutil.rmtree(folder, ignore_errors=True)


def _files(folder: Path) -> _Files:
    return {p.name: p.read_bytes() for p in sorted(folder.glob("*.csv"))}


def _write(folder: Path, files: _Files) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in _files(folder).keys() - files.keys():
        (folder / name).unlink()
    for name, content in files.items():
        write_bytes(folder / name, content)
