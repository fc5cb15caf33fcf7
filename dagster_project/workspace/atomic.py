"""Writing that is either whole or not there at all."""

import os
import tempfile
from pathlib import Path


def write_bytes(path: Path, content: bytes) -> None:
    """Write through a temporary file beside it and rename; nothing of it is left where writing fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            os.fchmod(file.fileno(), 0o644)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    sync(path.parent)


def write_text(path: Path, content: str) -> None:
    """The same for text in UTF-8."""
    write_bytes(path, content.encode("utf-8"))


def sync(path: Path) -> None:
    """Have one file, or the names in one folder, on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_all(folder: Path) -> None:
    """Have everything below the folder on the disk before anyone may see it under its final name."""
    for path in [*sorted(folder.rglob("*")), folder]:
        sync(path)
