"""Which themes go together, and how often: a small integer programme, solved by trying every whole number in reach.

Statement A8 of the article is only just possible. With 69% on one theme, 28% on both ruimte and economie and 11.3% on
both ruimte and sociaal, nearly all that has more than one theme has ruimte with one of the two, and nearly all with
three or more has all three of them. So the free numbers (how many have one theme, three or more, either pair) are
chosen inside their rounding as near its middle as leaves something (LEAST_OTHERS) for all other combinations.

Belongs here: the numbers. Does not belong here: who gets which set (`themes`), and the names of tasks (`names`).
"""

import itertools
from collections import Counter
from dataclasses import dataclass

from dagster_project.simulation.population.settings import setting
from dagster_project.simulation.population.targets import proportional
from dagster_project.simulation.world.published_figures import counts_of_share, published

RUIMTE, ECONOMIE, SOCIAAL = "ruimte", "economie", "sociaal"
ORDER = (
    RUIMTE, ECONOMIE, SOCIAAL, "veiligheid", "energie_duurzaamheid", "mobiliteit", "bedrijfsvoering",
    "onderwijs_cultuur",
)  # fmt: skip
PUBLISHED = 2024
"""The only snapshot of which shares of themes are published."""
REACH = 6
"""Whole numbers tried for each interval: its ends and those between at even distances."""
LEAST_OTHERS = 0.012
"""Share of all that has several themes without ruimte and either of the two: as much as A8 leaves without strain."""
PUBLISHED_PAIR = (f"{RUIMTE}+{ECONOMIE}", f"{RUIMTE}+{SOCIAAL}")

Themes = tuple[str, ...]

# How the rest is divided; no publication says. Weights, not shares.
SINGLE = {"veiligheid": 13, "energie_duurzaamheid": 11, "mobiliteit": 9, "bedrijfsvoering": 16, "onderwijs_cultuur": 9}
OTHER_PAIRS = {
    ("ruimte", "mobiliteit"): 3, ("ruimte", "energie_duurzaamheid"): 4, ("sociaal", "veiligheid"): 5,
    ("sociaal", "onderwijs_cultuur"): 4, ("economie", "onderwijs_cultuur"): 3, ("economie", "sociaal"): 3,
    ("bedrijfsvoering", "sociaal"): 2, ("economie", "energie_duurzaamheid"): 2,
}  # fmt: skip
ALL_THREE = {
    (): 10, ("mobiliteit",): 3, ("energie_duurzaamheid",): 4, ("veiligheid",): 1, ("onderwijs_cultuur",): 1,
    ("energie_duurzaamheid", "mobiliteit"): 2, ("veiligheid", "energie_duurzaamheid", "mobiliteit"): 1,
    ("veiligheid", "energie_duurzaamheid", "mobiliteit", "onderwijs_cultuur"): 0.4, ORDER[3:]: 0.2,
}  # fmt: skip
ECONOMIE_THIRD = {("mobiliteit",): 2, ("energie_duurzaamheid",): 2}
SOCIAAL_THIRD = {("veiligheid",): 2, ("onderwijs_cultuur",): 1}
OTHER_TRIPLES = {
    ("sociaal", "veiligheid", "onderwijs_cultuur"): 2,
    ("economie", "energie_duurzaamheid", "mobiliteit"): 1,
}


@dataclass(frozen=True)
class ThemeTargets:
    """Whole numbers: with one theme, with three or more, with each theme and pair that is aimed at."""

    total: int
    one: int
    three: int
    ruimte: int
    economie: int
    sociaal: int
    ruimte_economie: int
    ruimte_sociaal: int

    @property
    def all_three(self) -> int:
        """With ruimte, economie and sociaal together: nine in ten of those with three or more, as A8 forces."""
        return max(round(self.three * 0.92), self.least_overlap)

    @property
    def least_overlap(self) -> int:
        """How many have all three at least, for the pairs to fit in those with several themes."""
        return self.ruimte_economie + self.ruimte_sociaal - (self.total - self.one)

    @property
    def others(self) -> int:
        """With more than one theme but neither pair."""
        return self.total - self.one - (self.ruimte_economie + self.ruimte_sociaal - self.all_three)


