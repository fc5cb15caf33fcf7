"""The map of participation: per snapshot a tile per municipality, darker where it takes part in more collaborations.

Belongs here: the classes of the tiles and where they are drawn. Does not belong here: where tiles lie (`tiles`), the
counts (`organisations`).
"""

from collections.abc import Callable
from typing import Any

from dagster_project.site.tables import ReleaseTables
from dagster_project.site.tiles import tile_places
from dagster_project.site.words import Words

SIDE = 24
"""Of a tile, in points of the drawing."""
CLASSES = 5
"""So many shades; each has about as many municipalities, so that the map shows an order and not an outlier."""


def maps_of(tables: ReleaseTables, words: Words, count: Callable[[str, int], int]) -> list[dict[str, Any]]:
    """Per published snapshot: its tiles, its classes with their bounds, and the size of the drawing."""
    maps = []
    for snapshot in tables.snapshots:
        regions = {
            r["organisation_id"]: r["corop"]
            for r in tables.rows("organisation_snapshot")
            if r["snapshot"] == snapshot and r["kind"] == "municipality"
        }
        scoped = {
            r["organisation_id"]
            for r in tables.rows("organisation_snapshot")
            if r["snapshot"] == snapshot and r["in_scope"]
        }
        places = tile_places(regions)
        counts = {id_: count(id_, snapshot) for id_ in regions if id_ in scoped}
        bounds = classes_of(list(counts.values()))
        tiles = [
            {
                "id": id_,
                "name": words.organisation(id_),
                "count": counts.get(id_),
                "shade": _class(counts.get(id_), bounds),
                "x": column * SIDE,
                "y": row * SIDE,
            }
            for id_, (column, row) in places.items()
        ]
        tiles.sort(key=lambda t: (t["name"], t["id"]))
        maps.append({
            "snapshot": snapshot,
            "tiles": tiles,
            "bounds": [(low, high, n + 1) for n, (low, high) in enumerate(bounds)],
            "away": sum(t["count"] is None for t in tiles),
            "width": max((t["x"] for t in tiles), default=0) + SIDE,
            "height": max((t["y"] for t in tiles), default=0) + SIDE,
        })  # fmt: skip
    return maps


def classes_of(counts: list[int]) -> list[tuple[int, int]]:
    """Least and most of each class, at most CLASSES, that together hold every count; equal counts share a class."""
    ordered = sorted(counts)
    cuts = sorted({ordered[len(ordered) * n // CLASSES] for n in range(1, CLASSES)}) if ordered else []
    classes = []
    for low, high in zip([None, *cuts], [*cuts, None], strict=True):
        inside = [c for c in ordered if (low is None or c >= low) and (high is None or c < high)]
        if inside:
            classes.append((inside[0], inside[-1]))
    return classes


def _class(count: int | None, bounds: list[tuple[int, int]]) -> int:
    """1 for the lightest shade; 0 for a municipality whose participation was not looked for."""
    return 0 if count is None else next(n for n, (low, high) in enumerate(bounds, 1) if low <= count <= high)
