"""Which organisations take part: neighbours first, in numbers that add up to the published memberships.

Belongs here: choosing and counting members. Does not belong here: which kinds take part (`kinds`), and who lies how far
from a collaboration (`nearness`).
"""

import math
import random
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from dagster_project.simulation.population.draft import MUNICIPALITY, PROVINCE, WATER_BOARD, Books, Draft
from dagster_project.simulation.population.nearness import from_near_to_far
from dagster_project.simulation.population.settings import setting
from dagster_project.simulation.population.targets import Targets
from dagster_project.simulation.randomness import generator, uniform
from dagster_project.simulation.world.geography import KINDS, ended_municipalities, province_of

PASSED_OVER = 0.15
"""Chance that a neighbour stays away, so that regions fray at their edges as real ones do."""
LEAST_MEAN, MOST_MEAN = 3.0, 14.0
"""Mean municipalities of new collaborations; what lies outside is made up by those that were there already."""
TYPICAL = 0.7
"""Share of changes of size that fall to the new ones, so that old collaborations keep their members."""


Step = Callable[[Books, Draft, str, random.Random], bool]
"""One member more or less of a kind; whether it could be."""


def carry_over(books: Books) -> dict[int, date]:
    """Put successors in the place of municipalities that ended; gives the number of each collaboration that lost
    members by it, and the day.

    Of a split municipality the first successor of the seed's order takes its place, unless one is in already.
    """
    ended = ended_municipalities(books.before, books.snapshot)
    alive = set(books.country.of(MUNICIPALITY, books.snapshot))
    boards = set(books.country.of(WATER_BOARD, books.snapshot))
    shrunk = {}
    for draft in books.drafts:
        draft.anchor = _heir(draft.anchor, ended, alive)
        before = draft.members.get(MUNICIPALITY, [])
        after: list[str] = []
        for member in before:
            heirs = [heir for heir in ended.get(member, ((member,), None))[0] if heir in alive]
            if heirs and not set(heirs) & set(after):
                after.append(heirs[0])
        # A successor that was a member before its predecessor came in stands there once.
        draft.members[MUNICIPALITY] = list(dict.fromkeys(after))
        draft.members[WATER_BOARD] = [one for one in draft.members.get(WATER_BOARD, []) if one in boards]
        if len(draft.members[MUNICIPALITY]) < len(before):
            shrunk[draft.number] = max(ended[member][1] for member in before if member in ended)
    return shrunk


def _heir(anchor: str, ended: dict, alive: set[str]) -> str:
    heirs = [heir for heir in ended.get(anchor, ((anchor,), None))[0] if heir in alive]
    return heirs[0] if heirs else min(alive)


def wish_sizes(books: Books, births: list[Draft], municipalities: int) -> None:
    """Draw how many municipalities each of the births begins with, so that together they come near a number."""
    drawn = [draft for draft in births if MUNICIPALITY in draft.pattern and not draft.single]
    if not drawn:
        return
    skewed = {one.number: _skewed(generator("size", books.seed, one.number).random()) for one in drawn}
    mean = min(max(municipalities / len(drawn), LEAST_MEAN), MOST_MEAN)
    scale = mean * len(drawn) / sum(skewed.values())
    for draft in drawn:
        least = 2 if draft.pattern == (MUNICIPALITY,) else 1
        draft.wanted = min(max(least, round(skewed[draft.number] * scale)), int(setting("most_municipalities")))


def _skewed(lot: float) -> float:
    """A skewed size for a lot in [0, 1): about one in the middle, one in ten is 2.6 times as large, one in a hundred
    4.3 times, as in the register (6 municipalities in the middle, 15 and 26).

    A square root is rounded alike on every machine; logarithms and exponentials are not.
    """
    return math.sqrt(lot / (1.05 - lot))


def fill(books: Books, draft: Draft) -> None:
    """Bring the members in line with the pattern: drop kinds that left, take in the nearest of kinds that came."""
    chance = generator("members", books.seed, books.snapshot, draft.number)
    for kind in KINDS:
        if kind not in draft.pattern:
            draft.members[kind] = []
        elif not draft.members.get(kind):
            draft.members[kind] = _first(books, draft, kind, chance)
    if not draft.single and len(draft.governments) < 2:
        # In a small part of the country a kind may have one body only; then a municipality joins.
        for kind in (*draft.pattern, MUNICIPALITY):
            if len(draft.governments) < 2:
                grow(books, draft, kind, chance)
        draft.pattern = tuple(kind for kind in KINDS if draft.members.get(kind))


