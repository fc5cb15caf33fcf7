"""A layout is drawn choice by choice; every value of every choice can occur."""

from collections import defaultdict

import pytest

from benchmarks.layouts.grammar import choices, draw_layout

LAYOUTS = [draw_layout(1, number) for number in range(4000)]


@pytest.mark.parametrize("name", choices())
def test_every_value_of_a_choice_occurs(name):
    drawn = {layout.get(name) for layout in LAYOUTS} - {None}
    assert drawn == set(choices()[name].values)


def test_choices_name_only_choices_before_them_and_their_values():
    before: dict[str, set[str]] = {}
    for name, choice in choices().items():
        narrowing = {other: tuple(by) for other, by in choice.narrow.items()}
        for other, values in [*choice.where.items(), *choice.unless.items(), *narrowing.items()]:
            assert set(values) <= before[other], (name, other)
        assert all(set(left) <= set(choice.values) for by in choice.narrow.values() for left in by.values()), name
        before[name] = set(choice.values)


def test_choices_are_independent():
    """Where two choices are free of each other, a value of one is drawn as often with every value of the other."""
    counts = defaultdict(lambda: [0, 0])
    for layout in LAYOUTS:
        if layout.get("fields") == "full" and layout["container"] == "cards":
            counts[layout["label_words"]][layout["years"] == "three_years"] += 1
    shares = [three / (three + others) for others, three in counts.values()]
    assert len(shares) == 4
    assert max(shares) - min(shares) < 0.15


def test_a_layout_without_parties_has_a_subject_and_no_container():
    bare = [layout for layout in LAYOUTS if layout["holds"] == "none"]
    assert bare
    assert all("subject" in layout and "container" not in layout and "unit" not in layout for layout in bare)
