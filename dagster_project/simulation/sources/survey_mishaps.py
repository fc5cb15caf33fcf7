"""What goes wrong between who answers the survey and whoever collects the answers.

Belongs here: whole responses that are another's or of another year, come twice or late. Does not belong here: what a
response says (`survey`), and who answers at all (`survey_frame`).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dagster_project.simulation.model import Observation, PlantedFault
from dagster_project.simulation.randomness import generator
from dagster_project.simulation.sources.delivery import LATE
from dagster_project.simulation.sources.faults import Conditions
from dagster_project.simulation.sources.survey_frame import SNAPSHOT

COPY, AGAIN = "_kopie", "_aanvulling"
"""What stands behind the name of a file that comes a second time: the same bytes, or those of a colleague."""
TOO_LATE = ("02-14", "06-30")
"""Month and day, in the second year after the snapshot, on which comes in what is too late."""


@dataclass(frozen=True)
class Response:
    """A response as it comes in: its file, what it says and gets wrong, and how its workbook is made.

    `content` is given who filled it in, as a number of the colleague; `received_on` is a day that its list must tell.
    """

    body: str
    file: str
    content: Callable[[int], bytes]
    observations: tuple[Observation, ...]
    faults: tuple[PlantedFault, ...]
    received_on: str | None = None
    colleague: int = 0


def delivered(
    responses: list[Response], of_before: Callable[[str], Callable[[int], bytes] | None], by: Conditions
) -> list[Response]:
    """The responses as they come in, in their order; what comes twice stands behind the first.

    Args:
        responses: one per organisation that answers.
        of_before: the workbook that an organisation filled in for the former snapshot; None where it had nothing then.
        by: under which conditions.
    """
    found: list[Response] = []
    for response in responses:
        chance = generator("survey mishap", by.seed, response.body)
        others = [other for other in responses if other.body[:2] == response.body[:2] and other is not response]
        if others and by.strikes("survey_wrong_file", response.body):
            other = chance.choice(others)
            # What a colleague there filled in: the same bytes under two names would be held for that alone.
            detail = f"{other.file} <- {response.file}"
            found.append(replace(_unheard(response, "survey_wrong_file", detail, other.content), colleague=1))
            continue
        if by.strikes("survey_wrong_year", response.body) and (older := of_before(response.body)):
            found.append(
                _unheard(response, "survey_wrong_year", f"{response.file} of before <- {response.file}", older)
            )
            continue
        if by.strikes("survey_too_late", response.body):
            day = f"{SNAPSHOT + 2}-{chance.choice(TOO_LATE)}"
            late = _unheard(response, "survey_too_late", f"{day} <- in time", response.content)
            found.append(replace(late, received_on=day))
            continue
        if by.strikes("survey_late", response.body):
            day = f"{SNAPSHOT + 1}-{chance.choice(LATE)}"
            response = replace(_with(response, "survey_late", f"{day} <- in time"), received_on=day)
        found.append(response)
        for kind, ending, colleague in (("survey_double", COPY, 0), ("survey_again", AGAIN, 1)):
            if by.strikes(kind, response.body):
                twice = f"{response.file.rpartition('.')[0]}{ending}.xlsx"
                second = replace(
                    response, file=twice, observations=(), faults=(), received_on=None, colleague=colleague
                )
                found.append(_with(second, kind, f"{twice} <- {response.file}"))
    return found


def _with(response: Response, kind: str, detail: str) -> Response:
    fault = PlantedFault(kind, response.file, "document", None, detail)
    return replace(response, faults=(*response.faults, fault))


def _unheard(response: Response, kind: str, detail: str, content: Callable[[int], bytes]) -> Response:
    """A response that must not be used: nothing of what the organisation takes part in is told by it."""
    untold = tuple(
        PlantedFault(kind, response.file, "document", said.truth_id, f"nothing <- {said.name_written}", SNAPSHOT)
        for said in response.observations
        if said.truth_id and said.claim == "participates"
    )
    return _with(replace(response, content=content, observations=(), faults=untold), kind, detail)
