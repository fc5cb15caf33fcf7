"""Double encoding is undone, and nothing else is touched."""

import ftfy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.texts import repair_encoding, was_double_encoded

WORDS = st.from_regex(r"[A-Za-zÉËÏÖÜÁÈ][a-záàâäéèêëíïîóòôöúùûüç]{1,12}", fullmatch=True)
SIGNS = st.sampled_from([" ", ", ", " – ", " ’s-", " € ", "\n", " (", ") ", "-"])
TEXTS = st.lists(st.tuples(WORDS, SIGNS), max_size=6).map(lambda parts: "".join(w + s for w, s in parts))


def _again(text: str, codec: str) -> str:
    # Five bytes have no character in Windows-1252; programs pass them through as control characters.
    return "".join(bytes([b]).decode(codec, "ignore") or chr(b) for b in text.encode())


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_text_encoded_once_stays(text):
    assert repair_encoding(text) == text
    assert not was_double_encoded(text)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(["cp1252", "latin-1"]), st.integers(1, 2))
def test_text_encoded_again_is_as_it_was(text, codec, times):
    damaged = text
    for _ in range(times):
        damaged = _again(damaged, codec)
    assert repair_encoding(damaged) == text
    assert was_double_encoded(damaged) == (damaged != text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_repaired_once_and_for_all(text):
    once = repair_encoding(text)
    assert repair_encoding(once) == once


@given(st.text(st.characters(codec="ascii"), max_size=40))
def test_plain_text_is_untouched(text):
    assert repair_encoding(text) == text


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("Fryslân en BelgiÃ«", "Fryslân en België"),
        ("FRYSLÃ‚N", "FRYSLÂN"),
        ("â€™s-Gravenhage", "’s-Gravenhage"),
        ("à la carte\nCoÃ¶peratie", "à la carte\nCoöperatie"),
        ("SÃO PAULO", "SÃO PAULO"),
        ("Château Â", "Château Â"),
        ("AÂB", "AÂB"),
    ],
)
def test_parts_and_look_alikes(damaged, text):
    assert repair_encoding(damaged) == text


@given(st.text(st.sampled_from("ab A.,?!1(-€’éëÃÂÅâ¢¬Œœ\x80\x9f\xa0\xad©®™«»°²³ØÙàВЂα√∂"), max_size=8))
@settings(max_examples=2000, deadline=None)
def test_what_is_not_looked_at_would_not_be_repaired(text):
    assert repair_encoding(text) == "\n".join(map(ftfy.fix_encoding, text.split("\n")))
