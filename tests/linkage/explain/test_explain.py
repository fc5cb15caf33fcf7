"""Why two mentions are or are not one: the reasons are those of the linkage, and the weights add up to its scores."""

import csv
from pathlib import Path

import pytest
from lxml import html
from typer.testing import CliRunner

from dagster_project.cli.main import app
from dagster_project.linkage import record_of
from dagster_project.linkage.explain import words
from dagster_project.linkage.explain.page import write_explanation
from dagster_project.linkage.explain.pair import CLUSTER, MODEL, RULES, explain_pair
from dagster_project.linkage.linking.link import link_records
from dagster_project.linkage.linking.strongest_links import RULE_WEIGHTS
from dagster_project.linkage.model.comparisons import COMPARISONS, ELSE
from dagster_project.linkage.rules.cannot_link import rules_for
from dagster_project.workspace.errors import WrongUse

NORTH, SOUTH = "gm0106;gm0114;gm0118", "gm0983;gm0984;gm0988"
ROWS = [
    ("a1", "Recreatieschap Zwarte Berk", NORTH, ""),
    ("a2", "Gemeenschappelijke regeling Recreatieschap Zwarte Berk", NORTH, ""),
    ("a3", "Recreatie Zwarteberk en Plassen", NORTH, ""),
    ("b1", "Sociale Dienst", NORTH, "Assen"),
    ("b2", "Sociale Dienst", SOUTH, "Venlo"),
    ("c1", "Veiligheidsregio Zwarte Berk", NORTH, ""),
    ("c2", "GGD Zwarte Berk", NORTH, ""),
    ("d1", "Havenschap Gele Klif", SOUTH, ""),
]
COLUMNS = ("mention_id", "source", "name_as_written", "participant_codes", "seat")


def records():
    rows = [dict(zip(COLUMNS, (i, f"list {i}", name, codes, seat), strict=True)) for i, name, codes, seat in ROWS]
    return [record_of(row) for row in rows]


def test_equal_names_are_one_by_a_rule_and_no_model():
    said = explain_pair(records(), "a1", "a2")
    assert (said.linked, said.by, said.comparisons) == (True, "name", ())
    assert "namen zijn gelijk" in words.verdict(said)


def test_names_of_two_systems_are_kept_apart_whatever_the_model_says():
    said = explain_pair(records(), "c1", "c2")
    assert not said.linked
    assert said.cannot_link == "systems"
    assert "wettelijke stelsels" in words.verdict(said)


def test_the_weights_add_up_to_the_score_by_which_pairs_are_linked():
    linked = link_records(records())
    pairs = linked.pairs.select("unit_id_l", "unit_id_r", "match_weight").rows()
    assert pairs
    for left, right, weight in pairs:
        said = explain_pair(records(), linked.units[left][0], linked.units[right][0])
        assert said.compared
        assert said.total == pytest.approx(weight, abs=0.01)


def test_a_pair_that_nothing_brought_together_is_weighed_nonetheless():
    said = explain_pair(records(), "a1", "d1")
    assert not said.linked
    assert not said.compared
    assert said.total < said.threshold
    assert "niets bracht hen bij elkaar" in words.verdict(said)


def test_decisions_are_named():
    must = {"kind": "must_link", "target": "a1|d1", "decision_id": "0001-001", "snapshot": None}
    never = {**must, "kind": "must_not_link", "target": "a1|a2"}
    assert explain_pair(records(), "a1", "d1", [must]).by == "decision"
    apart = explain_pair(records(), "a1", "a2", [never])
    assert (apart.linked, apart.cannot_link) == (False, "decision")


@pytest.mark.parametrize("ids", [("a1", "zz"), ("a1", "a1")])
def test_wrong_ids_are_wrong_use(ids):
    with pytest.raises(WrongUse):
        explain_pair(records(), *ids)


def test_every_code_has_its_words():
    said = words.explanation_words()
    assert said.comparisons.keys() == COMPARISONS.keys()
    assert {label for _, levels in COMPARISONS.values() for label, _ in levels} | {ELSE} == said.levels.keys()
    assert {rule.name for rule in rules_for([])} | {"decision", "register"} == said.cannot_link.keys()
    assert RULE_WEIGHTS.keys() | {MODEL, RULES, CLUSTER} == said.rules.keys()


def test_the_page_says_the_same_twice_and_draws_a_bar_per_weight(tmp_path: Path):
    said = explain_pair(records(), "a1", "d1")
    for name in ("a.html", "b.html"):
        write_explanation(said, tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    page = html.parse(str(tmp_path / "a.html"))
    told = page.findtext(".//desc").split("; ")
    assert len(told) == sum(1 for w in said.comparisons if w.level) + 3  # the prior, the sum and the threshold
    assert "Havenschap Gele Klif" in page.findtext(".//h1")


def test_the_command_shows_a_pair_and_writes_the_page(tmp_path: Path):
    source, page = tmp_path / "m.csv", tmp_path / "pair.html"
    with source.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows((i, f"list {i}", name, codes, seat) for i, name, codes, seat in ROWS)
    done = CliRunner().invoke(app, ["link", str(source), "--explain", "b1", "b2", "--html", str(page)])
    assert done.exit_code == 0, done.output
    assert "Sociale Dienst" in done.output
    assert "Twee samenwerkingsverbanden" in done.output
    assert page.is_file()
