"""What a document says, before any format: titles, sections of parties, notes."""

from dataclasses import dataclass

from tools.example.wording import Balance, amount


@dataclass(frozen=True)
class Party:
    """One affiliated party, worded as the reporter words it. `representative` is an invented person."""

    name: str
    form: str
    seat: str
    purpose: str
    participants: tuple[str, ...]
    balance: Balance
    representative: str | None = None


@dataclass(frozen=True)
class Document:
    """A budget extract: `sections` pairs a heading with its parties, `unit` is 1 or 1000 euros."""

    title: str
    organisation: str
    year: int
    sections: tuple[tuple[str, tuple[Party, ...]], ...]
    notes: tuple[str, ...] = ()
    unit: int = 1

    @property
    def unit_line(self) -> str:
        """What stands above the amounts."""
        return "Bedragen in euro's" if self.unit == 1 else "Bedragen x € 1.000"

    @property
    def represented(self) -> bool:
        """Whether some party names who represents the organisation in it."""
        return any(party.representative for _, parties in self.sections for party in parties)

    @property
    def headings(self) -> list[str]:
        """The heads of the columns; amounts last."""
        columns = ["Naam", "Rechtsvorm", "Vestigingsplaats", "Openbaar belang", "Deelnemers"]
        if self.represented:
            columns.append("Vertegenwoordiging")
        columns += [
            f"Eigen vermogen 1-1-{self.year}",
            f"Eigen vermogen 31-12-{self.year}",
            f"Vreemd vermogen 1-1-{self.year}",
            f"Vreemd vermogen 31-12-{self.year}",
        ]
        return [*columns, f"Resultaat {self.year}"]

    def row(self, party: Party) -> list[str | int | None]:
        """The cells of a party under `headings`; amounts as numbers in the unit of the document."""
        texts = [party.name, party.form, party.seat, party.purpose, ", ".join(party.participants)]
        if self.represented:
            texts.append(party.representative or "")
        return texts + [None if value is None else value // self.unit for value in amounts(party.balance)]

    def total(self) -> list[str | int | None]:
        """The totals row under `headings`."""
        rows = [self.row(party)[-5:] for _, parties in self.sections for party in parties]
        sums = [sum(value or 0 for value in column) for column in zip(*rows, strict=True)]
        return ["Totaal", *[""] * (len(self.headings) - 6), *sums]


def amounts(balance: Balance) -> tuple[int | None, ...]:
    """The five amounts in the order of the columns, in euros."""
    return (balance.equity_begin, balance.equity_end, balance.debt_begin, balance.debt_end, balance.result)


def worded(cells: list[str | int | None]) -> list[str]:
    """A row as text, its amounts in Dutch digits."""
    return [cell if isinstance(cell, str) else amount(cell) for cell in cells]


def facts(document: Document, party: Party) -> list[tuple[str, str]]:
    """Labels and values of a party, for documents that describe each party in a block of its own."""
    euro = "€ " if document.unit == 1 else ""
    shown = [value if value == "n.v.t." else euro + value for value in worded(document.row(party)[-5:])]
    labels = [
        ("Rechtsvorm", party.form),
        ("Vestigingsplaats", party.seat),
        ("Openbaar belang", party.purpose),
        ("Deelnemers", ", ".join(party.participants)),
    ]
    if party.representative:
        labels.append(("Bestuurlijke vertegenwoordiging", party.representative))
    return labels + list(zip(document.headings[-5:], shown, strict=True))
