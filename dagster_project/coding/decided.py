"""What people decided of legal form, system, obligation, goal and themes, as candidates.

Belongs here: the reading of decision rows of kind attribute and theme. Does not belong here: whether a decision is
active, superseded or stale (decisions), and decisions on names, seats or participants (the warehouse).
"""

from collections import defaultdict
from typing import Any

from dagster_project.coding.candidates import Candidate
from dagster_project.decisions import accepted_values, precedence
from dagster_project.workspace.errors import UnreadableInput

SEVERAL = ("theme", "statutory_system")
"""Attributes of which a collaboration may have more than one value."""
CODED = ("legal_form", "statutory_system", "obligation", "goal", "theme")


def decided_candidates(decisions: list[dict[str, Any]]) -> dict[tuple[int | None, str], list[Candidate]]:
    """Candidates by published snapshot (None: every snapshot) and collaboration, of the active decisions.

    The themes and the systems of a decision are joined by `;` and are the whole set. Of several decisions on one thing
    the last by `precedence` counts. Raises UnreadableInput with the decision's id where a value is no code.
    """
    from dagster_project.workspace.seeds import published_snapshots

    published = published_snapshots()
    latest: dict[tuple[str, int | None, str], dict[str, Any]] = {}
    for decision in sorted(decisions, key=precedence):
        attribute = "theme" if decision["kind"] == "theme" else decision["attribute"]
        coded = decision["kind"] in ("attribute", "theme") and attribute in CODED
        if coded and decision["status"] == "active":
            snapshot = decision["snapshot"]
            latest[attribute, published.get(snapshot, snapshot), decision["target"]] = decision
    out: dict[tuple[int | None, str], list[Candidate]] = defaultdict(list)
    for (attribute, snapshot, collaboration_id), decision in latest.items():
        source = "decision_on_all" if snapshot is None else "decision"
        for value in _values(decision, attribute):
            candidate = Candidate(attribute, value, decision["decision_id"], "person", 1.0, source=source)
            out[snapshot, collaboration_id].append(candidate)
    return dict(out)


def _values(decision: dict[str, Any], attribute: str) -> list[str]:
    written = decision["value"] or ""
    values = [v.strip() for v in written.split(";")] if attribute in SEVERAL else [written]
    known = accepted_values(decision["kind"], None if attribute == "theme" else attribute)
    if unknown := [v for v in values if v not in known]:
        raise UnreadableInput(
            f"'{'; '.join(unknown)}' is no {attribute}",
            f"decision {decision['decision_id']}",
            f"use {', '.join(known)}",
        )
    return values
