"""Decision files: `decisions/<snapshot or all>/NNNN-slug.csv`, read, and only ever added to.

The id of a decision is its folder, the number of its file and its row as a spreadsheet shows it (the header is row 1):
`2024/0001-002` is the first decision of the first file of 2024. The folder is the round in which it was taken; a row
of `2024/` speaks of 2024 or, without a snapshot, of all.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from dagster_project.decisions.parsing import ALL, COLUMNS, parse
from dagster_project.decisions.settling import settle
from dagster_project.workspace import UnreadableInput, Workspace, WrongUse, quarantine_row
from dagster_project.workspace.atomic import write_text

_NAME = re.compile(r"\d{4}-[a-z0-9][a-z0-9-]*\.csv")


def load_decisions(workspace: Workspace) -> list[dict[str, Any]]:
    """All decisions as rows of the table `decision`, in the order of their ids; status `active` or `superseded`.

    Raises UnreadableInput naming file, row, column and mend.
    """
    files = _files(workspace)
    return settle(_rows_of(files), _places(files))


def active_decisions(workspace: Workspace, kind: str | None = None) -> list[dict[str, Any]]:
    """The decisions, of one kind or of all, that no later one supersedes."""
    return [d for d in load_decisions(workspace) if d["status"] == "active" and kind in (None, d["kind"])]


def add_decisions(workspace: Workspace, snapshot: int | None, slug: str, rows: Iterable[Mapping[str, Any]]) -> Path:
    """Write decisions as a new file with the next number of its folder; gives its path.

    `rows` have the columns of a decision file, values as dates, integers or text; absent ones are empty. Nothing is
    written where a row would not load again or contradicts a decision that holds: UnreadableInput says which.
    """
    folder = workspace.decisions / (ALL if snapshot is None else str(snapshot))
    files = _files(workspace)
    taken = [int(p.name[:4]) for p in files if p.parent == folder]
    path = folder / f"{max(taken, default=0) + 1:04d}-{slug}.csv"
    if not _NAME.fullmatch(path.name):
        raise WrongUse(f"'{slug}' cannot be in the name of a file", folder, "use lower case, digits and hyphens")
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    new = parse(text.getvalue(), path)
    if not new:
        raise WrongUse("there is no decision to write", folder, "answer at least one question")
    settle([*_rows_of(files), *new], _places([*files, path]))
    write_text(path, text.getvalue())
    return path


def path_of(workspace: Workspace, decision_id: str) -> str:
    """The file of a decision, below the workspace."""
    folder, _, rest = decision_id.rpartition("/")
    [path] = (workspace.decisions / folder).glob(f"{rest[:4]}-*.csv")
    return path.relative_to(workspace.root).as_posix()


def located_decisions(workspace: Workspace, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of `quarantine`, those about a decision with its file and row where they say none."""
    found = []
    for row in rows:
        if row["row_table"] == "decision" and not row["file_name"]:
            own = {k: v for k, v in row.items() if k not in ("quarantine_id", "file_name", "locator")}
            file_name, locator = path_of(workspace, row["row_key"]), f"row={_row_of(row['row_key'])}"
            row = quarantine_row(**own, file_name=file_name, locator=locator)
        found.append(row)
    return found


def _row_of(decision_id: str) -> int:
    return int(decision_id.rpartition("-")[2])


def _places(files: Iterable[Path]) -> Callable[[str], str]:
    by_number = {f"{path.parent.name}/{path.name[:4]}": path for path in files}
    return lambda decision_id: f"{by_number[decision_id.rpartition('-')[0]]}, row {_row_of(decision_id)}"


def _rows_of(files: Iterable[Path]) -> list[dict[str, Any]]:
    return [row for path in files for row in parse(_text(path), path)]


def _files(workspace: Workspace) -> list[Path]:
    """All decision files in order. A CSV that is none, by its place or its name, is an error and not a silence."""
    from dagster_project.workspace.seeds import snapshots

    folders = {workspace.decisions / folder for folder in (ALL, *map(str, snapshots()))}
    numbers: dict[tuple[Path, str], Path] = {}
    for path in sorted(workspace.decisions.rglob("*.csv")):
        if path.parent not in folders:
            raise UnreadableInput("a decision file in a wrong folder", path, f"move it to {ALL}/ or to a snapshot's")
        if not _NAME.fullmatch(path.name):
            raise UnreadableInput("a decision file without a number", path, "name it as in 0001-themes.csv")
        first = numbers.setdefault((path.parent, path.name[:4]), path)
        if first != path:
            raise UnreadableInput(f"{first.name} has the same number", path, "give it the next free number")
    return list(numbers.values())


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"no UTF-8 at byte {error.start}", path, "save it as UTF-8") from None
