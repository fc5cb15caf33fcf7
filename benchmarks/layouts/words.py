"""The words of the layouts, read from `words/`. They are the generator's own: no other room's lists are used."""

from functools import cache
from pathlib import Path

from dagster_project.texts import Entry, Vocabulary, read_vocabulary

Words = tuple[str, ...]
FOLDER = Path(__file__).with_name("words")


class Places(Vocabulary):
    """Real governments and seats, and parts of invented names of regions."""

    provinces: dict[str, Words]
    seats: Words
    water_boards: Words
    region_first: Words
    region_last: Words


class Persons(Vocabulary):
    """Parts of invented names of persons, their functions, and sentences about them."""

    first: Words
    initials: Words
    particles: Words
    surname_first: Words
    surname_last: Words
    functions: Words
    titles: Words
    roles: Words


class Names(Vocabulary):
    """Patterns of names of parties and what fills them; legal forms as written, with their group."""

    patterns: dict[str, Words]
    tasks: Words
    things: Words
    goods: Words
    members: Words
    brand_first: Words
    brand_last: Words
    letters: Words
    former: Words
    statuses: Words
    forms: dict[str, tuple[tuple[str, str], ...]]


class Labels(Vocabulary):
    """What each field is called, by style."""

    labels: dict[str, dict[str, Words]]


class Text(Vocabulary):
    """Sentences, headings and menus."""

    bodies: dict[str, str]
    titles: Words
    intro: Words
    purposes: Words
    seat_sentences: Words
    participant_sentences: Words
    colleges: Words
    all_in: Words
    counts: Words
    prose_openings: Words
    prose_forms: Words
    prose_equity: str
    prose_debt: str
    prose_result: str
    sections_of_law: dict[str, str]
    sections_own: dict[str, str]
    summary_titles: Words
    details_title: Words
    clauses: Words
    budget_law: Words
    menu: Words
    back_links: Words
    contents: Words
    notes: Words
    partners: Words
    news: Words
    policy_titles: Words
    policy: Words
    policy_heads: Words
    subsidy_title: str
    subsidy_head: Words
    activities: Words
    reserves_title: str
    reserves_head: Words
    reserves: Words
    goals_title: str
    goals_head: Words
    goals: Words
    indicators: Words
    staff_title: str
    empty_form_title: str
    contact: Words
    prose_person: Words
    heading_person: Words
    risks: Words
    news_of_party: Words
    programmes: Words
    running: Words


class Lists(Entry):
    """All words."""

    places: Places
    persons: Persons
    names: Names
    labels: dict[str, dict[str, Words]]
    text: Text


@cache
def words() -> Lists:
    """All words, read once."""
    return Lists(
        places=read_vocabulary(FOLDER / "places.yml", Places),
        persons=read_vocabulary(FOLDER / "persons.yml", Persons),
        names=read_vocabulary(FOLDER / "names.yml", Names),
        labels=read_vocabulary(FOLDER / "labels.yml", Labels).labels,
        text=read_vocabulary(FOLDER / "text.yml", Text),
    )
