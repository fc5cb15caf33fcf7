"""The words of this room: a kind of fault, and one fault as planted. No behaviour belongs
here."""

from dataclasses import dataclass

FAMILIES = (
    "definition", "integrity", "coverage", "comparability", "reconciliation", "privacy", "amounts", "deliveries",
)  # fmt: skip
INTAKE = ("accepted", "held", "refused")


class NothingThere(KeyError):
    """A country lacks what a kind would be planted in."""


@dataclass(frozen=True)
class PlantKind:
    """A kind of fault, as the list has it.

    what: the fault in a line. planted: how it comes into the raw files. harm: where it shows, as `table.column` or
    `figure.<figure>`. severity: what a statistical office would give it. intake: what intake makes of the files at
    present: all accepted, one of them held for a person to decide, or one of them (or a line of a list) refused.
    """

    kind: str
    family: str
    what: str
    planted: str
    harm: tuple[str, ...]
    severity: str
    intake: str


@dataclass(frozen=True)
class Plant:
    """One place in a raw file that was changed: a row of `truth/plant.csv`.

    `file` is below raw/; `place` is `file` for a whole one, `document` for text outside the parties of a budget, else
    as in the truth of mentions, with the column or field behind it. An empty `before` says that it was not there, an
    empty `after` that it is gone or empty. Amounts are in euros by what the file says of their unit.
    """

    kind: str
    file: str
    place: str
    before: str
    after: str
