"""Faults strike at their rates."""

import math
from collections import Counter

import pytest

from dagster_project.simulation.sources import faults
from dagster_project.simulation.sources.faults import fault_kinds
from tests.simulation.reported import observed
from tests.simulation.small_country import population

BUDGET_KINDS = (
    "abbreviation", "old_name", "typing_error", "missing_participants", "old_participant", "claimed_participant",
    "participants_in_prose", "mixed_amounts", "forgotten_party", "no_collaboration_bank", "no_collaboration_own",
)  # fmt: skip


@pytest.fixture(scope="module")
def counted():
    """Opportunities and planted faults of each kind, over many seeds."""
    opportunities, planted = Counter(), Counter()
    uniform = faults.uniform

    def counting(*question):
        opportunities[question[1]] += 1
        return uniform(*question)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(faults, "uniform", counting)
        country = population(40)
        for seed in range(6):
            for snapshot in (2017, 2024):
                _, struck = observed(country, seed, snapshot)
                lost = {(f.file, f.truth_id) for f in struck if f.kind == "missing_participants"}
                planted.update(f.kind for f in struck if f.kind != "missing_participants")
                planted["missing_participants"] += len(lost)
    return opportunities, planted


@pytest.mark.parametrize("kind", BUDGET_KINDS)
def test_faults_strike_at_their_rate(counted, kind):
    """Within five standard deviations of the binomial: no seed of the test happens to fail."""
    opportunities, planted = counted
    rate, chances = fault_kinds()[kind].rate, opportunities[kind]
    assert chances > 50
    spread = 5 * math.sqrt(chances * rate * (1 - rate)) + 1
    assert abs(planted[kind] - chances * rate) <= spread, (kind, planted[kind], chances * rate)


def test_each_kind_of_fault_has_a_rate_and_a_reason():
    for kind in fault_kinds().values():
        assert 0 < kind.rate < 1, kind
        assert len(kind.why) > 30, kind
        assert kind.per, kind
        assert kind.found, kind
    with pytest.raises(KeyError):
        faults.strikes("no_such_fault", 1)
