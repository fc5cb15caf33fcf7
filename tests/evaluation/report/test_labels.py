"""Numbers as Dutch writes them."""

from dagster_project.evaluation.report.labels import bound, number, percent


def test_numbers_as_dutch_writes_them():
    assert [percent(v) for v in (None, 0, 1, 0.9919, 0.99999, 0.00001, 0.5)] == [
        "–", "0%", "100%", "99,19%", "99,99%", "0,01%", "50,0%",
    ]  # fmt: skip
    assert [number(v) for v in (None, 44984, -1234.5, 3)] == ["–", "44.984", "−1.234,50", "3"]
    assert [bound(v) for v in (0.99, 0.005, 0.995)] == ["99%", "0,5%", "99,5%"]