def _first(books: Books, draft: Draft, kind: str, chance: random.Random) -> list[str]:
    if kind == PROVINCE and draft.members.get(MUNICIPALITY):
        home = [province_of(one) for one in draft.members[MUNICIPALITY]]
        return [max(sorted(set(home)), key=home.count)]
    if kind != MUNICIPALITY or draft.single:
        return [from_near_to_far(books, draft, kind)[0]]
    if region := _region(books, draft):
        draft.follows = True
        return region
    order = list(from_near_to_far(books, draft, MUNICIPALITY))
    if draft.scattered:
        chance.shuffle(order)
    chosen = [one for one in order if one == draft.anchor or chance.random() >= PASSED_OVER][: draft.wanted]
    return chosen or order[:1]


def _region(books: Books, draft: Draft) -> list[str] | None:
    """The region of an existing division that has about the wanted size, where the draft follows one."""
    if draft.scattered or uniform("follows", books.seed, draft.number) >= setting("follows_a_division"):
        return None
    regions = [members for _, _, members in books.country.regions(draft.anchor, books.snapshot)]
    generator("which region", books.seed, draft.number).shuffle(regions)
    best = min(regions, key=lambda members: abs(len(members) - draft.wanted))
    near = abs(len(best) - draft.wanted) <= max(1, draft.wanted // 4)
    return list(best) if near and len(best) > 1 else None


def grow(books: Books, draft: Draft, kind: str, chance: random.Random) -> bool:
    """Take in one more of a kind, from near to far; whether there was one."""
    inside = set(draft.members.setdefault(kind, []))
    outside = [one for one in from_near_to_far(books, draft, kind) if one not in inside]
    if not outside or (kind == MUNICIPALITY and len(inside) >= setting("most_municipalities")):
        return False
    if draft.scattered:
        draft.members[kind].append(chance.choice(outside))
    else:
        draft.members[kind].append(next((one for one in outside if chance.random() >= PASSED_OVER), outside[0]))
    return True


def shrink(books: Books, draft: Draft, kind: str) -> bool:
    """Let the farthest of a kind leave; whether one could, for two governments and one of each kind stay."""
    if draft.size(kind) < 2 or len(draft.governments) < 3:
        return False
    order = from_near_to_far(books, draft, kind)
    draft.members[kind].remove(max(draft.members[kind], key=order.index))
    return True


def fit(books: Books, drafts: Iterable[Draft], targets: Targets) -> None:
    """Let members join and leave until the memberships of each kind are those of the targets.

    In a small part of the country there may be too few bodies or collaborations; then it ends as near as it can.
    """
    drafts = sorted(drafts, key=lambda draft: draft.number)
    for kind in KINDS:
        taking_part = [draft for draft in drafts if kind in draft.pattern]
        lacking = targets.memberships[kind] - sum(draft.size(kind) for draft in taking_part)
        chance = generator("fit", books.seed, books.snapshot, kind)
        step = grow if lacking > 0 else _shrink
        open_to = [one for one in taking_part if not one.single and not one.system]
        for preferred in ([one for one in open_to if not one.follows or kind != MUNICIPALITY], open_to):
            lacking = _fit(books, preferred, kind, lacking, step, chance)


def leave_nobody_out(books: Books) -> None:
    """Where a province or water board takes part in nothing that is counted, it takes the place of the one that takes
    part most, in what lies nearest to it; so that the numbers stay."""
    for kind in (PROVINCE, WATER_BOARD):
        taking_part = [one for one in books.counted() if one.size(kind) and not one.system]
        often = Counter(member for one in taking_part for member in one.members[kind])
        for body in books.country.of(kind, books.snapshot):
            if often[body] or not taking_part:
                continue
            near = {one.anchor: books.country.near(one.anchor, kind, books.snapshot).index(body) for one in taking_part}
            draft = min((near[one.anchor], one.number, one) for one in taking_part)[2]
            busiest = max(draft.members[kind], key=lambda member: (often[member], member))
            if often[busiest] > 1:
                draft.members[kind][draft.members[kind].index(busiest)] = body
                often[busiest] -= 1


def _shrink(books: Books, draft: Draft, kind: str, _: random.Random) -> bool:
    return shrink(books, draft, kind)


def _fit(books: Books, drafts: list[Draft], kind: str, lacking: int, step: Step, chance: random.Random) -> int:
    """As many steps as lack, or as there can be; gives what then lacks."""
    sign = 1 if lacking > 0 else -1
    new = [draft for draft in drafts if draft.born == books.snapshot]
    old = [draft for draft in drafts if draft.born != books.snapshot]
    while lacking and (new or old):
        pool = new if new and (not old or chance.random() < TYPICAL) else old
        place = chance.randrange(len(pool))
        draft = pool[place]
        if step(books, draft, kind, chance):
            lacking -= sign
            if kind == MUNICIPALITY:
                draft.follows = False
        else:
            pool[place] = pool[-1]
            pool.pop()
    return lacking
