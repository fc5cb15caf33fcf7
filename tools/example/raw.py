"""All raw files of the example together, and how they get onto disk."""

import shutil
from pathlib import Path

from tools.example import budgets, editions, faults, programmes, registers, surveys

SOURCES = (budgets, surveys, registers, programmes, editions, faults)


def raw_files() -> dict[str, bytes]:
    """Path below raw/ to content."""
    files: dict[str, bytes] = {}
    for source in SOURCES:
        made = source.files()
        if double := files.keys() & made.keys():
            raise ValueError(f"{source.__name__} writes over {sorted(double)}")
        files |= made
    return files


def write_raw(folder: Path) -> int:
    """Replace the folder by the raw files; returns how many.

    Raises ValueError, and removes nothing, where the folder holds anything but raw folders.
    """
    files = raw_files()
    own = {path.split("/")[0] for path in files}
    if folder.exists():
        if foreign := sorted(entry.name for entry in folder.iterdir() if entry.name not in own):
            raise ValueError(
                f"{folder} holds {', '.join(foreign)}, which is no raw data; give an empty or a raw folder"
            )
        shutil.rmtree(folder)
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return len(files)
