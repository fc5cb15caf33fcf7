"""The figures of a party: the same for every reporter of one year, rounded as each hand rounds."""

from functools import lru_cache

from dagster_project.simulation.randomness import generator
from dagster_project.simulation.sources.budgets.house_style import Style
from dagster_project.simulation.sources.vocabulary import words


@lru_cache(maxsize=10_000)
def true_amounts(truth_id: str, legal_form: str, year: int) -> dict[str, int]:
    """Euros in whole thousands; empty where the form keeps no balance sheet of its own. Not to be changed."""
    if legal_form not in words().with_balance:
        return {}
    body, this_year = generator("balance", truth_id), generator("balance", truth_id, year)
    scale = body.choice((1, 1, 3, 10, 40))
    equity = body.randrange(100, 9000) * scale + this_year.randrange(-90, 90)
    result = this_year.randrange(-250, 400) * scale
    debt = body.randrange(150, 12000) * scale + this_year.randrange(-100, 100)
    change = this_year.randrange(-140, 300) * scale
    values = (equity, equity + result, debt, max(0, debt + change), result)
    names = ("equity_begin", "equity_end", "debt_begin", "debt_end", "result")
    return {name: value * 1000 for name, value in zip(names, values, strict=True)}


def rounded(amounts: dict[str, int], style: Style, mixed: bool) -> dict[str, int]:
    """What the reader of this hand can know: the fields that the house gives, in the precision of its unit.

    A mixed party is in tenths of a million where the document is in euros or thousands, else in thousands.
    """
    in_millions = (style.unit == 1_000_000) != mixed
    step = 100_000 if in_millions else 1000
    return {name: _nearest(amounts[name], step) for name in style.amounts if name in amounts}


def _nearest(value: int, step: int) -> int:
    """Halves away from zero, as people round."""
    size = (abs(value) * 2 + step) // (2 * step) * step
    return size if value >= 0 else -size
