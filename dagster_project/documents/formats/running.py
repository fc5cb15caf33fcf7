"""Running headers, footers and page numbers: lines at the edges of pages that repeat, numbers aside."""

import re
from collections import Counter
from collections.abc import Callable

EDGE = 2
"""Lines at the top and at the bottom of a page among which running lines are looked for."""

_PAGE_NUMBER = re.compile(
    r"(?:pagina|blz\.?|p\.?)?\s*[-–|]?\s*\d{1,4}\s*(?:(?:van|/)\s*\d{1,4})?\s*[-–|]?", re.IGNORECASE
)


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", "".join(line.split()))


def running_lines(leaves: list[list[str]]) -> Callable[[int, str], bool]:
    """Given the lines of each page, a test that says whether a line of page `index` (from 0) is a running one.

    A line runs where its shape stands at an edge of at least half of the pages, two at least.
    """
    edges = [{_shape(line) for line in (*leaf[:EDGE], *leaf[-EDGE:])} for leaf in leaves]
    counts = Counter(shape for edge in edges for shape in edge)
    filled = sum(bool(leaf) for leaf in leaves)
    repeated = {shape for shape, n in counts.items() if n >= max(2, filled / 2)}

    def test(index: int, line: str) -> bool:
        shape = _shape(line)
        return shape in edges[index] and (
            shape in repeated or (filled > 1 and bool(_PAGE_NUMBER.fullmatch(line.strip())))
        )

    return test
