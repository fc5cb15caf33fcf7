"""Legal forms: the three groups in their published shares, and the forms within each.

Belongs here: which form a collaboration has and when it changes. Does not belong here: names that hold the form.
"""

from collections import Counter
from functools import cache

from dagster_project.simulation.population.draft import Books, Draft
from dagster_project.simulation.randomness import generator, uniform
from dagster_project.workspace.seeds import read_seed

WGR, PRIVATE, OTHER = "wgr", "private", "other"
# How a group is divided over its forms. The real register gives the weights among the Wgr; the others are set.
FORMS = {
    WGR: {"openbaar_lichaam": 70, "bedrijfsvoeringsorganisatie": 30},
    PRIVATE: {"stichting": 46, "bv": 17, "nv": 18, "vereniging": 7, "cooperatie": 9, "vof_cv": 3},
    OTHER: {
        "bestuurlijk_overleg": 30, "samenwerkingsovereenkomst": 22, "convenant": 14, "bestuursovereenkomst": 10,
        "centrumregeling": 12, "regeling_zonder_meer": 7, "gemeenschappelijk_orgaan": 3, "fonds": 1.5, "egts": 0.5,
    },
}  # fmt: skip
OF_ONE = {PRIVATE: {"stichting": 60, "bv": 25, "nv": 15}, OTHER: {"fonds": 1}}
"""A single government founds legal persons or sets money apart; it makes no agreement with itself."""
DEALS = {"convenant": 5, "bestuursovereenkomst": 4, "samenwerkingsovereenkomst": 1}
"""What ministries sign."""
PRIVATE_OF_ONE = 0.8
"""Share of the parties of one government that are of private law; the rest are funds."""


@cache
def rests_on_wgr(form: str) -> bool:
    """Whether a form rests on the Wgr; some such forms count as other, for they have no legal person."""
    return dict(read_seed("legal_form").select("legal_form", "basis").iter_rows())[form] == WGR


@cache
def group_of(form: str) -> str:
    """The group in which the figures count a form."""
    return dict(read_seed("legal_form").select("legal_form", "figure_group").iter_rows())[form]


def assign_groups(books: Books, births: list[Draft], quotas: Counter[str]) -> None:
    """Give each of the births a group so that the quotas (what the survivors leave) come out, and a form in it."""
    room = Counter(quotas)
    ordered = sorted(births, key=lambda one: (not one.single, uniform("group", books.seed, one.number), one.number))
    singles = [draft for draft in ordered if draft.single]
    private = min(round(len(singles) * PRIVATE_OF_ONE), max(room[PRIVATE], 0))
    for place, draft in enumerate(singles):
        draft.group = PRIVATE if place < private else OTHER
        room[draft.group] -= 1
    rest = [group for group in (WGR, PRIVATE, OTHER) for _ in range(max(room[group], 0))]
    generator("groups", books.seed, books.snapshot).shuffle(rest)
    others = [draft for draft in ordered if not draft.single]
    for draft, group in zip(others, rest, strict=False):
        draft.group = group
    for draft in others:
        draft.group = draft.group or OTHER
    for draft in births:
        draft.legal_form = draw_form(books, draft, draft.group)


def draw_form(books: Books, draft: Draft, group: str, but: str | None = None) -> str:
    """A form of the group, another one than `but` where there is one."""
    weights = OF_ONE[group] if draft.single else DEALS if draft.ministries and group == OTHER else FORMS[group]
    forms = [form for form in weights if form != but] or [but]
    chance = generator("form", books.seed, books.snapshot, draft.number, but)
    return chance.choices(forms, [weights.get(form, 1) for form in forms])[0]
