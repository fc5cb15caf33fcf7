"""`deliveries.csv`: what a folder of raw files says of the files in it, in the columns that intake takes."""

from collections.abc import Iterable

from dagster_project.simulation.writers.delimited import rows_to_csv

COLUMNS = ("file", "source", "organisation_ids", "snapshots", "received_on", "origin", "licence")
LICENCE = "CC0-1.0"


def delivery_list(source: str, origin: str, files: Iterable[tuple[str, str, str]]) -> bytes:
    """The list of a folder.

    Args:
        source: of all its files: `register`, `edition`, `programme`.
        origin: where they come from, in words.
        files: name, snapshots (separated by `;`, empty for all) and day of receipt (ISO) of each.
    """
    return listed_rows(source, origin, ((name, "", snapshots, received_on) for name, snapshots, received_on in files))


def listed_rows(source: str, origin: str, files: Iterable[tuple[str, str, str, str]]) -> bytes:
    """The same of files that are of one organisation each: name, organisation, snapshots, day of receipt."""
    rows = [
        [name, source, body, snapshots, received_on, origin, LICENCE] for name, body, snapshots, received_on in files
    ]
    return rows_to_csv([COLUMNS, *rows], delimiter=",")
