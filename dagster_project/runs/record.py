"""`state.json`: what each part of a state was made from. It stands in the folder of the state and goes with it.

Belongs here: reading and writing the record, and what a run that ended adds to it. A part is one source for one
snapshot as it was read (`budget-2017`), or `tables`: all others, which are made in one go.
"""

import json
from collections.abc import Collection

from dagster_project.runs.beside import hash_of_written
from dagster_project.runs.inputs import SOURCES, TABLES, Inputs, Part, inputs_of
from dagster_project.workspace import UnreadableInput, Workspace
from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.hashing import sha256_of, short_id
from dagster_project.workspace.layout import FORMAT
from dagster_project.workspace.states import RECORD

CHANGED_MEANWHILE = "changed while the run read it"
MADE_IN_PART = "made in part"
PARTS = "parts"
"""In the record of `tables`: the hash of the records of all parts that the tables were made from."""

WHOLE = "whole"
"""In the file: what the run read and wrote beside its parts, where it made all of the state; see `beside`."""

_PLACES = {"decisions": "decisions", "settings": "workspace.yml", "audits": "audits", "frame": "survey"}
"""Kind of input to the file or folder of the workspace in which it stands."""


def read_record(workspace: Workspace) -> dict[str, Part]:
    """What each part of the state was made from; empty where there is no state."""
    return _read(workspace, "parts")


def changed_tables(workspace: Workspace) -> list[str]:
    """The tables and parts of the state that are no longer what the run wrote: other bytes, gone, or new."""
    written = _read(workspace, "tables")
    now = {p.relative_to(workspace.tables).as_posix(): p for p in workspace.tables.rglob("*.parquet")}
    same = {name for name in written.keys() & now.keys() if sha256_of(now[name]) == written[name]}
    return sorted((written.keys() | now.keys()) - same)


def read_whole(workspace: Workspace) -> dict[str, str]:
    """What the run that made all of the state read and wrote beside its parts; empty where it made only some."""
    return _read(workspace, WHOLE)


def parts_hash(record: dict[str, Part]) -> str:
    """One hash over the records of all parts that were read."""
    return short_id(
        "", *(f"{name}={json.dumps(record[name], sort_keys=True)}" for name in sorted(record) if name != TABLES)
    )


def note_run(building: Workspace, before: Inputs, made: Collection[str], pipeline: Collection[str]) -> None:
    """Record what a run made, by the inputs as they were when it began.

    `made` holds the names of the assets that it made and, of the reading, `budget_mention|2017`; `pipeline` all assets
    that make the tables. What was changed while the run read it is marked, and so stays stale until it is made anew.
    """
    after = inputs_of(building)
    whole_run = set(pipeline) <= {m.partition("|")[0] for m in made} and set(after.parts) <= {
        m.replace("_mention|", "-") for m in made
    }
    kept = before.beside == after.beside
    record = read_record(building)
    touched = {name for name, stat in before.touched.items() if after.touched.get(name) != stat}
    for name, part in after.parts.items():
        source, _, snapshot = name.partition("-")
        if f"{source}_mention|{snapshot}" in made:
            record[name] = _checked(before.parts[name], part, touched)
    reading = {f"{source}_mention" for source in SOURCES}
    if made - reading and {m for m in made if "|" not in m}:
        whole = set(pipeline) - reading <= set(made)
        tables = _checked(before.tables, after.tables, touched)
        record[TABLES] = {**tables, PARTS: parts_hash(record) if whole else MADE_IN_PART}
    _write(
        building, record, {"beside": after.beside, "written": hash_of_written(building)} if whole_run and kept else {}
    )


def _read(workspace: Workspace, of_what: str) -> dict:
    path = workspace.state / RECORD
    try:
        found = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {of_what: {}}
        return found.get(WHOLE, {}) if of_what == WHOLE else found[of_what]  # an earlier version noted none
    except (ValueError, KeyError, TypeError) as error:
        what = f"the record of the state is damaged: {error}"
        raise UnreadableInput(what, path, "remove it, then lappendeken run") from None


def _checked(before: Part, after: Part, touched: Collection[str]) -> Part:
    """The inputs of a part; those that another hand changed during the run are marked.

    The run itself takes deliveries in, so these are as they are after it; that nobody touched their files meanwhile is
    seen by the files, also where they were put back.
    """
    checked = {kind: value if before[kind] == value else CHANGED_MEANWHILE for kind, value in after.items()}
    checked["deliveries"] = {
        key: CHANGED_MEANWHILE if key in touched else value for key, value in after["deliveries"].items()
    }
    places = {name.partition("/")[0] for name in touched}
    own = {kind for kind, place in _PLACES.items() if kind in after and place in places}
    return {**checked, **dict.fromkeys(own, CHANGED_MEANWHILE)}


def _write(workspace: Workspace, record: dict[str, Part], whole: dict[str, str]) -> None:
    tables = {p.relative_to(workspace.tables).as_posix(): sha256_of(p) for p in workspace.tables.rglob("*.parquet")}
    content = json.dumps({"format": FORMAT, "parts": record, "tables": tables, WHOLE: whole}, indent=1, sort_keys=True)
    write_text(workspace.state / RECORD, content + "\n")
