"""The bounds that the room is held to: names found in sentences, and names of bodies left alone."""

import pytest

from tests.persons.bodies import names_of_bodies
from tests.persons.measure import missed, touched
from tests.persons.naming import KEPT_BACK, SEEN, sentences

NUMBER = 600


@pytest.mark.parametrize("templates", [SEEN, KEPT_BACK], ids=["seen", "kept back"])
def test_names_in_sentences_are_found(templates):
    cases = list(sentences(templates, NUMBER, seed=3))
    assert len(missed(cases)) <= 0.05 * NUMBER, [c.text for c in missed(cases)][:20]


@pytest.mark.parametrize(("name", "names"), names_of_bodies().items())
def test_names_of_bodies_are_left_alone(name, names):
    assert len(touched(names)) <= 0.005 * len(names), touched(names)[:20]
