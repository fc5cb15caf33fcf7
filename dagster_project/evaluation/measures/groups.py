"""Recall and precision of one group among several, such as a layout, a kind of participant or a theme."""

from dagster_project.evaluation.report.model import Measure, Section

COLUMNS = ("true", "found", "right", "recall", "precision")
"""Of the row of a group, after its own."""


def group_row(section: Section, group: str, true: int, found: int, right: int, *, measured: bool = True) -> tuple:
    """The counts of a group (what is true, what was found, and what of these is right), its recall and its precision.

    The shares are added to the section as `recall.GROUP` and `precision.GROUP`, unless it is not `measured`.
    """
    recall = Measure.share(f"{section.key}.recall.{group}", right, true)
    precision = Measure.share(f"{section.key}.precision.{group}", right, found)
    if measured:
        section.add(recall, precision)
    return true, found, right, recall.value, precision.value
