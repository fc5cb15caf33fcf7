"""People's judgements: files that never change, their schema, and their replay on every run.

Belongs here: what a decision file may say, which decisions hold, and which of them the sources have overtaken. Does
not belong here: asking the questions (`review`), or what a decision does to a table; each room applies its own kinds.
"""

from dagster_project.decisions.files import active_decisions, add_decisions, load_decisions, located_decisions
from dagster_project.decisions.kinds import NO_SYSTEM, REVIEWER, accepted_values, faults
from dagster_project.decisions.parsing import COLUMNS
from dagster_project.decisions.replaying import NOTHING, current_values, replay
from dagster_project.decisions.settling import precedence

__all__ = [
    "COLUMNS",
    "NOTHING",
    "NO_SYSTEM",
    "REVIEWER",
    "accepted_values",
    "active_decisions",
    "add_decisions",
    "current_values",
    "faults",
    "load_decisions",
    "located_decisions",
    "precedence",
    "replay",
]
