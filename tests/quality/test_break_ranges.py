"""A declared break explains a range of each cell, and nothing beyond it."""

import pytest

from dagster_project.quality import declared, evaluate, range_proposals, ranges_diff
from dagster_project.workspace.seeds import read_seed
from tests.quality.register import clean, write

EXPECTATIONS = {e.id: e for e in declared()}
TOTAL, WGR = ("total", "all"), ("legal_form_group", "wgr")


def _moved(workspace, cell, values, *, of=None):
    """The total, or a share of 1,000, in each snapshot; what the expectation on it says."""
    tables = clean()
    for row in tables["figure"]:
        if (row["figure"], row["category"]) == cell:
            row["numerator"] = row["value"] = float(values[row["snapshot"]])
            if of:
                row |= {"numerator": row["value"] * of / 100, "denominator": float(of)}
    write(workspace, tables)
    id_ = "shares_move_as_explained" if of else "counts_move_as_explained"
    [said] = evaluate(workspace, expectations=[EXPECTATIONS[id_]])
    return said["failing_keys"]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({2017: 1168, 2020: 1311, 2024: 1750}, []),
        # No break excuses a rise as such, nor a fall: 0.9 x 0.75 of the total of before is the least.
        ({2017: 1168, 2020: 1311, 2024: 2700}, ["total|2024|all|1311 -> 2700|0.90 to 1.34"]),
        ({2017: 1168, 2020: 1311, 2024: 700}, ["total|2024|all|1311 -> 700|0.90 to 1.34"]),
        ({2017: 1168, 2020: 700, 2024: 950}, ["total|2020|all|1168 -> 700|0.92 to 1.07"]),
        # So few may be chance.
        ({2017: 2, 2020: 3, 2024: 6}, []),
    ],
)
def test_a_total_moves_as_far_as_breaks_explain(workspace, values, told):
    assert _moved(workspace, TOTAL, values) == told


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({2017: 46, 2020: 34, 2024: 31}, []),
        ({2017: 46, 2020: 34, 2024: 10}, ["legal_form_group|2024|wgr|34% -> 10%|-3 to +0"]),
        ({2017: 34, 2020: 60, 2024: 60}, ["legal_form_group|2020|wgr|34% -> 60%|-12 to +0"]),
    ],
)
def test_a_share_moves_as_far_as_breaks_explain(workspace, values, told):
    assert _moved(workspace, WGR, values, of=1000) == told


def test_every_range_holds_no_move_and_says_where_it_is_from():
    shares = set(read_seed("figure_definition").filter(formula="share")["figure"])
    for row in read_seed("series_break_figure").iter_rows(named=True):
        still = 0 if row["figure"] in shares else 1
        assert row["least"] <= still <= row["most"], row
        assert row["reason"], row
        assert (row["source"] == "none") <= (row["least"] == row["most"] == still), row


def test_what_was_published_is_explained():
    """Each published cell moved no further than its breaks explain and a quarter, or fifteen points."""
    formulas = dict(read_seed("figure_definition").select("figure", "formula").iter_rows())
    starts = dict(read_seed("series_break").select("break_id", "from_snapshot").iter_rows())
    told = read_seed("published_figure").filter(publication="sb2025").iter_rows(named=True)
    value = {(r["figure"], r["category"], r["snapshot"]): r["value"] for r in told}
    for (figure, category, snapshot), now in value.items():
        before = value.get((figure, category, {2020: 2017, 2024: 2020}.get(snapshot)))
        if formulas.get(figure) in (None, "share") or before is None or not now.isdigit():
            continue
        most = 1.25
        for row in read_seed("series_break_figure").filter(figure=figure).iter_rows(named=True):
            if row["category"] in ("%", category) and starts[row["break_id"]] == snapshot:
                most *= row["most"]
        assert float(now) <= float(before) * most, (figure, category, snapshot)


def test_ranges_are_proposed_with_a_diff(workspace):
    _moved(workspace, TOTAL, {2017: 1000, 2020: 1000, 2024: 1200})
    found = {(p.break_id, p.figure, p.side): p for p in range_proposals(workspace)}
    most = found["B4", "total", "most"]
    assert (most.now, most.proposed, most.cells, most.looser) == (1.34, 1.2, 1, False)
    # What rose needs no fall to be explained.
    assert found["B3", "total", "least"].proposed == 1.0
    assert "-B4,total,%,1,1.34" in ranges_diff(list(found.values()))
    assert "+B4,total,%,1,1.2," in ranges_diff(list(found.values()))
