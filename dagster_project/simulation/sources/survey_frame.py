"""Whom the survey of 2024 asks, who answers, and what the list holds that they are sent.

Belongs here: frame, response and list. Does not belong here: answers (`survey`).
"""

from functools import cache

from dagster_project.simulation.model import TrueCollaboration
from dagster_project.simulation.randomness import uniform
from dagster_project.simulation.sources.capture import in_edition
from dagster_project.simulation.sources.case_regions import case_municipalities
from dagster_project.simulation.sources.faults import Conditions
from dagster_project.simulation.world.geography import KIND_NAMES
from dagster_project.simulation.world.organisations import reference_date
from dagster_project.workspace.seeds import read_seed

SNAPSHOT, BEFORE = 2024, 2020


@cache
def response_shares() -> dict[str, float]:
    """Kind of organisation to the share of all its organisations that answered: the article's counts of responses
    over all that there were at the snapshot."""
    seed = read_seed("published_figure")
    rows = seed.filter((seed["figure"] == "survey_response") & (seed["snapshot"] == SNAPSHOT))
    [counts] = read_seed("snapshot").filter(read_seed("snapshot")["snapshot"] == SNAPSHOT).iter_rows(named=True)
    there = {"municipality": "municipalities", "province": "provinces", "water_board": "water_boards"}
    return {
        kind: int(value.partition("/")[0]) / counts[there[kind]]
        for kind, value in rows.select("category", "value").iter_rows()
    }


def respondents(bodies: list[str], by: Conditions) -> list[str]:
    """Who answers, in the order of their ids: of each kind the published share, rounded; without faults all who were
    asked. The municipalities of the ten case regions were not."""
    cases = case_municipalities(tuple(sorted(body for body in bodies if body.startswith("gm"))), by.seed)
    chosen = []
    for prefix, kind in KIND_NAMES.items():
        some = sorted(body for body in bodies if body.startswith(prefix))
        number = int(len(some) * response_shares()[kind] + 0.5)
        asked = sorted(
            (body for body in some if body not in cases), key=lambda body: uniform("responds", by.seed, body)
        )
        chosen += asked if by.faultless else asked[:number]
    return sorted(chosen)


def known_before(now: list[TrueCollaboration], before: list[TrueCollaboration], by: Conditions) -> set[str]:
    """Ids of what the list of before the survey holds: of the former snapshot, and where that was not drawn, of those
    that were founded by then."""
    stood = before or [one for one in now if one.founded_on <= reference_date(BEFORE)]
    return {one.truth_id for one in stood if in_edition(one, by)}
