"""Documents in layouts that were invented for the tests; see `parties`."""

from tests.budgets.invented import pages, sheets, web, writing
from tests.budgets.invented.parties import LAYOUTS, PARTIES, Truth

__all__ = ["LAYOUTS", "PARTIES", "Truth", "pages", "sheets", "web", "writing"]