def theme_targets(snapshot: int, total: int) -> ThemeTargets:
    """The numbers of a snapshot. Those of 2024 are inside the published rounding; earlier ones follow settings.

    The 132% of ruimte and the more than 150% of economie and sociaal since 2017 are read as ratios: all
    collaborations together stand at 150% of 2017, so ruimte grew less than the whole and the two more, as section 4.1
    says. Read as growth, ruimte would have had a fifth in 2017, against `always dominant`.
    """
    if snapshot == PUBLISHED:
        return _published(total)
    last = _published(total)
    span = (PUBLISHED - snapshot) / (PUBLISHED - 2017)
    year = "2017" if snapshot < 2020 else "2020"
    one = round(total * setting(f"one_theme_{year}"))
    three = round(total * setting(f"three_themes_{year}"))
    # Shares of 2017 from those of 2024 and the ratio between the two; between the years along a line.
    stretch = _total(PUBLISHED) / _total(2017)
    ratios = {RUIMTE: _ratio(RUIMTE), ECONOMIE: setting("economie_ratio"), SOCIAAL: setting("sociaal_ratio")}
    then = {theme: getattr(last, theme) * stretch / ratio for theme, ratio in ratios.items()}
    now = {theme: round(getattr(last, theme) + span * (then[theme] - getattr(last, theme))) for theme in ratios}
    several = (total - one) / (total - last.one)
    pairs = round(last.ruimte_economie * several), round(last.ruimte_sociaal * several)
    return ThemeTargets(total, one, three, now[RUIMTE], now[ECONOMIE], now[SOCIAAL], *pairs)


def _total(snapshot: int) -> int:
    return int(published("total", snapshot)["all"])


def _ratio(theme: str) -> float:
    return float(published("theme_growth_since_2017", PUBLISHED)[theme]) / 100


def _published(total: int) -> ThemeTargets:
    counts = published("theme_count_share", PUBLISHED)
    pairs = published("theme_pair_share", PUBLISHED)
    reach = {
        "one": counts_of_share(counts["1"], total),
        "three": counts_of_share(counts["3+"], total),
        "ruimte_economie": counts_of_share(pairs[PUBLISHED_PAIR[0]], total),
        "ruimte_sociaal": counts_of_share(pairs[PUBLISHED_PAIR[1]], total),
    }
    ruimte = counts_of_share(published("theme_share", PUBLISHED)[RUIMTE], total)[0]
    alone = {theme: round(total * setting(f"{theme}_alone_2024")) for theme in (ECONOMIE, SOCIAAL)}
    best = None
    for values in itertools.product(*map(_tried, reach.values())):
        one, three, with_economie, with_sociaal = values
        candidate = ThemeTargets(
            total, one, three, ruimte, with_economie + alone[ECONOMIE], with_sociaal + alone[SOCIAAL],
            with_economie, with_sociaal,
        )  # fmt: skip
        # Possible at all: the overlap within those with three themes, and no pair without ruimte.
        lacking = max(-candidate.others, 0) + max(candidate.all_three - three, 0)
        strain = sum(
            abs(value - (numbers[0] + numbers[-1]) / 2) / len(numbers)
            for value, numbers in zip(values, reach.values(), strict=True)
        )
        spare = max(round(total * LEAST_OTHERS) - candidate.others, 0)
        key = (lacking, spare, strain, values)
        if best is None or key < best[0]:
            best = key, candidate
    return best[1]


def _tried(numbers: range) -> list[int]:
    return sorted({numbers[round(step * (len(numbers) - 1) / (REACH - 1))] for step in range(REACH)})


def theme_sets(targets: ThemeTargets, fixed: Counter[Themes]) -> Counter[Themes]:
    """How many collaborations have each set of themes. `fixed`, those of the statutory systems, is part of it."""
    all_three = min(targets.all_three, targets.three)
    triples = targets.three - all_three
    of_economie, of_sociaal = triples // 3, triples // 3
    sets = (
        _spread(ALL_THREE, all_three, RUIMTE, ECONOMIE, SOCIAAL)
        + _spread(ECONOMIE_THIRD, of_economie, RUIMTE, ECONOMIE)
        + _spread(SOCIAAL_THIRD, of_sociaal, RUIMTE, SOCIAAL)
        + _spread(OTHER_TRIPLES, triples - of_economie - of_sociaal)
    )
    sets[(RUIMTE, ECONOMIE)] = max(targets.ruimte_economie - all_three - of_economie, 0)
    sets[(RUIMTE, SOCIAAL)] = max(targets.ruimte_sociaal - all_three - of_sociaal, 0)
    pairs = max(targets.total - targets.one - sum(sets.values()), 0)
    sets += _spread(OTHER_PAIRS, pairs)
    singles = targets.total - sum(sets.values())
    for theme in (RUIMTE, ECONOMIE, SOCIAAL):
        have = sum(count for themes, count in sets.items() if theme in themes)
        alone = max(getattr(targets, theme) - have, fixed[(theme,)])
        sets[(theme,)] = min(alone, max(singles, 0))
        singles -= sets[(theme,)]
    room = {theme: fixed[(theme,)] for theme in SINGLE}
    rest = proportional(SINGLE, max(singles - sum(room.values()), 0))
    for theme in SINGLE:
        sets[(theme,)] = room[theme] + rest[theme]
    return +sets


def _spread(weights: dict[Themes, float], total: int, *always: str) -> Counter[Themes]:
    """So many sets in the proportion of the weights, each with the themes that are always in."""
    return Counter(proportional({theme_set(*always, *more): weight for more, weight in weights.items()}, total))


def theme_set(*themes: str) -> Themes:
    """A set of themes in the order of the codes."""
    return tuple(theme for theme in ORDER if theme in themes)
