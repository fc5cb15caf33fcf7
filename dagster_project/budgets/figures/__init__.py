"""Amounts as weighed interpretations: cells of a party that may hold figures, to its equity, debt and result in euros.

For each record the interpretations (which cell is which column, in which unit, whether a number is a year) are
proposed and scored together, and the best is taken, with its margin to the next one. The reader of records is to call
this; until then nothing does.

Belongs here: everything about numbers, their units, moments and quantities. Does not belong here: which cells are of
which party, and what stands over and left of a cell.
"""

import lazy_loader as lazy

__getattr__, __dir__, __all__ = lazy.attach(
    __name__,
    submod_attrs={
        "model": ["COLUMNS", "Cell", "Figure", "Left", "Reading", "Record"],
        "reading": ["figures_of"],
        "units": ["units_in"],
    },
)
