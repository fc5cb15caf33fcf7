"""What a run reads beside the inputs of its parts, and the files that it leaves beside its tables, as hashes.

Belongs here: what makes no part stale and still can make a run give something else: the ledger, earlier releases, the
machine. Does not belong here: the inputs of the parts (`inputs`), and the comparison (`unchanged`).
"""

import platform
from importlib.metadata import distributions

from dagster_project.documents import recogniser
from dagster_project.workspace import Workspace
from dagster_project.workspace.hashing import short_id, tree_hash
from dagster_project.workspace.states import RECORD

_READ = ("ledger", "drafts", "survey")


def beside(workspace: Workspace) -> str:
    """One hash over the ledger, drafts, surveys, earlier releases, and the interpreter with its libraries and OCR.

    Of releases the sizes and times of change of the files are taken: they are many, and `verify` reads their bytes.
    """
    root = workspace.root
    files = [path for folder in _READ for path in (root / folder).rglob("*")]
    releases = []
    for path in sorted(p for p in workspace.releases.rglob("*") if p.is_file()):
        stat = path.stat()
        releases.append(f"{path.relative_to(root).as_posix()}|{stat.st_size}|{stat.st_mtime_ns}")
    libraries = sorted(f"{one.name}=={one.version}" for one in distributions())
    read = tree_hash(root, [*files, root / "publication.yml"])
    return short_id("", read, *releases, platform.python_version(), str(recogniser()), *libraries)


def hash_of_written(workspace: Workspace) -> str:
    """One hash over all files that a run leaves, without its record: tables, warehouse, manifest and its refusals."""
    state = [path for path in workspace.state.rglob("*") if path.name != RECORD]
    manifests = [workspace.manifest, workspace.root / "manifest_refusals.csv"]
    return short_id("", tree_hash(workspace.state, state), tree_hash(workspace.root, manifests))
