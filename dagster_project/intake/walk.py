"""What stands below a folder: files, and what is none, without following a link or waiting for a pipe.

Belongs here: looking, and what is passed over. Does not belong here: what a file is said to be (`find`), and its
content (`content`).
"""

import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path

from dagster_project.intake.content import unreadable
from dagster_project.intake.describe import LIST_NAME
from dagster_project.intake.model import Fault

_OF_SYSTEMS = re.compile(
    r"\..*|~\$.*|~wrl\d+\.tmp|thumbs\.db|ehthumbs(_vista)?\.db|desktop\.ini|icon\r|__macosx|@eadir|\$recycle\.bin"
    r"|system volume information|lost\+found|.*\.dvc",
    re.IGNORECASE | re.DOTALL,
)
"""Names that offices and systems leave beside files: locks, previews, settings, bins, and the pointers of DVC."""


@dataclass
class Seen:
    """All that stands below a folder: what was found, each with why it cannot be read or None, and the lists."""

    found: dict[Path, Fault | None] = field(default_factory=dict)
    lists: list[Path] = field(default_factory=list)


def is_housekeeping(path: Path, below: Path) -> bool:
    """Whether a file, or a folder that it lies in, is of an office or a system and so no delivery."""
    return any(_OF_SYSTEMS.fullmatch(part) for part in path.relative_to(below).parts)


def look(path: Path, *, through_link: bool = False) -> Seen:
    """A file, or all below a folder, in the order of the names; with `through_link` the folder may be a link."""
    seen = Seen()
    if not (through_link and path.is_dir()) and (fault := _no_folder(path)):
        if not _OF_SYSTEMS.fullmatch(path.name) and (fault[0] or path.name != LIST_NAME):
            seen.found[path] = fault[0]
        return seen
    to_do = [path]
    while to_do:
        folder = to_do.pop()
        try:
            names = os.listdir(folder)
        except OSError as error:
            seen.found[folder] = unreadable(error)
            continue
        for name in names:
            file = folder / name
            if _OF_SYSTEMS.fullmatch(name):
                continue
            if not (fault := _no_folder(file)):
                to_do.append(file)
            elif fault[0] is None and name == LIST_NAME:
                seen.lists.append(file)
            else:
                seen.found[file] = fault[0]
    return Seen(dict(sorted(seen.found.items())), sorted(seen.lists))


def is_file(path: Path) -> bool:
    """Whether a regular file stands there, and no link to one."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def _no_folder(path: Path) -> tuple[Fault | None] | None:
    """Nothing for a folder; else the fault of what stands there, which a regular file has not."""
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        return (unreadable(error),)
    if stat.S_ISDIR(mode):
        return None
    if stat.S_ISLNK(mode):
        detail = "het is een koppeling, en die wordt niet gevolgd; zet het bestand of de map zelf neer, of geef die op"
        return (Fault("link", detail),)
    if not stat.S_ISREG(mode):
        return (Fault("no_file", "het is geen gewoon bestand (pijp, socket of apparaat); zet er een bestand neer"),)
    return (None,)
