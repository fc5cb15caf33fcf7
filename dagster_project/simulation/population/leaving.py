"""What ends, goes on unseen, or leaves the count between two snapshots; what merges and splits.

Belongs here: the ways out, and the few ways in that are no birth. Does not belong here: births (`births`), and what a
survivor looks like afterwards (`changes`).
"""

from collections import Counter
from datetime import date, timedelta

from dagster_project.simulation.population.draft import MUNICIPALITY, Books, Draft
from dagster_project.simulation.population.forms import OTHER, PRIVATE, WGR, draw_form
from dagster_project.simulation.population.kinds import Class, class_of
from dagster_project.simulation.population.nearness import from_near_to_far
from dagster_project.simulation.population.settings import setting
from dagster_project.simulation.randomness import generator, uniform
from dagster_project.simulation.world.definitions import least_governments
from dagster_project.simulation.world.geography import province_of
from dagster_project.simulation.world.organisations import place_name, reference_date

OVERFULL = 5
"""How much sooner a collaboration ends whose class is to shrink, against one whose class is not."""
LEAST_TO_SPLIT = 6
"""Municipalities from which a collaboration can split into two that each still make sense."""
FREE = (WGR, PRIVATE, OTHER)


def some_day(books: Books, *question: object) -> date:
    """A first of a month in the interval that ends at the snapshot; every third on the first of January."""
    first, last = reference_date(books.before) + timedelta(days=1), reference_date(books.snapshot)
    days = [
        date(year, month, 1)
        for year in range(first.year, last.year + 1)
        for month in range(1, 13)
        if first <= date(year, month, 1) <= last
    ]
    new_years = [day for day in days if day.month == 1]
    chance = generator("day", books.seed, books.snapshot, *question)
    return chance.choice(new_years if new_years and chance.random() < 1 / 3 else days)


def end_by_merger_of_members(books: Books, shrunk: dict[int, date]) -> None:
    """Two municipalities that became one need no collaboration any more: it ends with them."""
    for draft in list(books.drafts):
        if draft.number in shrunk and not draft.single and not draft.system and len(draft.governments) < 2:
            _dissolve(books, draft, shrunk[draft.number])


def come_to_light(books: Books) -> None:
    """Some that no source saw are seen now: more where one looked harder. Who is alone stays unseen."""
    read = _budgets_read(books.snapshot)
    rate = setting("first_seen_looking_harder" if read else "first_seen_without_budgets")
    for draft in books.drafts:
        if draft.hidden and not draft.single and uniform("seen", books.seed, books.snapshot, draft.number) < rate:
            draft.hidden = False
            books.record_event(draft, "first_seen")


def enter_scope(books: Books) -> None:
    """Networks that governments have joined since."""
    for draft in books.drafts:
        if not draft.in_scope and not draft.hidden and not draft.governments:
            draft.in_scope = True
            books.record_event(draft, "entered_scope", some_day(books, "joined", draft.number))


def merge(books: Books) -> None:
    """Pairs with the same task and group of forms in one province: the one goes up in the other."""
    pool = [one for one in _standing(books) if not one.scattered]
    pool.sort(key=lambda one: (uniform("merge", books.seed, books.snapshot, one.number), one.number))
    left = round(len(pool) * setting("merged"))
    gone: set[int] = set()
    for into in pool:
        if left < 1:
            return
        partner = next((one for one in pool if one.number not in gone | {into.number} and _alike(one, into)), None)
        if into.number in gone or partner is None:
            continue
        gone |= {partner.number, into.number}
        books.staying.add(into.number)
        left -= 1
        for kind, members in partner.members.items():
            into.members[kind] = list(dict.fromkeys([*into.members.get(kind, []), *members]))
        into.pattern = tuple(kind for kind in ("gm", "pv", "ws") if into.members.get(kind))
        into.follows = False
        partner.ended_on = some_day(books, "merged", partner.number)
        books.remove(partner)
        books.record_event(partner, "merged", partner.ended_on, (into,))


