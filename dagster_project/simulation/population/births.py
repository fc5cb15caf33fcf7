"""What is new at a snapshot: as many as the totals leave, in the groups and classes that have room."""

from collections import Counter
from datetime import date

from dagster_project.simulation.population.draft import MUNICIPALITY, PROVINCE, WATER_BOARD, Books, Draft
from dagster_project.simulation.population.forms import FORMS, OTHER, draw_form
from dagster_project.simulation.population.leaving import some_day
from dagster_project.simulation.population.settings import setting
from dagster_project.simulation.population.targets import Targets
from dagster_project.simulation.randomness import generator
from dagster_project.simulation.world.geography import BOARDS, province_of
from dagster_project.simulation.world.organisations import place_name, reference_date

OLDEST = 1985
"""Founding year of the oldest; what is older has mostly been founded anew under later law."""


def new_drafts(books: Books, number: int) -> list[Draft]:
    """So many new collaborations, each around a municipality, with a day of founding and nothing else yet."""
    first = books.numbers + 1
    return [_born(books, anchor) for anchor in _anchors(books, first, number)]


def _anchors(books: Books, first: int, number: int) -> list[str]:
    """So many municipalities, each about as often: the whole country in an order by lot, again and again. Drawn freely
    they would crowd here and lack there, and no number of collaborations per municipality crowds so by mere chance."""
    found: list[str] = []
    while len(found) < number:
        order = list(books.country.of(MUNICIPALITY, books.snapshot))
        generator("anchors", books.seed, books.snapshot, first, len(found)).shuffle(order)
        found += order
    return found[:number]


def _born(books: Books, anchor: str) -> Draft:
    number = books.numbers + 1
    return books.new(anchor, founded_on=_founded(books, number), seat=place_name(anchor, books.snapshot))


def _founded(books: Books, number: int) -> date:
    if books.before is not None:
        return some_day(books, "founded", number)
    chance = generator("founded", books.seed, number)
    # Recent years are likelier: half of what there is was founded in the last third of the time.
    last = reference_date(books.snapshot).year - 1
    year = OLDEST + round((last - OLDEST) * max(chance.random(), chance.random()))
    return date(year, chance.choice((1, 1, 1, 4, 7, 10)), 1)


def move_to_owners(books: Books, births: list[Draft]) -> None:
    """Move those with provinces or water boards: each province and board has about as many, however many
    municipalities it holds."""
    for draft in births:
        kind = next((one for one in (WATER_BOARD, PROVINCE) if one in draft.pattern), None)
        if kind is None:
            continue
        chance = generator("settles", books.seed, draft.number)
        body = chance.choice(books.country.of(kind, books.snapshot))
        municipalities = books.country.of(MUNICIPALITY, books.snapshot)
        own = {one for one, boards in BOARDS.items() if body in boards} if kind == WATER_BOARD else {body}
        near = [one for one in municipalities if province_of(one) in own] or municipalities
        draft.anchor = chance.choice(near)
        draft.seat = place_name(draft.anchor, books.snapshot)
        draft.members[kind] = [body]


def choose_scattered(books: Books, births: list[Draft]) -> None:
    """Some agreements of municipalities reach over the whole country."""
    for draft in births:
        if draft.pattern == (MUNICIPALITY,) and not draft.single and draft.group == OTHER:
            # Agreements of municipalities are about a third of all, and only they are meant.
            draft.scattered = generator("scattered", books.seed, draft.number).random() < 3 * setting("scattered_share")


def add_hidden(books: Books, targets: Targets) -> list[Draft]:
    """As many that no source sees as the set share, each of several municipalities; gives the new ones."""
    have = sum(draft.hidden for draft in books.drafts)
    found = new_drafts(books, max(round(targets.total * setting("hidden_share")) - have, 0))
    for draft in found:
        draft.hidden, draft.pattern = True, (MUNICIPALITY,)
        groups = Counter(targets.forms)
        chance = generator("hidden", books.seed, draft.number)
        draft.group = chance.choices(list(FORMS), [groups[group] for group in FORMS])[0]
        draft.legal_form = draw_form(books, draft, draft.group)
    return found


def add_out_of_scope(books: Books, targets: Targets) -> list[Draft]:
    """Networks on a list that hold no government yet, so that no definition counts them; gives the new ones."""
    have = sum(not draft.governments and not draft.in_scope for draft in books.drafts)
    found = new_drafts(books, max(round(targets.total * setting("outside_scope")) - have, 0))
    for draft in found:
        draft.in_scope, draft.group = False, OTHER
        draft.legal_form = "bestuurlijk_overleg"
    return found
