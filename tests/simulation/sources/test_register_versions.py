"""The dated register: a version is in force where the truth says that it is seen, and nowhere else."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dagster_project.simulation.sources.register_versions import versions
from dagster_project.simulation.world.organisations import reference_date
from tests.simulation.small_country import NEW, collaboration
from tests.simulation.whole_country import SNAPSHOTS, whole

IDS = tuple(f"990000001{number}" for number in range(1, 10))


def rows_of(*told: tuple[int, int], founded: date = date(2010, 1, 1)):
    """Rows at snapshots, each with so many versions until then."""
    return [
        collaboration(0, snapshot, ("gm0014", "gm0037"), register_versions=IDS[:number], founded_on=founded)
        for snapshot, number in told
    ]


def in_force(chain) -> dict[int, list[str]]:
    days = {snapshot: reference_date(snapshot) for snapshot in SNAPSHOTS}
    return {
        snapshot: [v.roo for v in chain if v.begins <= day and (v.ends is None or v.ends > day)]
        for snapshot, day in days.items()
    }


def test_what_no_source_saw_for_a_while_is_in_no_register_then():
    chain = versions(rows_of((2017, 1), (2024, 2)), SNAPSHOTS)
    assert in_force(chain) == {2017: [IDS[0]], 2020: [], 2024: [IDS[1]]}


def test_what_comes_to_light_has_a_version_from_before_it_was_out_of_sight():
    chain = versions(rows_of((2024, 2)), SNAPSHOTS)
    assert in_force(chain) == {2017: [], 2020: [], 2024: [IDS[1]]}
    assert chain[0].begins == date(2010, 1, 1)
    assert chain[1].begins > reference_date(2020)


def test_what_is_founded_later_begins_on_that_day():
    [version] = versions(rows_of((2024, 1), founded=date(2021, 4, 1)), SNAPSHOTS)
    assert version.begins == date(2021, 4, 1)


@given(
    st.dictionaries(st.sampled_from(SNAPSHOTS), st.integers(1, 2), min_size=1),
    st.dates(date(1985, 1, 1), date(2024, 12, 31)),
)
def test_versions_follow_on_each_other_and_are_in_force_where_a_row_has_them(fresh, founded):
    told, number = [], 0
    for snapshot in sorted(fresh):
        number += fresh[snapshot]
        told.append((snapshot, number))
    founded = min(founded, reference_date(told[0][0]) - timedelta(days=2))
    chain = versions(rows_of(*told, founded=founded), SNAPSHOTS)
    assert [v.roo for v in chain] == list(IDS[:number])
    assert in_force(chain) == {s: [IDS[dict(told)[s] - 1]] if s in fresh else [] for s in SNAPSHOTS}
    assert all(v.ends is None or v.begins < v.ends for v in chain)
    assert all(old.ends <= new.begins for old, new in pairwise(chain))


def test_in_a_whole_country_a_version_is_in_force_where_the_truth_says_so():
    rows: dict[str, list] = {}
    for one in whole().collaborations:
        rows.setdefault(one.truth_id, []).append(one)
    out_of_sight = 0
    for ones in rows.values():
        told = [one for one in ones if one.register_versions]
        if not told:
            continue
        force = in_force(versions(told, SNAPSHOTS))
        assert {s for s, found in force.items() if found} == {one.snapshot for one in told}
        out_of_sight += any(not one.inventoried for one in ones)
    assert out_of_sight


def test_a_version_is_in_force_at_the_snapshot_whose_last_it_is():
    rows = [
        collaboration(0, 2017, NEW[:3], register_versions=("a", "b")),
        collaboration(0, 2020, NEW[:3], register_versions=("a", "b", "c")),
    ]
    chain = versions(rows, (2017, 2020, 2024))
    assert [version.roo for version in chain] == ["a", "b", "c"]
    for one in rows:
        day = reference_date(one.snapshot)
        [there] = [v for v in chain if v.begins <= day and (v.ends is None or v.ends > day)]
        assert there.roo == one.register_versions[-1]
    assert chain[-1].ends == date(2024, 12, 31)
    assert all(before.ends == after.begins for before, after in pairwise(chain))
