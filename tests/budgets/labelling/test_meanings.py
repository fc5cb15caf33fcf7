"""What a label means is learned, so that wordings that no list holds are understood, and values are no labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagster_project.budgets.labelling import FIELDS, NONE, label_score, meanings
from dagster_project.budgets.labels import field_of


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Rechtsvorm:", "legal_form"),
        ("Waar is zij gevestigd?", "seat"),
        ("Het openbaar belang dat door de partij wordt behartigd", "purpose"),
        ("Welke overheden doen mee aan deze regeling?", "participants"),
        ("Eigen vermogen per 31-12-2023 (x € 1.000)", "equity"),
        ("Omvang vreemd vermogen ultimo 2024", "debt"),
        ("Eigen en vreemd vermogen van de organisatie", "capital"),
        ("Geraamd saldo van baten en lasten 2025", "result"),
        ("Dividend per aandeel", "other"),
        ("Solvabiliteit ultimo 2020", "other"),
        ("Balanstotaal 31-12-2022", "other"),
        ("Hoort bij prestatie", "other"),
        ("Bijdrage per inwoner 2024", "other"),
        ("Risico's voor onze gemeente", "risks"),
        ("Naam verbonden partij", "name"),
    ],
)
def test_a_label_means_its_field_in_any_wording(text, field):
    (meaning,) = meanings([text])
    assert meaning.field == field
    assert meaning.margin > 0
    assert label_score(text) > 0


def test_more_wordings_are_understood_than_the_list_holds():
    asked = {
        "In welke vorm is de samenwerking gegoten?": "legal_form",
        "In welke plaats staat het hoofdkantoor?": "seat",
        "Met welke gemeenten werken wij hierin samen?": "participants",
    }
    assert {text: m.field for text, m in zip(asked, meanings(list(asked)), strict=True)} == asked
    assert all(field_of(text) != field for text, field in asked.items())


@pytest.mark.parametrize(
    "text",
    [
        "Omgevingsdienst Proefkwartier",
        "Gemeente Assen",
        "€ 1.250.000",
        "31-12-2023",
        "De wethouder is lid van het algemeen bestuur van de veiligheidsregio.",
        "Openbaar lichaam op grond van de Wgr",
        "Terug naar navigatie",
        "",
        "woord " * 60,
    ],
)
def test_values_names_and_sentences_are_no_labels(text):
    assert meanings([text])[0].field == NONE
    assert label_score(text) < 0


@given(st.lists(st.text(max_size=60), max_size=6), st.randoms())
def test_a_text_means_the_same_in_any_company(texts, draw):
    alone = [meanings([text])[0] for text in texts]
    shuffled = list(enumerate(texts))
    draw.shuffle(shuffled)
    together = dict(zip([n for n, _ in shuffled], meanings([text for _, text in shuffled]), strict=True))
    assert [together[n] for n in range(len(texts))] == alone
    assert all(m.field in FIELDS and m.margin >= 0 for m in alone)
