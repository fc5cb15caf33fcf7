"""Which sources err in which value: each error once, at its source, with what is written and what is true."""

import pytest

from dagster_project.simulation.model import PlantedFault
from dagster_project.simulation.sources.errors import believed
from dagster_project.simulation.sources.every_source import told
from dagster_project.simulation.sources.faults import Conditions, fault_kinds
from dagster_project.simulation.truth.errors import LEFT_OUT, NO_VALUE, errors, field_of
from tests.simulation.small_country import SNAPSHOTS, collaboration, population
from tests.simulation.whole_country import whole

FIELDS = {"name", "form", "seat", "purpose", "goal", "theme", "participant", "ministry", "non_government", "amount",
          "existence"}  # fmt: skip


@pytest.fixture(scope="module")
def whole_told():
    return told(whole(), Conditions(20), SNAPSHOTS)


def test_every_value_that_a_source_gives_can_be_wrong_somewhere():
    assert {kind.field for kind in fault_kinds().values()} == FIELDS | set(NO_VALUE)
    assert {field_of(kind) for kind in LEFT_OUT} == {"existence"}


@pytest.mark.parametrize("source", ["edition", "survey"])
def test_themes_are_wrong_as_often_as_the_article_says(whole_told, source):
    """5 to 8% of what the editions and the survey say."""
    observations, faults = whole_told
    wrong = sum(row[2:4] == ("theme", source) for row in errors(observations, faults))
    said = [o for o in observations if o.source == source and o.truth_id and o.claim in ("participates", "lists")]
    assert 0.05 < wrong / len(said) < 0.08


@pytest.mark.parametrize("source", ["edition", "survey", "budget"])
@pytest.mark.parametrize(("field", "value"), [("ministry", "ministries"), ("non_government", "non_government")])
def test_ministries_and_others_are_wrong_as_often_as_the_article_says(field, value, source):
    """15 to 20% of what each says of collaborations that have any."""
    ones = [
        collaboration(0, 2024, ("gm0014", "gm0037"), truth_id=f"t{number:06d}", ministries=("mnre1034",),
                      non_government=("Hogeschool X",))
        for number in range(4000)
    ]  # fmt: skip
    after = [believed(one, source, Conditions(1), one.truth_id)[0] for one in ones]
    wrong = sum(getattr(a, value) != getattr(one, value) for a, one in zip(after, ones, strict=True))
    assert 0.15 < wrong / len(ones) < 0.20, field


def test_an_error_stands_with_its_source_and_both_values(whole_told):
    observations, faults = whole_told
    names = {o.file for o in observations} | {
        f.file for f in faults if f.kind.startswith(("survey_wrong_", "survey_too"))
    }
    rows = list(errors(observations, faults))
    assert {row[2] for row in rows} == FIELDS
    assert {row[5] for row in rows} <= {*names, "registers/gr_deelnemers.csv"}
    assert {row[0] for row in rows} == {2017, 2020, 2023, 2024}
    seats = [row for row in rows if row[2] == "seat" and row[3] == "budget"]
    assert seats
    assert all(written != true and reporter for *_, reporter, _, _, _, written, true in seats)


def test_careless_bodies_err_more_often_in_all_that_they_say(whole_told):
    from dagster_project.simulation.sources.faults import CARELESS, carelessness

    observations, _ = whole_told
    budgets = [o for o in observations if o.source == "budget" and o.truth_id]
    shares = {}
    for careless in (True, False):
        mine = [o for o in budgets if (carelessness(20, o.reporter) == CARELESS) == careless]
        shares[careless] = sum("budget_form" in o.faults for o in mine) / len(mine)
    assert shares[True] > 3 * shares[False]


def test_what_is_no_value_of_a_collaboration_is_no_error():
    observations, _ = told(population(), Conditions(1), SNAPSHOTS)
    file = observations[0].file
    faults = [
        PlantedFault("long_document", file, "document", None, "long_document"),
        PlantedFault("budget_seat", file, observations[0].place, "t000001", "Assen <- Groningen"),
        PlantedFault("forgotten_party", file, "document", "t000002", "nothing <- Iets"),
    ]
    found = [(row[1], row[2], row[8], row[9]) for row in errors(observations, faults)]
    assert found == [("t000001", "seat", "Assen", "Groningen"), ("t000002", "existence", "nothing", "Iets")]
