"""The map: one tile per municipality, after the real map; classes that hold every count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagster_project.site.map import CLASSES, classes_of
from dagster_project.site.tiles import tile_places
from dagster_project.workspace.seeds import read_seed


@pytest.fixture(scope="module")
def regions() -> dict[str, str]:
    return dict(read_seed("municipality_region").select("organisation_id", "corop").iter_rows())


@pytest.fixture(scope="module")
def places(regions) -> dict[str, tuple[int, int]]:
    return tile_places(regions)


def test_every_municipality_has_a_tile_of_its_own(regions, places):
    assert places.keys() == regions.keys()
    assert len(set(places.values())) == len(places)
    assert min(c for c, _ in places.values()) == min(r for _, r in places.values()) == 0


def test_no_municipality_of_the_country_lacks_its_region(regions, places):
    """A region that `corop.yml` does not know would stand below the map."""
    rows = sorted({row for _, row in places.values()})
    assert rows == list(range(len(rows)))


def test_regions_lie_as_in_the_country(regions, places):
    def middle(region):
        of = [places[id_] for id_, name in regions.items() if name == region]
        return sum(c for c, _ in of) / len(of), sum(r for _, r in of) / len(of)

    north, south, west, east = map(middle, ("Overig Groningen", "Zuid-Limburg", "Overig Zeeland", "Twente"))
    assert north[1] < east[1] < west[1] < south[1]
    assert west[0] < south[0] < east[0]


def test_tiles_of_a_region_lie_together(regions, places):
    """Each touches another of its region, but for a few at the edges of full places."""
    alone = 0
    for id_, (column, row) in places.items():
        near = {(column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1)} - {(column, row)}
        mates = [places[o] for o, r in regions.items() if r == regions[id_] and o != id_]
        alone += bool(mates) and not near & set(mates)
    assert alone <= len(places) // 50


def test_a_municipality_of_an_unknown_region_stands_below_the_map(regions):
    some = dict(list(regions.items())[:20])
    placed = tile_places({**some, "gm9998": "Atlantis", "gm9999": None})
    lowest = max(placed[id_][1] for id_ in some)
    assert placed["gm9998"][1] == placed["gm9999"][1] == lowest + 2
    assert len(set(placed.values())) == len(placed)


@given(st.lists(st.integers(0, 60), max_size=80))
def test_classes_hold_every_count_once_and_in_order(counts):
    classes = classes_of(counts)
    assert len(classes) <= CLASSES
    assert all(sum(low <= count <= high for low, high in classes) == 1 for count in counts)
    assert classes == sorted(classes)
