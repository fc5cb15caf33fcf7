"""What moved since the newest release, as lines for a screen: per figure how much, then which cells.

Belongs here: the words. Which cells moved is told by `lineage`.
"""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dagster_project.lineage import MovedCell

LISTED = 15


def moved_lines(cells: "Sequence[MovedCell]", most: int = LISTED) -> list[str]:
    """Counts per figure, the largest first, and at most that many cells; only those that differ as published.

    Nothing where no cell moved at all.
    """
    if not cells:
        return []
    seen = [c for c in cells if c.as_published]
    behind = len(cells) - len(seen)
    per_figure = Counter(c.figure for c in seen)
    lines = [f"moved           {len(seen)} cells since release {cells[0].release}, as published"]
    if behind:
        lines.append(f"moved           {behind} more rest on other rows, with the same number as published")
    ranked = sorted(per_figure, key=lambda figure: (-per_figure[figure], figure))
    lines += [f"  {per_figure[figure]:>5}  {figure}" for figure in ranked]
    listed = sorted(seen, key=lambda c: (ranked.index(c.figure), c.snapshot, c.category))
    lines += [f"  {c.figure} {c.snapshot} {c.category}: {c.before} -> {c.after}" for c in listed[:most]]
    if len(seen) > most:
        lines.append(f"  and {len(seen) - most} more: lappendeken status --moved")
    return [*lines, "why: lappendeken trace FIGURE --snapshot Y --category C"] if seen else lines
