"""What goes wrong with a text on its way to paper."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.simulation.randomness import generator
from dagster_project.simulation.sources.corruption import break_point, encode_twice, mistype


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abcdeorstvnijkë ", min_size=0, max_size=40), st.integers(0, 99))
def test_a_slip_changes_a_text_by_one_letter_or_not_at_all(text, seed):
    slip = mistype(text, generator(seed))
    if slip is None:
        assert not re.search(r"[a-zà-ÿ]{6,}", text)
    else:
        assert slip != text
        assert abs(len(slip) - len(text)) <= 1


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abcdeorstvnijkë ", min_size=0, max_size=40), st.integers(0, 99))
def test_a_break_is_inside_a_word(text, seed):
    at = break_point(text, generator(seed))
    if at is not None:
        assert text[at - 1].isalpha()
        assert text[at].isalpha()


def test_encoding_twice_can_be_undone():
    assert encode_twice("Coöperatie Fryslân – €").encode("cp1252").decode() == "Coöperatie Fryslân – €"
    assert encode_twice("Groningen") == "Groningen"
