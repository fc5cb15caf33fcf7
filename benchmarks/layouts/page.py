"""A whole document as blocks: the parties in their container, and all that stands before, between and after them."""

from benchmarks.layouts import other
from benchmarks.layouts.blocks import Block, Heading, Item, Items, Menu, Space, Text, line
from benchmarks.layouts.containers import contained
from benchmarks.layouts.containers.names import name_line
from benchmarks.layouts.content import names
from benchmarks.layouts.content.document import Content
from benchmarks.layouts.content.parties import Party
from benchmarks.layouts.words import words

IN_ONE_PIECE = ("ruled_table", "open_table", "transposed", "several_rows", "nested_list", "matrix")
"""Containers that hold all parties in one block."""
UNIT_SENTENCES = ("Bedragen {}", "(bedragen {})", "Alle bedragen zijn {}.", "Bedragen {}, tenzij anders vermeld")
LISTS = ("xlsx", "ods", "csv")
"""Formats that hold tables and a few lines, and no running text."""


def compose(content: Content) -> list[Block]:
    """The blocks of a document."""
    core = _without_party(content) if content.choice("holds") == "none" else _with_parties(content)
    return [*_menu(content), *core, *_contact(content)]


def _without_party(content: Content) -> list[Block]:
    found = other.SUBJECTS[content.choice("subject")](content)
    title = [] if isinstance(found[0], Heading) and found[0].level == 1 else [Heading(_title(content), 1)]
    return [*title, *_persons(content, "prose"), *found, *_clauses(content, "after"), *_other(content)]


def _title(content: Content):
    title = content.with_unit(content.one_of("title", words().text.titles), "heading")
    return line(f"{title} {content.body}" if content.one_of("titled by", (False, True)) else title)


def _with_parties(content: Content) -> list[Block]:
    before = [Heading(_title(content), 1)]
    if content.choice("format") not in LISTS:
        intro = content.dice("intro").sample(words().text.intro, 2)
        before += [*(Text(line(sentence)) for sentence in intro), *_persons(content, "prose")]
    before += [*_clauses(content, "before"), *(_other(content) if content.one_of("other first", (True, False)) else [])]
    before += [*_summary(content), *_break_before(content), *_persons(content, "heading"), *_unit(content, "above")]
    for section, blocks in contained(content):
        before += [*([Heading(line(section), 2)] if section else []), *blocks]
    before += [*_unit(content, "below"), *_notes(content)]
    if not content.one_of("other first", (True, False)):
        before += _other(content)
    return [*before, *_clauses(content, "after")]


def _break_before(content: Content) -> list[Block]:
    how = content.choice("page_break")
    if how == "before":
        return [Space(page=True)]
    return [Space()] if how == "within" and content.choice("container") in IN_ONE_PIECE else []


def _menu(content: Content) -> list[Block]:
    how, text = content.choice("navigation"), words().text
    if how in ("", "none"):
        return []
    return [Menu(text.menu), *([Menu(text.back_links)] if how == "menu_and_links" else [])]


def _clauses(content: Content, where: str) -> list[Block]:
    return other.law(content) if content.choice("clauses") == where else []


def _other(content: Content) -> list[Block]:
    how = content.choice("other_matter")
    return other.SUBJECTS[how](content) if how not in ("", "none", content.choice("subject")) else []


def _unit(content: Content, place: str) -> list[Block]:
    if content.choice("unit_place") != place:
        return []
    return [Text(line(content.one_of("unit sentence", UNIT_SENTENCES).format(content.money.unit)))]


def _notes(content: Content) -> list[Block]:
    if content.choice("notes") in ("", "none"):
        return []
    note = content.one_of("note", words().text.notes)
    marks = [mark for party in content.parties if (mark := party.shown.rsplit(party.title, 1)[1].strip())]
    return [Text(line(f"{marks[0] if marks else 'NB:'} {note}"))]


def _persons(content: Content, where: str) -> list[Block]:
    if content.choice("persons") != where:
        return []
    dice, text = content.dice("persons told"), words().text
    who = names.titled(dice, content.people[0][0])
    if where == "heading":
        return [Heading(line(dice.choice(text.heading_person).format(who=who)), 2)]
    patterns = text.prose_person if where == "prose" else text.contact
    return [Text(line(dice.choice(patterns).format(who=who)))]


def _contact(content: Content) -> list[Block]:
    return _persons(content, "contact")


def _summary(content: Content) -> list[Block]:
    """All names before the parties are told one by one; some may be told of in this list alone."""
    how, text, dice = content.choice("beside"), words().text, content.dice("summary")
    if how in ("", "nothing"):
        return []
    if how == "table_of_contents":
        lines = [line(f"{party.shown} {'.' * 20} {12 + n}") for n, party in enumerate(content.parties)]
        return [Heading(line("Inhoud"), 2), *map(Text, lines)]
    told: list[Party] = [*content.parties, *content.listed_only]
    dice.shuffle(told)
    items = tuple(Item(name_line(party)) for party in told)
    numbered = dice.choice((True, False)) and content.choice("name_tail") != "number"
    title, below = Text(line(dice.choice(text.summary_titles))), Heading(line(dice.choice(text.details_title)), 2)
    return [title, Items(items, numbered), below]
