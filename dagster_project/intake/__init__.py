"""Deliveries: which files were taken in, what they are, and the rows that readers of them write.

Belongs here: taking in, the manifest, refusals at the door, conflicts between deliveries, plain tables (CSV, XLSX) as
rows of text, and the shape of a mention, refusal and quarantine row. Does not belong here: what a file says of any
collaboration.
"""

from dagster_project.intake.model import Delivery, IntakeReport
from dagster_project.intake.records import Mentions, quarantine_row, refusal_row
from dagster_project.intake.scan import deliveries, scan
from dagster_project.intake.take import take_in

__all__ = [
    "Delivery",
    "IntakeReport",
    "Mentions",
    "deliveries",
    "quarantine_row",
    "refusal_row",
    "scan",
    "take_in",
]
