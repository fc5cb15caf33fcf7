"""Places in files as people read them."""

import pytest

from dagster_project.dictionary import place_in_dutch


@pytest.mark.parametrize(
    ("locator", "said"),
    [
        ("page=12;table=2;row=4", "bladzijde 12, rij 4"),
        ("sheet=Samenwerkingsverbanden;cell=C7", "blad Samenwerkingsverbanden, cel C7"),
        ("line=3", "regel 3"),
        ("document", "hele bestand"),
        ("element=/html/body/table[2]/tr[9]", "tabelrij 9"),
        ("element=/html/body/div[9]/h3", "in de tekst"),
    ],
)
def test_a_place_in_words(locator, said):
    assert place_in_dutch(locator) == said
