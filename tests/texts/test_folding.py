"""Spellings of the same meet, folding twice is folding once, and plain words are untouched."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dagster_project.texts import clean, fold, legible

LEVELS = ("text", "heading", "name")
ANY = st.one_of(st.text(max_size=40), st.text(alphabet="aeijyÿĳéËßØ’'`´&+./-–: *()St\u200b\u00ad\u00a0", max_size=30))


@settings(max_examples=300, deadline=None)
@given(ANY, st.sampled_from(LEVELS))
def test_folding_twice_is_folding_once(text, level):
    assert fold(fold(text, level), level) == fold(text, level)


@settings(max_examples=300, deadline=None)
@given(ANY)
@example("\xadßØ")
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)
    assert fold(legible(text)) == fold(text)


@settings(max_examples=100)
@given(st.lists(st.text(alphabet="abcdefghklmnopqrstuvwxyz0123456789", min_size=3), min_size=1).map(" ".join))
def test_plain_words_are_untouched(text):
    assert {fold(text, level) for level in LEVELS} == {text}
    assert clean(text) == legible(text) == text


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_a_name_is_letters_and_digits_in_words(text):
    assert all(word.isascii() and word.isalnum() for word in fold(text).split(" ") if fold(text))
    assert "ij" not in fold(text)


@pytest.mark.parametrize(
    ("spellings", "folded"),
    [
        (("Súdwest-Fryslân", "SÚDWEST FRYSLÂN", "SÃºdwest-FryslÃ¢n", "Sudwest\u00ad-\u200bFryslan"), "sudwest fryslan"),
        (("IJsselland", "Ijsselland", "ĲSSELLAND", "ÿsselland", "Ysselland"), "ysselland"),
        (("’s-Gravenhage", "'s-Gravenhage", "`s Gravenhage", "â€™s-Gravenhage"), "s gravenhage"),
        (("Alphen a/d Rijn", "Alphen aan den Rijn", "Alphen a.d. Ryn"), "alphen aan den ryn"),
        (("St. Anthonis", "Sint Anthonis"), "sint anthonis"),
        (("Bergen & Dal", "Bergen en Dal", "Bergen + Dal"), "bergen en dal"),
        (("Ørsted", "Orsted"), "orsted"),
        (("Große Straße", "Grosse Strasse"), "grosse strasse"),
    ],
)
def test_spellings_of_one_name_meet(spellings, folded):
    assert {fold(s) for s in spellings} == {folded}


def test_passages_keep_their_signs_and_headings_lose_those_at_their_end():
    assert fold("  Zo’n  “Bedrijfsvoering” – één: ", "text") == 'zo\'n "bedrijfsvoering" - een:'
    assert fold("  Naam \n van  de Regeling * :", "heading") == "naam van de regeling"
    assert fold(None) == fold("", "text") == ""


def test_what_is_cleaned_keeps_its_letters_and_quotes():
    assert clean("\u200b\u200bVRBZO  2024\u200b") == "VRBZO 2024"
    assert clean("Tilburg \u2010 Dongen\u00a0Noord – ’s") == "Tilburg - Dongen Noord – ’s"
    assert legible("CoÃ¶peratie ’t  Gooi") == "Coöperatie 't Gooi"
