"""The goal of a collaboration: operational, tactical or strategic, after section 2.1 of the article.

Belongs here: what names, purposes and the kind of body say of it. Does not belong here: the choice among mentions that
differ (`candidates`), obligation and systems (`systems`).
"""

from dagster_project.coding import vocabulary
from dagster_project.coding.themes import Coded
from dagster_project.texts import fold

STRATEGIC_FIELDS = 3
"""Fields from which a body that executes nothing else is an integral development of a region (article 2.1)."""


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
