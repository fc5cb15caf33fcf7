"""The command: exit codes, demands, JSON and page."""

import json

import pytest
from typer.testing import CliRunner

from dagster_project.cli.main import app
from dagster_project.workspace import WrongUse
from tests.evaluation.tiny_country import evaluate, pipeline_tables


def run(*words: object):
    return CliRunner().invoke(app, ["evaluate", *map(str, words)])


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("land")
    evaluate(where, pipeline_tables())
    return where


def all_of(folder, *words: object):
    return CliRunner().invoke(
        app, ["--data", str(folder), "evaluate", "all", "--truth", str(folder / "truth"), *map(str, words)]
    )


def test_all_on_screen_as_json_and_as_page(folder, tmp_path):
    out = all_of(
        folder, "--json", tmp_path / "o.json", "--html", tmp_path / "o.html", "--at-least", "extraction.recall=1"
    )
    assert out.exit_code == 0, out.output
    assert "extraction.recall" in out.output
    written = json.loads((tmp_path / "o.json").read_text(encoding="utf-8"))
    assert written["measures"]["extraction.recall"] == {"value": 1.0, "count": 4, "of": 4, "better": "high"}
    assert written["tables"]["figures"]["cells"][0]["figure"] == "mean_municipalities"
    assert str(folder) not in (tmp_path / "o.json").read_text(encoding="utf-8")
    assert (tmp_path / "o.html").exists()
    all_of(folder, "--json", tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "o.json").read_bytes()


def test_what_falls_short_is_named_and_ends_with_one(folder, tmp_path):
    out = all_of(
        folder, "--at-least", "events.exact=0.97", "--at-most", "linkage.double=0.5", "--json", tmp_path / "o.json"
    )
    assert out.exit_code == 1
    assert "events.exact: 0.0000, wanted at least 0.97" in out.output
    assert "linkage.double" not in out.output.split("falls short")[1]
    assert (tmp_path / "o.json").exists()


def test_wrong_truths_end_with_two_or_three(tmp_path):
    for command in ("extract", "link", "code", "all"):
        out = run(command, "--truth", tmp_path / "absent")
        assert isinstance(out.exception, WrongUse), command
        assert out.exception.mend


def test_link_and_code_on_screen(tmp_path):
    (tmp_path / "mentions.csv").write_text("mention_id,source,name_as_written\na,A,X\nb,B,Y\n", encoding="utf-8")
    (tmp_path / "truth_dev.csv").write_text("mention_id,entity_id,scored\na,1,true\nb,1,true\n", encoding="utf-8")
    (tmp_path / "g.csv").write_text("mention_id,entity_id\na,1\nb,2\n", encoding="utf-8")
    out = run("link", "--truth", tmp_path, "--linked", tmp_path / "g.csv", "--at-most", "linkage.double=0.1")
    assert out.exit_code == 1
    assert "truth=1" in out.output
