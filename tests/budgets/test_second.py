"""The second reader against a server on this machine: what is believed, what is kept, and what may go wrong."""

import json

import pytest
import yaml

from dagster_project.budgets import budget_reader, expected, pipeline
from dagster_project.budgets.pipeline import read_budgets_twice
from dagster_project.budgets.second import SecondReader, Settings, settings_of
from dagster_project.budgets.second.accepting import accepted
from dagster_project.budgets.second.asking import LARGEST, checked
from dagster_project.budgets.second.source import PART, lines_here, parts_of
from dagster_project.decisions import add_decisions
from dagster_project.intake import Delivery
from dagster_project.workspace import Workspace, WrongUse, write_table
from dagster_project.workspace.hashing import sha256_of
from tests.budgets import chat_server as chat
from tests.documents import making

TABLE = (
    "Verbonden partijen;;;;\nNaam;Rechtsvorm;Zetel;Deelnemers;Eigen vermogen 31-12\n"
    "Regio Een;Gemeenschappelijke regeling;Assen;Assen, Emmen;1.200\nSchap Twee;Stichting;Meppel;Meppel;300\n"
    "Toelichting: ook het Fonds Drie te Hoogeveen ontving een bijdrage, wethouder A. de Vries;;;;\n"
)
FIRST = ({"name_written": "Regio Een", "seat_written": "Assen"}, {"name_written": "Schap Twee"})


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    where = Workspace.at(tmp_path / "w").create("example")
    path = making.write(tmp_path / "gm0106_begroting.csv", TABLE)
    given = Delivery(
        delivery_id="d1", sha256=sha256_of(path), media_type="", bytes=1, source="budget", organisation_ids=("gm0106",),
        snapshots=(2024,), file_name=path.name, path=path, received_on=None,
    )  # fmt: skip
    monkeypatch.setattr(pipeline, "deliveries", lambda workspace, source, snapshot: [given])
    return where


def read(workspace, address, seconds=5.0, key=None):
    """The tables of a reading, and how many questions were asked."""
    settings = Settings(address, "proef", key, seconds)
    with (
        budget_reader(workspace, jobs=1) as reader,
        SecondReader(workspace, settings, pause=0.0) as second,
    ):
        tables = read_budgets_twice(workspace, 2024, reader, second)
    for name, rows in tables.items():
        write_table(workspace, name, rows, part="budget-2024")
    return tables, second.asked


def outcomes(tables):
    return {(r["outcome"], r["name_written"], r["field"], r["second_value"]) for r in tables["second_reading"]}


def names(tables):
    return [m["name_written"] for m in tables["mention"]]


def decide(workspace, target, value, attribute=None, expect=None):
    decision = {
        "decided_on": "2026-01-02", "kind": "reading", "snapshot": 2024, "target": target, "attribute": attribute,
        "value": value, "expect": expect, "reason": "nagezien", "reviewer": "BZK-07", "role": "beleidsmedewerker",
    }  # fmt: skip
    add_decisions(workspace, 2024, "proef", [decision])


def mention(tables, name):
    [found] = [m for m in tables["mention"] if m["name_written"] == name]
    return found


def test_two_readers_that_agree_leave_no_difference(workspace):
    with chat.Chat(chat.parties(*FIRST)) as server:
        tables, asked = read(workspace, server.address, key="geheim")
        assert server.keys == ["Bearer geheim"]
    assert asked == 1
    assert tables["second_reading"] == []
    assert names(tables) == ["Regio Een", "Schap Twee"]


def test_an_answer_is_kept_with_the_raw_data_and_serves_without_the_model(workspace):
    with chat.Chat(chat.parties(*FIRST)) as server:
        before, _ = read(workspace, server.address)
    [kept] = (workspace.raw / ".second_reader").iterdir()
    again, asked = read(workspace, "http://127.0.0.1:9/v1")
    assert asked == 0
    assert again == before
    kept.write_text('{"answer": {"parties": "niets"}}', encoding="utf-8")
    with chat.Chat(chat.parties(*FIRST)) as server:
        assert read(workspace, server.address)[1] == 1


def test_what_is_not_in_the_text_is_not_believed(workspace):
    told = {**FIRST[0], "seat_written": "Rotterdam", "participants_written": ["Assen", "Delft"], "equity_end": "9.999"}
    with chat.Chat(chat.parties(told, FIRST[1], {"name_written": "Verzonnen Dienst Vier"})) as server:
        tables, _ = read(workspace, server.address)
    invented = {o for o in outcomes(tables) if o[0] == "not_in_text"}
    assert invented == {
        ("not_in_text", "Verzonnen Dienst Vier", None, "Verzonnen Dienst Vier"),
        ("not_in_text", "Regio Een", "seat_written", "Rotterdam"),
        ("not_in_text", "Regio Een", "participants_written", "Delft"),
        ("not_in_text", "Regio Een", "equity_end", "9.999"),
    }
    assert names(tables) == ["Regio Een", "Schap Twee"]


