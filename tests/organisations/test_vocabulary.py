"""The words of organisations agree with the seeds and with themselves."""

from collections import Counter

from dagster_project.organisations import vocabulary
from dagster_project.texts import fold
from dagster_project.workspace.seeds import read_seed


def test_a_marker_tells_one_province_that_exists():
    provinces = vocabulary.spelling_words().provinces
    assert max(Counter(marker for markers in provinces.values() for marker in markers).values()) == 1
    assert set(provinces) <= set(read_seed("organisation")["organisation_id"])


def test_words_stand_as_folded_text_has_them():
    phrases, spelling, outside = (
        vocabulary.phrase_words(), vocabulary.spelling_words(), vocabulary.non_government_words()
    )  # fmt: skip
    plain = (
        *phrases.numbers, *phrases.kinds, *phrases.fillers, *phrases.country, *phrases.adjectives,
        *phrases.adjectives.values(), *spelling.suffixes, *spelling.abroad, *outside.words, *outside.left_out_of_ids,
        *(marker for markers in spelling.provinces.values() for marker in markers),
        *(name.name for name in outside.proper_names),
    )  # fmt: skip
    assert [word for word in plain if fold(word) != word] == []
    patterns = [*(p.pattern.pattern for p in spelling.prefixes), *outside.compounds, outside.foreign_public.pattern]
    assert [p for p in patterns if "ij" in p] == []


def test_kinds_systems_and_ids_are_those_of_the_seeds():
    organisations = read_seed("organisation")
    kinds = {p.kind for p in vocabulary.spelling_words().prefixes} | set(vocabulary.phrase_words().kinds.values())
    assert kinds <= set(organisations["kind"])
    systems = {s.system for s in vocabulary.phrase_words().systems} - {"province"}
    assert systems <= set(read_seed("municipality_region").columns)
    known = {*organisations["organisation_id"], *read_seed("former_organisation")["organisation_id"]}
    assert set(vocabulary.other_names()) <= known
