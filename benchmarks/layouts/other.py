"""What is no party: subsidies, reserves, goals, policy, news, contents, empty forms, law, staff. Each gives blocks and
adds to the content's decoys what a reader might take for a party.

Belongs here: such matter, whether it fills a document or stands beside parties. Does not belong here: when it is there.
"""

from collections.abc import Callable

from benchmarks.layouts.blocks import Block, Grid, Heading, Item, Items, Text, cell, line
from benchmarks.layouts.content import names
from benchmarks.layouts.content.document import Content
from benchmarks.layouts.words import words


def _sum(dice, high: int = 900) -> str:
    return f"{dice.randint(1, high)}.{dice.randint(0, 999):03}"


def _table(content: Content, title: str, head: tuple[str, ...], rows: list[list[str]]) -> list[Block]:
    filled = [text.format(y=content.year, p=content.year - 1) for text in head]
    cells = [tuple(cell(text, bold=n == 0) for text in row) for n, row in enumerate([filled, *rows])]
    return [Heading(line(title.format(y=content.year)), 2), Grid(tuple(cells), 1)]


def subsidies(content: Content) -> list[Block]:
    """Receivers of subsidies, some called like parties."""
    text, dice, rows = words().text, content.dice("subsidies"), []
    for _ in range(dice.randint(3, 7)):
        receiver = names.party_name(dice, "foundations")
        content.decoys.append(receiver)
        rows.append([receiver, dice.choice(text.activities), dice.choice(words().places.seats), _sum(dice, 90)])
    return _table(content, text.subsidy_title, text.subsidy_head, rows)


def reserves(content: Content) -> list[Block]:
    """Reserves with their balances at the begin and the end of the year."""
    text, dice = words().text, content.dice("reserves")
    told = dice.sample(text.reserves, dice.randint(3, 6))
    content.decoys += told
    rows = [[name, *(_sum(dice) for _ in range(4))] for name in told]
    return _table(content, text.reserves_title, text.reserves_head, rows)


def goals(content: Content) -> list[Block]:
    """Goals with indicators."""
    text, dice = words().text, content.dice("goals")
    told = dice.sample(text.goals, 4)
    content.decoys += told
    rows = [[goal, dice.choice(text.indicators), str(dice.randint(1, 99)), str(dice.randint(1, 99))] for goal in told]
    return _table(content, text.goals_title, text.goals_head, rows)


def partners(content: Content) -> list[Block]:
    """Sentences on organisations that we work with and that are no parties."""
    text, dice = words().text, content.dice("partners")
    names_told = {"brand": names.brand(dice), "brand2": names.brand(dice), "r": content.region}
    content.decoys += [names_told["brand"], f"Stichting {names_told['brand2']}", f"Veiligheidsregio {content.region}"]
    return [Text(line(sentence.format(**names_told))) for sentence in text.partners]


def policy(content: Content) -> list[Block]:
    """A policy on affiliated parties that names none."""
    text, dice, blocks = words().text, content.dice("policy"), []
    content.decoys += text.policy_heads
    blocks.append(Heading(line(dice.choice(text.policy_titles).format(y=content.year)), 1))
    for head in text.policy_heads:
        told = dice.sample(text.policy, 2)
        blocks += [Heading(line(head), 2), *(Text(line(t.format(n=dice.randint(2, 90)))) for t in told)]
    return blocks


def news(content: Content) -> list[Block]:
    """A message on an organisation."""
    text, dice = words().text, content.dice("news")
    seat, staff = dice.choice(words().places.seats), dice.randint(20, 90)
    told = {"brand": names.brand(dice), "s": seat, "r": content.region, "n": staff}
    content.decoys.append(told["brand"])
    head, *rest = [sentence.format(**told) for sentence in text.news]
    return [Heading(line(head), 1), *(Text(line(sentence)) for sentence in rest)]


def contents(content: Content) -> list[Block]:
    """A table of contents."""
    text, dice = words().text, content.dice("contents")
    page, told = 3, []
    for title in text.contents:
        told.append(Text(line(f"{title} {'.' * dice.choice((3, 20, 40))} {page}")))
        page += dice.randint(1, 12)
    content.decoys += text.contents
    return [Heading(line("Inhoudsopgave"), 1), *told]


def empty_form(content: Content) -> list[Block]:
    """The labels of a party without any value."""
    text, labels = words().text, content.labels
    asked = [labels[key] for key in ("name", "form", "seat", "purpose", "participants", "equity", "debt", "result")]
    content.decoys += asked
    title = Heading(line(text.empty_form_title), 1)
    if content.one_of("form", (True, False)):
        return [title, Grid(tuple((cell(label, bold=True), cell("")) for label in asked), 0)]
    return [title, *(Text(line(label)) for label in asked)]


def law(content: Content) -> list[Block]:
    """Clauses of a regulation."""
    text = words().text
    told = content.one_of("law", (text.clauses, text.budget_law))
    content.decoys += told
    if content.one_of("law as list", (True, False)):
        return [Text(line(told[0])), Items(tuple(Item(line(clause)) for clause in told[1:]))]
    return [Text(line(clause)) for clause in told]


def staff(content: Content) -> list[Block]:
    """Persons with their functions."""
    dice = content.dice("staff")
    who = [names.titled(dice, name) for name, _ in content.people]
    return [Heading(line(words().text.staff_title), 1), *(Text(line(one[0].upper() + one[1:])) for one in who)]


SUBJECTS: dict[str, Callable[[Content], list[Block]]] = {
    "subsidies": subsidies, "policy": policy, "news": news, "contents": contents, "empty_form": empty_form,
    "law": law, "partners": partners, "staff": staff, "reserves": reserves, "goals": goals,
}  # fmt: skip