def test_a_party_of_the_second_reader_alone_waits_for_a_decision(workspace):
    more = {"name_written": "Fonds Drie", "seat_written": "Hoogeveen"}
    with chat.Chat(chat.parties(*FIRST, more)) as server:
        tables, _ = read(workspace, server.address)
        assert outcomes(tables) == {("only_second", "Fonds Drie", None, None)}
        assert "Fonds Drie" not in names(tables)
        decide(workspace, tables["second_reading"][0]["reading_id"], "accepted")
        tables, _ = read(workspace, server.address)
    [mention] = [m for m in tables["mention"] if m["name_written"] == "Fonds Drie"]
    assert (mention["reader"], mention["seat_written"]) == ("second_reader", "Hoogeveen")
    assert "line=5" in mention["locator"] or "row=5" in mention["locator"]
    assert [r["decision"] for r in tables["second_reading"]] == ["accepted"]


def test_a_party_of_the_first_reader_alone_goes_by_decision_only(workspace):
    with chat.Chat(chat.parties(FIRST[0])) as server:
        tables, _ = read(workspace, server.address)
        assert outcomes(tables) == {("only_first", "Schap Twee", None, None)}
        assert names(tables) == ["Regio Een", "Schap Twee"]
        assert "party:readers_differ" in mention(tables, "Schap Twee")["doubts"]
        decide(workspace, mention(tables, "Schap Twee")["mention_id"], "rejected")
        tables, _ = read(workspace, server.address)
    assert names(tables) == ["Regio Een"]
    assert [(q["reason"], q["file_name"]) for q in tables["quarantine"]] == [("no_party", "gm0106_begroting.csv")]


def test_a_value_is_replaced_by_decision_only(workspace):
    told = {**FIRST[0], "seat_written": "Emmen"}
    with chat.Chat(chat.parties(told, FIRST[1])) as server:
        tables, _ = read(workspace, server.address)
        assert outcomes(tables) == {("differs", "Regio Een", "seat_written", "Emmen")}
        before = mention(tables, "Regio Een")
        assert before["seat_written"] == "Assen"
        assert "seat:readers_differ" in before["doubts"]
        assert json.loads(before["other_reading"])["seat_written"] == "Emmen"
        decide(workspace, before["mention_id"], "Emmen", "seat_written", expected(before))
        tables, _ = read(workspace, server.address)
    after = mention(tables, "Regio Een")
    assert after["seat_written"] == "Emmen"
    assert not [doubt for doubt in after["doubts"] if doubt.startswith("seat:")]
    assert "seat_written" not in json.loads(after["other_reading"] or "{}")
    assert after["mention_id"] == before["mention_id"]


def test_an_amount_is_read_in_the_unit_of_the_text(workspace):
    told = {**FIRST[0], "equity_end": "300"}
    with chat.Chat(chat.parties(told, FIRST[1])) as server:
        tables, _ = read(workspace, server.address)
        before = mention(tables, "Regio Een")
        assert json.loads(before["other_reading"]) == {"equity_end": "300"}
        decide(workspace, before["mention_id"], "300", "equity_end")
        tables, _ = read(workspace, server.address)
    assert mention(tables, "Regio Een")["equity_end"] == 300
    assert mention(tables, "Regio Een")["amounts_written"] == ["equity_end=300"]


def test_persons_neither_go_out_nor_come_in(workspace):
    person = {"name_written": "A. de Vries"}
    with chat.Chat(chat.parties(*FIRST, person, {**FIRST[0], "risks_written": "wethouder A. de Vries"})) as server:
        tables, _ = read(workspace, server.address)
        assert "Vries" not in json.dumps(server.bodies)
    assert "Vries" not in json.dumps([tables["mention"], tables["second_reading"]], default=str)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (chat.status(500), "500"),
        (chat.status(401), "401"),
        (chat.status(302), "302"),
        (chat.slow(1.0), "te bereiken"),
        (chat.dripping, "te bereiken"),
        (chat.endless, f"{LARGEST >> 20} MiB"),
        (chat.raw(b"<html>geen JSON"), "protocol"),
        (chat.raw(b'{"choices": []}'), "protocol"),
        (chat.raw(b'{"choices": [{"message": {"content": null}}]}'), "leeg antwoord"),
        (chat.content("Natuurlijk! Hier zijn de partijen."), "geen JSON"),
        (chat.content("[" * 100_000), "geen JSON"),
        (chat.content('{"parties": [{"name_written": "Regio Een"}]}'), "schema"),
        (chat.content('{"partijen": []}'), "schema"),
        (chat.content("{}", reason="length"), "afgekapt"),
    ],
)
def test_a_server_that_fails_costs_nothing_but_its_answer(workspace, answer, why):
    with chat.Chat(answer) as server:
        tables, _ = read(workspace, server.address, seconds=0.2)
    failed = [r for r in tables["second_reading"] if r["outcome"] == "failed"]
    assert failed
    assert all(why in r["detail"] for r in failed)
    assert names(tables) == ["Regio Een", "Schap Twee"]
    assert not (workspace.raw / ".second_reader").exists()


