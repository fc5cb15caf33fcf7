"""Crosses, `ja` and shares in a matrix say who takes part; empty cells, noughts, labels and totals do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagster_project.budgets.participants import is_mark, participants_of_matrix

HEADS = ["Verbonden partij", "Assen", "Gemeente Emmen", "Aa en\nHunze", "provincie Drenthe", "Totaal"]


@pytest.mark.parametrize("mark", ["x", "X", "✓", "ja", "12,5%", "1.204", "25 aandelen", "●", "deelnemer"])
def test_a_mark_says_that_the_head_takes_part(mark):
    marks = ["GGD Proef", mark, "", mark, mark, "3"]
    assert participants_of_matrix(HEADS, marks) == ["Assen", "Aa en Hunze", "provincie Drenthe"]


@pytest.mark.parametrize("mark", ["", " ", "-", "nee", "n.v.t.", "0", "0%", "0,0 %", "€ 0", "nihil"])
def test_nothing_and_nought_are_no_marks(mark):
    assert participants_of_matrix(HEADS, [mark] * len(HEADS)) == []


def test_a_name_or_a_sentence_is_no_mark():
    assert not any(map(is_mark, ("Assen", "12 gemeenten", "ja, sinds 2019", "x 1.000")))


def test_labels_and_totals_are_no_participants():
    assert participants_of_matrix(["Rechtsvorm", "Totaal", "Aantal deelnemers", "Goes"], ["x", "x", "4", "x"]) == [
        "Goes"
    ]


def test_a_person_is_no_participant():
    assert participants_of_matrix(["wethouder J. de Voorbeeld", "Goes"], ["x", "x"]) == ["Goes"]


@given(
    st.lists(st.tuples(st.sampled_from(["Assen", "Goes", "Berg en Dal", "Sluis", "Ede"]), st.booleans()), max_size=9)
)
def test_who_is_marked_is_told_once_and_in_order(cells):
    marked = list(dict.fromkeys(name for name, there in cells if there))
    assert participants_of_matrix([n for n, _ in cells], ["x" if there else "" for _, there in cells]) == marked


def test_a_mark_too_few_is_an_error():
    with pytest.raises(ValueError, match="shorter"):
        participants_of_matrix(["Assen", "Goes"], ["x"])
