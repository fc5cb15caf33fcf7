"""What a cell moved by is split into its causes, one let in at a time, and the parts are the whole."""

import json
import shutil
from decimal import Decimal

import polars as pl
import pytest

from dagster_project.release import diff
from dagster_project.release.changes.causes import causes_between, split
from dagster_project.release.rerun import Inputs, RerunFailed, copy_inputs
from dagster_project.workspace.atomic import write_text
from tests.release.changes.test_diff import change

CELL = (pl.col("figure") == "total") & (pl.col("snapshot") == 2024)
ALL = ["code en instellingen", "referentiegegevens", "ingetrokken leveringen", "nieuwe leveringen", "besluiten"]


def total(folder, number):
    """The figures of a release with that many collaborations in 2024."""
    figure = pl.read_parquet(folder / "tabellen" / "figure.parquet")
    return figure.with_columns(
        pl.when(CELL).then(pl.lit(float(number))).otherwise(c).alias(c) for c in ("value", "numerator")
    )


@pytest.fixture
def two(made, tmp_path):
    """Two releases of which all inputs differ; the number of collaborations in 2024 went from 11 to 16."""
    earlier, later = (shutil.copytree(made[1], tmp_path / name) for name in ("2024.1", "2024.2"))
    origin = json.loads((later / "herkomst.json").read_text(encoding="utf-8"))
    origin["code"] |= {"pijplijn": "anders", "referentietabellen": "anders"}
    origin["gegevens"]["besluiten"] = "anders"
    (later / "herkomst.json").write_text(json.dumps(origin), encoding="utf-8")
    for column in ("value", "numerator"):
        change(later, "figure", pl.when(CELL).then(pl.lit(16.0)).otherwise(column).alias(column))
    path = later / "tabellen" / "delivery.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[1] = "dnieuw" + lines[1][lines[1].index(",") :]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return earlier, later


def test_each_cause_gets_what_it_adds_and_they_add_up(two):
    earlier, later = two
    asked = []

    def figures(inputs):
        asked.append(inputs)
        return total(earlier, (12, 10, 10, 15)[len(asked) - 1])

    names, [cell] = split(diff(earlier, later).cells, earlier, later, figures)
    assert names == ALL == causes_between(earlier, later)
    assert [added["value"] for _, added in cell.causes] == ["1", "-2", "0", "5", "1"]
    assert sum(Decimal(added["value"]) for _, added in cell.causes) == 16 - 11
    assert [i.seeds for i in asked] == [earlier, None, None, None]
    assert {i.decisions for i in asked} == {earlier}
    held = len(pl.read_csv(earlier / "tabellen" / "delivery.csv"))
    assert [len(i.deliveries) for i in asked] == [held, held, held - 1, held]
    assert "dnieuw" in asked[3].deliveries
    assert "dnieuw" not in asked[2].deliveries


def test_causes_that_cannot_be_told_apart_are_told_together(two):
    def figures(inputs):
        if inputs.seeds:
            raise RerunFailed("this code needs the new reference data")
        return total(two[0], 12)

    names, [cell] = split(diff(*two).cells, *two, figures)
    assert names == ["code en instellingen en referentiegegevens", *ALL[2:]]
    assert [added["numerator"] for _, added in cell.causes] == ["1", "0", "0", "4"]


def test_one_cause_needs_no_run(two, made):
    shutil.copyfile(made[1] / "herkomst.json", two[1] / "herkomst.json")
    shutil.copyfile(made[1] / "tabellen/delivery.csv", two[1] / "tabellen/delivery.csv")
    names, [cell] = split(diff(*two).cells, *two, None)
    assert (names, cell.causes[0][1]["value"]) == (["identiteiten"], "5")


def test_where_no_cell_moved_nothing_is_run(two):
    assert split([], *two, None) == ([], [])


def test_the_inputs_of_before_are_those_that_the_release_knew(workspace, tmp_path):
    release = workspace.releases / "2024.1"
    header = "decision_id,decided_on\n"
    write_text(workspace.decisions / "2024" / "0001-eerste.csv", "x\n")
    write_text(workspace.decisions / "2024" / "0002-tweede.csv", "x\n")
    write_text(workspace.root / "manifest.csv", "delivery_id,place\nd1,a\nd2,b\n")
    write_text(release / "tabellen" / "decision.csv", header + "2024/0001-002,2026-01-01\n")
    copy_inputs(workspace, tmp_path / "scratch", Inputs(frozenset({"d2"}), release))
    kept = [p.name for p in (tmp_path / "scratch" / "decisions").rglob("*.csv")]
    assert kept == ["0001-eerste.csv"]
    assert (tmp_path / "scratch" / "manifest.csv").read_text(encoding="utf-8") == "delivery_id,place\nd2,b\n"
    assert not (tmp_path / "scratch" / "releases").exists()
    with pytest.raises(RerunFailed, match="d3"):
        copy_inputs(workspace, tmp_path / "other", Inputs(frozenset({"d3"})))
    write_text(release / "tabellen" / "decision.csv", header + "2024/0003-002,2026-01-01\n")
    with pytest.raises(RerunFailed, match="2024/0003"):
        copy_inputs(workspace, tmp_path / "third", Inputs(decisions=release))
