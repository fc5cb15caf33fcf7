"""Nothing of a file steers the screen on which it is shown."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagster_project.texts import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("gemeente Súdwest-Fryslân 'GGD' 👩‍🚒", "gemeente Súdwest-Fryslân 'GGD' 👩‍🚒"),
        ("\x1b[31mrood\x07", r"\x1b[31mrood\x07"),
        ("\x9b2J", r"\x9b2J"),
        ("caf\udce9.csv", r"caf\xe9.csv"),
        ("a\u202evsc.exe", r"a\u202evsc.exe"),
        ("een\r\ntwee", r"een\x0d\x0atwee"),
    ],
)
def test_what_is_shown(text, shown):
    assert printable(text) == shown


def test_ends_of_lines_stay_where_they_are_asked_for():
    assert printable("een\ntwee\x1b", keep="\n") == "een\ntwee\\x1b"


@given(st.text(st.characters(codec=None)))
def test_it_can_always_be_written_and_holds_no_control_characters(text):
    shown = printable(text)
    shown.encode("utf-8")
    assert not {unicodedata.category(c) for c in shown} & {"Cc", "Cs", "Zl", "Zp"}
