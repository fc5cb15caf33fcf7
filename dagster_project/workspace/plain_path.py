"""A path that every library takes for a path, whatever a workspace is called.

Storage of Dagster makes an address of a path and dbt a template and a text of SQL: there `?`, `#`, `%`, `*`, quotes and
braces mean something. Such a workspace is reached through a link with a plain name, in a folder of the user's own.
"""

import os
import re
import stat
import tempfile
from pathlib import Path

from dagster_project.workspace.errors import MachineFailed
from dagster_project.workspace.hashing import short_id

_PLAIN = re.compile(r"[\w/.,+=@~ -]+")


def plain_path(path: Path) -> Path:
    """The path itself, or a link to it where its name holds signs that mean something to a library.

    Raises MachineFailed where the folder of these links is another's.
    """
    if _PLAIN.fullmatch(str(path)):
        return path
    folder = Path(tempfile.gettempdir()) / f"lappendeken-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        raise MachineFailed("this folder is another's", folder, "remove it, or give a workspace with a plain name")
    link = folder / short_id("w", os.fsencode(path).hex())
    if not link.is_symlink() or os.readlink(link) != str(path):
        link.unlink(missing_ok=True)
        link.symlink_to(path)
    return link
