"""When an amount was measured: dates, begin and end of a year, years, and whether accounts or plans say it.

Belongs here: finding moments in a text, also mistyped ones. Does not belong here: which moment counts (`scoring`).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from dagster_project.budgets.figures.model import BEGIN, END

ACCOUNT, PLAN = "account", "plan"
_MONTHS = {
    month: number
    for number, spellings in enumerate(
        ("jan januari jannewaris", "feb februari febrewaris", "mrt maart", "apr april", "mei", "jun juni", "jul juli",
         "aug augustus", "sep sept september septimber", "okt oktober oct", "nov november novimber",
         "dec december des desimber"),
        start=1,
    )
    for month in spellings.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_OF_YEAR = r"(?:\s+(?:van\s+)?(?:het\s+)?(?:jaar|boekjaar|begrotingsjaar|dienstjaar|verslagjaar))?"
_BEGIN = r"(?:begin|begjin|primo|aanvang|start|beginstand|beginbalans|openingsbalans)"
_END = r"(?:eind|einde|ein|ultimo|slot|eindstand|eindbalans|slotbalans)"
_MOMENT = re.compile(
    rf"(?<![\w.,])(?P<d>\d{{1,2}})\s?(?P<sep>[-/])\s?(?P<m>\d{{1,2}})(?:\s?(?P=sep)\s?'?(?P<y>\d{{2,8}})|(?P<cut>(?P=sep))(?!\d))?(?![\d%])"
    rf"|(?<![\w.,])(?P<d2>\d{{1,2}})\.(?P<m2>\d{{1,2}})\.(?P<y2>{_YEAR})(?!\d)"
    rf"|(?<![\w.,])(?P<d3>\d{{1,2}})\s+(?P<mon>{_MONTH})\b\.?(?:\s*'?(?P<y3>{_YEAR}|(?<=')\d\d))?"
    rf"|\b(?:(?P<begin>{_BEGIN})|(?P<end>{_END}))(?![\w-]){_OF_YEAR}(?:\s+'?(?P<y4>{_YEAR}))?"
    rf"|(?<![\d.,€/-])(?<!€ )(?P<y5>{_YEAR})(?:\s?[/-]\s?(?P<y6>{_YEAR}|\d\d))?(?![\d%]|[.,]\d|,-)",
    re.IGNORECASE,
)
_KINDS = (
    (PLAN, re.compile(r"begroot\w*|begrot\w*|raming\w*|geraamd\w*|prognose|verwacht\w*|meerjaren\w*", re.IGNORECASE)),
    (
        ACCOUNT,
        re.compile(r"\w*rekening|realisatie|gerealiseerd\w*|werkelijk\w*|jaarverslag|jaarstukken", re.IGNORECASE),
    ),
)
_CENTURY = 2000
_CERTAIN_DAYS = {(1, 1), (31, 12)}


@dataclass(frozen=True)
class Moment:
    """A moment in a text, from `start` to `stop`: the edge of its year where it says one, its year, day and month."""

    edge: str | None
    year: int | None
    start: int = 0
    stop: int = 0
    within: float | None = None
    """Which part of its year has passed; None where it names no day."""

    @property
    def time(self) -> float | None:
        """Years since the begin of the era; a year alone stands for its end. None where no year is told."""
        if self.year is None:
            return None
        if self.within is not None:
            return self.year + self.within
        return self.year + (0.0 if self.edge == BEGIN else 0.999)

    @property
    def is_year(self) -> bool:
        """Whether it names a year and nothing else."""
        return self.edge is None and self.within is None


@lru_cache(maxsize=20_000)
def moments_in(text: str) -> tuple[Moment, ...]:
    """The moments of a text, in its order."""
    return tuple(moment for match in _MOMENT.finditer(text) if (moment := _moment(match)))


@lru_cache(maxsize=20_000)
def kind_of_year(text: str) -> str | None:
    """Whether a label tells of accounts or of a plan; None where it says neither or both."""
    kinds = {kind for kind, pattern in _KINDS if pattern.search(text)}
    return kinds.pop() if len(kinds) == 1 else None


def without_moments(text: str) -> str:
    """A label without its moments and the words for accounts and plans."""
    left = _MOMENT.sub(" ", text)
    for _, pattern in _KINDS:
        left = pattern.sub(" ", left)
    return left


def _moment(match: re.Match[str]) -> Moment | None:
    start, stop = match.span()
    if match["begin"] or match["end"]:
        return Moment(BEGIN if match["begin"] else END, _year(match["y4"]), start, stop)
    if match["y5"]:
        return Moment(None, _second(match["y5"], match["y6"]), start, stop)
    if match["mon"]:
        day, month, year = int(match["d3"]), _MONTHS[match["mon"].lower()], match["y3"]
    elif match["m2"]:
        day, month, year = int(match["d2"]), int(match["m2"]), match["y2"]
    else:
        day, month, year = int(match["d"]), int(match["m"]), match["y"]
        if year is None and (day, month) not in _CERTAIN_DAYS:
            return None
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    edge = {(1, 1): BEGIN, (31, 12): END}.get((day, month))
    return Moment(edge, _year(year), start, stop, (month - 1) / 12 + (day - 1) / 372)


def _second(year: str, other: str | None) -> int:
    """Of a book year over two years the second one."""
    if other is None:
        return int(year)
    later = int(other) if len(other) == 4 else _CENTURY + int(other)
    return later if 0 < later - int(year) <= 1 else int(year)


def _year(text: str | None) -> int | None:
    """A year of two or four digits; a mistyped one is not guessed."""
    if text is None or len(text) not in (2, 4):
        return None
    year = int(text) if len(text) == 4 else _CENTURY + int(text)
    return year if 1900 <= year < 2100 else None
