"""Who answers the survey, and what the answers say."""

from collections import Counter

from dagster_project.simulation.sources.case_regions import case_municipalities
from dagster_project.simulation.sources.every_source import told
from dagster_project.simulation.sources.faults import CARELESS, CARELESS_SHARE, Conditions, carelessness
from dagster_project.simulation.sources.survey_frame import respondents, response_shares
from dagster_project.simulation.world.geography import existing_ids
from dagster_project.workspace.seeds import read_seed
from tests.simulation.whole_country import SNAPSHOTS, whole


def test_responses_come_in_at_the_published_share():
    bodies = [f"gm{number:04d}" for number in range(342)] + [f"pv{number}" for number in range(20, 32)]
    bodies += [f"ws{number:04d}" for number in range(21)]
    chosen = Counter(body[:2] for body in respondents(bodies, Conditions(1)))
    assert chosen == {"gm": 119, "pv": 6, "ws": 16}
    assert set(response_shares()) == {"municipality", "province", "water_board"}


def test_the_municipalities_of_the_case_regions_are_not_asked():
    """232 of 342 were, as the article says."""
    bodies = [*existing_ids("gm", 2024), *existing_ids("pv", 2024), *existing_ids("ws", 2024)]
    cases = case_municipalities(existing_ids("gm", 2024), 1)
    assert len(cases) == 110
    regions = dict(read_seed("municipality_region").select("organisation_id", "safety_region").iter_rows())
    assert len({regions[one] for one in cases}) == 10
    assert not cases & set(respondents(bodies, Conditions(1)))
    assert set(bodies) - set(respondents(bodies, Conditions(1, faultless=True))) == cases


def test_the_list_that_is_sent_repeats_the_errors_of_the_edition_and_careless_ones_confirm_them():
    observations, faults = told(whole(), Conditions(20), SNAPSHOTS)
    inherited = [f for f in faults if f.kind.startswith("edition_") and f.file.startswith("surveys/")]
    answers = {(o.file, o.place): o for o in observations if o.source == "survey"}
    assert inherited
    careless = sum(carelessness(20, answers[f.file, f.place].reporter) == CARELESS for f in inherited)
    assert careless / len(inherited) > 2 * CARELESS_SHARE


def test_the_survey_denies_what_was_wrongly_claimed_and_reports_what_ended(delivered):
    _, observations, _ = delivered
    ended = [o for o in observations if o.claim == "dissolved" and o.truth_id == "t000003"]
    assert ended
    assert {o.source for o in ended} == {"survey"}
