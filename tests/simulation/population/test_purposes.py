"""Purposes, goals and parties that are no government: they vary, and texts tell of them mostly and not always."""

from collections import Counter

from dagster_project.simulation.population.parties import LASTING
from dagster_project.simulation.population.vocabulary import words
from dagster_project.simulation.sources.budgets.prose import longer_purpose, vocabulary
from dagster_project.simulation.truth.figures import counted
from tests.simulation.whole_country import whole


def ones() -> list:
    return [one for one in counted(whole())[2024] if not one.statutory_system]


def test_two_collaborations_seldom_have_the_same_purpose():
    assert len({one.purpose for one in ones()}) > 0.7 * len(ones())


def test_every_goal_is_there_and_strategic_does_not_follow_from_the_number_of_themes():
    goals = Counter((one.goal, len(one.themes) > 2) for one in ones())
    assert set(goals) == {(goal, many) for goal in ("operational", "tactical", "strategic") for many in (False, True)}
    assert goals["strategic", True] > goals["strategic", False]


def test_some_purposes_do_not_tell_the_goal():
    untold = [one for one in ones() if words().untold_goal.split("{}")[0].strip() in one.purpose.lower()]
    assert 0.1 < len(untold) / len(ones()) < 0.2
    assert len({one.goal for one in untold}) == 3


def test_purposes_tell_of_partners_mostly_where_there_are_any_and_now_and_then_where_there_are_none():
    said = [part.strip(", ") for part in words().with_partners]
    heard = [part.strip(", ") for part in words().hearing_partners]
    having = [one for one in ones() if one.non_government]
    telling = [one for one in having if any(part in one.purpose for part in said)]
    assert 0.3 < len(telling) / len(having) < 0.7
    assert all(one.non_government for one in ones() if any(part in one.purpose for part in said))
    misleading = [one for one in ones() if any(part in one.purpose for part in heard)]
    assert misleading
    assert not any(one.non_government for one in misleading)


def test_parties_that_are_no_government_are_sorts_that_sit_together_and_about_themes_that_last():
    several = [one for one in ones() if len(one.non_government) > 1]
    lasting = sum(bool(set(one.themes) & LASTING) for one in several) / len(several)
    assert lasting > sum(bool(set(one.themes) & LASTING) for one in ones()) / len(ones())
    first = {
        pattern.split(" {")[0].split(" in {")[0]: sort
        for sort, some in words().non_government.items()
        for pattern in some
    }
    sorts = [
        {first[word] for party in one.non_government for word in first if party.startswith(word)} for one in several
    ]
    assert sum(len(some) > 1 for some in sorts) / len(sorts) > 0.8


def test_a_reporter_tells_of_the_duty_to_take_part_now_and_then():
    law = vocabulary("prose")["obligation"]["safety_region"][0]
    said = [longer_purpose("Brandweer.", "safety_region", seed) for seed in range(300)]
    assert 0.25 < sum(law in text for text in said) / len(said) < 0.45
    free = [longer_purpose("Groen.", None, seed) for seed in range(300)]
    assert 0 < sum(any(one in text for one in vocabulary("prose")["obligation"]["voluntary"]) for text in free) < 40
