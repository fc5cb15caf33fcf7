"""Copies that stand ready under temporary names until all of an intake is put in place together.

Belongs here: where a copy waits, whether its place can take it, and the manifest that comes with it. How they get in
place at once is `workspace.journal`; whether a file is taken in at all is `admit`.
"""

import errno
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dagster_project.intake.content import Content, Refused, read_content
from dagster_project.intake.model import Fault
from dagster_project.intake.walk import is_file
from dagster_project.workspace import Workspace
from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.hashing import sha256_of
from dagster_project.workspace.journal import commit, discard, staging

_IN_THE_WAY = (errno.ENOTDIR, errno.EEXIST, errno.EISDIR)


@dataclass(frozen=True)
class Taken:
    """What was read of a file, where its content can be looked at, and the copy that waits, if one was made."""

    content: Content
    path: Path
    copy: Path | None = None


class Staging:
    """The copies of one intake, by the place that each will have."""

    def __init__(self, workspace: Workspace):
        self._workspace = workspace
        self._moves: dict[Path, Path] = {}
        self._made = 0

    def take(self, source: Path, target: Path) -> Taken:
        """Read a file, and copy it aside unless it stands at the target already.

        Raises Refused where it cannot be read or the target cannot take it.
        """
        self._require_place(target)
        if target not in self._moves and _may_be_the_same(source, target):
            content = read_content(source)
            if sha256_of(target) == content.sha256:
                return Taken(content, target)
        folder = staging(self._workspace)
        folder.mkdir(parents=True, exist_ok=True)
        self._made += 1
        copy = folder / f"{self._made:06d}"
        return Taken(read_content(source, copy), copy, copy)

    def put(self, target: Path, taken: Taken) -> None:
        """Have the copy become the target."""
        if taken.copy:
            self._moves[target] = taken.copy

    def is_there(self, path: Path) -> bool:
        """Whether a file stands at a place, or will."""
        return path in self._moves or is_file(path)

    def waits_for(self, target: Path) -> bool:
        """Whether a copy waits to become the target."""
        return target in self._moves

    def commit(self, texts: Mapping[Path, str]) -> None:
        """Put the copies in place, and the texts that are new; all of it or nothing."""
        new = {path: text for path, text in texts.items() if not path.exists() or path.read_bytes() != text.encode()}
        if self._moves or len(new) > 1:
            commit(self._workspace, self._moves, new)
        else:
            for path, text in new.items():
                write_text(path, text)
        self._moves.clear()
        self.discard()

    def discard(self) -> None:
        """Throw away what was not put in place."""
        if self._made:
            discard(self._workspace)

    def _require_place(self, target: Path) -> None:
        raw = self._workspace.raw
        for folder in target.parents:
            if folder == raw:
                break
            if folder.is_symlink():
                raise Refused(Fault("link", f"raw/{folder.relative_to(raw)} is een koppeling; maak er een map van"))
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            there = target.is_dir()
        except OSError as error:
            if error.errno == errno.ENAMETOOLONG:
                detail = "het pad wordt onder raw/ te lang; kort de namen van de mappen of van het bestand in"
                raise Refused(Fault("bad_name", detail)) from None
            if error.errno not in _IN_THE_WAY:
                raise
            there = True
        if there:
            detail = "in raw/ staat een map waar dit bestand hoort, of een bestand waar zijn map hoort; hernoem er een"
            raise Refused(Fault("bad_name", detail))


def _may_be_the_same(source: Path, target: Path) -> bool:
    try:
        return is_file(target) and target.lstat().st_size == source.lstat().st_size
    except OSError:
        return False
