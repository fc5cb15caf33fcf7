"""Names, abbreviations and purposes in the manner of real ones, made from tasks and regions. No person's name.

Belongs here: the words of a collaboration. Does not belong here: which themes, forms and members it has, and how a
source misspells it.

Two collaborations of a snapshot bear the same name only where no member of the one is near the other (`bare` names);
apart from these a name is given once, so that what is what stays decidable.
"""

import random

from dagster_project.simulation.population.draft import Books, Draft
from dagster_project.simulation.population.forms import OTHER, WGR
from dagster_project.simulation.population.places import enumerated, places
from dagster_project.simulation.population.settings import setting
from dagster_project.simulation.population.vocabulary import tasks, words
from dagster_project.simulation.randomness import generator, uniform
from dagster_project.simulation.world.geography import province_of

SIGNED = ("convenant", "bestuursovereenkomst", "samenwerkingsovereenkomst")
"""Forms that ministries sign, and that bear the name of a deal."""
PREFIXED = 0.55
"""Share of foundations, associations and cooperatives that show their form in front; companies show it behind."""
SUFFIXED = 0.8
SELDOM_A_BODY = 0.1
"""Weight of a task that is mostly agreed on (`light`) where a body of the Wgr is founded."""
ATTEMPTS = 60


def choose_task(books: Books, draft: Draft) -> None:
    """A task that fits the themes; its own come first among them."""
    chance = generator("task", books.seed, draft.number, draft.themes)
    fitting = [
        task for task in tasks().values() if set(task.themes) <= set(draft.themes) and task.single == draft.single
    ]
    # A task that covers more of the themes says more of what is done.
    weights = [len(task.themes) ** 3 * (SELDOM_A_BODY if task.light and draft.group == WGR else 1) for task in fitting]
    task = chance.choices(fitting, weights)[0]
    draft.task = task.id
    own = tuple(theme for theme in task.themes if theme in draft.themes)
    draft.themes = own + tuple(theme for theme in draft.themes if theme not in own)


def write_purpose(books: Books, draft: Draft) -> None:
    """What it is for: the goal, and a purpose that mostly tells it, with every theme beyond those of the task by name.

    Whether parties that are no government take part, and where, the purpose tells now and then; of some it tells that
    they do though they are only heard.
    """
    task = tasks()[draft.task]
    chance = generator("purpose", books.seed, draft.number, draft.themes)
    draft.goal = _goal(books, draft)
    told = generator("goal told", books.seed, draft.number).random() >= setting("goal_untold")
    said = task.themes[:1]  # a topic tells the first theme of a task, what is done tells all
    if not told:
        text = words().untold_goal.format(task.topic)
    elif draft.goal == task.goal or len(draft.themes) > len(task.themes):
        text, said = task.does, task.themes
    else:
        text = words().goal_purposes[draft.goal].format(task.topic)
    if more := [chance.choice(words().also[theme]) for theme in draft.themes if theme not in said]:
        text += f" en het afstemmen van {enumerated(more)}"
    lot = chance.random()
    if draft.non_government and lot < setting("partners_told"):
        text += chance.choice(words().with_partners)
    elif not draft.non_government and lot < setting("partners_heard"):
        text += chance.choice(words().hearing_partners)
    end = chance.choice(words().purpose_ends)
    if "{}" not in end or (draft.place and not draft.single):
        text += end.format(draft.place)
    text = chance.choice(words().purpose_frames).format(text)
    draft.purpose = text[0].upper() + text[1:] + "."


def _goal(books: Books, draft: Draft) -> str:
    """Mostly that of the task; what has three themes or more is strategic, what has two now and then."""
    lot = uniform("goal", books.seed, draft.number)
    if len(draft.themes) > 2:
        return "strategic" if lot >= setting("integral_not_strategic") else tasks()[draft.task].goal
    if lot < setting("strategic_with_few_themes") and draft.group == OTHER and not draft.single:
        return "strategic"
    return tasks()[draft.task].goal


