"""The figures of the article on the miniature, counted by hand; and that closure can fail."""

import pytest

from dagster_project.workspace.seeds import read_seed
from tests.miniature import BZK, IENW, sv

# figure, snapshot, category, numerator, denominator
BY_HAND = [
    ("total", 2017, "all", 5, None),
    ("total", 2020, "all", 7, None),
    ("total", 2024, "all", 8, None),
    ("total_certain", 2017, "all", 5, None),
    ("legal_form_group", 2017, "wgr", 1, 5),
    ("legal_form_group", 2017, "unknown", 1, 5),
    ("legal_form_group", 2024, "wgr", 3, 8),
    ("legal_form_group", 2024, "private", 1, 8),
    ("legal_form_group", 2024, "other", 3, 8),
    ("independent_share", 2017, "all", 3, 5),
    ("independent_share", 2024, "all", 4, 8),
    ("mean_collaborations", 2017, "municipality", 9, 3),
    ("mean_collaborations", 2017, "province", 0, 1),
    ("mean_collaborations", 2020, "municipality", 13, 3),
    ("mean_collaborations", 2024, "municipality", 16, 3),  # Assen takes part, and is out of scope
    ("mean_collaborations", 2024, "water_board", 2, 1),
    ("with_at_least_one", 2024, "municipality", 8, None),
    ("with_at_least_one", 2024, "province", 1, None),
    ("with_at_least_one", 2024, "water_board", 2, None),
    ("with_ministry", 2024, "all", 1, None),
    ("with_ministry_share", 2024, "all", 1, 8),
    ("ministry_share", 2024, BZK, 1, 1),
    ("ministry_share", 2024, IENW, 0, 1),
    ("with_several_non_government_share", 2024, "all", 1, 8),
    ("theme_count", 2024, "ruimte", 3, None),
    ("theme_count", 2024, "onderwijs_cultuur", 0, None),
    ("theme_share", 2024, "sociaal", 3, 8),
    ("theme_count_share", 2024, "1", 4, 8),
    ("theme_count_share", 2024, "2", 3, 8),
    ("theme_count_share", 2024, "3+", 1, 8),
    ("theme_count_share", 2024, "8", 0, 8),
    ("theme_pair_share", 2024, "ruimte+economie", 2, 8),
    ("theme_pair_share", 2024, "ruimte+sociaal", 1, 8),
    ("theme_pair_share", 2024, "ruimte+energie_duurzaamheid", 1, 8),
    ("mean_municipalities_per_theme", 2024, "ruimte", 7, 3),
    ("mean_municipalities", 2024, "all", 17, 8),
]


@pytest.mark.parametrize(("figure", "snapshot", "category", "numerator", "denominator"), BY_HAND)
def test_figure(rows, figure, snapshot, category, numerator, denominator):
    (cell,) = rows("figure", figure=figure, snapshot=snapshot, category=category)
    assert (cell["numerator"], cell["denominator"]) == (numerator, denominator)
    formula = {r["figure"]: r["formula"] for r in read_seed("figure_definition").to_dicts()}[figure]
    value = {"count": numerator, "share": 100 * numerator / (denominator or 1), "mean": numerator / (denominator or 1)}
    assert cell["value"] == pytest.approx(value[formula])


def test_what_is_unknown_bounds_the_totals_and_the_effect_of_a_later_definition(rows):
    """Counted again from the criteria: each yes, each no, and what nobody answers."""
    counted = {(r["snapshot"], r["collaboration_id"]) for r in rows("collaboration") if r["meets_definition"]}
    for snapshot, own in ((2017, 2017), (2020, 2017), (2024, 2024)):
        (total,) = rows("figure", figure="total", snapshot=snapshot)
        (certain,) = rows("figure", figure="total_certain", snapshot=snapshot)
        answers: dict[str, list[str]] = {}
        for row in rows("criterion", snapshot=snapshot, definition=own):
            if (snapshot, row["collaboration_id"]) in counted:
                answers.setdefault(row["collaboration_id"], []).append(row["met"])
        sure = sum(set(met) == {"yes"} for met in answers.values())
        assert certain["value"] == sure
        assert {(c["lower"], c["upper"]) for c in (total, certain)} == {(sure, total["value"])}
    for category in ("2024", "2024:a", "2024:d1"):
        (cell,) = rows("figure", figure="definition_effect", snapshot=2020, category=category)
        later: dict[str, set[str]] = {}
        for row in rows("criterion", snapshot=2020, definition=2024):
            if (2020, row["collaboration_id"]) in counted and category in ("2024", f"2024:{row['criterion']}"):
                later.setdefault(row["collaboration_id"], set()).add(row["met"])
        assert cell["value"] == cell["lower"] == sum("no" in met for met in later.values())
        assert cell["upper"] == sum(met != {"yes"} for met in later.values())


def test_all_figures_have_cells_in_all_published_snapshots(rows):
    cells = {(r["figure"], r["snapshot"]) for r in rows("figure")}
    every = {(f, s) for f in read_seed("figure_definition")["figure"] for s in (2017, 2020, 2024)}
    # No definition is later than that of the last snapshot.
    assert cells == every - {("definition_effect", 2024)}


