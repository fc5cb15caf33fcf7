"""Files of a truth and of the commands' output, read with errors that name file, line, expectation and mend.

Belongs here: finding, opening and checking CSV and JSON. Does not belong here: what any column means.
"""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path

from dagster_project.workspace.errors import UnreadableInput, WrongUse

LONGEST_FIELD = 10_000_000
"""Characters in one field of a CSV; a truth holds lists of hundreds of names, more than the library's limit allows."""


def truth_file(truth: Path, pattern: str) -> Path:
    """`truth` itself where it is a file, else the one file of that pattern in it.

    Raises WrongUse where there is none, or more than one.
    """
    if truth.is_file():
        return truth
    found = sorted(truth.glob(pattern)) if truth.is_dir() else []
    if len(found) != 1:
        what = "there is no truth" if not found else f"there are {len(found)} truths"
        raise WrongUse(what, truth, f"give the file itself, or a folder with one {pattern}")
    return found[0]


def read_csv(path: Path, columns: Iterable[str]) -> list[dict[str, str]]:
    """All rows as text.

    Raises UnreadableInput for a file that is not there, not UTF-8, lacks a column or has a row of another width.
    """
    text = _text(path)
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="", strict=True)
    try:
        absent = [column for column in columns if column not in (reader.fieldnames or [])]
        if absent:
            found = ", ".join(reader.fieldnames or []) or "nothing"
            raise UnreadableInput(
                f"column {', '.join(absent)} is not there; found {found}", f"{path}, line 1", "give a file of this kind"
            )
        rows = []
        for row in reader:
            if "" in row or None in row.values():
                where = f"{path}, line {reader.line_num}"
                raise UnreadableInput("the row is wider or narrower than the header", where, "quote fields with commas")
            rows.append(row)
    except csv.Error as error:
        where = f"{path}, line {reader.line_num}"
        raise UnreadableInput(f"this is no CSV: {error}", where, "quote fields with commas or quotes") from None
    return rows


def read_json(path: Path, keys: Iterable[str]) -> dict:
    """A JSON object.

    Raises UnreadableInput where it is none or lacks a key.
    """
    try:
        found = json.loads(_text(path))
    except json.JSONDecodeError as error:
        raise UnreadableInput(f"this is no JSON: {error}", path, "write one JSON object per document") from None
    absent = [k for k in keys if not isinstance(found, dict) or k not in found]
    if absent:
        raise UnreadableInput(f"key {', '.join(absent)} is not there", path, "write it as its neighbours are written")
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise UnreadableInput("there is no such file", path, "give a truth that is whole") from None
    except IsADirectoryError:
        raise UnreadableInput("this is a folder, not a file", path, "give the file itself") from None
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"not UTF-8 at byte {error.start}", path, "save it as UTF-8") from None
