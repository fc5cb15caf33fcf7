"""From a draft to a row of the truth. The last row of what ends before the next snapshot bears the day."""

from functools import cache

from dagster_project.simulation.model import TrueCollaboration
from dagster_project.simulation.population.draft import Draft
from dagster_project.workspace.seeds import read_seed


def freeze(draft: Draft, snapshot: int) -> TrueCollaboration:
    """The draft as it stands at a snapshot."""
    return TrueCollaboration(
        truth_id=draft.truth_id,
        snapshot=snapshot,
        name=draft.name,
        abbreviation=draft.abbreviation,
        former_names=draft.former_names,
        seat=draft.seat,
        legal_form=draft.legal_form,
        statutory_system=draft.system,
        obligation=obligation(draft.system),
        goal=draft.goal,
        purpose=draft.purpose,
        themes=draft.themes,
        participants=tuple(draft.governments),
        ministries=draft.ministries,
        ministries_state_only=draft.ministries_state_only,
        ministries_region_only=draft.ministries_region_only,
        non_government=draft.non_government,
        founded_on=draft.founded_on,
        ended_on=None,
        inventoried=not draft.hidden,
        register_versions=draft.versions if draft.in_register else (),
    )


def obligation(system: str | None) -> str:
    """mandatory, semi_mandatory or voluntary, as the seed says of the system."""
    return _obligations().get(system, "voluntary")


@cache
def _obligations() -> dict[str, str]:
    return dict(read_seed("statutory_system").select("system", "obligation").iter_rows())
