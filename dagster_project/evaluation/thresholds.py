"""`--at-least` and `--at-most`: what a report must reach, so that a script can stand on it."""

from dataclasses import dataclass

from dagster_project.evaluation.report.model import Report
from dagster_project.workspace.errors import WrongUse


@dataclass(frozen=True)
class Threshold:
    """A measure and its bound."""

    name: str
    bound: float
    least: bool


def read_thresholds(at_least: list[str], at_most: list[str]) -> list[Threshold]:
    """The thresholds of both options.

    Raises WrongUse for one that is not `measure=number`.
    """
    return [_threshold(text, True) for text in at_least] + [_threshold(text, False) for text in at_most]


def _threshold(text: str, least: bool) -> Threshold:
    name, _, number = text.rpartition("=")
    option = "--at-least" if least else "--at-most"
    try:
        if not name:
            raise ValueError
        return Threshold(name.strip(), float(number), least)
    except ValueError:
        raise WrongUse(
            f"'{text}' is no threshold", option, "write measure=number, as in linkage.bcubed_f1=0.96"
        ) from None


def unmet(report: Report, thresholds: list[Threshold]) -> list[str]:
    """A line per threshold that the report does not meet; one that has nothing to measure is not met.

    Raises WrongUse for a measure that the report does not have.
    """
    lines = []
    for threshold in thresholds:
        measure = report.measure(threshold.name)
        if measure is None:
            near = _nearest(threshold.name, [m.name for m in report.measures()])
            raise WrongUse(f"there is no measure '{threshold.name}'", None, f"did you mean {near}")
        value = measure.value
        if value is None:
            lines.append(f"{threshold.name}: there was nothing to measure")
        elif value < threshold.bound if threshold.least else value > threshold.bound:
            word = "at least" if threshold.least else "at most"
            lines.append(f"{threshold.name}: {value:.4f}, wanted {word} {threshold.bound:g}")
    return lines


def _nearest(name: str, names: list[str]) -> str:
    from difflib import get_close_matches

    return ", ".join(get_close_matches(name, names, 3, 0.3)) or "one of those on screen"
