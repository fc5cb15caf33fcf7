"""Whether a budget says of itself that it is of another year or body than its delivery, or a draft.

Belongs here: holding what the opening of a document states against its delivery. Does not belong here: finding what it
states (`budgets`), and what follows from it (`expectations/coverage.yml`).
"""

import re
from collections import defaultdict

from dagster_project.budgets import Statements, named_body
from dagster_project.intake import Delivery
from dagster_project.persons import without_persons
from dagster_project.texts import fold
from dagster_project.workspace import Workspace
from dagster_project.workspace.seeds import read_seed

_KIND = re.compile(
    r"^(?:gemeente|provincie|waterschap|hoogheemraadschap(?: van)?|wetterskip)\s+|\s*\(.*\)$", re.IGNORECASE
)

_TITLE = 150
"""Characters of a line that can be a title; a longer one is the first row of a table, which names other bodies."""
_NAMELESS = "naam van een persoon"
"""Told where nothing is left of what stands there once persons are taken out."""


class Whose:
    """What the budgets among deliveries state of themselves."""

    def __init__(self, workspace: Workspace, deliveries: list[Delivery]):
        budgets = [d for d in deliveries if d.source == "budget"]
        with Statements(workspace.work / "reading") as statements:
            said = statements.of([d.path for d in budgets])
        self._said = {d.delivery_id: one for d, one in zip(budgets, said, strict=True)}
        self._names = defaultdict(set)
        for seed in ("organisation", "organisation_name"):
            for row in read_seed(seed).iter_rows(named=True):
                self._names[row["organisation_id"]].add(fold(_KIND.sub("", row["name"])))

    def years(self, delivery_id: str) -> list[int]:
        """The years that the opening of a document says; empty where it says none."""
        return list(self._said[delivery_id].years) if delivery_id in self._said else []

    def draft_words(self, delivery_id: str) -> list[str]:
        """By which words the opening of a document says that it is a draft; empty where it does not."""
        return list(self._said[delivery_id].draft) if delivery_id in self._said else []

    def other_body(self, delivery_id: str, organisation_ids: list[str]) -> str | None:
        """What the opening of a document calls a body, where it names none of these; else None. Without persons."""
        lines = self._said[delivery_id].lines if delivery_id in self._said else ()
        names = {name for body in organisation_ids for name in self._names[body] if name}
        folded = [fold(line) for line in lines]
        if not names or any(name in line for name in names for line in folded):
            return None
        title = next(filter(None, (named_body(line) for line in lines if len(line) <= _TITLE)), None)
        return None if title is None else without_persons(title) or _NAMELESS
