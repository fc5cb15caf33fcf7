"""Published against simulated: whether the drawn country has the figures of the article.

Belongs here: the comparison, figure by figure, with the reading that it rests on. Does not belong here: how the
figures are counted (`figures`) or met (`population`). Errors that sources make play no part: it is the truth that is
compared, as an inventory without error would count it.
"""

from collections import Counter
from dataclasses import dataclass

from dagster_project.simulation.model import Population, TrueCollaboration
from dagster_project.simulation.population.statutory import systems_at
from dagster_project.simulation.truth.figures import counted, expected_figures
from dagster_project.simulation.world.published_figures import PUBLICATION, interval
from dagster_project.workspace.seeds import read_seed

NOT_OF_THE_TRUTH = ("survey_response", "duplicate_share", "theme_coding_error", "participation_coding_error")
"""Figures about how the inventory was made; the sources are held to them, not the country."""
RATIO = "as a ratio: the number of the snapshot in percent of that of 2017"
READINGS = {
    "mean_municipalities": "over all collaborations; over those with a municipality, 2017 would be 9.8 (the article "
    "does not state its denominator)",
    "theme_growth_since_2017": RATIO,
}
FIRST = 2017


@dataclass(frozen=True)
class CalibrationRow:
    """One published figure beside the simulated one; `reading` where the article leaves open what was counted."""

    figure: str
    snapshot: int
    category: str
    published: str
    simulated: float
    within_rounding: bool
    reading: str = ""


def calibration_table(population: Population) -> list[CalibrationRow]:
    """A row per published figure of the snapshots of the population and per statutory system, in the order of both.

    Meant for the whole country: of a part the shares are comparable, the counts are not.
    """
    ones, cells = counted(population), expected_figures(population)
    rows = []
    published = read_seed("published_figure")
    for row in published.filter(published["publication"] == PUBLICATION).iter_rows(named=True):
        figure, snapshot, category = row["figure"], row["snapshot"], row["category"]
        if figure in NOT_OF_THE_TRUTH or snapshot not in ones:
            continue
        value = _value(figure, snapshot, category, ones, cells)
        if value is not None:
            reading = READINGS.get(figure, "")
            rows.append(
                CalibrationRow(figure, snapshot, category, row["value"], value, _within(value, row["value"]), reading)
            )
    return rows + _systems(ones)


def calibration_lines(rows: list[CalibrationRow]) -> list[str]:
    """The table as lines for a terminal, and how many are within rounding."""
    head = f"{'figure':<34}{'year':<6}{'category':<18}{'published':>10}{'simulated':>11}  "
    lines = [head + "within rounding"]
    for row in rows:
        shown = f"{row.figure:<34}{row.snapshot:<6}{row.category:<18}{row.published:>10}{row.simulated:>11.2f}  "
        lines.append(shown + ("yes" if row.within_rounding else "NO"))
    for figure, reading in READINGS.items():
        if any(row.figure == figure for row in rows):
            lines.append(f"{figure}: read {reading}")
    good = sum(row.within_rounding for row in rows)
    return [*lines, f"{good} of {len(rows)} within rounding"]


def _value(
    figure: str, snapshot: int, category: str, ones: dict[int, list[TrueCollaboration]], cells: dict
) -> float | None:
    """The simulated value in the reading of READINGS; None where the snapshot to compare with is not there."""
    if figure == "mean_municipalities":
        members = sum(member.startswith("gm") for one in ones[snapshot] for member in one.participants)
        return members / len(ones[snapshot])
    if figure == "theme_growth_since_2017":
        then = cells.get(("theme_count", FIRST, category))
        return 100 * cells["theme_count", snapshot, category] / then if then else None
    return cells[figure, snapshot, category]


def _within(value: float, published: str) -> bool:
    """Whether a value is what was published: rounded to it, above a bound (`>150`), or rounded into a range (`8-9`)."""
    if published.startswith(">"):
        return value > float(published[1:])
    low, _, high = published.partition("-")
    return interval(low)[0] <= value < interval(high or low)[1]


def _systems(ones: dict[int, list[TrueCollaboration]]) -> list[CalibrationRow]:
    rows = []
    for snapshot, some in sorted(ones.items()):
        have = Counter(one.statutory_system for one in some)
        for system, number in systems_at(snapshot).items():
            rows.append(
                CalibrationRow("statutory_system", snapshot, system, str(number), have[system], have[system] == number)
            )
    return rows
