"""Participants as items: plurals spread, names with a comma or "en" kept whole, counts kept as phrases."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.budgets.participants import split_participants
from dagster_project.workspace.seeds import seed_rows

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
    "Assen en Hogeschool Merelkust en omstreken": ["Assen", "Hogeschool Merelkust en omstreken"],
    "Assen, Zorggroep Noord- en Oost-Merelland en Emmen": ["Assen", "Zorggroep Noord- en Oost-Merelland", "Emmen"],
    "15 gemeenten in de regio en Energiecoöperatie Vink": ["15 gemeenten in de regio", "Energiecoöperatie Vink"],
    "n.v.t.": [],
    "": [],
    "De colleges van burgemeester en wethouders van Assen, Aa en Hunze en Emmen": ["Assen", "Aa en Hunze", "Emmen"],
    "Het college van B&W van de gemeente Assen en het dagelijks bestuur van waterschap Vechtstromen": [
        "Assen", "waterschap Vechtstromen",
    ],
    "De raden en colleges van de gemeenten Assen en Emmen en Provinciale Staten van Drenthe": [
        "Assen", "Emmen", "provincie Drenthe",
    ],
    "de burgemeesters van Assen, Emmen en Meppel": ["Assen", "Emmen", "Meppel"],
    "alle gemeenten in Zeeland, met uitzondering van Goes en Sluis": [
        "alle gemeenten in Zeeland, met uitzondering van Goes en Sluis",
    ],
    "Alle gemeenten in Zeeland, behalve Goes, Veere en Sluis, en de provincie Zeeland": [
        "Alle gemeenten in Zeeland, behalve Goes, Veere en Sluis", "provincie Zeeland",
    ],
    "Gemeente Assen 12,5%, gemeente Emmen 87,5%": ["Assen", "Emmen"],
    "Assen (12 aandelen), Emmen (1.204 aandelen) en Meppel (3 aandelen)": ["Assen", "Emmen", "Meppel"],
    "Assen 12,5% Emmen 40% Meppel 47,5%": ["Assen", "Emmen", "Meppel"],
    "12,5% Assen, 40% Emmen en 47,5% Meppel": ["Assen", "Emmen", "Meppel"],
    "Provincie Drenthe (60%) en de gemeenten Assen (20%) en Emmen (20%)": ["provincie Drenthe", "Assen", "Emmen"],
    "De deelnemers zijn Assen en Emmen. Het bestuur bestaat uit de burgemeesters van Assen, Emmen en Meppel.": [
        "Assen", "Emmen",
    ],
    "De regeling is in 1990 opgericht. Deelnemers aan de regeling zijn de gemeenten Assen en Emmen.": [
        "Assen", "Emmen",
    ],
    "De gemeente Assen neemt deel. De gemeente Haren doet niet meer mee.": ["Assen"],
    "In de regeling werken de gemeenten Assen, Emmen en Meppel samen.": ["Assen", "Emmen", "Meppel"],
    "De twaalf provincies. De provincie Utrecht betaalt 6,4% mee aan een tekort.": ["De twaalf provincies"],
    "Alleen provincies en gemeenten kunnen aandeelhouder zijn van deze vennootschap.": ["provincies", "gemeenten"],
    "De aandelen zijn in handen van Assen, Emmen en de provincie Drenthe.": ["Assen", "Emmen", "provincie Drenthe"],
    "Dit is een gemeenschappelijke regeling van de colleges van Assen en Emmen.": ["Assen", "Emmen"],
    "De partners zijn Stichting Voorbeeld, Universiteit Proef en de gemeente Assen": [
        "Stichting Voorbeeld", "Universiteit Proef", "Assen",
    ],
    "3 gemeenten: Assen, Emmen en Meppel": ["Assen", "Emmen", "Meppel"],
    "De gemeenten Assen (wethouder P. Proefman) en Emmen (burgemeester A. Testpersoon)": ["Assen", "Emmen"],
    "Assen, Emmen, wethouder J. de Voorbeeld": ["Assen", "Emmen"],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_cases(text):
    assert split_participants(text) == CASES[text]


NAMES = sorted({row["name"] for row in seed_rows("organisation") if row["kind"] == "municipality"})
WAYS = {
    "list": lambda names: _joined(names),
    "semicolons": "; ".join,
    "lines": "\n".join,
    "bullets": lambda names: "".join(f"\n• {name}" for name in names),
    "kind": lambda names: f"De gemeenten {_joined(names)}.",
    "colleges": lambda names: f"De colleges van burgemeester en wethouders van de gemeenten {_joined(names)}",
    "percentages": lambda names: ", ".join(f"{name} {n + 1},5%" for n, name in enumerate(names)),
    "shares": lambda names: "; ".join(f"{name} ({n + 12} aandelen)" for n, name in enumerate(names)),
    "table": lambda names: "\n".join(f"{name} {n + 1}%" for n, name in enumerate(names)),
    "sentence": lambda names: f"De deelnemers zijn de gemeenten {_joined(names)}. Het bestuur bestaat uit drie leden.",
    "together": lambda names: f"In deze regeling werken de gemeenten {_joined(names)} samen.",
}


def _joined(names):
    return ", ".join(names[:-1]) + (" en " if len(names) > 1 else "") + names[-1]


@pytest.mark.parametrize("way", WAYS)
@given(names=st.lists(st.sampled_from(NAMES), min_size=2, max_size=9, unique=True))
@settings(max_examples=40, deadline=None)
def test_a_list_comes_back_whole_however_it_is_written(way, names):
    assert split_participants(WAYS[way](names)) == names


@given(
    names=st.lists(st.sampled_from(NAMES), min_size=2, max_size=5, unique=True),
    person=st.sampled_from(["wethouder J. de Voorbeeld", "mevrouw P. Proefman", "dhr. A.B. van Testpersoon"]),
    at=st.integers(0, 5),
)
@settings(max_examples=40, deadline=None)
def test_no_person_is_a_participant(names, person, at):
    written = [*names[:at], person, *names[at:]]
    found = split_participants("; ".join(written))
    assert set(found) <= set(names)
    assert not {"Voorbeeld", "Proefman", "Testpersoon"} & {word for item in found for word in item.split()}
