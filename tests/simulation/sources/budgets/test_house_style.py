"""Houses keep their style and differ from each other."""

from collections import Counter

from dagster_project.simulation.sources.budgets import house_style as styles


def test_a_house_keeps_its_style_with_some_drift_and_houses_differ():
    ids = [f"gm{number:04d}" for number in range(200)]
    years = [(styles.style_of(1, one, 2017), styles.style_of(1, one, 2024)) for one in ids]
    kept = sum(before.layout == after.layout for before, after in years)
    assert 130 < kept < 190
    assert all(
        (before.font, before.order, before.unit) == (after.font, after.order, after.unit) for before, after in years
    )
    looks = {(s.layout, s.font, s.size, s.colour, s.order, s.unit, tuple(sorted(s.labels.items()))) for _, s in years}
    assert len(looks) == len(ids)


def test_water_boards_and_provinces_write_differently():
    def sections(prefix):
        return Counter(styles.style_of(1, f"{prefix}{number:04d}", 2024).sections for number in range(100))

    assert sections("ws")["water_board"] > 30
    assert sections("pv")["province"] > 20
    assert not {"water_board", "province"} & set(sections("gm"))
