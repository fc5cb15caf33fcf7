"""Faults of amounts: units, signs, moments and magnitudes of what budgets tell of equity, debt and result."""

from dataclasses import dataclass, fields, replace

from dagster_project.simulation.plants.budgets import exchanged, with_amounts, with_parties
from dagster_project.simulation.plants.catalogue import planter
from dagster_project.simulation.plants.hand import Hand
from dagster_project.simulation.sources.budgets.content import Document, Party

GUILDERS = 2.20371
"""Guilders in a euro, when the guilder ended."""


def _scaled(hand: Hand, factor: float, names: tuple[str, ...] = (), paths: list[str] | None = None) -> None:
    """Multiply the amounts whose field begins with one of the names (all where none are given)."""

    def change(name: str, value: int) -> int:
        return round(value * factor) if not names or name.startswith(names) else value

    hand.parties(lambda party, document: with_amounts(party, change), paths or hand.with_amounts())


@planter("documents")
def equity_times_thousand(hand: Hand) -> None:
    """Thousands taken for euros, everywhere."""
    _scaled(hand, 1000, ("equity",))


@planter("documents")
def equity_times_thousand_in_one(hand: Hand) -> None:
    """Thousands taken for euros, by one body."""
    _scaled(hand, 1000, ("equity",), hand.with_amounts()[:1])


@planter("documents")
def debt_times_thousand(hand: Hand) -> None:
    """The same of debt."""
    _scaled(hand, 1000, ("debt",))


@planter("documents")
def amounts_by_thousand(hand: Hand) -> None:
    """Euros taken for thousands; what is left is rounded to the unit of the house."""

    def change(name: str, value: int) -> int:
        return round(value / 1000)

    hand.rewrite(
        lambda document: replace(
            with_parties(document, lambda party, _: with_amounts(party, change)),
            style=replace(document.style, unit=1),
        ),
        hand.with_amounts(),
    )


@dataclass(frozen=True)
class _WithoutUnit(Document):
    """A document that does not say the unit of its amounts."""

    @property
    def unit_line(self) -> None:
        """No line above the amounts."""
        return None


def _in_thousands(hand: Hand) -> list[str]:
    return [path for path in hand.with_amounts() if hand.document(path).style.unit == 1000]


