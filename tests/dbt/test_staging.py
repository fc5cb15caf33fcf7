"""A source enters the models once, and an interim snapshot counts in SQL as it does in Python."""

import re

import polars as pl

from dagster_project.decisions import precedence
from dagster_project.dictionary import table
from dagster_project.warehouse import DBT_PROJECT
from dagster_project.workspace import read_table
from dagster_project.workspace.seeds import counts_for, snapshots

SOURCE = re.compile(r"\bsource\(\s*'tables'\s*,\s*'(\w+)'\s*\)")


def test_only_staging_models_name_a_source_and_each_names_its_own():
    models = DBT_PROJECT / "models"
    named = {p.relative_to(models): SOURCE.findall(p.read_text("utf-8")) for p in models.rglob("*.sql")}
    named = {path: sources for path, sources in named.items() if sources}
    assert {path.parent.name for path in named} == {"staging"}
    assert all(sources == [path.stem.removeprefix("stg_")] for path, sources in named.items())


def test_sql_and_python_agree_for_which_snapshot_each_mention_counts(miniature, warehouse):
    (mention,) = read_table(miniature, "mention").head(1).to_dicts()
    sources = next(c.enum for c in table("mention").columns if c.name == "source")
    cases = [(source, snapshot) for source in sources for snapshot in snapshots()]
    rows = [
        {**mention, "mention_id": f"{source}{snapshot}", "source": source, "snapshot": snapshot}
        for source, snapshot in cases
    ]
    changed, links = warehouse.source("mention"), warehouse.source("link")
    warehouse.run(f"delete from {changed}")
    warehouse.run(f"delete from {links}")
    for row in rows:
        marks = ", ".join("?" * len(row))
        warehouse.run(f"insert into {changed} ({', '.join(row)}) values ({marks})", *row.values())
        warehouse.run(f"insert into {links} values (?, 'sv0000001', 0, 'alone')", row["mention_id"])
    warehouse.rebuild("int_mention")
    found = warehouse.run("select source, snapshot, published_snapshot from int_mention")
    assert {(source, snapshot): counted for source, snapshot, counted in found} == {
        case: counts_for(*case) for case in cases
    }
    assert pl.Series([counted for *_, counted in found]).null_count() > 0


def test_sql_and_python_agree_which_of_several_decisions_counts(miniature, warehouse, rows):
    key = {k: rows("collaboration", snapshot=2024)[0][k] for k in ("snapshot", "collaboration_id")}
    (decision,) = read_table(miniature, "decision").head(1).to_dicts()
    said = {"kind": "attribute", "target": key["collaboration_id"], "attribute": "name", "status": "active"}
    made = [
        {**decision, **said, "decision_id": id_, "snapshot": snapshot, "value": f"Naam {id_}"}
        for id_, snapshot in (("2024/9001-002", 2024), ("2024/9002-002", 2024), ("all/9003-002", None))
    ]
    for taken in (made, made[2:], [made[0], made[2]]):
        changed = warehouse.source("decision")
        warehouse.run(f"delete from {changed}")
        for row in taken:
            marks = ", ".join("?" * len(row))
            warehouse.run(f"insert into {changed} ({', '.join(row)}) values ({marks})", *row.values())
        warehouse.rebuild("int_attribute")
        where = "snapshot = ? and collaboration_id = ? and attribute = 'name' and won"
        winner = warehouse.run(f"select source_id from int_attribute where {where}", *key.values())
        assert winner == [(max(taken, key=precedence)["decision_id"],)]
