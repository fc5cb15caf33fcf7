"""Statutory system, obligation and goal of a collaboration.

Belongs here: what names and purposes say of these. Does not belong here: legal form and themes; the choice among
sources.
"""

from dagster_project.coding import vocabulary
from dagster_project.coding.themes import Coded
from dagster_project.texts import fold
from dagster_project.workspace.seeds import codes

STRATEGIC_FIELDS = 3
"""Fields from which a body that executes nothing else is an integral development of a region (article 2.1)."""


def statutory_systems(name: str, purpose: str | None) -> list[str]:
    """The systems that name and purpose tell, the likeliest first."""
    words, folded_name, folded_purpose = vocabulary.attributes(), fold(name, "text"), fold(purpose, "text")
    if words.systems_not.search(folded_name):
        return []
    found = []
    for system in words.systems:
        named = system.name.search(folded_name) and (
            system.and_purpose is None or system.and_purpose.search(folded_purpose)
        )
        if named or (system.purpose and system.purpose.search(folded_purpose)):
            found.append(system.id)
    return list(dict.fromkeys(found))


def obligation(system: str | None) -> str:
    """mandatory, semi_mandatory or voluntary, as the seed says of the system."""
    return codes("statutory_system")[system]["obligation"] if system else "voluntary"


def goal(name: str, purpose: str | None, coded: Coded) -> tuple[str, float, str]:
    """The goal with its confidence and rule: operational, tactical, strategic or unknown."""
    words, folded_name, folded_purpose = vocabulary.attributes(), fold(name, "text"), fold(purpose, "text")
    if coded.body:
        if coded.body.operational_when and coded.body.operational_when.search(folded_purpose):
            return "operational", 0.8, f"goal.body.{coded.body.id}.upkeep"
        return coded.body.goal, 0.8, f"goal.body.{coded.body.id}"
    integral = len(coded.themes) >= STRATEGIC_FIELDS and "bedrijfsvoering" not in coded.themes
    if integral or words.goals.region.search(folded_name):
        return "strategic", 0.6, "goal.region"
    if words.goals.executes.search(folded_purpose):
        return "operational", 0.7, "goal.executes"
    if words.goals.aligns.search(folded_purpose):
        return "tactical", 0.5, "goal.aligns"
    if folded_purpose:
        return "operational", 0.5, "goal.stated"
    return "unknown", 0.2, "goal.nothing"