def split(books: Books) -> list[Draft]:
    """A part of the members goes on by itself; gives the new ones."""
    pool = [one for one in _standing(books) if one.size(MUNICIPALITY) >= LEAST_TO_SPLIT]
    pool.sort(key=lambda one: (uniform("split", books.seed, books.snapshot, one.number), one.number))
    found = []
    for parent in pool[: round(len(books.counted()) * setting("split"))]:
        order = from_near_to_far(books, parent, MUNICIPALITY)
        members = sorted(parent.members[MUNICIPALITY], key=order.index)
        keep, leave = members[: len(members) // 2 + 1], members[len(members) // 2 + 1 :]
        on = some_day(books, "split", parent.number)
        child = books.new(
            leave[0],
            pattern=(MUNICIPALITY,),
            legal_form=parent.legal_form,
            group=parent.group,
            themes=parent.themes,
            task=parent.task,
            members={MUNICIPALITY: leave},
            seat=place_name(leave[0], books.snapshot),
            founded_on=on,
        )
        parent.members[MUNICIPALITY], parent.follows = keep, False
        books.staying.add(parent.number)
        books.record_event(parent, "split", on, (parent, child))
        found.append(child)
    return found


def leave(books: Books, quotas: Counter[Class], groups: Counter[str]) -> None:
    """Let collaborations end, go unseen or leave the count, so that classes and groups have room for the new ones.

    `quotas` and `groups` are those of the snapshot without the statutory systems.
    """
    years = (reference_date(books.snapshot) - reference_date(books.before)).days / 365
    rate = setting("dissolved_per_year") * years
    for draft in [one for one in books.drafts if not one.counted]:
        if uniform("hidden end", books.seed, books.snapshot, draft.number) < rate:
            books.remove(draft)
    if least_governments(books.snapshot) > 1:
        _leave_scope(books, rate)
    free = _standing(books)
    classes, forms = Counter(map(class_of, free)), Counter(one.group for one in free)

    def readiness(draft: Draft) -> tuple[float, int]:
        over = classes[class_of(draft)] > quotas[class_of(draft)]
        crowded = forms[draft.group] > groups[draft.group]
        lot = uniform("ends", books.seed, books.snapshot, draft.number)
        return lot / (OVERFULL if over else 1) / (2 if crowded else 1), draft.number

    free.sort(key=readiness)
    ending, staying = free[: round(len(free) * rate)], free[round(len(free) * rate) :]
    for draft in ending:
        _dissolve(books, draft, some_day(books, "ends", draft.number))
    staying = [one for one in staying if not one.single]
    # A dated register keeps what it holds in sight: what leaves it has ended, and everybody can read when.
    unlisted = [one for one in staying if not one.in_register]
    for draft in unlisted[: round(len(staying) * setting("no_longer_seen"))]:
        draft.hidden = True
        books.record_event(draft, "no_longer_seen")
    _make_room_for_singles(books, quotas)
    _make_room_in_groups(books, groups)


def _leave_scope(books: Books, rate: float) -> None:
    for draft in [one for one in books.counted() if one.single]:
        if uniform("ends", books.seed, books.snapshot, draft.number) < rate:
            _dissolve(books, draft, some_day(books, "ends", draft.number))
        elif not draft.system:
            draft.in_scope = False
            books.record_event(draft, "left_scope")


def _make_room_for_singles(books: Books, quotas: Counter[Class]) -> None:
    """Parties of one government beyond their quota end; they cannot become anything else."""
    room = Counter(quotas)
    for draft in [one for one in books.counted() if one.single and not one.system]:
        room[class_of(draft)] -= 1
        if room[class_of(draft)] < 0:
            _dissolve(books, draft, some_day(books, "ends", draft.number))


def _make_room_in_groups(books: Books, groups: Counter[str]) -> None:
    """Groups of forms beyond their number (less the least births) change into another group, or end."""
    share_changing = setting("surplus_changes_form")
    changed: set[int] = set()
    for group in FREE:
        most = groups[group] - round(groups[group] * setting("least_births"))
        members = [one for one in books.counted() if _free(one) and one.group == group]
        members.sort(key=lambda one: (one.single, uniform("form", books.seed, books.snapshot, one.number), one.number))
        standing = [one for one in members if one.number in books.stood - books.staying - changed]
        surplus = standing[: max(len(members) - most, 0)]
        for draft in surplus:
            room = {other: groups[other] - _number(books, other) for other in FREE if other != group}
            # Who leaves the Wgr or private law mostly goes on with a lighter form.
            into = OTHER if room.get(OTHER, 0) > groups[OTHER] // 10 else max(sorted(room), key=lambda one: room[one])
            lot = uniform("changes", books.seed, books.snapshot, draft.number)
            if lot < share_changing and room[into] > 0 and not draft.single and (into != WGR):
                draft.legal_form, draft.group = draw_form(books, draft, into), into
                changed.add(draft.number)
                books.record_event(draft, "legal_form_changed", some_day(books, "form", draft.number))
            else:
                _dissolve(books, draft, some_day(books, "ends", draft.number))


def _number(books: Books, group: str) -> int:
    return sum(one.group == group for one in books.counted() if _free(one))


def _dissolve(books: Books, draft: Draft, on: date) -> None:
    if draft.counted:
        books.record_event(draft, "dissolved", on)
    draft.ended_on = on
    books.remove(draft)


def _free(draft: Draft) -> bool:
    return draft.system is None


def _standing(books: Books) -> list[Draft]:
    """What was counted at the former snapshot and still is, without the systems and what took others in or split.

    Only these end, merge or split, so that nothing both comes and goes between two snapshots.
    """
    return [one for one in books.counted() if _free(one) and one.number in books.stood - books.staying]


def _alike(one: Draft, other: Draft) -> bool:
    return (
        one.task == other.task
        and one.group == other.group
        and not one.single
        and not other.single
        and province_of(one.anchor) == province_of(other.anchor)
    )


def _budgets_read(snapshot: int) -> bool:
    from dagster_project.workspace.seeds import read_seed

    return dict(read_seed("snapshot").select("snapshot", "municipal_budgets").iter_rows())[snapshot] == "yes"
