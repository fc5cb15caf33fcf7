"""What a document says before any format: headings, parties, remarks. Amounts are euros, as the hand rounded them."""

from dataclasses import dataclass, field

from dagster_project.simulation.sources.budgets.house_style import Style

AMOUNTS = ("equity_begin", "equity_end", "debt_begin", "debt_end", "result")


@dataclass(frozen=True)
class Party:
    """One party as its reporter writes it.

    `name` is what a reader notes, `break_at` the place in it where the line breaks with a hyphen (None: nowhere).
    `participants` are the items that a reader notes, `participants_text` the cell or sentence that holds them
    and `separator` what parts them in it (None: a sentence).
    `amounts` has euros as rounded by the hand; others are not given. `extras` are further label and value pairs.
    """

    truth_id: str | None
    name: str
    break_at: int | None
    form: str | None
    seat: str | None
    purpose: str | None
    participants: tuple[str, ...]
    participants_text: str | None
    separator: str | None
    amounts: dict[str, int] = field(default_factory=dict)
    mixed: bool = False
    extras: tuple[tuple[str, str], ...] = ()
    heading: str | None = None
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """A paragraph of affiliated parties: introduction, parties under headings (None: no heading), closing remarks."""

    reporter: str
    organisation: str
    year: int
    style: Style
    title: str
    introduction: tuple[str, ...]
    groups: tuple[tuple[str | None, tuple[Party, ...]], ...]
    closing: tuple[str, ...]
    summary: bool = False
    encoded_twice: bool = False
    pages_around: int = 0
    seed: int = 0

    @property
    def parties(self) -> list[Party]:
        """All parties in the order of the document."""
        return [party for _, parties in self.groups for party in parties]

    def accented_word(self) -> str | None:
        """The first word that an encoding gone wrong would show in: of the text, the names or the participants."""
        texts = [*self.introduction, *[party.name for party in self.parties]]
        texts += [party.participants_text or "" for party in self.parties]
        return next((word for text in texts for word in text.split() if not word.isascii()), None)

    @property
    def unit_line(self) -> str | None:
        """What stands above a table of amounts; None where there are none."""
        if not self.style.amounts:
            return None
        return {1: "Bedragen in euro's", 1000: "Bedragen x € 1.000", 1_000_000: "Bedragen in miljoenen euro's"}[
            self.style.unit
        ]

    def label(self, name: str) -> str:
        """The label of a field in this house, with the year filled in."""
        return self.style.labels[name].format(y=self.year, p=self.year - 1)

    def columns(self) -> list[str]:
        """The fields of a table in the order of this house; amounts last."""
        return ["name", *self.style.order, *self.style.amounts]

    def headings(self, with_unit: bool = False) -> list[str]:
        """The labels of `columns`; `with_unit` where no line above the table says the unit of the amounts."""
        unit = {1: "", 1000: " (x € 1.000)", 1_000_000: " (in mln. euro)"}[self.style.unit] if with_unit else ""
        return [self.label(column) + (unit if column in AMOUNTS else "") for column in self.columns()]

    def cell(self, party: Party, column: str) -> str:
        """A cell as text."""
        if column in AMOUNTS:
            return amount_text(self.style, party, column)
        if column == "participants":
            return party.participants_text or self.style.absent
        return getattr(party, column) or self.style.absent

    def number(self, party: Party, column: str) -> int | float | str:
        """A cell of a workbook: a number in the unit of the house, text where a person typed text."""
        value = party.amounts.get(column)
        if column not in AMOUNTS or value is None or party.mixed:
            return self.cell(party, column)
        return round(value / self.style.unit, 1) if self.style.unit == 1_000_000 else value // self.style.unit

    def facts(self, party: Party) -> list[tuple[str, str, str]]:
        """(field, label, value) of a block; amounts carry their unit there, or their label does."""
        found = []
        for name in self.style.order:
            value = party.participants_text if name == "participants" else getattr(party, name)
            if value:
                found.append((name, self.label(name), value))
        for column in self.style.amounts:
            if column not in party.amounts and self.style.variant % 2:
                continue  # half of the houses leave out what does not apply, the others say so
            label = self.label(column)
            if self.style.unit == 1000 and not party.mixed:
                label += " (x € 1.000)"
            found.append((column, label, amount_text(self.style, party, column, block=True)))
        return found + [("extra", label, value) for label, value in party.extras]


def dutch(value: int) -> str:
    """Digits with points between thousands."""
    return f"{value:,}".replace(",", ".")


def amount_text(style: Style, party: Party, column: str, block: bool = False) -> str:
    """An amount in the notation of the house. A mixed one carries its own unit, never that of the document."""
    value = party.amounts.get(column)
    if value is None:
        return style.absent
    size = abs(value)
    if party.mixed:
        million = style.unit != 1_000_000
        digits = f"€ {size / 1e6:.1f} mln".replace(".", ",") if million else f"€ {dutch(size // 1000)} duizend"
    elif style.unit == 1_000_000:
        figure = f"{size / 1e6:.1f}".replace(".", ",")
        digits = f"€ {figure} miljoen" if block else figure
    else:
        euro = "€ " if style.euro_sign or block else ""
        digits = euro + dutch(size // style.unit)
    if value >= 0:
        return digits
    if style.negatives == "brackets":
        return f"({digits})"
    if style.negatives == "dashes":
        return f"-/- {digits}"
    return f"€ -{digits[2:]}" if digits.startswith("€ ") else f"-{digits}"


def broken_name(party: Party, hyphen: str) -> str:
    """The name with the line break that the typesetter put into it."""
    if party.break_at is None:
        return party.name
    return party.name[: party.break_at] + hyphen + party.name[party.break_at :]
