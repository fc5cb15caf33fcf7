"""The sentences that a figure supports and does not support, as data (`words/sayings.yml`).

Does not belong here: what is filled in (`sentences`).
"""

from pathlib import Path

from dagster_project.texts import Vocabulary, read_vocabulary


class Sayings(Vocabulary):
    """Templates per figure, those for a cell without a value per status, and what may follow a sentence."""

    says: dict[str, str]
    says_not: dict[str, str]
    missing: dict[str, str]
    missing_not: dict[str, str]
    measured: str
    unmeasured: str
    few: str
    breaks: str


def sayings() -> Sayings:
    """The templates."""
    return read_vocabulary(Path(__file__).parent / "words" / "sayings.yml", Sayings)
