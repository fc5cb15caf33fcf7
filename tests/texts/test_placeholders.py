"""Placeholders are known in every spelling and case; names that resemble them are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagster_project.texts import filled, placeholder, placeholders


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("n.v.t.", "not_applicable"),
        (" N. v. t. ", "not_applicable"),
        ("Niet van toepassing", "not_applicable"),
        ("(nvt)", "not_applicable"),
        ("onbekend", "unknown"),
        ("N.n.b.", "unknown"),
        ("p.m.", "unknown"),
        ("PM", "unknown"),
        ("-", "absent"),
        ("–", "absent"),
        (" -- ", "absent"),
        ("…", "absent"),
        ("Geen", "absent"),
        ("#N/A", "absent"),
        ("#VERW!", "absent"),
        ("Nihil", "zero"),
        ("nul", "zero"),
    ],
)
def test_placeholders_have_a_meaning_and_no_text(written, meaning):
    assert placeholder(written) == meaning
    assert filled(written) == ""


@pytest.mark.parametrize(
    "written",
    [
        "",
        "0",
        "GGD",
        "Onbekende Wateren",
        "Geen Afval BV",
        "PMD Noord",
        "NB",
        "€ 0",
        "- Assen",
        "#1",
        "Nul op de Meter",
    ],
)
def test_other_texts_are_kept(written):
    assert placeholder(written) is None
    assert filled(written) == written


def test_none_is_empty():
    assert placeholder(None) is None
    assert filled(None) == ""


def test_each_meaning_has_its_words():
    assert {"nvt", "nihil", "onbekend", "geen"} <= {
        *placeholders("not_applicable"), *placeholders("zero"), *placeholders("unknown"), *placeholders("absent")
    }  # fmt: skip


@given(st.text(max_size=40))
def test_any_text_is_kept_or_emptied(text):
    assert filled(text) in ("", text)
    assert filled(filled(text)) == filled(text)
