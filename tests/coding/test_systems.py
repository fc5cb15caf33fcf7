"""Statutory systems, obligation and goal."""

import pytest

from dagster_project.coding.systems import goal, obligation, statutory_systems
from dagster_project.coding.themes import code_themes


@pytest.mark.parametrize(
    ("name", "purpose", "systems"),
    [
        ("Veiligheidsregio Oost", "", ["safety_region"]),
        ("Veiligheidshuis Oost", "", ["care_safety_house"]),
        ("Zorg- en Veiligheidshuis Oost", "", ["care_safety_house"]),
        ("GGD Oost", "", ["health_region"]),
        ("Veiligheidsregio en GGD Oost", "", ["safety_region", "health_region"]),
        ("Brandweer Oost", "brandweer, geneeskundige hulpverlening en rampenbestrijding", ["safety_region"]),
        ("Bedrijfsbrandweer haven", "bestrijden van brand", []),
        ("RUD Oost", "", ["environment_service"]),
        ("Regionale energiestrategie Oost", "", ["res_region"]),
        ("Arbeidsmarktregio Oost", "", ["labour_market_region"]),
        ("Stichting Vrienden van de Veiligheidsregio", "", []),
        ("Afvalschap Oost", "samenwerking met de GGD", []),
    ],
)
def test_systems(name, purpose, systems):
    assert statutory_systems(name, purpose) == systems


def test_obligation_follows_the_seed():
    assert obligation("safety_region") == "mandatory"
    assert obligation("res_region") == "semi_mandatory"
    assert obligation(None) == "voluntary"


@pytest.mark.parametrize(
    ("name", "purpose", "expected"),
    [
        ("OV-bureau Oost", "verbeteren van openbaar vervoer", "tactical"),
        ("Recreatieschap Oost", "ontwikkeling van de recreatie", "tactical"),
        ("Recreatieschap Oost", "aanleg en beheer van paden", "operational"),
        ("Regio Oost", "economie, wonen, mobiliteit en zorg", "strategic"),
        ("GR X", "uitvoering van de leerplicht", "operational"),
        ("GR X", "afstemming van het leerplichtbeleid", "tactical"),
        ("Xyzzy", "", "unknown"),
    ],
)
def test_goals(name, purpose, expected):
    assert goal(name, purpose, code_themes(name, purpose))[0] == expected
