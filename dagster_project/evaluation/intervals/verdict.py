"""Whether intervals hold what they promise: per group an exact test of coverage and the mean width.

Belongs here: the test and what must fail. Does not belong here: the intervals (`trials`).

Cells of one country are drawn from one sample, so the test takes one cell per country and group, by lot; the coverage
over all cells is told beside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dagster_project.evaluation.intervals.trials import Trial
from dagster_project.evaluation.report.model import Measure, Section
from dagster_project.quality import holm

PROMISED, LEVEL, WIDEST = 0.95, 0.05, 1.2
"""How often an interval says that it holds the truth; the level of the test, over all groups (Holm); and how many times
as wide as a mid-p interval one may be, for one that is wide enough always holds."""
BROKEN = ("coverage.dependent", "seen.legal_form", "seen.theme")
"""Groups whose assumption is broken on purpose: a test that they pass would see nothing."""


def judged(by_country: Sequence[tuple[Trial, ...]], chosen: Mapping[tuple[int, str], Trial]) -> Section:
    """The section of the report.

    Args:
        by_country: the trials of each country.
        chosen: by country and group the one cell that is tested.
    """
    section = Section("intervals")
    every: dict[str, list[Trial]] = defaultdict(list)
    for trials in by_country:
        for trial in trials:
            every[trial.group].append(trial)
    tested = {group: [t for (_, g), t in sorted(chosen.items()) if g == group] for group in sorted(every)}
    chances = {group: below_promise(sum(t.holds for t in some), len(some)) for group, some in tested.items()}
    adjusted = dict(zip(chances, holm(list(chances.values())), strict=True))
    rows = []
    for group, some in tested.items():
        held, cells = sum(t.holds for t in some), every[group]
        wide = _mean(t.width for t in cells) / (_mean(t.mid_p_width for t in cells) or 1.0)
        kept = adjusted[group] >= LEVEL
        right = (not kept) if group in BROKEN else kept and wide <= WIDEST
        overall = sum(t.holds for t in cells) / len(cells)
        rows.append((group, len(some), held / len(some), overall, adjusted[group], wide, group in BROKEN, right))
        section.add(Measure.share(f"intervals.coverage.{group}", held, len(some)))
        section.add(Measure(f"intervals.width.{group}", wide, better="low"))
    columns = ("group", "countries", "coverage", "of_all_cells", "p_holm", "width_to_mid_p", "broken", "as_it_must")
    section.table("groups", columns, rows)
    section.add(Measure.share("intervals.as_they_must", sum(row[-1] for row in rows), len(rows)))
    return section


def below_promise(held: int, tried: int) -> float:
    """One-sided exact p-value: so few or fewer of so many hold, where each does so in 95 of 100."""
    from scipy.stats import binom

    return float(binom.cdf(held, tried, PROMISED))


def _mean(values: Iterable[float]) -> float:
    some = list(values)
    return sum(some) / len(some) if some else 0.0
