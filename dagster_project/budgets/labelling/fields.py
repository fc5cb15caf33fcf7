"""The fields that a label may mean, and the word for a text that is no label."""

from dagster_project.budgets.vocabulary import (
    CAPITAL,
    DEBT,
    EQUITY,
    FORM,
    INTEREST,
    NAME,
    NUMBER,
    OTHER,
    PARTICIPANTS,
    PROGRAMME,
    PURPOSE,
    RESULT,
    RISKS,
    SEAT,
    SECTION,
    STATUS,
    SUB_UNITS,
)

NONE = "none"
"""A text that is no label: a value, a name, a sentence, a moment alone."""

LABELS = (
    NAME, FORM, SEAT, PURPOSE, PARTICIPANTS, EQUITY, DEBT, CAPITAL, RESULT, STATUS, SUB_UNITS, NUMBER, SECTION,
    INTEREST, RISKS, PROGRAMME, OTHER,
)  # fmt: skip
"""What a label means; `CAPITAL` is of equity and debt together, or does not say which."""

FIELDS = (*LABELS, NONE)
