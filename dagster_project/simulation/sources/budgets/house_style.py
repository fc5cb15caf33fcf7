"""The house style of an organisation: drawn once from its id, with a little drift from year to year."""

import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from dagster_project.simulation.randomness import generator
from dagster_project.simulation.sources.budgets.layouts import weights_of

HERE = Path(__file__).parent
FIRST_BUDGETS = 2017
"""The year of the oldest budgets: the style of a house is the one that it has then."""
COLOURS = ("1F3864", "004B87", "00594C", "7A003C", "5B2C83", "B34700", "333333", "0B6E4F", "8A1538", "2F5597")
AMOUNT_SETS = (
    ("equity_begin", "equity_end", "debt_begin", "debt_end", "result"),
    ("equity_begin", "equity_end", "debt_begin", "debt_end"),
    ("equity_end", "debt_end", "result"),
    (),
)
EXTRAS = ("interest", "money", "risks", "news", "programme")
SLUGS = (
    "verbonden-partijen", "paragraaf-verbonden-partijen", "begroting-{y}-verbonden-partijen", "verbonden-partijen-{y}",
    "bijlage-verbonden-partijen", "overzicht-verbonden-partijen", "paragraaf-f-verbonden-partijen",
)  # fmt: skip
TITLES = (
    "Verbonden partijen", "Paragraaf verbonden partijen", "Paragraaf F: Verbonden partijen", "3.6 Verbonden partijen",
    "Bijlage 3 Verbonden partijen", "Overzicht verbonden partijen {y}", "Verbonden partijen begroting {y}",
)  # fmt: skip


@dataclass(frozen=True)
class Style:
    """How one organisation writes in one year; see the fields for what can differ.

    names: plain, abbreviation (in brackets behind), gr or full (in front of joint arrangements). participants: list,
    with_kind, prose or counts. sections: a key of `sections` in `vocabulary.yml`, themes or none. negatives: minus,
    brackets or dashes. variant: a small number that a layout is free to use for what only it knows.
    """

    layout: str
    font: str
    size: float
    colour: str
    margin: int
    names: str
    forms: str
    participants: str
    with_itself: bool
    separator: str
    sections: str
    numbered: bool
    order: tuple[str, ...]
    amounts: tuple[str, ...]
    extras: tuple[str, ...]
    unit: int
    euro_sign: bool
    negatives: str
    absent: str
    labels: dict[str, str]
    title: str
    slug: str
    persons: bool
    variant: int


@cache
def vocabulary(name: str) -> dict:
    """`labels` or `prose`, as its file holds it."""
    return yaml.safe_load((HERE / f"{name}.yml").read_text(encoding="utf-8"))


@cache
def style_of(seed: int, organisation_id: str, snapshot: int) -> Style:
    """The style of an organisation at a snapshot: that of its house, redrawn in parts as the years go by."""
    kind = organisation_id[:2]
    house = generator("style", seed, organisation_id)
    drift = generator("drift", seed, organisation_id, snapshot)
    layouts = weights_of(kind)
    chosen = _weighted(house, layouts)
    drifts = snapshot > FIRST_BUDGETS
    if drifts and drift.random() < 0.25:  # a new platform, a new template
        chosen = _weighted(drift, layouts)
    order = _order(house)
    return Style(
        layout=chosen,
        font=house.choice(("Helvetica", "Helvetica", "Times-Roman", "Vera")),
        size=house.choice((8.5, 9, 9.5, 10, 10.5)),
        colour=house.choice(COLOURS),
        margin=house.choice((15, 18, 20, 25)),
        names=house.choice(("plain", "plain", "plain", "abbreviation", "abbreviation", "gr", "full")),
        forms=house.choice(("full", "full", "loose", "short")),
        participants=house.choice(("list", "list", "list", "with_kind", "prose", "counts")),
        with_itself=house.random() < 0.85,
        separator=house.choice((", ", ", ", "; ")),
        sections=_sections(house, kind),
        numbered=house.random() < 0.3,
        order=order,
        amounts=house.choice(AMOUNT_SETS),
        extras=tuple(house.sample(EXTRAS, house.randrange(0, 4))),
        unit=house.choice((1, 1, 1000, 1000, 1000, 1_000_000)),
        euro_sign=house.random() < 0.4,
        negatives=house.choice(("minus", "minus", "brackets", "dashes")),
        absent=house.choice(("n.v.t.", "n.v.t.", "-", "niet van toepassing")),
        labels=_labels(house, drift if drifts else None, kind),
        title=house.choice(TITLES),
        slug=house.choice(SLUGS),
        persons=house.random() < 0.1,
        variant=house.randrange(12),
    )


def _weighted(chance: random.Random, weights: dict[str, int]) -> str:
    return chance.choices(list(weights), list(weights.values()))[0]


def _order(house: random.Random) -> tuple[str, ...]:
    """Form and seat mostly first, then purpose and participants; a house in ten leaves the form to the heading."""
    first, last = ["form", "seat"], ["purpose", "participants"]
    if house.random() < 0.3:
        first.reverse()
    if house.random() < 0.35:
        last.reverse()
    order = [*last, *first] if house.random() < 0.2 else [*first, *last]
    if house.random() < 0.1:
        order.remove("form")
    return tuple(order)


def _sections(house: random.Random, kind: str) -> str:
    if kind == "ws":
        return house.choice(("water_board", "water_board", "bbv", "none"))
    if kind == "pv":
        return house.choice(("province", "bbv", "public_private"))
    return house.choice(("bbv", "bbv", "bbv", "public_private", "themes", "none"))


def _labels(house: random.Random, drift: random.Random | None, kind: str) -> dict[str, str]:
    """One wording per field; the amounts of a house follow one pattern. With drift a label in twelve changes."""
    found, pattern = {}, house.randrange(5)
    for name, by_kind in vocabulary("labels").items():
        choices = by_kind.get(kind, by_kind["all"])
        if name.startswith(("equity", "debt")):
            found[name] = choices[pattern]
            continue
        found[name] = house.choice(choices)
        if drift and drift.random() < 1 / 12:
            found[name] = drift.choice(choices)
    return found
