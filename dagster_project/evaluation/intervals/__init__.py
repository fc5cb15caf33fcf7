"""`evaluate intervals`: do the intervals hold the truth of many small countries as often as they promise?

- `countries`: a simulated country as an estimator meets it
- `trials`: every estimator on it; `verdict`: what must hold, and what must fail
- `published`: the cells of countries that went through everything
"""

import random
from functools import partial
from pathlib import Path

from dagster_project.evaluation.intervals.countries import countries, read_country
from dagster_project.evaluation.intervals.published import published_cells
from dagster_project.evaluation.intervals.trials import Trial, trials
from dagster_project.evaluation.intervals.verdict import judged
from dagster_project.evaluation.report.model import Report
from dagster_project.simulation import results_in_order

__all__ = ["evaluate_intervals"]

AT_ONCE = 8
MAKE = "lappendeken simulate --bodies 40 --no-documents --countries 100"


def evaluate_intervals(
    folder: Path | None,
    dependent: Path | None = None,
    seed: int = 1,
    processes: int = 2,
    runs: list[Path] | None = None,
) -> Report:
    """The report on countries whose lists are independent, and on those in another folder whose lists are not.

    With `runs` on the published cells of run countries too, without a folder on these alone.

    Raises UnreadableInput where a folder holds no country.
    """
    sections = [published_cells(runs, seed)] if runs else []
    if folder is None:
        return Report(f"intervals of {len(runs or ())} run countries", sections)
    work = [(path, False) for path in countries(folder, f"{MAKE} --independent DIR")]
    work += [(path, True) for path in countries(dependent, f"{MAKE} DIR")] if dependent else []
    by_country = list(results_in_order(partial(_tried, seed), work, processes, AT_ONCE))
    chosen: dict[tuple[int, str], Trial] = {}
    for number, (some, (path, _)) in enumerate(zip(by_country, work, strict=True)):
        for group in sorted({t.group for t in some}):
            lot = random.Random(f"cell {seed} {path.name} {group}")
            chosen[number, group] = lot.choice([t for t in some if t.group == group])
    return Report(f"intervals on {len(work)} simulated countries", [judged(by_country, chosen), *sections])


def _tried(seed: int, job: tuple[Path, bool]) -> tuple[Trial, ...]:
    path, is_dependent = job
    return tuple(trials(read_country(path), is_dependent, seed))
