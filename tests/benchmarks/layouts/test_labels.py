"""Labels of the generator are counted by style: understood, told as a label, known to the words."""

from benchmarks.layouts.labels import counts


def test_each_count_is_of_its_own_style():
    found = counts(
        [("common", "Vestigingsplaats", "seat"), ("common", "Vestigingsplaats", "debt"), ("odd", "€ 1.204", "seat")]
    )
    told = {s: tuple(found[s, c] for c in ("labels", "right", "a label", "by words")) for s in ("common", "odd")}
    assert told == {"common": (2, 1, 2, 1), "odd": (1, 0, 0, 0)}