def test_cells_are_named_as_published(rows):
    """The pairs and numbers of themes that the article states are cells here too."""
    cells = {(r["figure"], r["category"]) for r in rows("figure")}
    published = {
        (r["figure"], r["category"]) for r in read_seed("published_figure").to_dicts()
        if r["figure"] in ("theme_pair_share", "theme_count_share", "theme_share", "legal_form_group")
    }  # fmt: skip
    assert published <= cells


def test_unknown_is_a_cell_only_where_it_occurs(rows, warehouse):
    assert len(rows("figure", figure="legal_form_group", category="unknown")) == 3
    warehouse.run("update collaboration set legal_form_group = 'other' where snapshot = 2024")
    warehouse.rebuild("figure_share")
    unknown = "select snapshot from figure_share where category = 'unknown' order by snapshot"
    assert warehouse.run(unknown) == [(2017,), (2020,)]


def test_nothing_to_divide_by_is_missing(rows):
    (cell,) = rows("figure", figure="mean_municipalities_per_theme", snapshot=2024, category="onderwijs_cultuur")
    assert (cell["value"], cell["numerator"], cell["denominator"], cell["obs_status"]) == (None, 0, 0, "M")


def test_declared_breaks_flag_the_cell(rows):
    (flagged,) = rows("figure", figure="total", snapshot=2024)
    (plain,) = rows("figure", figure="theme_count", snapshot=2017, category="ruimte")
    assert (flagged["obs_status"], flagged["break_ids"]) == ("B", ["B3", "B4"])
    assert (plain["obs_status"], plain["break_ids"]) == ("A", [])


def test_members_are_rows_of_their_tables(rows):
    keys = {
        "collaboration": {f"{r['snapshot']}|{r['collaboration_id']}" for r in rows("collaboration")},
        "participant": {f"{r['snapshot']}|{r['collaboration_id']}|{r['organisation_id']}" for r in rows("participant")},
        "theme": {f"{r['snapshot']}|{r['collaboration_id']}|{r['theme']}" for r in rows("theme")},
        "organisation_snapshot": {f"{r['snapshot']}|{r['organisation_id']}" for r in rows("organisation_snapshot")},
    }
    members = rows("figure_member")
    assert {m["row_table"] for m in members} == set(keys)
    assert all(m["row_key"] in keys[m["row_table"]] for m in members)


def test_every_cell_closes(rows):
    closure = rows("closure")
    cells = rows("figure")
    assert len(closure) == len(cells) + len([c for c in cells if c["denominator"] is not None])
    assert all(c["difference"] == 0 for c in closure)


@pytest.mark.parametrize(
    ("fault", "rebuild", "figures"),
    [
        # A count on the collaboration that its participants do not bear out.
        (f"update collaboration set municipality_count = 9 where snapshot = 2024 and collaboration_id = '{sv(1)}'",
         ("figure_count", "figure_share", "figure_mean", "figure", "figure_member"),
         {"mean_municipalities", "mean_municipalities_per_theme"}),
        (f"update collaboration set ministry_status = 'both' where snapshot = 2024 and collaboration_id = '{sv(1)}'",
         ("figure_count", "figure_share", "figure_mean", "figure", "figure_member"),
         {"with_ministry", "with_ministry_share", "ministry_share"}),
        # A member that was lost, and one that no cell counts.
        ("delete from figure_member where figure = 'total' and snapshot = 2017", (), {"total"}),
        ("insert into figure_member values ('total', 2024, 'no', 'numerator', 'collaboration', 'x', 1)", (), {"total"}),
    ],
)  # fmt: skip
def test_closure_can_fail(warehouse, fault, rebuild, figures):
    warehouse.run(fault)
    warehouse.rebuild(*rebuild, "closure")
    assert {f for (f,) in warehouse.run("select figure from closure where difference <> 0")} == figures


def test_without_a_list_of_programmes_ministries_are_missing_and_not_nought(warehouse):
    deliveries = warehouse.source("delivery")
    warehouse.run(f"delete from {deliveries} where source = 'programme' and list_contains(snapshots, 2020)")
    warehouse.rebuild("int_state_heard", "int_not_looked", "int_collaboration", "collaboration", "figure")
    asked = "select distinct snapshot, value, numerator, obs_status = 'O' from figure where figure = 'with_ministry'"
    assert set(warehouse.run(asked)) >= {(2020, None, None, True), (2024, 1, 1, False)}
    told = dict(
        warehouse.run("select snapshot, count(*) filter (where ministry_status = 'none') from collaboration group by 1")
    )
    assert told[2020] == 0
    assert told[2024] > 0


def test_a_snapshot_of_which_no_source_tells_has_no_value_in_any_cell(warehouse):
    warehouse.run("delete from int_mention where published_snapshot = 2020")
    warehouse.rebuild("int_not_looked", "figure")
    asked = "select snapshot, bool_and(obs_status = 'O'), count(value), count(numerator) from figure group by 1"
    told = {snapshot: found for snapshot, *found in warehouse.run(asked)}
    assert told[2020] == [True, 0, 0]
    assert told[2024][0] is False


def test_a_pair_is_named_in_the_order_of_the_codebook(rows):
    place = {row["theme"]: row["place"] for row in rows("theme_code")}
    pairs = {row["category"] for row in rows("figure", figure="theme_pair_share")}
    assert sorted(place.values()) == list(range(1, 9))
    assert len(pairs) == 28
    assert all(place[one] < place[other] for one, other in (pair.split("+") for pair in pairs))