def name_anew(books: Books, draft: Draft) -> None:
    """Give a name that is free, and keep the former one where there was one."""
    former = draft.name
    chance = generator("name", books.seed, books.snapshot, draft.number)
    name = _bare(books, draft, chance) or _free(books, draft, chance)
    if former:
        draft.former_names += (former,)
    draft.name = name
    books.names.setdefault(name.lower(), draft)
    draft.abbreviation = abbreviation(name) if chance.random() < setting("abbreviated") else None


def refit_form(books: Books, draft: Draft) -> bool:
    """Mend a name that shows a form that is no longer its own; whether it had to be."""
    shown = {
        word.lower()
        for word in (*words().form_behind.values(), *words().form_in_front.values(), "Convenant", "Centrumregeling")
    }
    shown |= {lead.split(" {")[0].lower() for leads in words().leads.values() for lead in leads}
    text = draft.name.lower()
    if not any(text.startswith(f"{word} ") or text.endswith(f" {word}") for word in shown):
        return False
    name_anew(books, draft)
    return True


def abbreviation(name: str) -> str | None:
    """The initials of a name of three words or more, as the Dutch form them: `Regionale Dienst Werk` to RDW."""
    parts = [part for word in name.split() for part in word.split("-") if part]
    letters = [part[0].upper() for part in parts if part.lower() not in words().small_words and part[0].isalpha()]
    return "".join(letters) if 3 <= len(letters) <= 7 else None


def _bare(books: Books, draft: Draft, chance: random.Random) -> str | None:
    """A name without a region, now and then; a second time only far from who bears it already."""
    names = tasks()[draft.task].bare
    if not names or draft.group == OTHER or draft.single or chance.random() >= setting("bare_name"):
        return None
    name = chance.choice(names)
    bearers = [one for one in books.drafts if one.name == name]
    far = all(province_of(one.anchor) != province_of(draft.anchor) and not _meet(one, draft) for one in bearers)
    return name if far else None


def _meet(one: Draft, other: Draft) -> bool:
    return bool(set(one.governments) & set(other.governments))


def _free(books: Books, draft: Draft, chance: random.Random) -> str:
    """The first free name of many that fit; with the names of members where all are taken."""
    regions = places(books, draft)
    draft.place = regions[0]
    for attempt in range(ATTEMPTS):
        # The best word for the region is tried with several names before the next one.
        region = regions[min(attempt // 4, len(regions) - 1)]
        name = _name(draft, region, chance)
        if name.lower() not in books.names:
            draft.place = region
            return name
    base, number = name, 2
    while name.lower() in books.names:
        # As real ones do: `Bedrijvenpark Twente 2`.
        name, number = f"{base} {number}", number + 1
    return name


def _name(draft: Draft, region: str, chance: random.Random) -> str:
    task = tasks()[draft.task]
    topic = task.topic
    if draft.scattered:
        lead = chance.choice(words().scattered)
        return _filled(lead, topic, region, number=f"M{5 * max(1, draft.size('gm') // 5)}")
    if draft.ministries and draft.legal_form in SIGNED:
        leads = words().deals
        return _filled(chance.choice(leads["any"] + leads.get(draft.themes[0], ())), topic, region)
    if draft.group == OTHER:
        return _filled(chance.choice(words().leads[draft.legal_form]), topic, region)
    if task.brand and chance.random() < setting("brand_name") * 3:
        first, second = words().brands[task.brand]
        name = f"{chance.choice(first)}{chance.choice(second)}"
        name = name if chance.random() < 0.4 else f"{name} {region}"
    else:
        name = _filled(chance.choice(task.bodies), topic, region)
    return _with_form(name, draft.legal_form, chance)


def _with_form(name: str, form: str, chance: random.Random) -> str:
    if form in words().form_in_front and chance.random() < PREFIXED:
        word = words().form_in_front[form]
        return name if name.startswith(word) else f"{word} {name}"
    if form in words().form_behind and chance.random() < SUFFIXED:
        return f"{name} {words().form_behind[form]}"
    return name


def _filled(pattern: str, topic: str, region: str, number: str = "") -> str:
    return pattern.format(t=topic[0].upper() + topic[1:], r=region, n=number)
