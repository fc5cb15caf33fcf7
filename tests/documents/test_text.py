"""Encodings and white space: what is right stays as it is, what was encoded twice is repaired."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.documents.text import one_line, repair

DUTCH = st.text(alphabet="abcdeéëïöüâ -–’€ABC", max_size=40)


@given(DUTCH)
@settings(max_examples=60, deadline=None)
def test_double_encoding_is_undone_and_right_text_stays(text):
    plain = repair(text)
    assert repair(plain) == plain
    try:
        twice = text.encode("utf-8").decode("cp1252")
    except UnicodeDecodeError:
        return
    if "â€" not in plain and "Ã" not in plain:
        assert repair(twice) == plain


def test_names_that_look_like_damage_stay():
    for text in ("Château Â", "Súdwest-Fryslân", "AÂB", "€ 5"):
        assert repair(text) == text


def test_broken_lines_are_joined():
    assert one_line("Vestigings-\nplaats") == "Vestigingsplaats"
    assert one_line("Zuidoost-\nBrabant") == "Zuidoost-Brabant"
    assert one_line("Natuur-\nen recreatie") == "Natuur- en recreatie"
    assert one_line("  a \n b\t c ") == "a b c"
