"""One planted fault per expectation: how to spoil the clean register, and the keys that must be named.

A module per suite. What a fault is and how tables are spoilt stands in `spoiling`.
"""

from tests.quality.faults import amounts, comparability, coverage, definition, integrity, privacy, reconciliation
from tests.quality.faults.spoiling import Fault

FAULTS: dict[str, Fault] = {
    **definition.FAULTS,
    **integrity.FAULTS,
    **coverage.FAULTS,
    **comparability.FAULTS,
    **reconciliation.FAULTS,
    **privacy.FAULTS,
    **amounts.FAULTS,
}

__all__ = ["FAULTS"]
