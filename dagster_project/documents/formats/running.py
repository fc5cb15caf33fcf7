"""Running headers, footers and page numbers: the outermost lines of pages, where they repeat from page to page."""

import itertools
import re
import statistics
from collections import Counter

_SAME_HEIGHT = 6.0
"""Points by which a running line may move from page to page."""

EDGE = 2
"""Lines at the top and at the bottom of a page that can be running ones."""

_PAGE_NUMBER = re.compile(
    r"(?:pagina|blz\.?|p\.?)?\s*[-–|]?\s*\d{1,4}\s*(?:(?:van|/)\s*\d{1,4})?\s*[-–|]?", re.IGNORECASE
)


_MONEY = re.compile(r"€|\d\.\d{3}(?!\d)")


class RunningLines:
    """What repeats at the edges of the pages of one document; `pages` are the filled lines of each page, top first.

    A line that is None is never a running one: the head of a table repeats on every page as well. Where the `heights`
    of the lines are known, a running line stands at one: the last lines of cells may be the same by chance.
    """

    def __init__(self, pages: list[list[str | None]], heights: list[list[float]] | None = None):
        self._many = sum(map(bool, pages)) > 1
        least = max(2, sum(map(bool, pages)) / 2)
        places: dict[tuple[int, int, str], list[list[int]]] = {}
        stand: dict[tuple[int, int, str], list[float]] = {}
        for page, lines in enumerate(pages):
            for edge in (1, -1):
                for depth, (line, shape) in enumerate(zip(lines[::edge], _shapes(lines[::edge]), strict=False)):
                    if line is None:
                        break
                    numbers = [int(n) for n in re.findall(r"\d{1,9}", line)]
                    places.setdefault((edge, depth, shape), []).append(numbers)
                    if heights:
                        stand.setdefault((edge, depth, shape), []).append(heights[page][::edge][depth])
        # What stands as often between other lines is a label that a page happens to begin or end with; without heights
        # pages may be cut where they do not end, and running lines stand between others too.
        within = Counter("".join(line.split()) for lines in pages if heights for line in lines[EDGE:-EDGE] if line)
        # A label with a figure may stand there on some pages; only a unit stands on all.
        of_money = max(least, sum(map(bool, pages)) - 1)
        self._running = {
            place
            for place, numbers in places.items()
            if len(numbers) >= (of_money if _MONEY.search(place[2]) else least)
            and _counts(numbers)
            and within[place[2]] < len(numbers)
            and (not heights or _stands_still(stand[place]))
        }

    def inner(self, lines: list[str | None]) -> range:
        """The indexes of the lines of a page that are left without the running ones at its edges."""
        top, bottom = self._depth(lines, 1), self._depth(lines, -1)
        return range(top, max(top, len(lines) - bottom))

    def _depth(self, lines: list[str | None], edge: int) -> int:
        depth = 0
        for at, (line, shape) in enumerate(zip(lines[::edge], _shapes(lines[::edge]), strict=False)):
            if line is None:
                break
            number = _PAGE_NUMBER.fullmatch(line.strip()) and (self._many or line.strip()[0].isalpha())
            if not number and (edge, at, shape) not in self._running:
                break
            depth = at + 1
        return depth


def _stands_still(heights: list[float]) -> bool:
    """Whether most pages, and more than one, have a line at the height of the middle one; pages may differ in size."""
    middle = statistics.median_low(heights)
    return sum(abs(height - middle) <= _SAME_HEIGHT for height in heights) >= max(2, len(heights) / 2)


def _counts(numbers: list[list[int]]) -> bool:
    """Whether the numbers of lines of one shape stay the same or count the pages: amounts do neither."""
    return all(
        len(set(column)) == 1 or all(a < b for a, b in itertools.pairwise(column))
        for column in zip(*numbers, strict=False)
    )


def _shapes(lines: list[str | None]) -> list[str]:
    """The outermost line without its numbers, for the page number may stand in it; the next one as it is, and so is a
    line of money: a label with a figure may stand there on many pages."""
    packed = ["".join((line or "").split()) for line in lines[:EDGE]]
    if not packed or _MONEY.search(packed[0]):
        return packed
    return [re.sub(r"\d+", "#", packed[0]), *packed[1:]]
