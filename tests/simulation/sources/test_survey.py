"""Who answers the survey, and what the answers say."""

from collections import Counter

from dagster_project.simulation.sources.survey import respondents, response_shares


def test_responses_come_in_at_the_published_share():
    bodies = [f"gm{number:04d}" for number in range(342)] + [f"pv{number}" for number in range(20, 32)]
    bodies += [f"ws{number:04d}" for number in range(21)]
    chosen = Counter(body[:2] for body in respondents(bodies, 1))
    assert chosen == {"gm": 119, "pv": 6, "ws": 16}
    assert set(response_shares()) == {"municipality", "province", "water_board"}


def test_the_survey_denies_what_was_wrongly_claimed_and_reports_what_ended(delivered):
    _, observations, _ = delivered
    ended = [o for o in observations if o.claim == "dissolved" and o.truth_id == "t000003"]
    assert ended
    assert {o.source for o in ended} == {"survey"}
