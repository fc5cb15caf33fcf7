"""Shares that several measures tell alike: recall and precision of one group among several, such as a layout, a kind of
participant or a theme; and how many answers are right, open or wrong."""

from collections.abc import Iterable, Mapping

from dagster_project.evaluation.report.model import Measure, Section

COLUMNS = ("true", "found", "right", "recall", "precision")
"""Of the row of a group, after its own."""
RIGHT = "right"
"""The verdict of which more is better."""


def group_row(section: Section, group: str, true: int, found: int, right: int, *, measured: bool = True) -> tuple:
    """The counts of a group (what is true, what was found, and what of these is right), its recall and its precision.

    The shares are added to the section as `recall.GROUP` and `precision.GROUP`, unless it is not `measured`.
    """
    recall = Measure.share(f"{section.key}.recall.{group}", right, true)
    precision = Measure.share(f"{section.key}.precision.{group}", right, found)
    if measured:
        section.add(recall, precision)
    return true, found, right, recall.value, precision.value


def verdict_shares(name: str, counts: Mapping[str, int], verdicts: Iterable[str]) -> list[Measure]:
    """The share of each of these verdicts among all that got one of them, as `NAME.VERDICT`."""
    told = {verdict: counts[verdict] for verdict in verdicts}
    of = sum(told.values())
    return [
        Measure.share(f"{name}.{verdict}", count, of, better="high" if verdict == RIGHT else "low")
        for verdict, count in told.items()
    ]
