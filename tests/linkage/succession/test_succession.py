"""What counts as a merger or a split, what is only asked, and what is neither."""

from datetime import date

import polars as pl
import pytest

from dagster_project.linkage.succession.proposals import successions
from dagster_project.linkage.succession.statements import successor_written
from dagster_project.workspace import frame_of

NORTH = ["gm0106", "gm0114", "gm0118", "gm1680"]
SOUTH = ["gm0983", "gm0984", "gm0988", "gm0957"]
OLD, INTO = "Recreatieschap Zwarte Berk", "Recreatieschap Rode Eik"


def said(snapshot, id_, name, members, source="edition", **more):
    return {"snapshot": snapshot, "id": id_, "name_written": name, "members": members, "source": source, **more}


def ended(on, id_="old", name=OLD):
    return said(2024, id_, name, [], "survey", claim="dissolved", valid_to=on, reporting_organisation_id="gm0106")


def arrangement(snapshot, id_, name, members, begins, ends=None):
    ids = {"identifiers": [f"roo:{id_}", f"chain:{id_}"]}
    return said(snapshot, id_, name, members, "register", valid_from=begins, valid_to=ends, **ids)


def found(rows):
    """Kind, old, new and grade of every proposal."""
    mentions, links, participants = [], [], []
    for number, row in enumerate(rows):
        row = dict(row)
        key, members, id_ = f"m{number:02d}", row.pop("members"), row.pop("id")
        mentions.append(
            {"mention_id": key, "delivery_id": "d1", "locator": f"line={number}", "claim": "lists", "reader": "x",
             "reader_version": "1", "confidence": 1.0, **row}
        )  # fmt: skip
        links.append({"mention_id": key, "collaboration_id": id_, "weight": 1.0, "basis": "name"})
        participants += [
            {"mention_id": key, "position": place, "name_written": one, "organisation_id": one, "kind": "municipality",
             "method": "code", "score": 1.0}
            for place, one in enumerate(members)
        ]  # fmt: skip
    tables = [("mention", mentions), ("link", links), ("resolved_participant", participants)]
    return successions(*(frame_of(name, some) for name, some in tables))


def graded(rows):
    return [(r["kind"], r["collaboration_id"], r["successor"], r["grade"]) for r in found(rows)]


def merging(now=None, name=INTO, old=NORTH, before=SOUTH):
    """The old one and the other at the one snapshot, the other alone at the next; nobody gives a date."""
    return [
        said(2020, "old", OLD, old, "programme"),
        said(2020, "into", name, before, "programme"),
        said(2024, "into", name, NORTH + SOUTH if now is None else now, "survey", reporting_organisation_id="gm0983"),
    ]


def test_a_merger_with_a_date():
    (row,) = found([*merging(), ended(date(2022, 1, 1))])
    assert (row["kind"], row["collaboration_id"], row["successor"], row["grade"]) == ("merger", "old", "into", "dated")
    assert (row["from_snapshot"], row["to_snapshot"], row["dated_on"]) == (2020, 2024, date(2022, 1, 1))
    assert row["participants"] == sorted(NORTH)
    assert row["words"] == ["recreatieschap"]
    assert row["mention_ids"] == ["m00", "m02", "m03"]


def test_a_date_outside_the_interval_dates_nothing():
    assert graded([*merging(), ended(date(2019, 1, 1))]) == [("merger", "old", "into", "asked")]


def test_without_a_date_one_source_must_have_seen_it():
    """A list of the one snapshot and an answer of another body at the next: the list may still have the old one."""
    assert graded(merging()) == [("merger", "old", "into", "asked")]
    same_list = [{**row, "source": "programme", "reporting_organisation_id": None} for row in merging()]
    assert graded(same_list) == [("merger", "old", "into", "passed")]


def test_the_end_of_its_arrangement_is_a_date():
    rows = merging()
    rows[0] = arrangement(2020, "old", OLD, NORTH, date(2010, 1, 1), date(2023, 7, 1))
    assert graded(rows) == [("merger", "old", "into", "dated")]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(merging(name="Veiligheidshuis Rode Eik"), id="same participants, other task"),
        pytest.param(merging(now=[*SOUTH]), id="nobody passed"),
        pytest.param(merging(now=[NORTH[0], *SOUTH]), id="one participant passed"),
        pytest.param(merging(before=[*NORTH, *SOUTH]), id="all took part before"),
        pytest.param([*merging(), said(2024, "old", OLD, NORTH)], id="it is still there"),
        pytest.param(merging(old=NORTH[:1]), id="one participant only"),
    ],
)
def test_no_merger(rows):
    assert graded(rows) == []


def test_no_merger_however_near_the_dates():
    dated = [*merging(name="Veiligheidshuis Rode Eik"), ended(date(2022, 1, 1))]
    assert graded(dated) == []


