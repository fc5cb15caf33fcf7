"""The goal of a collaboration: operational, tactical or strategic, after section 2.1 of the article.

Belongs here: what names, purposes and the kind of body say of it. Does not belong here: the choice among mentions that
differ (`candidates`), obligation and systems (`systems`).
"""

import re
from typing import NamedTuple

from dagster_project.coding import vocabulary
from dagster_project.coding.themes import Coded
from dagster_project.coding.vocabulary import Body
from dagster_project.texts import fold

STRATEGIC_FIELDS = 3
"""Fields from which a body that aligns them is an integral development of a region (article 2.1)."""


_SENTENCE = re.compile(r"(?<=[a-z)])\. ")


class Goal(NamedTuple):
    """A goal (operational, tactical, strategic or unknown) with its confidence and the rule that found it."""

    value: str
    confidence: float
    rule: str


NOTHING = Goal("unknown", 0.2, "goal.nothing")


def goal(name: str, purpose: str | None, coded: Coded) -> Goal:
    """The goal of a collaboration by its name, its purpose and the themes that were coded of these; unknown where
    neither says anything of it."""
    words, folded_name, folded_purpose = vocabulary.attributes().goals, fold(name, "text"), fold(purpose, "text")
    integral = len(coded.themes) >= STRATEGIC_FIELDS and "bedrijfsvoering" not in coded.themes
    if integral and (coded.body is None or words.aligns.search(folded_purpose)):
        return Goal("strategic", 0.6, "goal.fields")
    by_purpose = _by_purpose(folded_purpose)
    if coded.body:
        return _of_body(coded.body, folded_name, folded_purpose, by_purpose)
    if words.integral.search(folded_purpose):
        return Goal("strategic", 0.6, "goal.integral")
    if by_purpose is None and words.region.search(folded_name):
        return Goal("strategic", 0.6, "goal.region")
    if by_purpose:
        return by_purpose
    if coded.found and words.interests.search(folded_purpose):
        return Goal("tactical", 0.5, "goal.interests")
    return NOTHING


def _of_body(body: Body, name: str, purpose: str, by_purpose: Goal | None) -> Goal:
    if body.operational_when and body.operational_when.search(purpose):
        return Goal("operational", 0.8, f"goal.body.{body.id}.upkeep")
    if body.tactical_when and (body.tactical_when.search(name) or body.tactical_when.search(purpose)):
        return Goal("tactical", 0.8, f"goal.body.{body.id}.policy")
    if body.goal_by_purpose and by_purpose:
        return by_purpose
    return Goal(body.goal, 0.8, f"goal.body.{body.id}")


def _by_purpose(purpose: str) -> Goal | None:
    """What a purpose says by its verbs, in the first sentence that has any: what follows explains. The first thing
    named is the thrust, but of an aim with an execution beside it the execution is what is done."""
    words = vocabulary.attributes().goals
    kinds = {"executes": words.executes, "aligns": words.aligns, "aims": words.aims}
    for sentence in _SENTENCE.split(purpose):
        found = {kind: match.start() for kind, pattern in kinds.items() if (match := pattern.search(sentence))}
        if found:
            first = min(found, key=lambda kind: (found[kind], kind))
            if first == "executes" or (first == "aims" and "executes" in found):
                return Goal("operational", 0.7, "goal.executes")
            return Goal("tactical", 0.6, f"goal.{first}")
    return None
