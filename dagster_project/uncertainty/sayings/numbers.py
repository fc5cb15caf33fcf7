"""How a number is written for a reader: decimals that its counts can bear, and Dutch signs.

Belongs here: how fine a number may be said. Does not belong here: how a release rounds its tables (`release`).
"""

from decimal import ROUND_HALF_UP, Decimal


def sensible_decimals(formula: str, decimals: int, denominator: float | None) -> int:
    """At most `decimals`, and none that is finer than what one member moves: tenths of a percent need a thousand."""
    if formula == "count":
        return 0
    hundreds = 2 if formula == "share" else 0
    return max((d for d in range(decimals + 1) if (denominator or 0) >= 10 ** (d + hundreds)), default=0)


def in_dutch(value: float, decimals: int = 0) -> str:
    """Rounded half up, with a dot between thousands and a comma before decimals."""
    rounded = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded:,f}".translate(str.maketrans(",.", ".,"))


def share_in_words(numerator: float, denominator: float, decimals: int) -> str:
    """A share as `31 procent`; of fewer than a hundred as `5 van de 16`: there a percent is less than one of them."""
    if denominator < 100:
        return f"{in_dutch(numerator)} van de {in_dutch(denominator)}"
    return f"{in_dutch(100 * numerator / denominator, decimals)} procent"
