"""Whether what is said of a kind of fault is said by an expectation that declares it, and at the severity of the kind.

Does not belong here: how it was found out what is said (`said`).
"""

from dataclasses import dataclass

from dagster_project.quality import declared


@dataclass(frozen=True)
class Told:
    """What expectations that declare the kind said; `how` is yes, stopped, at another severity, or no."""

    wanted: str
    how: str
    said: tuple[str, ...]


def made_for(kind: str, wanted: str, told: list[str]) -> Told:
    """Out of all that is said of a country what is said by an expectation with the kind in its `catches`.

    A run that was stopped says so in the words of the gate, which name each expectation that stopped it.
    """
    catching = {e.id: e.severity for e in declared() if kind in e.catches}
    stopped = tuple(one for one in told if one.startswith("**") and any(f"- {id_} (" in one for id_ in catching))
    said = tuple(one for one in told if one.split(" (")[0] in catching)
    if stopped:
        return Told(wanted, "stopped", stopped)
    severities = {catching[one.split(" (")[0]] for one in said}
    return Told(wanted, "yes" if wanted in severities else "at another severity" if said else "no", said)
