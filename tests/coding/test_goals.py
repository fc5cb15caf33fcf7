"""Goals by the definitions of the article."""

import pytest

from dagster_project.coding.goals import goal
from dagster_project.coding.themes import code_themes


@pytest.mark.parametrize(
    ("name", "purpose", "expected"),
    [
        ("OV-bureau Oost", "verbeteren van openbaar vervoer", "tactical"),
        ("Recreatieschap Oost", "ontwikkeling van de recreatie", "tactical"),
        ("Recreatieschap Oost", "aanleg en beheer van paden", "operational"),
        ("Regio Oost", "economie, wonen, mobiliteit en zorg", "strategic"),
        ("GR X", "uitvoering van de leerplicht", "operational"),
        ("GR X", "afstemming van het leerplichtbeleid", "tactical"),
        ("GR X", "bevorderen van de leerplicht", "tactical"),
        ("GR X", "bevorderen van en uitvoering van de leerplicht", "operational"),  # what is done beside an aim
        ("GR X", "uitvoering van de leerplicht en afstemmen van beleid", "operational"),  # the first thing named
        ("GR X", "afstemmen van beleid over waterbeheer", "tactical"),
        ("Vervoerbureau Oost", "aanbesteden van het openbaar vervoer", "tactical"),  # the article's example
        ("Vervoerbureau Oost", "uitvoeren van het leerlingenvervoer", "operational"),
        ("Arbeidsmarktregio Oost", "verbinden van vraag en aanbod", "tactical"),
        ("Werkgeversservicepunt Oost", "bij elkaar brengen van vraag en aanbod", "operational"),
        ("RIEC Oost", "bestrijden van ondermijning", "tactical"),
        ("Warmtebedrijf Oost", "", "operational"),
        ("Warmtebedrijf Oost", "aardgasvrij maken van wijken", "tactical"),
        ("GR X", "versterken van de regionale economie", "strategic"),  # the article's example
        ("Regio Oost", "uitvoering van de leerplicht", "operational"),  # the purpose says more than the name
        ("Regio Oost", "regionale opgaven", "strategic"),
        ("Tafel Oost", "afstemmen van wonen, jeugdhulp en openbaar vervoer", "strategic"),
        ("GR X", "de gezamenlijke belangen behartigen", "unknown"),  # every arrangement does
        ("GR X", "de belangen van leerplicht behartigen", "tactical"),
        ("GR X", "bevorderen van de leerplicht en afstemmen van de uitvoering", "tactical"),
        ("GR X", "Iets anders.", "unknown"),
        ("GR X", "bevorderen van de leerplicht. Er is een dienstverleningsovereenkomst.", "tactical"),
        ("Xyzzy", "", "unknown"),
    ],
)
def test_goals(name, purpose, expected):
    found = goal(name, purpose, code_themes(name, purpose))
    assert found.value == expected, found
