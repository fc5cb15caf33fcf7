"""The content of a file at the door: read once, through no link, waiting for no pipe, and whole or not at all.

Does not belong here: what the content is (`sniff`).
"""

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dagster_project.intake.model import Fault

_BLOCK = 1 << 20
_CHANGED = Fault("unreadable", "het bestand veranderde terwijl het werd gelezen; wacht tot het klaar is")
_WHY = {
    errno.EACCES: "er is geen recht om het te lezen; geef dat recht",
    errno.EPERM: "er is geen recht om het te lezen; geef dat recht",
    errno.ENOENT: "het verdween terwijl het werd gelezen; zet het terug",
    errno.ENAMETOOLONG: "het pad is te lang; kort de namen van de mappen of van het bestand in",
    errno.EIO: "de schijf kan het niet lezen; haal het van een kopie",
    errno.ESTALE: "de netwerkschijf geeft het niet; koppel haar opnieuw",
}


class Refused(Exception):
    """A file that is refused at the door; carries the fault."""

    def __init__(self, fault: Fault):
        self.fault = fault
        super().__init__(fault.detail)


@dataclass(frozen=True)
class Content:
    """What was read of a file: its hash and its size in bytes."""

    sha256: str
    bytes: int


def unreadable(error: OSError) -> Fault:
    """The fault of a file or folder that the system did not let us read."""
    if error.errno == errno.ELOOP:
        return Fault("link", "het is een koppeling, en die wordt niet gevolgd; zet het bestand zelf neer")
    return Fault("unreadable", _WHY.get(error.errno, f"het is niet te lezen ({error.strerror}); zet het opnieuw neer"))


def read_content(path: Path, copy: Path | None = None) -> Content:
    """Read a file through, and write what was read to `copy` where that is given.

    Raises Refused where it is no regular file, may not be read, changes meanwhile, or has no room on the disk of the
    copy. An OSError is one of writing.
    """
    with _opened(path) as file:
        before = os.fstat(file.fileno())
        if copy is None:
            return _through(file, before, None)
        if before.st_size > shutil.disk_usage(copy.parent).free:
            detail = f"het bestand is {before.st_size} bytes, meer dan er plaats is; maak ruimte, of verwijs ernaar"
            raise Refused(Fault("too_large", detail))
        try:
            with copy.open("xb") as out:
                content = _through(file, before, out)
                out.flush()
                os.fsync(out.fileno())
        except BaseException:
            copy.unlink(missing_ok=True)
            raise
        return content


def has_content(path: Path, sha256: str) -> bool:
    """Whether a regular file with content of that hash stands there."""
    try:
        return read_content(path).sha256 == sha256
    except Refused:
        return False


def _through(file: BinaryIO, before: os.stat_result, out: BinaryIO | None) -> Content:
    digest, size = hashlib.sha256(), 0
    while block := _block(file):
        size += len(block)
        if size > before.st_size:  # it grows, perhaps for ever
            raise Refused(_CHANGED)
        digest.update(block)
        if out:
            out.write(block)
    after = os.fstat(file.fileno())
    if size != before.st_size or after.st_mtime_ns != before.st_mtime_ns:
        raise Refused(_CHANGED)
    return Content(digest.hexdigest(), size)


def _block(file: BinaryIO) -> bytes:
    try:
        return file.read(_BLOCK)
    except OSError as error:
        raise Refused(unreadable(error)) from None


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise Refused(unreadable(error)) from None
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Refused(Fault("no_file", "het is geen gewoon bestand; zet er een bestand neer"))
        with os.fdopen(handle, "rb", buffering=0, closefd=False) as file:
            yield file
    finally:
        os.close(handle)
