"""What the model sees of a group of mentions."""

import datetime

from dagster_project.linkage.model import features
from dagster_project.linkage.model.features import token_weights, unit_features
from tests.linkage.making import record

BERK = "Havenschap Zwarte Berk"


def of(*groups):
    records = [r for group in groups for r in group]
    return unit_features([list(group) for group in groups], token_weights(records), frozenset())


def test_a_word_that_few_names_bear_weighs_more_and_a_common_one_never_much():
    names = [f"{kind} {place}" for kind in ("Havenschap", "Regio") for place in ("Berk", "Klif", "Drieluik")]
    weights = token_weights([record(f"m{i}", name) for i, name in enumerate(names)])
    assert 0 < weights["havenschap"] < weights["berk"] <= 1
    assert weights["regio"] <= features.GENERIC_WEIGHT
    assert token_weights([]) == {}


def test_units_are_numbered_in_order_and_their_lists_are_sorted():
    rows = of([record("a", BERK, seats=frozenset("zy"))], [record("b", "Archief Klif", near=frozenset(["gm2", "gm1"]))])
    assert [row["unit_id"] for row in rows] == [0, 1]
    assert (rows[0]["seats"], rows[1]["near"]) == (["y", "z"], ["gm1", "gm2"])
    assert rows[0]["forms"] == ["berk havenschap zwarte"]


def test_participants_are_those_that_most_of_the_latest_lists_name():
    old = record("a", BERK, snapshot=2017, participants=frozenset(["gm1", "gm9"]))
    new = [record(m, BERK, participants=frozenset(["gm1", "gm2", *more])) for m, more in zip("bcd", ([], [], ["gm3"]),
           strict=True)]  # fmt: skip
    assert of([old, *new])[0]["participants"] == ["gm1", "gm2"]


def test_a_period_is_open_where_one_version_is():
    begin, end = datetime.date(2010, 1, 1), datetime.date(2015, 1, 1)
    closed = of([record("a", BERK, period=(begin, end))])[0]
    assert (closed["span_from"], closed["span_to"], closed["dated"]) == (begin.toordinal(), end.toordinal(), True)
    running = of([record("a", BERK, period=(begin, end)), record("b", BERK, period=(end, None))])[0]
    assert (running["span_to"], running["starts"]) == (None, [begin.toordinal(), end.toordinal()])
    assert of([record("a", BERK)])[0]["dated"] is False


def test_what_a_crowd_shares_brings_nothing_together(monkeypatch):
    monkeypatch.setattr(features, "MAX_BLOCK", 2)
    monkeypatch.setattr(features, "MAX_CROWD", 2)
    people = frozenset(["gm1", "gm2"])
    rows = of(*([record(f"m{i}", BERK, participants=people, seats=frozenset(["s"]))] for i in range(3)))
    assert all(not row[c] for row in rows for c in ("block_tokens", "block_people", "block_places", "block_initials"))
    few = of(*([record(f"m{i}", BERK, participants=people)] for i in range(2)))
    assert all(row["block_tokens"] and row["block_people"] == ["gm1 gm2"] for row in few)