def test_what_merely_grew_is_asked():
    """Among many newcomers some were together before."""
    many = [f"gm{n:04d}" for n in (197, 200, 202, 203, 209, 213, 214, 216)]
    assert graded([*merging(now=NORTH + SOUTH + many), ended(date(2022, 1, 1))]) == [("merger", "old", "into", "asked")]


@pytest.mark.parametrize(
    ("begin", "grade"), [(date(2022, 1, 1), "dated"), (date(2022, 6, 1), "asked"), (None, "asked")]
)
def test_one_that_is_new_and_begins_where_two_end(begin, grade):
    two = [merging()[0], said(2020, "too", "Recreatieschap Blauwe Beuk", SOUTH, "programme")]
    ends = [ended(date(2022, 1, 1)), ended(date(2021, 12, 31), "too", "Recreatieschap Blauwe Beuk")]
    new = arrangement(2024, "into", INTO, NORTH + SOUTH, begin) if begin else said(2024, "into", INTO, NORTH + SOUTH)
    assert [found for *_, found in graded([*two, *ends, new])] == [grade, grade]


def test_one_that_is_new_and_takes_in_one_may_be_the_same():
    rows = [merging()[0], said(2024, "into", INTO, NORTH), ended(date(2022, 1, 1))]
    assert graded(rows) == [("merger", "old", "into", "asked")]


def test_two_that_fit_are_asked():
    rows = [*merging(), *({**row, "id": "third"} for row in merging()[1:]), ended(date(2022, 1, 1))]
    assert [grade for *_, grade in graded(rows)] == ["asked"]


def splitting(new=SOUTH, kept=NORTH, name=INTO):
    return [
        said(2020, "old", OLD, NORTH + SOUTH),
        said(2024, "old", OLD, kept, "survey", reporting_organisation_id="gm0106"),
        said(2024, "new", name, new, "survey", reporting_organisation_id="gm0983"),
    ]


def test_a_split():
    dated = [*splitting(), arrangement(2024, "new", INTO, SOUTH, date(2023, 1, 1))]
    assert graded(dated) == [("split", "old", "new", "dated")]
    assert graded(splitting()) == [("split", "old", "new", "asked")]


def test_a_split_that_those_who_left_tell_themselves():
    rows = [*splitting(), said(2020, "old", OLD, NORTH + SOUTH, "budget", reporting_organisation_id="gm0983")]
    assert graded(rows) == [("split", "old", "new", "passed")]
    # Whoever names both has not left the one for the other.
    both = [*rows, said(2024, "old", OLD, NORTH, "budget", reporting_organisation_id="gm0983")]
    assert graded(both) == [("split", "old", "new", "asked")]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(splitting(kept=NORTH + SOUTH), id="nobody left"),
        pytest.param(splitting(name="Veiligheidshuis Rode Eik"), id="other task"),
        pytest.param(splitting(new=[SOUTH[0], "gm0197", "gm0200"]), id="mostly others"),
        pytest.param([*splitting(), said(2017, "new", INTO, SOUTH)], id="known before"),
    ],
)
def test_no_split(rows):
    assert [row for row in graded(rows) if row[0] == "split"] == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Dienst Noord (in 2016 opgegaan in Werk & Inkomen Noord)", "Werk & Inkomen Noord"),
        ("Per 1 januari 2019 gefuseerd met de Regio Zuid. Zie ook Regio Oost.", "Regio Zuid"),
        ("Wordt voortgezet als Regiotafel Werk, met minder leden", "Regiotafel Werk"),
        ("Ambtelijke fusie De Bevelanden", None),
        ("Is in omvang gegroeid", None),
        ("", None),
        (None, None),
    ],
)
def test_words_that_say_it(words, name):
    assert successor_written(words) == name


def test_a_merger_that_a_source_states():
    told = merging(name="Natuurfonds Rode Eik", now=SOUTH)
    told[0]["name_written"] = f"{OLD} (opgegaan in Natuurfonds Rode Eik)"
    (row,) = found(told)
    assert (row["kind"], row["successor"], row["grade"], row["participants"]) == ("merger", "into", "stated", [])
    namesake = said(2024, "too", "Natuurfonds Rode Eik", SOUTH)
    assert graded([*told, namesake]) == []
    there = said(2024, "old", OLD, NORTH)
    assert graded([*told, there]) == []


def test_the_order_of_the_rows_changes_nothing():
    rows = [*merging(), ended(date(2022, 1, 1)), said(2017, "old", OLD, NORTH), *splitting()]
    frames = [pl.DataFrame(found(some)).drop("mention_ids") for some in (rows, rows[::-1])]
    assert frames[0].equals(frames[1])


def test_nothing_to_read():
    assert found([]) == []
