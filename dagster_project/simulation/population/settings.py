"""The settings of the population: what is not published, with its reason. No published figure belongs here."""

from functools import cache
from pathlib import Path

import yaml


@cache
def _settings() -> dict[str, dict]:
    return yaml.safe_load((Path(__file__).parent / "settings.yml").read_text(encoding="utf-8"))


def setting(name: str) -> float:
    """The value of a setting; KeyError for a name that the file does not hold."""
    return _settings()[name]["value"]
