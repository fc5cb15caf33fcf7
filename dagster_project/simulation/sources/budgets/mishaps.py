"""What goes wrong between an organisation and whoever collects its budget.

Belongs here: whole documents that lack, are another's, come twice or late. Does not belong here: what a document says
(`reports`).
"""

from dataclasses import replace

from dagster_project.simulation.model import PlantedFault
from dagster_project.simulation.randomness import generator
from dagster_project.simulation.sources.budgets.reports import Report
from dagster_project.simulation.sources.delivery import LATE, Files
from dagster_project.simulation.sources.delivery import late_lists as lists_of
from dagster_project.simulation.sources.faults import Conditions

COPY = "-kopie"


def delivered(reports: list[Report], by: Conditions) -> list[Report]:
    """The reports of one snapshot as they come in, in their order; a copy stands behind its original."""
    found: list[Report] = []
    for report in reports:
        question = (report.snapshot, report.reporter)
        if by.strikes("budget_missing", *question):
            continue
        chance = generator("mishap", by.seed, *question)
        others = [other for other in reports if other.reporter[:2] == report.reporter[:2] and other is not report]
        if others and by.strikes("budget_wrong_file", *question):
            other = chance.choice(others)
            detail = f"{other.document.organisation} <- {report.document.organisation}"
            report = replace(
                report,
                path=f"{report.path.rpartition('.')[0]}.{other.path.rpartition('.')[2]}",
                document=other.document,
                mishaps=(*report.mishaps, ("budget_wrong_file", detail)),
            )
        if by.strikes("budget_late", *question):
            day = f"{report.snapshot + 1}-{chance.choice(LATE)}"
            report = replace(report, received_on=day, mishaps=(*report.mishaps, ("budget_late", f"{day} <- in time")))
        found.append(report)
        if by.strikes("budget_double", *question):
            stem, _, extension = report.path.rpartition(".")
            twice = f"{stem}{COPY}.{extension}"
            detail = f"{twice} <- {report.path}"
            found.append(replace(report, path=twice, forgotten=(), mishaps=(("budget_double", detail),)))
    return found


def missing(reports: list[Report], came_in: list[Report]) -> list[PlantedFault]:
    """What does not come in at all; as there is no file, its faults name none."""
    there = {(report.snapshot, report.reporter) for report in came_in}
    return [
        PlantedFault("budget_missing", "", "document", None, f"nothing <- {report.path}")
        for report in reports
        if (report.snapshot, report.reporter) not in there
    ]


def late_lists(reports: list[Report]) -> Files:
    """The lists beside the budgets, with what came in late."""
    return lists_of("budget", ((one.path, one.reporter, one.snapshot, one.received_on) for one in reports))
