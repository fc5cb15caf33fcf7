"""Who takes part: the union of all sources, own denials, ministries by both sides, decisions on top."""

import pytest

from tests.miniature import BZK, CHARITY, GRONINGEN, IENW, LVVN, STADSKANAAL, VEENDAM, WATER_BOARD, sv


@pytest.mark.parametrize(
    ("number", "organisation", "status", "counted"),
    [
        (1, GRONINGEN, "confirmed", True),  # its own budget and the register
        (1, VEENDAM, "named_by_others", True),  # a superseded decision changes nothing
        (2, STADSKANAAL, "self_reported", True),
        (4, CHARITY, "named_by_others", True),
        (9, STADSKANAAL, "denied", False),  # its own word beats the other's
        (10, VEENDAM, "denied", False),
        (4, BZK, "confirmed", True),  # its programme list and a budget
        (4, IENW, "self_reported", False),  # the list of programmes only
        (4, LVVN, "named_by_others", False),  # a budget only
        (8, WATER_BOARD, "confirmed", True),  # no source, a decision
    ],
)
def test_status(rows, number, organisation, status, counted):
    (row,) = rows("participant", snapshot=2024, collaboration_id=sv(number), organisation_id=organisation)
    assert (row["status"], row["counted"]) == (status, counted)


def test_names_on_a_denial_prove_nothing(rows):
    claims = rows("participation_claim", collaboration_id=sv(9), organisation_id=GRONINGEN)
    assert [c["by_itself"] for c in claims] == [True]


def test_what_is_dissolved_has_no_members(rows):
    assert rows("participant", snapshot=2024, collaboration_id=sv(7)) == []


def test_first_and_last_seen(rows):
    (row,) = rows("participant", snapshot=2017, collaboration_id=sv(2), organisation_id=GRONINGEN)
    assert (row["first_seen"], row["last_seen"]) == (2017, 2024)
    (row,) = rows("participant", snapshot=2024, collaboration_id=sv(2), organisation_id=WATER_BOARD)
    assert (row["first_seen"], row["last_seen"]) == (2020, 2024)


def test_sources_are_those_that_say_so(rows):
    (denied,) = rows("participant", snapshot=2024, collaboration_id=sv(9), organisation_id=STADSKANAAL)
    (decided,) = rows("participant", snapshot=2024, collaboration_id=sv(8), organisation_id=WATER_BOARD)
    assert denied["sources"] == ["survey"]
    assert decided["sources"] == []


@pytest.mark.parametrize(
    ("received_on", "status"), [("2025-01-01", "self_reported"), ("2024-01-01", "denied"), ("2024-11-01", "denied")]
)
def test_the_latest_own_word_counts(warehouse, received_on, status):
    """A budget of the denier that came after, before, or on the day of its survey."""
    mentions = warehouse.source("mention")
    deliveries = warehouse.source("delivery")
    resolved = warehouse.source("resolved_participant")
    links = warehouse.source("link")
    denial = f"(select mention_id from {links} join {mentions} using (mention_id) where claim = 'denies_existence')"
    budget = "replace ('m-later' as mention_id, 'd-later' as delivery_id, 'budget' as source, 'lists' as claim)"
    warehouse.run(f"insert into {mentions} select * {budget} from {mentions} where mention_id = {denial}")
    warehouse.run(f"insert into {links} select * replace ('m-later' as mention_id) from {links}"
                  f" where mention_id = {denial}")  # fmt: skip
    warehouse.run(f"insert into {resolved} select * replace ('m-later' as mention_id) from {resolved}"
                  f" where mention_id = {denial}")  # fmt: skip
    later = "replace ('d-later' as delivery_id, ?::date as received_on)"
    warehouse.run(f"insert into {deliveries} select * {later} from {deliveries} limit 1", received_on)
    # Nobody else names it, so that its own word alone decides.
    warehouse.run(f"delete from {resolved} where organisation_id = ? and position >= 0", VEENDAM)
    warehouse.rebuild("int_mention", "int_collaboration_listed", "participation_claim", "participant")
    found = warehouse.run(
        "select status from participant where snapshot = 2024 and collaboration_id = ? and organisation_id = ?",
        sv(10), VEENDAM,
    )  # fmt: skip
    assert found == [(status,)]