def _as_written(document: Document) -> Document:
    """The digits of a document in thousands, as if they were euros; amounts with a unit of their own stay."""
    digits = with_parties(
        document, lambda party, _: party if party.mixed else with_amounts(party, lambda name, value: value // 1000)
    )
    return replace(digits, style=replace(document.style, unit=1))


@planter("documents")
def unit_dropped(hand: Hand) -> None:
    """Digits of thousands, and nowhere that they are."""

    def without(document: Document) -> Document:
        written = _as_written(document)
        return _WithoutUnit(**{field.name: getattr(written, field.name) for field in fields(written)})

    hand.rewrite(without, _in_thousands(hand))


@planter("documents")
def unit_wrong(hand: Hand) -> None:
    """Digits of thousands under a line that says euros."""
    hand.rewrite(_as_written, _in_thousands(hand))


@planter("documents")
def begin_and_end_exchanged(hand: Hand) -> None:
    """The columns of the two moments."""
    hand.parties(
        lambda party, document: exchanged(exchanged(party, "equity_begin", "equity_end"), "debt_begin", "debt_end"),
        hand.with_amounts(),
    )


@planter("documents")
def equity_and_debt_exchanged(hand: Hand) -> None:
    """The columns of the two sides of the balance sheet."""
    hand.parties(
        lambda party, document: exchanged(exchanged(party, "equity_end", "debt_end"), "equity_begin", "debt_begin"),
        hand.with_amounts(),
    )


@planter("documents")
def sign_dropped(hand: Hand) -> None:
    """Losses told as profits."""
    hand.parties(lambda party, document: with_amounts(party, lambda name, value: abs(value)), hand.with_amounts())


@planter("documents")
def sign_turned(hand: Hand) -> None:
    """Costs positive, profits negative."""
    _scaled(hand, -1)


@planter("documents")
def negative_debt(hand: Hand) -> None:
    """Debt with a minus, as some ledgers print it."""
    _scaled(hand, -1, ("debt",))


@planter("documents")
def amounts_all_equal(hand: Hand) -> None:
    """A column filled down."""

    def equal(document: Document) -> Document:
        first = hand.first(party.amounts for party in document.parties if party.amounts)
        return with_parties(document, lambda party, _: replace(party, amounts=dict(first)) if party.amounts else party)

    hand.rewrite(equal, hand.with_amounts())


@planter("documents")
def amounts_of_the_next_row(hand: Hand) -> None:
    """The amounts stand one row too high."""

    def moved(document: Document) -> Document:
        following = [party.amounts for party in document.parties[1:]] + [document.parties[0].amounts]
        amounts = iter(following)
        return with_parties(document, lambda party, _: replace(party, amounts=next(amounts)))

    hand.rewrite(moved, hand.with_amounts())


@planter("documents")
def year_for_amount(hand: Hand) -> None:
    """The year of the heading in every cell."""
    hand.parties(
        lambda party, document: with_amounts(party, lambda name, value: document.year * document.style.unit),
        hand.with_amounts(),
    )


@planter("documents")
def result_is_no_change(hand: Hand) -> None:
    """Results that no change of equity explains."""
    paths = [path for path in hand.with_amounts() if "result" in hand.document(path).style.amounts]
    _scaled(hand, 25, ("result",), paths)


@planter("documents")
def amounts_all_zero(hand: Hand) -> None:
    """Nothing was filled in, and nothing became nought."""
    _scaled(hand, 0)


@planter("documents")
def end_is_begin(hand: Hand) -> None:
    """The end of the year was not filled in anew."""

    def stale(party: Party, document: Document) -> Party:
        begun = {
            name: party.amounts.get(name.replace("_end", "_begin"), value) for name, value in party.amounts.items()
        }
        return replace(party, amounts=begun)

    hand.parties(stale, hand.with_amounts())


@planter("documents")
def decimals_lost(hand: Hand) -> None:
    """A decimal point that was read as nothing."""
    _scaled(hand, 100, (), hand.with_amounts()[::2])


@planter("documents")
def rounded_to_millions(hand: Hand) -> None:
    """Whole millions where thousands were told."""
    hand.parties(
        lambda party, document: with_amounts(party, lambda name, value: round(value / 1_000_000) * 1_000_000),
        hand.with_amounts(),
    )


@planter("documents")
def amounts_in_guilders(hand: Hand) -> None:
    """A sheet of last century."""
    _scaled(hand, GUILDERS, (), hand.with_amounts()[:1])


@planter("documents")
def bodies_disagree(hand: Hand) -> None:
    """Each body has other amounts for the same party."""
    for place, path in enumerate(hand.with_amounts()):
        _scaled(hand, 1.5 + place, (), [path])


@planter("documents")
def digits_transposed(hand: Hand) -> None:
    """The two first digits exchanged, as typists do."""

    def typed(name: str, value: int) -> int:
        digits = str(abs(value))
        slip = int(digits[1] + digits[0] + digits[2:]) if len(digits) > 1 else value
        return -slip if value < 0 else slip

    hand.parties(lambda party, document: with_amounts(party, typed), hand.with_amounts()[:1])


@planter("documents")
def negative_shares(hand: Hand) -> None:
    """Shares below nought."""
    _share(hand, "-12%")


@planter("documents")
def shares_over_the_whole(hand: Hand) -> None:
    """Shares above the whole."""
    _share(hand, "140%")


def _share(hand: Hand, text: str) -> None:
    """The interest of every party in the budgets that write blocks, or in the purpose of those that write tables."""
    hand.parties(
        lambda party, document: replace(
            party,
            extras=(*party.extras, ("Financieel belang", text)),
            purpose=f"{party.purpose or ''} Aandeel: {text}.",
        )
    )
