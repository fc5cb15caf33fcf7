"""What must hold of a workspace after a kill, and at the end of a case: lines for what does not.

Belongs here: comparing with the undisturbed one. Nothing here changes a workspace.
"""

import csv
import hashlib
from pathlib import Path

from benchmarks.faults.killing import status

RELEASES_OWN = (".dvc", ".dvc-remote", ".gitignore", ".dvcignore")


def everything(workspace: Path) -> dict[str, str]:
    """The hash of every file that counts: all but `work/`, and of that the tables of the state in force."""
    found = {
        p.relative_to(workspace).as_posix(): _hash(p)
        for p in workspace.rglob("*")
        if p.is_file() and not _passing(p.relative_to(workspace).parts)
    }
    return found | tables(workspace)


def tables(workspace: Path) -> dict[str, str]:
    """The hash of every table in force."""
    named = workspace / "work" / "in_force"
    if not named.exists():
        return {}
    folder = workspace / "work" / "states" / named.read_text().strip()
    if not folder.is_dir():
        return {"the state in force": "is not there"}
    return {f"tables: {p.relative_to(folder).as_posix()}": _hash(p) for p in folder.rglob("*.parquet")}


def after_kill(workspace: Path, before: Path, after: Path) -> list[str]:
    """What does not hold right after a kill of the step that leads from `before` to `after`."""
    told = []
    answer = status(workspace)
    if isinstance(answer, str):
        told.append(f"status did not answer: {answer}")
    if tables(workspace) not in (tables(before), tables(after)):
        told.append("the tables in force are neither those before nor those after")
    told += _lost(workspace, before, after)
    return told


def at_the_end(workspace: Path, wanted: Path) -> list[str]:
    """In what a workspace differs from the undisturbed one."""
    here, there = everything(workspace), everything(wanted)
    missing, more = sorted(there.keys() - here.keys()), sorted(here.keys() - there.keys())
    other = sorted(name for name in here.keys() & there.keys() if here[name] != there[name])
    kinds = (("missing", missing), ("too many", more), ("other bytes", other))
    return [f"{len(names)} files {words}: {', '.join(names[:4])}" for words, names in kinds if names]


def _lost(workspace: Path, before: Path, after: Path) -> list[str]:
    told = []
    for folder, words in (("decisions", "a decision"), ("releases", "a release"), ("raw", "a raw file")):
        here, old, new = (_files(root / folder) for root in (workspace, before, after))
        told += [f"{words} was lost or changed: {name}" for name in old if here.get(name) != old[name]]
        if folder == "raw":
            continue  # a copy may stand there before it is listed, under its own name or a temporary one
        half = [name for name in here if name not in old and here[name] != new.get(name) and ".tmp" not in name]
        told += [f"{words} is half there: {name}" for name in half]
    ids, old, new = (_rows(root / "ledger" / "identity.csv") for root in (workspace, before, after))
    told += [f"an id was lost: {key}" for key in old.keys() - ids.keys()]
    told += [f"an id names something else: {key}" for key in ids if ids[key] not in (old.get(key), new.get(key))]
    listed, old = _rows(workspace / "manifest.csv"), _rows(before / "manifest.csv")
    told += [f"a delivery was lost: {key}" for key in old.keys() - listed.keys()]
    return told


def _rows(path: Path) -> dict[str, tuple[str, ...]]:
    if not path.exists():
        return {}
    with path.open(newline="", encoding="utf-8") as file:
        return {row[0]: tuple(row[1:]) for row in csv.reader(file)}


def _files(folder: Path) -> dict[str, str]:
    return {
        p.relative_to(folder).as_posix(): _hash(p)
        for p in folder.rglob("*")
        if p.is_file() and not _passing(("releases", *p.relative_to(folder).parts))
    }


def _passing(parts: tuple[str, ...]) -> bool:
    return parts[0] == "work" or bool(set(parts) & set(RELEASES_OWN))


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
