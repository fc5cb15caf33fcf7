"""What the article published, as intervals: a figure that is published rounded leaves a range of true values.

Belongs here: reading the seed `published_figure`. Does not belong here: what a drawn country must have
(`population.targets`) and what it has (`truth.figures`).
"""

import math
from decimal import Decimal
from functools import cache

from dagster_project.workspace.seeds import read_seed

PUBLICATION = "sb2025"


@cache
def published(figure: str, snapshot: int) -> dict[str, str]:
    """Category to the value as published; empty where the figure is not published for the snapshot."""
    seed = read_seed("published_figure")
    rows = seed.filter(
        (seed["publication"] == PUBLICATION) & (seed["figure"] == figure) & (seed["snapshot"] == snapshot)
    )
    return dict(rows.select("category", "value").iter_rows())


@cache
def interval(value: str) -> tuple[float, float]:
    """What rounds to a published value: from the lower end (included) up to the upper (not included)."""
    half = float(Decimal(1).scaleb(Decimal(value).as_tuple().exponent)) / 2
    return float(value) - half, float(value) + half


def counts_of_share(value: str, total: int) -> range:
    """The whole numbers whose share of the total rounds to a published percentage; the nearest one where none does."""
    low, high = (Decimal(str(end)) * total / 100 for end in interval(value))
    found = range(math.ceil(low), math.ceil(high))
    nearest = round(float(value) * total / 100)
    return found or range(nearest, nearest + 1)


def drawable() -> list[int]:
    """Snapshots with published totals that the seed `snapshot` knows."""
    return [snapshot for snapshot in sorted(read_seed("snapshot")["snapshot"]) if published("total", snapshot)]
