"""Faults strike at their rates."""

import math
from collections import Counter

import pytest

from dagster_project.simulation.sources import faults
from dagster_project.simulation.sources.faults import (
    CAREFUL,
    CARELESS,
    CARELESS_SHARE,
    Conditions,
    carelessness,
    fault_kinds,
)
from tests.simulation.reported import observed
from tests.simulation.small_country import population

BUDGET_KINDS = (
    "abbreviation", "old_name", "typing_error", "missing_participants", "old_participant", "claimed_participant",
    "participants_in_prose", "mixed_amounts", "no_collaboration_bank", "no_collaboration_own",
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
        # Careless bodies would make the spread wider than that of independent opportunities.
        patch.setattr(faults, "carelessness", lambda seed, body: 1.0)
        for seed in range(6):
            for snapshot in (2017, 2024):
                _, struck = observed(country, Conditions(seed), snapshot)
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
        Conditions(1).strikes("no_such_fault", 1)


def test_some_bodies_are_always_careless_and_the_rate_stays():
    """A tenth errs six times as often as the others."""
    bodies = [f"gm{number:04d}" for number in range(2000)]
    found = [carelessness(1, body) for body in bodies]
    assert set(found) == {CARELESS, CAREFUL}
    assert pytest.approx(1) == CARELESS_SHARE * CARELESS + (1 - CARELESS_SHARE) * CAREFUL
    careless = next(body for body, factor in zip(bodies, found, strict=True) if factor == CARELESS)
    kind, chances = "missing_participants", 4000
    for body, factor in ((careless, CARELESS), ("gm9999", carelessness(1, "gm9999"))):
        struck = sum(Conditions(1).strikes(kind, number, body=body) for number in range(chances))
        assert struck / chances == pytest.approx(factor * fault_kinds()[kind].rate, abs=0.02)
    assert not any(Conditions(1, faultless=True).strikes(kind, number) for number in range(100))
