"""Invented parties, the same for every layout, and the layouts of documents that tell of them.

Each layout is a function from parties to a file; none of them was at hand when the reader was written. Belongs here:
what is true, and how it is laid out. Does not belong here: what the reader makes of it (`test_invented`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dagster_project.simulation.writers.html import page

LAYOUTS: dict[str, Callable[[Path], Path]] = {}


@dataclass(frozen=True)
class Truth:
    """A party as every layout writes it; amounts in thousands of euros."""

    name: str
    section: str
    form: str
    seat: str
    purpose: str
    participants: tuple[str, ...]
    begin: tuple[int, int]
    end: tuple[int, int]
    result: int

    @property
    def amounts(self) -> tuple[float, ...]:
        """Equity and debt at the begin and the end, and the result, in euros."""
        return tuple(1000.0 * x for x in (self.begin[0], self.end[0], self.begin[1], self.end[1], self.result))


GR, VENN, STI = "Gemeenschappelijke regelingen", "Vennootschappen en coöperaties", "Stichtingen en verenigingen"

PARTIES = (
    Truth(
        "Omgevingsdienst Veenrand", GR, "Openbaar lichaam", "Assen",
        "Uitvoeren van vergunningverlening, toezicht en handhaving op het gebied van milieu.",
        ("Assen", "Aa en Hunze", "Tynaarlo", "provincie Drenthe"), (1250, 4810), (1310, 4655), 60,
    ),
    Truth(
        "GGD Hunzeland", GR, "Openbaar lichaam", "Groningen",
        "Het bevorderen en beschermen van de gezondheid van de inwoners van de regio.",
        ("Groningen", "Assen", "Midden-Groningen"), (2040, 9120), (1890, 9310), -150,
    ),
    Truth(
        "Werkvoorzieningsschap Esdal", GR, "Bedrijfsvoeringsorganisatie", "Emmen",
        "Begeleiden van mensen met een afstand tot de arbeidsmarkt naar werk.",
        ("Emmen", "Coevorden", "Borger-Odoorn"), (730, 3300), (755, 3125), 25,
    ),
    Truth(
        "N.V. Afvalbeheer Noordkwartier", VENN, "Naamloze vennootschap", "Meppel",
        "Doelmatige inzameling en verwerking van huishoudelijk afval.",
        ("Meppel", "Westerveld", "De Wolden"), (5400, 12100), (5650, 11800), 250,
    ),
    Truth(
        "Warmtebedrijf Stadshart B.V.", VENN, "Besloten vennootschap", "Hoogeveen",
        "Leveren van duurzame warmte aan woningen en gebouwen.",
        ("Hoogeveen", "Meppel"), (880, 7400), (640, 7950), -240,
    ),
    Truth(
        "Stichting Erfgoed Oud-Drents", STI, "Stichting", "Rolde",
        "Behoud en beheer van monumenten die van belang zijn voor de streek.",
        ("Aa en Hunze", "Assen"), (95, 40), (102, 38), 7,
    ),
    Truth(
        "Vereniging Drentse Recreatiegemeenten", STI, "Vereniging", "Westerbork",
        "Behartigen van de belangen van gemeenten met veel toerisme.",
        ("Midden-Drenthe", "Westerveld", "Borger-Odoorn"), (61, 12), (66, 9), 5,
    ),
)  # fmt: skip
SECTIONS = (GR, VENN, STI)
HEAD = "Paragraaf verbonden partijen"


def layout(ending: str):
    """Register a layout; the function gets the path of its file without name."""

    def register(make: Callable[[Path], Path]) -> Callable[[Path], Path]:
        LAYOUTS[make.__name__] = lambda folder: make(folder / f"{make.__name__}.{ending}")
        return make

    return register


def euro(thousands: int) -> str:
    """`€ 1.250.000`, negative with a minus before the sign."""
    return ("-" if thousands < 0 else "") + f"€ {abs(thousands) * 1000:,}".replace(",", ".")


def thousand(amount: int) -> str:
    """`1.250`, negative in brackets."""
    text = f"{abs(amount):,}".replace(",", ".")
    return f"({text})" if amount < 0 else text


def trailing(amount: int) -> str:
    """`1.250`, negative with a minus behind."""
    text = f"{abs(amount):,}".replace(",", ".")
    return f"{text}-" if amount < 0 else text


def sections() -> list[tuple[str, list[Truth]]]:
    """The parties under their headings."""
    return [(s, [p for p in PARTIES if p.section == s]) for s in SECTIONS]


def who(party: Truth) -> str:
    """The participants in one text."""
    return ", ".join(party.participants[:-1]) + " en " + party.participants[-1]


def html(body: str) -> str:
    """A page of a publishing platform around a text."""
    links = [f"<li><a href='#'>{text}</a></li>" for text in ("Home", "Programma 1 Bestuur", "Verbonden partijen")]
    belongs = "een organisatie waarin de gemeente een bestuurlijk en een financieel belang heeft"
    lines = [
        f"<nav><ul>{''.join(links)}</ul></nav>",
        f"<main><h1>Paragraaf verbonden partijen</h1><p>Een verbonden partij is {belongs}.</p>",
        f"{body}</main>",
        "<footer><p>Gemeente Voorbeeld, Postbus 1</p></footer>",
    ]
    return page("Begroting 2024", lines)


def figures(p: Truth) -> tuple[int, ...]:
    """Equity and debt at the begin and the end, and the result, in thousands."""
    return (p.begin[0], p.end[0], p.begin[1], p.end[1], p.result)
