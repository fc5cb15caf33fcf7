"""`--at-least` and `--at-most`: what a report must reach, so that a script can stand on it."""

from dataclasses import dataclass

from dagster_project.evaluation.report import Report
from dagster_project.workspace.errors import WrongUse


@dataclass(frozen=True)
class Demand:
    """A measure and its bound."""

    name: str
    bound: float
    least: bool


def demands(at_least: list[str], at_most: list[str]) -> list[Demand]:
    """The demands of both options.

    Raises WrongUse for one that is not `measure=number`.
    """
    return [_demand(said, True) for said in at_least] + [_demand(said, False) for said in at_most]


def _demand(said: str, least: bool) -> Demand:
    name, _, number = said.rpartition("=")
    option = "--at-least" if least else "--at-most"
    try:
        if not name:
            raise ValueError
        return Demand(name.strip(), float(number), least)
    except ValueError:
        raise WrongUse(f"'{said}' is no demand", option, "write measure=number, as in linkage.bcubed_f1=0.96") from None


def unmet(report: Report, demanded: list[Demand]) -> list[str]:
    """A line per demand that the report does not meet; one that has nothing to measure is not met.

    Raises WrongUse for a measure that the report does not have.
    """
    lines = []
    for demand in demanded:
        measure = report.measure(demand.name)
        if measure is None:
            near = _nearest(demand.name, [m.name for m in report.measures()])
            raise WrongUse(f"there is no measure '{demand.name}'", None, f"did you mean {near}")
        value = measure.value
        if value is None:
            lines.append(f"{demand.name}: there was nothing to measure")
        elif value < demand.bound if demand.least else value > demand.bound:
            word = "at least" if demand.least else "at most"
            lines.append(f"{demand.name}: {value:.4f}, wanted {word} {demand.bound:g}")
    return lines


def _nearest(name: str, names: list[str]) -> str:
    from difflib import get_close_matches

    return ", ".join(get_close_matches(name, names, 3, 0.3)) or "one of those on screen"
