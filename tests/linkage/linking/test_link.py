"""Which mentions are put together, and which never."""

import datetime

import polars as pl
import pytest

from dagster_project.linkage import link_mentions
from dagster_project.linkage.model import features
from dagster_project.linkage.rules import partition
from dagster_project.organisations import resolve_participants
from dagster_project.workspace import frame_of
from tests.organisations.making import mention

NORTH, SOUTH = ["Assen", "Emmen", "Hoogeveen"], ["Venlo", "Venray", "Weert"]


def link(rows: list[dict], decisions: list[dict] = ()):
    rows = [mention(mention_id=f"m{i:03d}", **{"delivery_id": f"d{i}", **r}) for i, r in enumerate(rows)]
    frame = frame_of("mention", rows)
    participants, _ = resolve_participants(frame)
    return link_mentions(frame, participants, list(decisions))


def clusters(result) -> list[int]:
    return result.links.sort("mention_id")["cluster"].to_list()


def decision(kind: str, target: str) -> dict:
    return {"kind": kind, "target": target, "decision_id": "0001-001", "snapshot": None}


def test_one_arrangement_under_many_spellings():
    result = link(
        [
            {"name_written": "Recreatieschap Zwarte Berk", "participants_written": NORTH},
            {"name_written": "Gemeenschappelijke Regeling recreatieschap Zwarte Berk", "participants_written": NORTH},
            {
                "name_written": "Natuur- en recreatieschap De Zwarte Berk",
                "snapshot": 2024,
                "participants_written": NORTH,
            },
            {"name_written": "Havenschap Gele Klif", "participants_written": SOUTH},
        ]
    )
    assert clusters(result) == [0, 0, 0, 1]
    assert result.links.sort("mention_id")["basis"].to_list()[3] == "alone"


def test_same_name_in_two_regions_is_two():
    result = link(
        [
            {"name_written": "Sociale Dienst", "participants_written": NORTH, "seat_written": "Assen"},
            {"name_written": "Sociale Dienst", "participants_written": SOUTH, "seat_written": "Venlo"},
        ]
    )
    assert clusters(result) == [0, 1]


def test_same_participants_are_not_one():
    result = link(
        [
            {"name_written": "Recreatieschap Zwarte Berk", "participants_written": NORTH},
            {"name_written": "Belastingkantoor Drieluik", "participants_written": NORTH},
            {"name_written": "Afvalbeheer Kraakland", "participants_written": NORTH},
        ]
    )
    assert clusters(result) == [0, 1, 2]


def test_a_sure_identifier_links_whatever_the_name():
    rows = [
        {"name_written": "Drechtsteden", "identifiers": ["chain:7"], "source": "register", "snapshot": 2017},
        {"name_written": "Sociaal", "identifiers": ["chain:7"], "source": "register", "snapshot": 2024},
    ]
    result = link(rows)
    assert clusters(result) == [0, 0]
    assert set(result.links["basis"]) == {"identifier"}


def test_two_chains_in_one_snapshot_of_one_register_are_two_even_through_a_third():
    same = {"name_written": "Recreatieschap Zwarte Berk", "participants_written": NORTH}
    register = {**same, "source": "register", "delivery_id": "r"}
    result = link([{**register, "identifiers": ["chain:1"]}, {**register, "identifiers": ["chain:2"]}, same])
    found = clusters(result)
    assert found[0] != found[1]


def test_the_same_body_alone_does_not_link():
    body = {"source": "register", "identifiers": ["so:so0001"]}
    result = link(
        [
            {**body, "name_written": "Recreatieschap Zwarte Berk", "snapshot": 2017, "participants_written": NORTH},
            {**body, "name_written": "Belastingkantoor Drieluik", "snapshot": 2024, "participants_written": SOUTH},
        ]
    )
    assert clusters(result) == [0, 1]


def test_decisions_win():
    rows = [
        {"name_written": "Recreatieschap Zwarte Berk", "participants_written": NORTH},
        {"name_written": "Recreatieschap Zwarte Berk", "participants_written": NORTH},
        {"name_written": "Havenschap Gele Klif", "participants_written": SOUTH},
    ]
    assert clusters(link(rows)) == [0, 0, 1]
    assert clusters(link(rows, [decision("must_not_link", "m000|m001")])) == [0, 1, 2]
    result = link(rows, [decision("must_link", "m000|m002")])
    assert clusters(result) == [0, 0, 0]
    assert result.links.sort("mention_id")["basis"][2] == "decision"
    both = [decision("must_link", "m000|m002"), decision("must_not_link", "m002|m000")]
    assert clusters(link(rows, both)) == [0, 0, 0]


def test_a_decision_about_nothing_is_told():
    result = link([{"name_written": "Alfa"}, {"name_written": "Beta"}], [decision("must_link", "m000|m999")])
    assert [q["reason"] for q in result.quarantine] == ["unmatched_decision"]
    assert "m999" in result.quarantine[0]["detail"]


