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
        ("Xyzzy", "", "unknown"),
    ],
)
def test_goals(name, purpose, expected):
    assert goal(name, purpose, code_themes(name, purpose))[0] == expected
