"""The figures of the article, counted from the truth as an inventory without any error would count them.

Belongs here: formulas over the truth, kept apart from those of dbt so that either can show the other wrong. Does not
belong here: what was published (`targets`) and the comparison with it (`calibration`).
"""

from collections import Counter, defaultdict
from itertools import combinations

from dagster_project.simulation.model import Population, TrueCollaboration
from dagster_project.simulation.population.forms import group_of
from dagster_project.simulation.population.theme_targets import ORDER
from dagster_project.simulation.world.copies import is_copy
from dagster_project.simulation.world.definitions import least_governments
from dagster_project.simulation.world.geography import KIND_NAMES, KINDS, existing_ids

Cell = tuple[str, int, str]
"""Figure, snapshot, category."""
GROUPS = ("wgr", "private", "other")


def is_counted(one: TrueCollaboration) -> bool:
    """Whether the definition of the snapshot counts it, as far as the truth goes: seen, and of enough governments."""
    return one.inventoried and len(one.participants) + len(one.ministries) >= least_governments(one.snapshot)


def counted(population: Population) -> dict[int, list[TrueCollaboration]]:
    """Snapshot to the collaborations that count, in the order of the truth."""
    found: dict[int, list[TrueCollaboration]] = defaultdict(list)
    for one in population.collaborations:
        if is_counted(one):
            found[one.snapshot].append(one)
    return dict(found)


def organisation_counts(population: Population) -> dict[int, Counter[str]]:
    """Snapshot to the number of organisations of each kind: all that exist, or in a part of the country (or a repeated
    one) those that take part in something."""
    taking_part = {member for one in population.collaborations for member in one.participants}
    snapshots = sorted({one.snapshot for one in population.collaborations})
    there = {snapshot: {body for kind in KINDS for body in existing_ids(kind, snapshot)} for snapshot in snapshots}
    if all(bodies <= taking_part for bodies in there.values()) and not any(map(is_copy, taking_part)):
        return {snapshot: Counter(body[:2] for body in bodies) for snapshot, bodies in there.items()}
    active: dict[int, set[str]] = defaultdict(set)
    for one in population.collaborations:
        active[one.snapshot] |= set(one.participants)
    return {snapshot: Counter(body[:2] for body in active[snapshot]) for snapshot in snapshots}


def expected_figures(population: Population) -> dict[Cell, float]:
    """Every cell of every figure to its value, unrounded: shares in percent, means per organisation or collaboration.

    Categories are those of the table `figure`. A cell whose denominator is nought is left out.
    """
    there = organisation_counts(population)
    cells: dict[Cell, float] = {}
    for snapshot, ones in sorted(counted(population).items()):
        for (figure, category), value in _cells(ones, there[snapshot]).items():
            cells[figure, snapshot, category] = value
    return dict(sorted(cells.items()))


def _cells(ones: list[TrueCollaboration], there: Counter[str]) -> dict[tuple[str, str], float]:
    total = len(ones)
    groups = Counter(group_of(one.legal_form) for one in ones)
    with_ministry = [one for one in ones if one.ministries]
    several = sum(len(one.non_government) > 1 for one in ones)
    cells: dict[tuple[str, str], float] = {
        ("total", "all"): total,
        ("independent_share", "all"): 100 * (groups["wgr"] + groups["private"]) / total,
        ("with_ministry", "all"): len(with_ministry),
        ("with_ministry_share", "all"): 100 * len(with_ministry) / total,
        ("with_several_non_government_share", "all"): 100 * several / total,
    }
    cells |= {("legal_form_group", group): 100 * groups[group] / total for group in GROUPS}
    ministries = Counter(ministry for one in with_ministry for ministry in one.ministries)
    cells |= {("ministry_share", one): 100 * number / len(with_ministry) for one, number in ministries.items()}
    return cells | _of_members(ones, there) | _of_themes(ones)


def _of_members(ones: list[TrueCollaboration], there: Counter[str]) -> dict[tuple[str, str], float]:
    cells = {}
    for kind, name in KIND_NAMES.items():
        sizes = [sum(member.startswith(kind) for member in one.participants) for one in ones]
        cells["with_at_least_one", name] = sum(size > 0 for size in sizes)
        if there[kind]:
            cells["mean_collaborations", name] = sum(sizes) / there[kind]
    return cells | _mean_municipalities("mean_municipalities", "all", ones)


def _of_themes(ones: list[TrueCollaboration]) -> dict[tuple[str, str], float]:
    total, cells = len(ones), {}
    numbers = Counter(len(one.themes) for one in ones)
    for number in range(1, len(ORDER) + 1):
        cells["theme_count_share", str(number)] = 100 * numbers[number] / total
    cells["theme_count_share", "3+"] = 100 * sum(count for number, count in numbers.items() if number > 2) / total
    for theme in ORDER:
        have = [one for one in ones if theme in one.themes]
        cells["theme_count", theme] = len(have)
        cells["theme_share", theme] = 100 * len(have) / total
        cells |= _mean_municipalities("mean_municipalities_per_theme", theme, have)
    for first, second in combinations(ORDER, 2):
        both = sum(first in one.themes and second in one.themes for one in ones)
        cells["theme_pair_share", f"{first}+{second}"] = 100 * both / total
    return cells


def _mean_municipalities(figure: str, category: str, ones: list[TrueCollaboration]) -> dict[tuple[str, str], float]:
    """Over those with at least one municipality, as `figure_definition` says."""
    sizes = [sum(member.startswith("gm") for member in one.participants) for one in ones]
    having = [size for size in sizes if size]
    return {(figure, category): sum(having) / len(having)} if having else {}
