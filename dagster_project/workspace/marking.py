"""How example and simulated data are marked, in Dutch, wherever people see them: never to be taken for the country."""

from dagster_project.dictionary import dutch

_WARNING = "Gemaakt van verzonnen gegevens; de cijfers zeggen niets over Nederland en mogen niet worden aangehaald."


def marker(kind: str) -> str:
    """VOORBEELDGEGEVENS or GESIMULEERDE GEGEVENS; empty for real data. `kind` is that of a workspace."""
    return "" if kind == "real" else dutch(kind, "data_kind").upper()


def warning(kind: str) -> str:
    """What the marker means, as a sentence; empty for real data."""
    return "" if kind == "real" else _WARNING
