"""Plain CSV files of commands: opened as Excel and others save them, in any usual encoding and with any delimiter.

Belongs here: bytes to rows by the names of the heading. Does not belong here: which columns there must be, and what is
wrong with a row; a command refuses a file as a whole, and says what to mend.
"""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from dagster_project.spreadsheets.delimiter import said_delimiter
from dagster_project.texts import decode
from dagster_project.workspace import UnreadableInput

_DELIMITERS = (",", ";", "\t", "|")


def read_plain_csv(path: Path, wanted: Sequence[str], **options: object) -> csv.DictReader:
    """A reader of rows by heading; `wanted` are the headings by which the delimiter is known, else it is the comma.

    `options` are those of `csv.reader`. `line_num` counts from the line behind one that names the delimiter.
    Raises UnreadableInput for a pipe or a device, which may never end.
    """
    if path.exists() and not path.is_file():
        raise UnreadableInput("this is a folder, pipe or device, not a file", path, "give a CSV file")
    text = decode(path.read_bytes())
    said = said_delimiter(text)
    if said:
        text = text.partition("\n")[2]
    lines = io.StringIO(text, newline="")
    heading = next(iter(lines), "")
    lines.seek(0)
    delimiter = said or max(_DELIMITERS, key=lambda d: len({n.strip(' "\r\n') for n in heading.split(d)} & set(wanted)))
    reader = csv.DictReader(lines, delimiter=delimiter, **options)
    if reader.fieldnames is not None:
        reader.fieldnames = [name.strip() for name in reader.fieldnames]
    return reader
