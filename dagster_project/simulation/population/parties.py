"""Who takes part besides decentral governments: ministries, by one side or both, and parties that are no government."""

from itertools import zip_longest

from dagster_project.simulation.population.draft import Books, Draft
from dagster_project.simulation.population.forms import OTHER, WGR, draw_form
from dagster_project.simulation.population.settings import setting
from dagster_project.simulation.population.targets import Targets
from dagster_project.simulation.population.vocabulary import tasks, words
from dagster_project.simulation.randomness import generator, uniform
from dagster_project.simulation.world.geography import existing_ids, regions_of
from dagster_project.simulation.world.organisations import place_name

# Figure 7: the ministries of the interior and of economic affairs take part most often.
INTERIOR, ECONOMY = "mnre1034", "mnre1045"
OFTEN = {INTERIOR: 0.65, ECONOMY: 0.55}
OF_THEME = {
    "ruimte": ("mnre1171", "mnre1130", INTERIOR),
    "economie": (ECONOMY, "mnre1073"),
    "sociaal": ("mnre1025", "mnre1073"),
    "veiligheid": ("mnre1058", INTERIOR),
    "energie_duurzaamheid": ("mnre1182", ECONOMY),
    "mobiliteit": ("mnre1130",),
    "bedrijfsvoering": (INTERIOR,),
    "onderwijs_cultuur": ("mnre1109",),
}
LASTING = {"economie", "energie_duurzaamheid", "onderwijs_cultuur"}
"""Themes in which cooperation with others than governments lasts (section 3.3)."""
STATE_SYSTEMS = ("res_region",)
"""Systems of which the state names its ministries and the region does not (section 3.2)."""


def assign_ministries(books: Books, targets: Targets, births: list[Draft]) -> None:
    """Let ministries take part by both sides in as many as published, and by one side in the set share.

    New agreements come first, for a deal is founded with its ministry. Of 2017 nobody listed any.
    """
    counted = books.counted()
    wanted = targets.with_ministry
    if wanted is None:
        wanted = round(targets.total * setting("ministry_share_2020")) if books.snapshot >= 2020 else 0
    for draft in books.drafts:
        draft.ministries = _renewed(draft.ministries, books.snapshot)
        draft.ministries_state_only = _renewed(draft.ministries_state_only, books.snapshot)
        draft.ministries_region_only = _renewed(draft.ministries_region_only, books.snapshot)
    have = [draft for draft in counted if draft.ministries]
    new = {draft.number for draft in births}
    open_to = [one for one in counted if _open(one) and not one.ministries]
    open_to.sort(key=lambda one: (one.number not in new, "ruimte" not in one.themes, _lot(books, "ministry", one)))
    for draft in open_to[: max(wanted - len(have), 0)]:
        draft.ministries = _drawn(books, draft)
        if draft.number in new:
            draft.legal_form = draw_form(books, draft, OTHER)
    for draft in sorted(have, key=lambda one: _lot(books, "ministry", one))[: max(len(have) - wanted, 0)]:
        draft.ministries = ()
    if books.snapshot < 2020:
        return
    for draft in books.drafts:
        if draft.single or draft.ministries or not draft.governments:
            continue
        if draft.system in STATE_SYSTEMS or (draft.task and tasks()[draft.task].state):
            draft.ministries_state_only = draft.ministries_state_only or _drawn(books, draft)
        elif draft.group == OTHER and not draft.system:
            lot = uniform("one side", books.seed, books.snapshot, draft.number)
            if lot < setting("state_only_share"):
                draft.ministries_state_only = _drawn(books, draft)
            elif lot > 1 - setting("region_only_share"):
                draft.ministries_region_only = _drawn(books, draft)


def assign_non_government(books: Books, targets: Targets) -> None:
    """Parties that are no government: more than one in as many as published, exactly one in the set share.

    Never in a body of the Wgr, which only governments can found (section 2.2).
    """
    wanted = targets.with_several_non_government
    if wanted is None:
        wanted = round(targets.total * setting("several_non_government_share_before"))
    counted = [one for one in books.counted() if one.group != WGR and not one.system and not one.single]
    for draft in books.drafts:
        if draft.group == WGR:
            draft.non_government = ()
    several = [one for one in counted if len(one.non_government) > 1]
    ordered = sorted(counted, key=lambda one: (not one.ministries, _led_by_theme(books, one)))
    rest = [one for one in ordered if len(one.non_government) < 2]
    for draft in rest[: max(wanted - len(several), 0)]:
        draft.non_government = _invented(books, draft, 2 + int(_lot(books, "how many", draft)[0] * 4))
    for draft in several[: max(len(several) - wanted, 0)]:
        draft.non_government = draft.non_government[:1]
    one_each = round(targets.total * setting("one_non_government_share"))
    have = sum(len(one.non_government) == 1 for one in counted)
    none = [one for one in ordered if not one.non_government]
    for draft in none[-max(one_each - have, 0) :] if one_each > have else []:
        draft.non_government = _invented(books, draft, 1)


def _led_by_theme(books: Books, draft: Draft) -> tuple[float, int]:
    lot, number = _lot(books, "others", draft)
    return lot - (setting("led_by_themes") if set(draft.themes) & LASTING else 0), number


def _open(draft: Draft) -> bool:
    return draft.group == OTHER and not (draft.system or draft.single or draft.scattered)


def _lot(books: Books, question: str, draft: Draft) -> tuple[float, int]:
    return uniform(question, books.seed, draft.number), draft.number


def _drawn(books: Books, draft: Draft) -> tuple[str, ...]:
    """One to three ministries, those of the themes and the two that are everywhere."""
    chance = generator("which ministries", books.seed, draft.number)
    there = existing_ids("mn", books.snapshot)
    of_themes = [one for theme in draft.themes for one in OF_THEME[theme] if one in there]
    own = chance.choice(of_themes) if of_themes else INTERIOR
    chosen = {own} | {one for one in OFTEN if chance.random() < OFTEN[one]}
    return tuple(sorted(sorted(chosen)[:3]))


def _renewed(ministries: tuple[str, ...], snapshot: int) -> tuple[str, ...]:
    return tuple(one for one in ministries if one in existing_ids("mn", snapshot))


def _invented(books: Books, draft: Draft, number: int) -> tuple[str, ...]:
    """So many names of parties around the collaboration, what it has already among them."""
    chance = generator("non-government", books.seed, draft.number)
    place = place_name(draft.anchor, books.snapshot)
    regions = words().toponyms[regions_of(draft.anchor)["corop"]]
    sorts = [list(patterns) for patterns in words().non_government.values()]
    chance.shuffle(sorts)
    for patterns in sorts:
        chance.shuffle(patterns)
    # One of each sort before a second of any: entrepreneurs, education and society sit together.
    patterns = [pattern for few in zip_longest(*sorts) for pattern in few if pattern]
    names = [pattern.format(p=place, r=chance.choice(regions)) for pattern in patterns]
    return tuple(dict.fromkeys([*draft.non_government, *names]))[:number]


def without_government(books: Books, draft: Draft) -> None:
    """Make a network that no government has joined yet: three parties, none of them a government."""
    draft.pattern, draft.members = (), {}
    draft.non_government = _invented(books, draft, 3)
