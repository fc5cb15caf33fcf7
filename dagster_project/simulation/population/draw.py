"""The truth of a country: all its collaborations at each snapshot, and what became of them in between.

Belongs here: the order in which a snapshot is drawn. Each step is a module of its own: who leaves (`leaving`), who is
new (`births`), kinds, forms, themes and members, each held to the published figures (`targets`).
"""

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise

from dagster_project.simulation.model import Population, TrueCollaboration
from dagster_project.simulation.population import leaving
from dagster_project.simulation.population.births import (
    add_hidden,
    add_out_of_scope,
    choose_scattered,
    move_to_owners,
    new_drafts,
)
from dagster_project.simulation.population.changes import change_forms, rename
from dagster_project.simulation.population.draft import MUNICIPALITY, Books, Draft
from dagster_project.simulation.population.forms import assign_groups
from dagster_project.simulation.population.freeze import freeze
from dagster_project.simulation.population.kinds import Class, assign_classes, class_quotas
from dagster_project.simulation.population.members import carry_over, fill, fit, leave_nobody_out, wish_sizes
from dagster_project.simulation.population.multiply import multiplied
from dagster_project.simulation.population.names import choose_task, name_anew, write_purpose
from dagster_project.simulation.population.parties import assign_ministries, assign_non_government, without_government
from dagster_project.simulation.population.statutory import statutory_quotas, update_systems
from dagster_project.simulation.population.targets import targets_of
from dagster_project.simulation.population.theme_targets import theme_sets, theme_targets
from dagster_project.simulation.population.themes import any_themes, assign_themes
from dagster_project.simulation.population.versions import content_of, update_versions
from dagster_project.simulation.world.geography import country_of
from dagster_project.simulation.world.published_figures import drawable
from dagster_project.workspace.errors import WrongUse


def build_population(*, bodies: int | None, snapshots: tuple[int, ...], seed: int, multiply: int = 1) -> Population:
    """The truth of the whole country, or of a connected part of `bodies` municipalities, provinces and water boards.

    At full size every published figure of sb2025 comes out within its rounding as an inventory without error would
    count it (`calibration`); a part has the same figures in the proportion of its bodies, as near as it can.
    `multiply` repeats the country (see `multiply`). The same arguments give the same truth on any machine. Rows stand
    in the order of snapshot and truth id. Raises WrongUse for a snapshot without published figures or too few bodies.
    """
    snapshots = tuple(sorted(set(snapshots)))
    if not snapshots or multiply < 1:
        raise WrongUse("a country needs a snapshot and at least one copy", "--snapshots", "give 2017, 2020 or 2024")
    if unknown := [snapshot for snapshot in snapshots if snapshot not in drawable()]:
        raise WrongUse(
            f"nothing is published for {unknown[0]}, so no country can be drawn",
            "--snapshots",
            f"choose from {', '.join(map(str, drawable()))}",
        )
    books = Books(country_of(bodies, snapshots, seed), seed)
    rows: dict[tuple[int, int], TrueCollaboration] = {}
    for before, snapshot in pairwise((None, *snapshots)):
        there = {draft.number: draft for draft in books.drafts}
        books.stood = frozenset(draft.number for draft in books.counted())
        books.staying, books.orders = set(), {}
        books.before, books.snapshot = before, snapshot
        _draw(books)
        still = {draft.number for draft in books.drafts}
        for number in there.keys() - still:
            rows[before, number] = replace(rows[before, number], ended_on=there[number].ended_on)
        rows |= {(snapshot, draft.number): freeze(draft, snapshot) for draft in books.drafts}
    truth = Population(tuple(rows[key] for key in sorted(rows)), tuple(books.events))
    return multiplied(truth, multiply)


def _draw(books: Books) -> None:
    """Bring the country from the former snapshot to the present one, or found it."""
    targets = targets_of(books.country, books.snapshot, books.seed)
    former = {draft.number: content_of(draft) for draft in books.drafts}
    shrunk = carry_over(books) if books.before is not None else {}
    update_systems(books)
    classes, groups, themes = statutory_quotas(books)
    quotas = class_quotas(books.country, targets, classes) - classes
    forms = Counter(targets.forms) - groups
    split_off = _pass_on(books, quotas, forms, shrunk) if books.before is not None else []

    old = [draft for draft in books.counted() if not draft.system]
    births = new_drafts(books, max(targets.total - len(old) - classes.total(), 0))
    assign_classes(books, quotas, old, births)
    move_to_owners(books, births)
    assign_groups(books, births, forms - Counter(draft.group for draft in old))
    choose_scattered(books, births)
    sets = theme_sets(theme_targets(books.snapshot, targets.total), themes)
    turned = assign_themes(books, sets - themes, old, births)
    survivors = [draft for draft in old if draft not in split_off]
    change_forms(books, [draft for draft in survivors if draft.number in books.stood])

    unseen, outside = add_hidden(books, targets), add_out_of_scope(books, targets)
    for draft in [*unseen, *outside]:
        draft.themes = any_themes(books, sets, draft)
    statutory = [draft for draft in books.counted() if draft.system]
    present = sum(draft.size(MUNICIPALITY) for draft in [*old, *statutory])
    alone = sum(draft.single and MUNICIPALITY in draft.pattern for draft in births)
    wish_sizes(books, births, targets.memberships[MUNICIPALITY] - present - alone)
    wish_sizes(books, unseen, targets.memberships[MUNICIPALITY] * len(unseen) // targets.total)
    for draft in [*old, *births, *unseen]:
        fill(books, draft)
    fit(books, books.counted(), targets)
    leave_nobody_out(books)
    for draft in outside:
        without_government(books, draft)
    assign_ministries(books, targets, births)
    assign_non_government(books, targets)

    for draft in [*births, *unseen, *outside]:
        choose_task(books, draft)
        name_anew(books, draft)
        write_purpose(books, draft)
    for draft in split_off:
        name_anew(books, draft)
        write_purpose(books, draft)
    rename(books, survivors, turned)
    update_versions(books, former)
    if books.before is not None:
        for draft in births:
            books.record_event(draft, "founded", draft.founded_on)


def _pass_on(books: Books, quotas: Counter[Class], forms: Counter[str], shrunk: dict[int, date]) -> list[Draft]:
    """Who leaves, merges, splits and comes to light since the former snapshot; gives those that split off."""
    leaving.end_by_merger_of_members(books, shrunk)
    leaving.come_to_light(books)
    leaving.enter_scope(books)
    leaving.merge(books)
    split_off = leaving.split(books)
    leaving.leave(books, quotas, forms)
    return split_off
