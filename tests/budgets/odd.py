"""What the tests of odd layouts share: a document read, and what it tells."""

from dagster_project.budgets import read_budget

AMOUNTS = ("equity_begin", "equity_end", "debt_begin", "debt_end", "result")


def read(path):
    rows, refusals = read_budget(path, snapshot=2024, organisation_id="gm0001")
    assert [r for r in refusals if r["reason"] != "unexplained"] == []
    return rows


def told(rows, *fields):
    return [tuple(row[f] for f in ("name_written", *fields)) for row in rows]


def amounts(row):
    return [row[a] for a in AMOUNTS]
