"""One token for its spellings in a set of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagster_project.linkage.records.spelling import deletions, unify_spelling
from tests.linkage.making import record


def tokens(*names: str) -> list[set[str]]:
    records = unify_spelling([record(f"m{i:02d}", name) for i, name in enumerate(names)])
    return [{t for form in r.forms for t in form} for r in records]


def test_a_rare_slip_becomes_the_frequent_word():
    found = tokens("Havenmeester Berk", "Havenmeester Klif", "Havenmiister Eik", "Havenmester Beuk")
    assert found[3] == {"havenmeester", "beuk"}
    assert found[2] == {"havenmiister", "eik"}  # two letters away


def test_short_words_one_letter_apart_are_two_words():
    assert tokens("Bosbeheer Berk", "Wegbeheer Berk", "Bosbeheer Bert")[2] == {"bosbeheer", "bert"}


@pytest.mark.parametrize(
    ("others", "found"),
    [
        (["Archief Kraakland"], {"havenschap", "kraakland"}),
        (["Archief Kraakland", "Archief Kraakeiland"], {"havenschap"}),  # either may be meant
        (["Archief Klif"], {"havenschap"}),
    ],
)
def test_a_word_cut_off_is_the_one_that_begins_so(others, found):
    assert tokens("Havenschap Kraak..", *others)[0] == found


def test_a_word_that_is_two_of_one_form_is_these_two():
    found = tokens("Kraakklif", "Kraak Klif")
    assert found[0] == found[1] == {"kraak", "klif"}


def test_records_that_need_no_change_are_the_same_objects():
    records = [record("a", "Havenschap Berk"), record("b", "Archief Klif")]
    assert all(new is old for new, old in zip(unify_spelling(records), records, strict=True))


@given(st.text("abc", min_size=1, max_size=8), st.integers(0, 7))
def test_words_one_letter_apart_share_a_deletion(word, at):
    at %= len(word)
    for other in (word[:at] + word[at + 1 :], word[:at] + "z" + word[at:], word[:at] + "z" + word[at + 1 :]):
        assert deletions(word) & deletions(other)
