"""Who has which themes: the sets of `theme_targets`, given out so that what is there changes as little as can be.

Belongs here: giving out sets. Does not belong here: how many of each there are.
"""

import random
from collections import Counter
from collections.abc import Iterable

from dagster_project.simulation.population.draft import Books, Draft
from dagster_project.simulation.population.theme_targets import Themes, theme_set
from dagster_project.simulation.randomness import generator, uniform

TASKS_OF = {
    "ws": ("ruimte", "energie_duurzaamheid", "bedrijfsvoering"),
    "pv": ("ruimte", "energie_duurzaamheid", "mobiliteit", "economie", "onderwijs_cultuur"),
}
"""What water boards and provinces work at; a set of themes is led by the first in the order of the codes."""
OWN_TASKS = 0.7
"""Share of the collaborations of municipalities with one of them that are about a task of theirs."""


def assign_themes(books: Books, sets: Counter[Themes], survivors: list[Draft], births: list[Draft]) -> list[Draft]:
    """Give each of the births a set; survivors keep theirs where it has room, else they broaden or narrow.

    Gives the survivors whose first theme is not among the new ones: their task has become another.
    """
    room, moved, turned = Counter(sets), [], []
    for draft in _shuffled(books, survivors):
        if room[theme_set(*draft.themes)] > 0:
            room[theme_set(*draft.themes)] -= 1
        else:
            moved.append(draft)
    for draft in moved:
        main = draft.themes[0]
        free = [themes for themes, count in room.items() if count > 0]
        if not free:
            break
        chosen = min(free, key=lambda themes: (main not in themes, len(set(themes) ^ set(draft.themes)), themes))
        room[chosen] -= 1
        if main not in chosen:
            turned.append(draft)
        draft.themes = _led_by(main, chosen) if main in chosen else chosen
    rest = [themes for themes in sorted(room) for _ in range(max(room[themes], 0))]
    chance = generator("themes of births", books.seed, books.snapshot)
    chance.shuffle(rest)
    for draft in sorted(_shuffled(books, births), key=lambda one: _choice_first(one.pattern)):
        if rest:
            draft.themes = rest.pop(_suited(draft.pattern, rest, chance))
    for draft in births:
        draft.themes = draft.themes or any_themes(books, sets, draft)
    return turned


def _choice_first(pattern: tuple[str, ...]) -> int:
    """Who chooses first: those without municipalities, then those with water boards, provinces, and the others."""
    if "gm" not in pattern:
        return 0
    return 1 if "ws" in pattern else 2 if "pv" in pattern else 3


def _suited(pattern: tuple[str, ...], rest: list[Themes], chance: random.Random) -> int:
    """The place of a set that suits the kinds that take part: mostly one of their own tasks, now and then another."""
    tasks = next((TASKS_OF[kind] for kind in ("ws", "pv") if kind in pattern), None)
    if tasks and ("gm" not in pattern or chance.random() < OWN_TASKS):
        return next((place for place, themes in enumerate(rest) if themes[0] in tasks), 0)
    return 0


def any_themes(books: Books, sets: Counter[Themes], draft: Draft) -> Themes:
    """A set drawn in the proportion of the others, for those that no quota holds."""
    chosen = sorted(sets)
    return generator("any themes", books.seed, draft.number).choices(chosen, [sets[themes] for themes in chosen])[0]


def _led_by(first: str, themes: Iterable[str]) -> Themes:
    return (first, *(theme for theme in themes if theme != first))


def _shuffled(books: Books, drafts: list[Draft]) -> list[Draft]:
    return sorted(drafts, key=lambda one: (uniform("themes", books.seed, books.snapshot, one.number), one.number))
