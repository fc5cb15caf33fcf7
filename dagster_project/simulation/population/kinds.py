"""Which kinds of governments take part together, and who is of one government alone: quotas, and who gets which.

Belongs here: the classes (single or not, pattern of kinds) and their assignment. Does not belong here: which
organisations these are (`members`).
"""

from collections import Counter

from dagster_project.simulation.population.draft import (
    MUNICIPALITY,
    PROVINCE,
    WATER_BOARD,
    Books,
    Draft,
    Pattern,
)
from dagster_project.simulation.population.settings import setting
from dagster_project.simulation.population.targets import Targets
from dagster_project.simulation.randomness import uniform
from dagster_project.simulation.world.definitions import least_governments
from dagster_project.simulation.world.geography import KINDS, Country

Class = tuple[bool, Pattern]
"""Single or not, and the kinds that take part."""


def class_of(draft: Draft) -> Class:
    """The class of a collaboration as it stands."""
    return draft.single, draft.pattern


def class_quotas(country: Country, targets: Targets, fixed: Counter[Class]) -> Counter[Class]:
    """How many collaborations each class has, so that the totals and the numbers with at least one of a kind come out.

    `fixed` are those of the statutory systems, which are part of the quotas and must fit in them.
    """
    total, with_kind = targets.total, targets.with_kind
    without = max(total - with_kind[MUNICIPALITY], 0)
    provinces = round(without * setting("without_municipality_provinces_only"))
    both = round(without * setting("without_municipality_both"))
    boards = without - provinces - both
    singles = round(total * setting("single_government_share")) if least_governments(targets.snapshot) == 1 else 0
    single_provinces, single_boards = min(singles // 5, provinces * 3 // 5), min(singles // 10, boards * 3 // 5)
    # Several provinces, or several boards, are only there where the country has more than one.
    if len(country.of(PROVINCE, targets.snapshot)) < 2:
        both, provinces = both + provinces - single_provinces, single_provinces
    if len(country.of(WATER_BOARD, targets.snapshot)) < 2:
        both, boards = both + boards - single_boards, single_boards
    left = {PROVINCE: with_kind[PROVINCE] - provinces - both, WATER_BOARD: with_kind[WATER_BOARD] - boards - both}
    three = max(round(setting("all_three_kinds") * min(left.values())), fixed[(False, KINDS)])
    with_province = max(left[PROVINCE] - three, fixed[(False, (MUNICIPALITY, PROVINCE))], 0)
    with_board = max(left[WATER_BOARD] - three, 0)
    single_municipalities = singles - single_provinces - single_boards
    rest = total - without - three - with_province - with_board - single_municipalities
    least = fixed[(False, (MUNICIPALITY,))]
    return Counter(
        {
            (True, (MUNICIPALITY,)): max(single_municipalities + min(rest - least, 0), 0),
            (True, (PROVINCE,)): single_provinces,
            (True, (WATER_BOARD,)): single_boards,
            (False, (PROVINCE,)): provinces - single_provinces,
            (False, (WATER_BOARD,)): boards - single_boards,
            (False, (PROVINCE, WATER_BOARD)): both,
            (False, KINDS): three,
            (False, (MUNICIPALITY, PROVINCE)): with_province,
            (False, (MUNICIPALITY, WATER_BOARD)): with_board,
            (False, (MUNICIPALITY,)): max(rest, least),
        }
    )


def assign_classes(books: Books, quotas: Counter[Class], survivors: list[Draft], births: list[Draft]) -> None:
    """Give each of the births a class; survivors keep theirs where it has room, else they take in or lose a kind."""
    room = Counter(quotas)
    moved = []
    for draft in _shuffled(books, survivors):
        if room[class_of(draft)] > 0:
            room[class_of(draft)] -= 1
        else:
            moved.append(draft)
    for draft in moved:
        free = [(s, pattern) for (s, pattern), count in room.items() if count > 0 and not s]
        if free:
            draft.pattern = min(free, key=lambda one: (_distance(draft.pattern, one[1]), one[1]))[1]
            draft.single = False
            room[class_of(draft)] -= 1
    rest = [one for one in sorted(room) for _ in range(max(room[one], 0))]
    for draft, (single, pattern) in zip(_shuffled(books, births), rest, strict=False):
        draft.single, draft.pattern = single, pattern
    for draft in births:
        draft.pattern = draft.pattern or (MUNICIPALITY,)


def _distance(one: Pattern, other: Pattern) -> int:
    return len(set(one) ^ set(other))


def _shuffled(books: Books, drafts: list[Draft]) -> list[Draft]:
    return sorted(drafts, key=lambda one: (uniform("class", books.seed, books.snapshot, one.number), one.number))