def test_decisions_that_undo_one_another_by_a_detour_are_told():
    rows = [{"name_written": name} for name in ("Alfa", "Beta", "Gamma", "Delta")]
    decisions = [decision("must_link", "m000|m001"), decision("must_link", "m001|m002"),
                 decision("must_not_link", "m000|m002"), decision("must_not_link", "m000|m003")]  # fmt: skip
    [row] = link(rows, decisions).quarantine
    assert (row["reason"], row["row_key"]) == ("contradicted_decision", "0001-001")
    assert "must_not_link op 'm000|m002'" in row["detail"]


def test_a_cluster_that_grows_too_large_is_cut_and_told(monkeypatch):
    monkeypatch.setattr(partition, "MAX_CLUSTER_SIZE", 20)
    rows = [{"name_written": "Recreatieschap Zwarte Berk", "reporting_organisation_id": "gm0106"} for _ in range(50)]
    result = link(rows)
    assert result.links.group_by("cluster").len()["len"].max() <= 20
    assert {q["reason"] for q in result.quarantine} == {"cluster_too_large"}
    frame_of("quarantine", result.quarantine)


def test_what_everybody_names_in_every_snapshot_is_not_too_large(monkeypatch):
    monkeypatch.setattr(partition, "MAX_CLUSTER_SIZE", 20)
    rows = [
        {"name_written": "Recreatieschap Zwarte Berk", "reporting_organisation_id": "gm0106", "snapshot": year}
        for year in (2017, 2020, 2024)
        for _ in range(20)
    ]
    assert set(clusters(link(rows))) == {0}
    (cut,) = link([*rows, rows[0]]).quarantine
    assert cut["reason"] == "cluster_too_large"


def test_bad_input_does_not_crash():
    result = link(
        [
            {"name_written": ""},
            {"name_written": ""},
            {"name_written": "x" * 5000},
            {"name_written": "Groot Verband", "participants_written": ["Assen", "Emmen"] * 200},
            {"name_written": "Klein Verband", "participant_codes": ["gm9999"], "participants_written": ["?"]},
        ]
    )
    assert result.links.height == 5
    assert len(set(clusters(result))) == 5


@pytest.mark.parametrize("rows", [[], [{"name_written": "Alleen"}]])
def test_none_or_one_mention(rows):
    assert link(rows).links.height == len(rows)


def test_the_order_of_the_input_does_not_matter():
    rows = [
        mention(mention_id=f"m{i}", name_written=n, delivery_id=f"d{i}", reporting_organisation_id="gm0106")
        for i, n in enumerate(["GGD Proef", "Havenschap Klif", "Haven schap Klif", "GR GGD Proef", "Klif"])
    ]
    once = link_mentions(frame_of("mention", rows), None, [])
    again = link_mentions(frame_of("mention", rows[::-1]), None, [])
    assert once.links.equals(again.links)
    assert once.pairs.equals(again.pairs)
    assert once.links.schema == {"mention_id": pl.String, "cluster": pl.Int64, "weight": pl.Float64, "basis": pl.String}


def test_all_who_answer_that_a_thing_ended_speak_of_one_thing():
    """The end that a survey gives is no version in force beside that of another answer."""
    ended = {"valid_to": datetime.date(2022, 1, 1), "claim": "dissolved", "source": "survey"}
    answers = [{"name_written": "OV-bureau Zwarte Berk", "participants_written": NORTH, **ended} for _ in range(3)]
    assert clusters(link(answers)) == [0, 0, 0]


def test_thousands_of_mentions_alike_are_no_giant_cluster_and_are_reported(monkeypatch):
    """What is over the size of a cluster is left alone, and is not compared each with each."""
    monkeypatch.setattr(partition, "MAX_CLUSTER_SIZE", 20)
    monkeypatch.setattr(features, "MAX_CROWD", 30)
    row = {"name_written": "Recreatieschap Zwarte Berk", "participants_written": NORTH}
    result = link([row] * 200)
    assert max(clusters(result).count(c) for c in set(clusters(result))) <= 20
    assert result.pairs is None or result.pairs.height == 0
    assert {q["reason"] for q in result.quarantine} == {"cluster_too_large"}


def test_a_common_name_at_one_seat_is_compared(monkeypatch):
    """However many bear the name: the seat tells which of them may be meant."""
    monkeypatch.setattr(features, "MAX_BLOCK", 0)
    rows = [
        {"name_written": "Sociale Dienst", "participants_written": NORTH, "seat_written": "Assen"},
        {"name_written": "Sociale Dienst", "participants_written": NORTH[:1], "seat_written": "Assen"},
    ]
    assert clusters(link(rows)) == [0, 0]
