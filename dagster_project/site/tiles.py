"""Where the tile of each municipality lies: one per municipality, all equal, placed after the real map.

`corop.yml` has about where each COROP region lies. The regions are pushed apart until each has room for its
municipalities, and these take the free places nearest to it. Within a region the order is that of the ids: it says
nothing about who is whose neighbour, and the page says so.

Belongs here: places. Does not belong here: what a tile shows.
"""

from collections import defaultdict
from functools import cache, lru_cache
from math import ceil, floor, pi, sqrt
from pathlib import Path

import yaml

_SIDE = 9.6
"""Kilometres per tile: with about 350 municipalities the regions then nearly touch before they are pushed."""
_EAST, _NORTH = 67.0, 111.0
"""Kilometres per degree at this latitude."""
_ROUNDS, _PUSH, _BACK, _ROOM = 400, 0.4, 0.02, 1.0
"""How often, how hard regions are pushed apart and drawn back, and how much of a circle a region needs: seen to keep
the shape of the country without holes between neighbours."""


def tile_places(regions: dict[str, str | None]) -> dict[str, tuple[int, int]]:
    """Column and row, from 0, of each municipality; `regions` gives its COROP region, None where it has none.

    The same for the same municipalities. A municipality whose region is not known stands in a row below the map.
    """
    return dict(_placed(tuple(sorted(regions.items()))))


@lru_cache(maxsize=8)  # as the charts
def _placed(regions: tuple[tuple[str, str | None], ...]) -> dict[str, tuple[int, int]]:
    known = defaultdict(list)
    for id_, region in regions:
        known[region if region in _centres() else None].append(id_)
    lost = known.pop(None, [])
    centres = _apart({region: len(ids) for region, ids in known.items()})
    reach = ceil(sqrt(len(regions))) + 2
    pairs = sorted(
        (round((x - column) ** 2 + (y - row) ** 2, 6), region, column, row)
        for region, (x, y) in centres.items()
        for column in range(floor(x) - reach, floor(x) + reach + 1)
        for row in range(floor(y) - reach, floor(y) + reach + 1)
    )
    taken: dict[tuple[int, int], str] = {}
    left = {region: len(ids) for region, ids in known.items()}
    for _, region, column, row in pairs:
        if left[region] and (column, row) not in taken:
            taken[column, row] = region
            left[region] -= 1
    cells = defaultdict(list)
    for (column, row), region in sorted(taken.items(), key=lambda item: (item[0][1], item[0][0])):
        cells[region].append((column, row))
    places = {id_: cell for region, ids in known.items() for id_, cell in zip(ids, cells[region], strict=True)}
    first = min((c for c, _ in places.values()), default=0), min((r for _, r in places.values()), default=0)
    placed = {id_: (column - first[0], row - first[1]) for id_, (column, row) in places.items()}
    below = max((row for _, row in placed.values()), default=-2) + 2
    return placed | {id_: (n, below) for n, id_ in enumerate(lost)}


def _apart(sizes: dict[str, int]) -> dict[str, tuple[float, float]]:
    """The centres of the regions in tiles, pushed apart until each has room for its municipalities."""
    names = sorted(sizes)
    home = [_centres()[name] for name in names]
    radius = [_ROOM * sqrt(sizes[name] / pi) for name in names]
    x, y = [p[0] for p in home], [p[1] for p in home]
    for _ in range(_ROUNDS):
        for a in range(len(names)):
            for b in range(a + 1, len(names)):
                dx, dy = x[b] - x[a], y[b] - y[a]
                apart = sqrt(dx * dx + dy * dy) or 1e-6
                over = radius[a] + radius[b] - apart
                if over > 0:
                    push = _PUSH * over / apart
                    light = radius[b] / (radius[a] + radius[b])  # the larger region moves less
                    x[a], y[a] = x[a] - dx * push * light, y[a] - dy * push * light
                    x[b], y[b] = x[b] + dx * push * (1 - light), y[b] + dy * push * (1 - light)
        for a, (east, south) in enumerate(home):
            x[a] += (east - x[a]) * _BACK
            y[a] += (south - y[a]) * _BACK
    return {name: (x[n], y[n]) for n, name in enumerate(names)}


@cache
def _centres() -> dict[str, tuple[float, float]]:
    """Each COROP region in tiles, east and south of a point in the sea."""
    places = yaml.safe_load(Path(__file__).with_name("corop.yml").read_text(encoding="utf-8"))["regions"]
    return {
        name: ((east - 3.3) * _EAST / _SIDE, (53.6 - north) * _NORTH / _SIDE) for name, (east, north) in places.items()
    }
