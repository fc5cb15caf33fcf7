"""What the tests of odd layouts share: a document read, and what it tells."""

from dagster_project.budgets import read_budget
from tests.documents import making

AMOUNTS = ("equity_begin", "equity_end", "debt_begin", "debt_end", "result")


def read(path):
    rows, refusals = read_budget(path, snapshot=2024, organisation_id="gm0001")
    assert [r for r in refusals if r["reason"] != "unexplained"] == []
    return rows


def page(tmp_path, body):
    """What is read of a page with this below its title."""
    return read(making.write(tmp_path / "a.html", f"<html><body><h1>Verbonden partijen</h1>{body}</body></html>"))


def told(rows, *fields):
    return [tuple(row[f] for f in ("name_written", *fields)) for row in rows]


def amounts(row):
    return [row[a] for a in AMOUNTS]
