"""Encodings and white space: what is right stays as it is, what was encoded twice is repaired."""

from dagster_project.documents.text import one_line, repair


def test_ligatures_and_invisible_signs_go_and_double_encoding_is_undone():
    assert repair("\ufb01nanciÃ«n\u00ad\u200b") == "financiën"
    assert repair("Â§\u00a02") == "§ 2"


def test_names_that_look_like_damage_stay():
    for text in ("Château Â", "Súdwest-Fryslân", "AÂB", "€ 5"):
        assert repair(text) == text


def test_broken_lines_are_joined():
    assert one_line("Vestigings-\nplaats") == "Vestigingsplaats"
    assert one_line("Zuidoost-\nBrabant") == "Zuidoost-Brabant"
    assert one_line("Natuur-\nen recreatie") == "Natuur- en recreatie"
    assert one_line("  a \n b\t c ") == "a b c"
