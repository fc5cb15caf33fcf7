"""`lappendeken code`: the coders on a plain CSV, so that anyone can score them.

Belongs here: reading, checking and writing of that file. Does not belong here: any coding.
"""

import csv
import json
from pathlib import Path

from dagster_project.coding.forms import UNKNOWN, code_form
from dagster_project.coding.themes import code_themes
from dagster_project.spreadsheets import inert, read_plain_csv
from dagster_project.texts import filled
from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.csv_text import csv_text
from dagster_project.workspace.errors import UnreadableInput

REQUIRED = ("id", "name", "purpose")
WRITTEN = ("id", "legal_form", "themes", "confidence", "review")
REVIEW_BELOW = 0.65
"""Below it a row is for a person: weak words, four fields or more, an implied host, or a form by a hint only."""


def code_file(in_csv: Path, out_csv: Path) -> tuple[int, int]:
    """Code a CSV with id, name, purpose and, where present, register_form; write what `coded_rows` gives.

    Gives the number of rows and of those for review. Raises UnreadableInput as `coded_rows` does.
    """
    rows = coded_rows(in_csv)
    write_text(Path(out_csv), csv_text(WRITTEN, [[inert(row[column]) for column in WRITTEN] for row in rows]))
    return len(rows), sum(row["review"] == "true" for row in rows)


def coded_rows(in_csv: Path) -> list[dict[str, str]]:
    """The codes of the rows of a CSV, in its order, all as text.

    A row has id, legal_form, themes (a JSON list in the order of the codebook), confidence (of the weaker of the two)
    and review (true or false). Raises UnreadableInput for text that is no CSV, absent columns, and absent or
    repeated ids.
    """
    coded = []
    for row in _rows(Path(in_csv)):
        written_form, name, purpose = (filled(row.get(column)) for column in ("register_form", "name", "purpose"))
        form, themes = code_form(written_form, name, purpose), code_themes(name, purpose)
        confidence = min(form.confidence, themes.confidence)
        review = confidence < REVIEW_BELOW or form.form == UNKNOWN
        values = (row["id"], form.form, json.dumps(list(themes.themes)), f"{confidence:.2f}", str(review).lower())
        coded.append(dict(zip(WRITTEN, values, strict=True)))
    return coded


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        reader = read_plain_csv(path, REQUIRED, restkey="", strict=True)
        absent = [c for c in REQUIRED if c not in (reader.fieldnames or [])]
        if absent:
            raise UnreadableInput(
                f"column {', '.join(absent)} is not there", path, f"give the columns {', '.join(REQUIRED)}, by commas"
            )
        rows = [(reader.line_num, row) for row in reader]
    except FileNotFoundError as error:
        raise UnreadableInput("there is no such file", path, "give a CSV that exists") from error
    except csv.Error as error:
        raise UnreadableInput(f"this is no CSV: {error}", path, "quote fields that hold commas or quotes") from error
    seen: dict[str, int] = {}
    for line, row in rows:
        where = f"{path}, line {line}"
        if "" in row or None in row.values():
            raise UnreadableInput("the row has more or fewer fields than the header", where, "quote fields with commas")
        if not row["id"].strip():
            raise UnreadableInput("the row has no id", where, "give every row an id")
        if row["id"] in seen:
            twice = f"id {row['id']} stands on line {seen[row['id']]} too"
            raise UnreadableInput(twice, where, "give each row an id of its own")
        seen[row["id"]] = line
    return [row for _, row in rows]
