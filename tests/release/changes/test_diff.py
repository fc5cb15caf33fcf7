"""Only what really changed is told, of rows and of cells; the page and the JSON say the same."""

import json
import shutil

import polars as pl
import pytest

from dagster_project.dictionary import table
from dagster_project.release import as_data, as_lines, changes_page, diff
from dagster_project.release.changes.cells import step
from dagster_project.workspace.tables import write_parquet


@pytest.fixture
def two(made, tmp_path):
    """Two copies of one release, as 2024.1 and 2024.2."""
    return [shutil.copytree(made[1], tmp_path / name) for name in ("2024.1", "2024.2")]


def change(folder, name, *columns, keep=None):
    path = folder / "tabellen" / f"{name}.parquet"
    frame = pl.read_parquet(path).with_columns(*columns)
    write_parquet(frame if keep is None else frame.filter(keep), path, table(name).key)


def counts(changes):
    return {t.name: (len(t.added), len(t.removed), len(t.changed)) for t in changes.tables}


def test_a_release_and_its_copy_do_not_differ(two):
    found = diff(*two)
    assert (found.tables, found.cells) == ([], [])
    assert as_lines(found) == ["2024.1 -> 2024.2: no table and no cell differs"]


def test_rows_added_removed_and_changed_by_attribute(two):
    first = pl.col("collaboration_id") == "sv0000001"
    change(two[1], "collaboration", pl.when(first).then(pl.lit("Nieuw")).otherwise("name").alias("name"))
    change(two[1], "theme", keep=~first)
    change(two[0], "link", keep=pl.col("collaboration_id") != "sv0000003")
    found = diff(*two)
    rows = {t.name: t for t in found.tables}
    assert set(rows) == {"collaboration", "theme", "link"}
    assert rows["collaboration"].attributes == {"name": 3}
    assert [r.key for r in rows["collaboration"].changed] == [f"{y}|sv0000001" for y in (2017, 2020, 2024)]
    assert rows["collaboration"].changed[0].values[0][2] == "Nieuw"
    assert rows["theme"].removed
    assert not rows["theme"].added
    assert rows["link"].added


def test_a_file_delivered_again_does_not_make_its_mentions_new(two):
    """Its content has another hash, so all ids of its delivery and mentions are others; what they say is not."""
    folder = two[1] / "tabellen"
    delivery = pl.read_parquet(folder / "delivery.parquet")["delivery_id"][0]
    mentions = pl.read_parquet(folder / "mention.parquet").filter(pl.col("delivery_id") == delivery)["mention_id"]
    assert len(mentions) > 1
    new = {delivery: "dffffffffffffffff", **{m: f"mffff{m[5:]}" for m in mentions}}
    for path in sorted(folder.glob("*.parquet")):
        texts = [pl.col(c).replace(new) for c, t in pl.read_parquet_schema(path).items() if t == pl.String]
        change(two[1], path.stem, *texts)
    first = pl.col("mention_id") == new[mentions[0]]
    change(two[1], "mention", pl.when(first).then(pl.lit("Elders")).otherwise("seat_written").alias("seat_written"))
    found = diff(*two)
    assert counts(found) == {"mention": (0, 0, 1)}
    assert found.tables[0].attributes == {"seat_written": 1}


def test_a_cell_that_moved_is_told_with_its_members_and_address(two):
    cell = (pl.col("figure") == "total") & (pl.col("snapshot") == 2024)
    for column in ("value", "numerator"):
        change(two[1], "figure", pl.when(cell).then(pl.lit(10.0)).otherwise(column).alias(column))
    change(two[1], "figure_member", keep=~(cell & (pl.col("row_key") == "2024|sv0000001")))
    found = diff(*two)
    [moved] = found.cells
    assert moved.address == "total/2024/all"
    assert (moved.before["value"], moved.after["value"], moved.gained, moved.lost) == ("11", "10", 0, 1)
    assert counts(found) == {"figure": (0, 0, 1), "figure_member": (0, 1, 0)}
    assert "  total/2024/all: 11 (11) -> 10 (10) (+0 -1)" in as_lines(found)
    data = json.loads(json.dumps(as_data(found)))
    assert data["cellen"][0]["naar"]["teller"] == "10"
    page = changes_page(found)
    assert 'id="total/2024/all"' in page
    assert page == changes_page(diff(*two))


def test_a_column_and_a_table_that_came_or_went_are_told(two):
    change(two[0], "collaboration", pl.lit(1).alias("weight"))
    (two[0] / "tabellen" / "event.parquet").unlink()
    rows = {t.name: t for t in diff(*two).tables}
    assert rows["collaboration"].columns_removed == ["weight"]
    assert "event" in rows
    assert rows["collaboration"].changed == []


def test_what_a_page_shows_cannot_be_markup(two):
    first = pl.col("collaboration_id") == "sv0000001"
    change(two[1], "collaboration", pl.when(first).then(pl.lit("<script>")).otherwise("name").alias("name"))
    assert "<script>" not in changes_page(diff(*two))


def test_what_a_step_adds_is_exact():
    before = {"value": "0.1", "numerator": "1", "denominator": "", "obs_status": "A"}
    assert step(before, {**before, "value": "0.3"}) == {"value": "0.2", "numerator": "0", "denominator": "0"}
    assert step(None, before) == {"value": "0.1", "numerator": "1", "denominator": "0"}
