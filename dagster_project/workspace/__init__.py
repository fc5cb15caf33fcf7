"""The folders of a run, its lock, and deterministic reading and writing of tables.

Belongs here: where things are, how a table gets to disk and back, ids made from content, errors that name their
mend. Does not belong here: what any table means.
"""

from dagster_project.workspace.errors import GateRefused, LappendekenError, UnreadableInput, WrongUse
from dagster_project.workspace.layout import PROJECT, Workspace
from dagster_project.workspace.refusals import quarantine_row, refusal_row
from dagster_project.workspace.tables import frame_of, read_table, write_table

__all__ = [
    "PROJECT",
    "GateRefused",
    "LappendekenError",
    "UnreadableInput",
    "Workspace",
    "WrongUse",
    "frame_of",
    "quarantine_row",
    "read_table",
    "refusal_row",
    "write_table",
]
