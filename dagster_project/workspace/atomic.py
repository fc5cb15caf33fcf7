"""Writing that is either whole or not there at all."""

import os
from pathlib import Path


def write_bytes(path: Path, content: bytes) -> None:
    """Write through a temporary file beside it and rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".tmp")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)


def write_text(path: Path, content: str) -> None:
    """The same for text in UTF-8."""
    write_bytes(path, content.encode("utf-8"))
