"""The participants of a party as written, one item per organisation or phrase.

Plurals are spread over their members (*de provincies X en Y* gives *provincie X* and *provincie Y*), *gemeente* goes,
as a name without a kind is a municipality; so do shares and the boards that decide (*het college van*). Counts and
descriptions (*de 12 Groninger gemeenten*, *alle gemeenten in X, behalve Y*) stay phrases. Does not belong here: which
organisations these are, nor who is in a phrase; that is known at a date only (`organisations`).
"""

from dagster_project.budgets.participants.listed import in_words, split_participants
from dagster_project.budgets.participants.whole import names_with_comma

__all__ = ["in_words", "names_with_comma", "split_participants"]