def test_a_busy_server_is_asked_again(workspace):
    with chat.Chat(chat.status(503), chat.status(429), chat.parties(*FIRST)) as server:
        tables, _ = read(workspace, server.address)
        assert len(server.bodies) == 3
    assert [r for r in tables["second_reading"] if r["outcome"] == "failed"] == []


def test_a_server_that_knows_no_schemas_is_asked_without(workspace):
    with chat.Chat(chat.status(400), chat.parties(*FIRST)) as server:
        tables, _ = read(workspace, server.address)
        assert ["response_format" in body for body in server.bodies] == [True, False]
    assert tables["second_reading"] == []


def test_an_answer_that_is_cut_off_is_asked_for_in_halves(workspace):
    first, second = (chat.parties(one) for one in FIRST)
    with chat.Chat(chat.content("{", reason="length"), first, second) as server:
        tables, asked = read(workspace, server.address)
    assert asked == 3
    assert names(tables) == ["Regio Een", "Schap Twee"]


def test_a_fenced_answer_is_an_answer():
    assert checked('```json\n{"parties": []}\n```') == {"parties": []}


def test_a_document_that_is_refused_is_not_sent(tmp_path):
    assert lines_here(making.write(tmp_path / "x.pdf", b"%PDF-1.4 niets"))["lines"] == []


def test_parts_hold_all_lines_once():
    lines = [(f"line={n}", "woord " * (n % 400)) for n in range(300)]
    parts = parts_of(lines)
    assert [line for part in parts for line in part] == lines
    assert len(parts) > 1
    assert all(sum(len(text) for _, text in part) <= PART for part in parts if len(part) > 1)


def test_words_are_found_whole_and_over_line_ends():
    lines = [("line=1", "Gemeenschappelijke"), ("line=2", "regeling Noord | Assen"), ("line=3", "Noordenveld")]
    answer = {"parties": [{**chat.NOTHING, "name_written": "gemeenschappelijke  Regeling Noord"}]}
    [claim], invented = accepted(answer, lines)
    assert (claim.locator, invented) == ("line=1", [])
    part_of_a_word = {"parties": [{**chat.NOTHING, "name_written": "Noorden"}]}
    assert accepted(part_of_a_word, lines)[0] == []


@pytest.mark.parametrize(
    "said",
    [
        "http://localhost",
        {"model": "m"},
        {"address": "ftp://x", "model": "m"},
        {"address": "http://u:p@x", "model": "m"},
        {"address": "http://x/v1"},
        {"address": "http://x/v1", "model": "m", "seconds": 0},
        {"address": "http://x/v1", "model": "m", "key": "geheim"},
        {"address": "http://x/v1", "model": "m", "key_from": "ER_IS_GEEN_SLEUTEL"},
    ],
)
def test_settings_that_cannot_be_used_are_named(tmp_path, said):
    where = Workspace.at(tmp_path / "w").create("example")
    where.config_file.write_text(yaml.safe_dump({"kind": "example", "second_reader": said}), encoding="utf-8")
    with pytest.raises(WrongUse, match="second_reader"):
        settings_of(where)


def test_the_second_reader_is_off_unless_it_is_set(tmp_path, monkeypatch):
    where = Workspace.at(tmp_path / "w").create("example")
    assert settings_of(where) is None
    monkeypatch.setenv("PROEF_SLEUTEL", "geheim")
    said = {"address": "http://x/v1/", "model": "m", "key_from": "PROEF_SLEUTEL"}
    where.config_file.write_text(yaml.safe_dump({"kind": "example", "second_reader": said}), encoding="utf-8")
    assert settings_of(Workspace.at(where.root)) == Settings("http://x/v1", "m", "geheim")
