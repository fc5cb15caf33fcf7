"""What an answer about a reading decides: that it is so, that it is no party, or which values are right.

Belongs here: from what a person picked or typed to decisions of kind `reading`. Does not belong here: what these do.
"""

import json
from collections.abc import Iterator

from dagster_project.budgets import ACCEPTED, typed_value
from dagster_project.dictionary import table
from dagster_project.review.choices import label
from dagster_project.texts import fold

OTHER = "other"
"""The answer that the other reading is right."""

BETWEEN = "|"
"""Between two values of one answer; the items of a list have a semicolon."""


def decided_by(answer: str, candidates: list[str], columns: list[str], expect: str | None) -> Iterator[dict[str, str]]:
    """Attribute and value of each decision. `columns` are those asked about, `expect` what the question rests on.

    Right values also accept the rest as it was read. Raises ValueError with the mend in Dutch for what is no answer.
    """
    code = _code(answer, candidates)
    if code in candidates and code != OTHER:
        yield {"attribute": None, "value": code}
        return
    values = json.loads(expect)["other_reading"] if code == OTHER and OTHER in candidates else _typed(answer, columns)
    yield {"attribute": None, "value": ACCEPTED}
    yield from ({"attribute": column, "value": value} for column, value in values.items())


def _code(answer: str, candidates: list[str]) -> str:
    known = {fold(text): code for code in (*candidates, OTHER) for text in (code, label("reading", None, code))}
    return known.get(fold(answer), known.get(fold(answer.partition(" – ")[0]), answer))


def _typed(answer: str, columns: list[str]) -> dict[str, str]:
    in_doubt = [column for column in columns if column != "name_written"]
    values = {}
    for part in answer.split(BETWEEN):
        named, equals, text = part.partition("=")
        if equals:
            column = _column(named.strip())
        elif len(in_doubt) == 1 and BETWEEN not in answer:
            column, text = in_doubt[0], part
        else:
            raise ValueError("kies uit de lijst, of schrijf welke waarde het is, zoals: Resultaat = -1.234")
        if not text.strip():
            raise ValueError(f"schrijf een waarde achter {named.strip()} =")
        try:
            values[column] = typed_value(column, text)
        except ValueError:
            amount = table("mention").column(column).type == "number"
            wanted = "in euro's, zoals 1.234.000 of -500" if amount else "zoals het document het heeft, zonder personen"
            raise ValueError(f"'{text.strip()}' kan niet; schrijf het {wanted}") from None
    return values


def _column(named: str) -> str:
    """The column that a person means by its Dutch label, its field or itself."""
    mention = table("mention")
    for field, column in mention.fields.items():
        label = mention.column(column).label_nl
        if named.casefold() in (field, column, label.casefold(), label.partition(" (")[0].casefold()):
            return column
    labels = ", ".join(mention.column(c).label_nl.partition(" (")[0] for c in mention.fields.values())
    raise ValueError(f"'{named}' is geen waarde van een partij; schrijf een van: {labels}")
