"""The rows of `coverage_estimate`: a range over the dependence between lists, or why there is none.

What is estimated: the collaborations that meet the definition and are known to at least one decentral government. What
no government would name, in a budget or when asked, is not in it.

Belongs here: which dependence is looked at and why, and the assumption in words. Does not belong here: the estimator.
"""

from collections.abc import Iterator
from typing import Any

from dagster_project.uncertainty.coverage.lists import PAIRS, Listed, listed, seen_by, strata
from dagster_project.uncertainty.coverage.two_lists import LEAST, Seen, can_be_estimated, population
from dagster_project.uncertainty.sayings import in_dutch
from dagster_project.workspace import Workspace

ODDS_RATIOS = (0.25, 0.5, 1.0, 2.0, 4.0)
"""Below 1: respondents were asked to add what their budget does not name, so one list makes the other less likely.
Above 1: a large and formal body is in the budget and in mind. A factor of four either way was chosen as wide enough
for either; nothing in the data can narrow it."""
MISSED, WRONG = 0.053, 0.0
"""Links between a pair of lists: the shares found double and wrongly merged on the labels of the founders
(`docs/quality.md`). A list that is linked by given ids has neither."""

_IN_DUTCH = {
    "budget": "de begrotingen",
    "budget_or_survey": "begrotingen en enquête samen",
    "survey_unprompted": "wat respondenten zelf toevoegden",
    "survey_prompted": "wat respondenten bevestigden van wat hun was voorgelegd",
    "register": "het register van gemeenschappelijke regelingen",
}


def coverage_estimates(workspace: Workspace) -> Iterator[dict[str, Any]]:
    """A row per snapshot, pair of lists, stratum and odds ratio."""
    for snapshot, some in sorted(listed(workspace).items()):
        for pair in PAIRS:
            yield from estimates(snapshot, pair, some)


def estimates(
    snapshot: int, pair: tuple[str, str], some: list[Listed], missed: float = MISSED, wrong: float = WRONG
) -> Iterator[dict[str, Any]]:
    """The rows of one pair of lists; `missed` and `wrong` are the shares of links that lack and that are wrong."""
    for of, name, members in strata(some):
        counted = seen_by(pair, members)
        seen = counted.relinked(missed, wrong)
        for odds_ratio in ODDS_RATIOS:
            identified = can_be_estimated(seen)
            found = population(seen, odds_ratio) if identified else None
            yield {
                "snapshot": snapshot,
                "first_list": pair[0],
                "second_list": pair[1],
                "stratum_of": of,
                "stratum": name,
                "odds_ratio": odds_ratio,
                "on_both": seen.both,
                "only_first": seen.only_first,
                "only_second": seen.only_second,
                "estimate": found.estimate if found else None,
                "lower": found.lower if found else None,
                "upper": found.upper if found else None,
                "identified": identified,
                "assumption_nl": _assumption(pair, odds_ratio) if identified else _why_not(pair, counted),
            }


def _assumption(pair: tuple[str, str], odds_ratio: float) -> str:
    first, second = (_IN_DUTCH[one] for one in pair)
    if odds_ratio == 1:
        tie = "op de ene lijst staan zegt niets over de andere"
    else:
        times, much = in_dutch(max(odds_ratio, 1 / odds_ratio)), "groot" if odds_ratio > 1 else "klein"
        tie = f"de kansverhouding om op de andere lijst te staan {times} keer zo {much} is voor wie op de ene staat"
    return (
        f"Alleen als {tie} ({first}; {second}), en als {in_dutch(100 * MISSED, 1)} procent van de koppelingen "
        "ontbreekt, zoals eerder gemeten. De gegevens kunnen dit niet bevestigen."
    )


def _why_not(pair: tuple[str, str], seen: Seen) -> str:
    first, second = (_IN_DUTCH[one] for one in pair)
    if not seen.both + seen.only_second:
        return f"Niet te schatten: {second} ontbreekt of noemt hier niets."
    if not seen.both + seen.only_first:
        return f"Niet te schatten: {first} ontbreekt of noemt hier niets."
    return f"Niet te schatten: minder dan {LEAST} staan op beide lijsten ({first}; {second})."
