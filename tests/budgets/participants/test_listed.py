"""Participants as items: plurals spread, names with a comma or "en" kept whole, counts kept as phrases."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.budgets.participants import split_participants

CASES = {
    "De gemeenten Assen, Aa en Hunze en Emmen en de provincies Noord-Holland en Drenthe": [
        "Assen", "Aa en Hunze", "Emmen", "provincie Noord-Holland", "provincie Drenthe",
    ],
    "waterschap Amstel, Gooi en Vecht; gemeente Amsterdam": ["waterschap Amstel, Gooi en Vecht", "Amsterdam"],
    "de gemeente Utrecht en het ministerie van Onderwijs, Cultuur en Wetenschap": [
        "Utrecht", "ministerie van Onderwijs, Cultuur en Wetenschap",
    ],
    "De 12 Groninger gemeenten": ["De 12 Groninger gemeenten"],
    "6 provincies en 86 gemeenten zijn aandeelhouder": ["6 provincies", "86 gemeenten"],
    "De (voormalige) gemeenten Haren, Winsum en Bedum": ["Haren", "Winsum", "Bedum"],
    "Binnenmaas (nu Hoeksche Waard), Dordrecht": ["Binnenmaas", "Dordrecht"],
    "• 49 Nederlandse en Duitse gemeenten\n• 3 regionale instanties": [
        "49 Nederlandse en Duitse gemeenten", "3 regionale instanties",
    ],
    "Alphen aan den Rijn,\nKaag en Braassem,\nLeiden": ["Alphen aan den Rijn", "Kaag en Braassem", "Leiden"],
    "De gemeenten in Groningen en Drenthe": ["De gemeenten in Groningen en Drenthe"],
    "Assen\nEmmen": ["Assen", "Emmen"],
    "n.v.t.": [],
    "": [],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_cases(text):
    assert split_participants(text) == CASES[text]


@given(
    st.lists(st.sampled_from(["Assen", "Emmen", "Peel en Maas", "Berg en Dal", "Den Haag"]), min_size=1, unique=True)
)
@settings(max_examples=40, deadline=None)
def test_a_list_comes_back_whole(names):
    written = ", ".join(names[:-1]) + (" en " if len(names) > 1 else "") + names[-1]
    assert split_participants(f"De gemeenten {written}.") == names
