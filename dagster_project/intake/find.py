"""Which files stand below a path, each with its name for people and what is said of it.

Does not belong here: whether a file is taken in.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dagster_project.intake.content import Refused
from dagster_project.intake.describe import LIST_NAME, Listing, by_importer, by_path, read_listing
from dagster_project.intake.model import FOLDERS, Description, Fault
from dagster_project.intake.walk import is_file, is_housekeeping, look
from dagster_project.texts import printable
from dagster_project.workspace import Workspace, WrongUse


@dataclass(frozen=True)
class Found:
    """A file, or the fault of a list or of a file that is not there.

    `path` is absolute, `name` the path below the folder given with that folder's own name in front, as it is shown,
    `lists` the names of the lists above it. `key` tells faults of one list apart.
    """

    path: Path
    name: str
    said: Description | Fault
    lists: tuple[str, ...] = ()
    key: str = ""


@dataclass
class _Root:
    """The folder under which lists count, and how paths below it are named."""

    folder: Path
    prefix: str
    listings: dict[Path, Listing] = field(default_factory=dict)

    def written(self, path: Path) -> str:
        return self.prefix + path.relative_to(self.folder).as_posix() if path != self.folder else path.name

    def name(self, path: Path) -> str:
        return printable(self.written(path))


def find(workspace: Workspace, path: Path, source: str | None = None, snapshot: int | None = None) -> Iterator[Found]:
    """All files at or below a path in the order of their names, then the faults of the lists beside them.

    With `source` the importer says what they are, lists and paths do not. Raises WrongUse for a path that is not there
    or that holds the workspace.
    """
    path = standing_path(path)
    if not os.path.lexists(path):
        raise WrongUse("there is no such file or folder", path, "give one that exists")
    if path in workspace.root.parents or path == workspace.root:
        raise WrongUse("this folder holds the workspace itself", path, "give the folder that was delivered")
    seen = look(path, through_link=path == workspace.raw)
    if source is not None:
        folder = "/".join([FOLDERS.get(source, source)] + ([str(snapshot)] if snapshot is not None else []))
        for file, fault in seen.found.items():
            name = f"{folder}/{file.relative_to(path).as_posix() if file != path else file.name}"
            yield Found(file, printable(name), fault or _name_fault(name) or by_importer(file, source, snapshot))
        return
    root = _root_of(workspace, path)
    for list_file in [*_lists_above(root.folder, path), *seen.lists]:
        root.listings[list_file.parent] = _listing(list_file, root.name(list_file))
    for file, fault in seen.found.items():
        yield _judge(file, fault, root)
    if path.is_dir():
        yield from _faults(root, path, set(seen.found))


def standing_path(path: Path) -> Path:
    """The absolute path of a file or folder, links above it followed; its own name stays, for it may say what it is."""
    absolute = Path(os.path.abspath(path))
    return absolute.parent.resolve() / absolute.name


def _root_of(workspace: Workspace, path: Path) -> _Root:
    if path == workspace.raw or workspace.raw in path.parents:
        return _Root(workspace.raw, "")
    if path.is_dir():
        return _Root(path, f"{path.name}/")
    # A single file keeps the folders that say what it is.
    said_by_path = isinstance(by_path(path), Description)
    folder = path.parents[2] if said_by_path and not (path.parent / LIST_NAME).exists() else path.parent
    return _Root(folder, "" if folder != path.parent else f"{folder.name}/")


def _name_fault(name: str) -> Fault | None:
    """The fault of a name that holds what is no text, or steers a screen."""
    if (shown := printable(name)) == name:
        return None
    return Fault("bad_name", f"de naam bevat tekens die geen letters zijn ({shown}); hernoem het bestand of zijn map")


def _lists_above(folder: Path, path: Path) -> list[Path]:
    above = [p / LIST_NAME for p in path.parents if p == folder or folder in p.parents]
    return [p for p in above if is_file(p)]


def _listing(path: Path, name: str) -> Listing:
    try:
        return read_listing(path, name)
    except Refused as refused:
        return Listing(path, {}, {0: refused.fault})


def _judge(file: Path, fault: Fault | None, root: _Root) -> Found:
    """The nearest list that names the file says what it is; where none does, its path."""
    name = root.name(file)
    if fault := fault or _name_fault(root.written(file)):
        return Found(file, name, fault)
    above = [root.listings[p] for p in file.parents if p in root.listings]
    lists = tuple(root.name(listing.path) for listing in above)
    for listing in above:
        if file in listing.files:
            return Found(file, name, listing.files[file], lists)
    said = by_path(file)
    if isinstance(said, Fault) and lists:
        said = Fault("not_listed", f"{lists[0]} noemt het niet, en het pad zegt niet wat het is; zet het op die lijst")
    return Found(file, name, said, lists)


def _faults(root: _Root, path: Path, judged: set[Path]) -> Iterator[Found]:
    for listing in root.listings.values():
        if path != listing.path.parent and path not in listing.path.parents:
            continue
        name = root.name(listing.path)
        for line, fault in sorted(listing.faults.items()):
            yield Found(listing.path, name, fault, key=f"#{line}")
        for file in sorted(f for f in listing.files if f not in judged):
            yield Found(file, root.name(file), _passed_over(file, root) or _missing(file, name, judged))


def _passed_over(file: Path, root: _Root) -> Fault | None:
    """The fault of a listed file that is there and that no walk through the folder comes by."""
    if not os.path.isfile(file):
        return None
    if file.name == LIST_NAME:
        detail = "het is een lijst en geen levering; haal het van de lijst"
    elif any(part.startswith(".") for part in file.relative_to(root.folder).parts):
        detail = "de naam van het bestand of van zijn map begint met een punt, en zo is hij verborgen; hernoem hem"
    elif is_housekeeping(file, root.folder):
        detail = "zo heten bestanden van een kantoorprogramma of systeem, geen leveringen; hernoem het, of haal het weg"
    else:
        detail = "het staat achter een koppeling naar een andere map, en die wordt niet gevolgd; zet het zelf neer"
    return Fault("row_unreadable", detail)


def _missing(file: Path, name: str, judged: set[Path]) -> Fault:
    like = [printable(p.name) for p in sorted(judged) if str(p).lower() == str(file).lower()]
    mend = "zet het terug (misschien `dvc pull`), of haal het van de lijst"
    if like:
        mend = f"er is wel {like[0]}: schrijf de naam met dezelfde hoofdletters"
    return Fault("listed_but_missing", f"{name} noemt het, en het is er niet; {mend}")
