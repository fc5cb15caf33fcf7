"""`deliveries.csv`: what a folder says of the files in it."""

from dagster_project.simulation.writers.delimited import rows_to_csv

COLUMNS = ["file", "source", "organisation_ids", "snapshots", "received_on", "origin", "licence"]
ORIGIN = "Voorbeeld, verzonnen door de makers van lappendeken"


def deliveries(source: str, rows: list[tuple[str, str, str]]) -> bytes:
    """A list from rows of file, snapshots (separated by `;`, empty for all) and day of receipt."""
    lines = [[file, source, "", snapshots, received_on, ORIGIN, "CC0-1.0"] for file, snapshots, received_on in rows]
    return rows_to_csv([COLUMNS, *lines], delimiter=",")
