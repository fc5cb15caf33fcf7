"""Files that are wrong: a refusal, or a row beside the output; never a crash, never a giant cluster."""

import csv
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from dagster_project.cli.main import app
from dagster_project.linkage import link_file, quarantine_path
from dagster_project.linkage.rules import partition
from dagster_project.workspace import UnreadableInput

COLUMNS = ["mention_id", "source", "name_as_written", "valid_from", "valid_until", "participant_codes"]
NORTH = "gm0106;gm0114;gm0118"


def linked(tmp_path, rows: list[dict]) -> tuple[list[dict], list[dict]]:
    """What comes out and what is set aside for rows; those without id are numbered."""
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows({"mention_id": f"m{i:04d}", "source": "L", **row} for i, row in enumerate(rows))
    link_file(source, out)
    return read(out), read(quarantine_path(out))


def read(path) -> list[dict]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def berk(**given) -> dict:
    return {"name_as_written": "Recreatieschap Zwarte Berk", "participant_codes": NORTH, **given}


def reasons(aside: list[dict]) -> list[tuple[str, str]]:
    return [(row["row_key"], row["reason"]) for row in aside]


def test_what_is_right_sets_nothing_aside(tmp_path):
    rows, aside = linked(tmp_path, [berk(source="A"), berk(source="B")])
    assert len({r["entity_id"] for r in rows}) == 1
    assert aside == []
    assert quarantine_path(tmp_path / "out.csv").read_text(encoding="utf-8") == "row_table,row_key,reason,detail\n"


@pytest.mark.parametrize("name", ["", "   ", "–", "().,"])
def test_an_empty_name_stands_alone_and_is_told(tmp_path, name):
    rows, aside = linked(tmp_path, [berk(), berk(name_as_written=name), berk(name_as_written=name)])
    assert len({r["entity_id"] for r in rows}) == 3
    assert reasons(aside) == [("m0001", "no_name"), ("m0002", "no_name")]


@pytest.mark.parametrize(
    "name", ["x" * 5000, "Recreatieschap Zwarte Berk " + "en nog veel meer woorden " * 200, "(" * 5000]
)
def test_a_name_of_thousands_of_characters_is_told(tmp_path, name):
    rows, aside = linked(tmp_path, [berk(), berk(name_as_written=name)])
    assert len(rows) == 2
    assert ("m0001", "name_too_long") in reasons(aside)


def test_mentions_all_alike_are_cut_and_told(tmp_path):
    rows, aside = linked(tmp_path, [berk(source=f"L{i}") for i in range(partition.MAX_CLUSTER_SIZE + 30)])
    sizes = Counter(r["entity_id"] for r in rows)
    assert max(sizes.values()) <= partition.MAX_CLUSTER_SIZE
    assert {row["reason"] for row in aside} == {"cluster_too_large"}
    # Every part that was cut off is told by one of its mentions.
    told = {m for row in aside for m in row["row_key"].split("|")}
    assert {r["entity_id"] for r in rows if r["mention_id"] in told} == set(sizes)


def test_a_list_of_400_is_no_list_and_glues_nothing(tmp_path):
    everyone = ";".join(f"gm{i:04d}" for i in range(1, 401))
    rows, aside = linked(
        tmp_path,
        [
            {"name_as_written": "GGD", "participant_codes": NORTH},
            {"name_as_written": "GGD", "participant_codes": "gm0983;gm0984;gm0988"},
            {"name_as_written": "GGD", "participant_codes": everyone},
        ],
    )
    assert rows[0]["entity_id"] != rows[1]["entity_id"]
    assert ("m0002", "too_many_participants") in reasons(aside)


def test_unknown_participants_are_told_and_compared_as_they_stand(tmp_path):
    rows, aside = linked(tmp_path, [berk(source="A", participant_codes="gm9999;zz1"), berk(source="B")])
    assert len(rows) == 2
    assert reasons(aside) == [("m0000", "unknown_participant")]
    assert "gm9999, zz1" in aside[0]["detail"]


def test_dates_that_run_backwards_or_are_none_are_not_used(tmp_path):
    rows, aside = linked(
        tmp_path, [berk(valid_from="2020-01-01", valid_until="2010-01-01"), berk(source="M", valid_from="2015-02-30")]
    )
    assert len({r["entity_id"] for r in rows}) == 1
    assert reasons(aside) == [("m0000", "dates_reversed"), ("m0001", "no_date")]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "the file is empty"),
        ("mention_id,name_as_written\na,Berk\n", "column source is missing"),
        ("mention_id,source,name_as_written\na,L,Berk\nb,L,Klif\na,L,Berk\n", "stands on line 2 too"),
        ("mention_id:source:name_as_written\na:L:Berk\n", "is missing"),
        ('mention_id,source,name_as_written\na,L,"' + "x" * 200_000 + '"\n', "no CSV"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_mend(tmp_path, content, says):
    (tmp_path / "in.csv").write_text(content, encoding="utf-8")
    csv.field_size_limit(2**30)  # as whoever read another file in this process may have left it
    with pytest.raises(UnreadableInput, match=says) as caught:
        link_file(tmp_path / "in.csv", tmp_path / "out.csv")
    assert caught.value.mend
    assert not (tmp_path / "out.csv").exists()


def test_a_header_alone_gives_a_header_alone(tmp_path):
    assert linked(tmp_path, []) == ([], [])


def test_the_command_says_how_many_rows_it_set_aside_and_where(tmp_path):
    linked(tmp_path, [berk(), berk(name_as_written="")])
    done = CliRunner().invoke(app, ["link", str(tmp_path / "in.csv"), "--out", str(tmp_path / "g.csv")])
    assert done.exit_code == 0
    assert "1 set aside in" in " ".join(done.output.split())
    assert len(read(tmp_path / "g.quarantine.csv")) == 1


fields = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)
anything = st.fixed_dictionaries({c: fields for c in COLUMNS if c != "mention_id"})


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(anything, max_size=8))
def test_whatever_the_fields_hold_every_mention_comes_out_once(tmp_path, rows):
    out, _ = linked(tmp_path, rows)
    assert [r["mention_id"] for r in out] == [f"m{i:04d}" for i in range(len(rows))]
