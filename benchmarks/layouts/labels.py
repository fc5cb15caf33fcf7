"""How well the labels of the generator are understood, out of any document.

Usage: `python -m benchmarks.layouts.labels`. Totals by style only: whoever builds the reader must not see the words.
"""

from collections import Counter
from collections.abc import Iterable

from benchmarks.layouts.words import words
from dagster_project.budgets.labelling import label_score, meanings
from dagster_project.budgets.labels import detail_of, field_before_value

FIELDS = {
    "name": "name", "form": "legal_form", "seat": "seat", "purpose": "purpose", "participants": "participants",
    "equity": "equity", "debt": "debt", "result": "result", "risks": "risks", "programme": "programme",
    "section": "section", "contribution": "other", "news": "other", "interest": "other", "shares": "interest",
}  # fmt: skip
"""What the generator's kinds of labels mean (`interest`: who sits in the board); heads of grids are left out."""


def counts(labels: Iterable[tuple[str, str, str]]) -> Counter[tuple[str, str]]:
    """From (style, label, field): per style how many there are, are right, are told as a label, are right by words."""
    found: Counter[tuple[str, str]] = Counter()
    for style, text, field in labels:
        found[style, "labels"] += 1
        found[style, "right"] += meanings([text])[0].field == field
        found[style, "a label"] += label_score(text) > 0
        found[style, "by words"] += (detail_of(text) or field_before_value(text)) == field
    return found


def main() -> None:
    """Print the counts per style."""
    of_kind = words().labels
    told = [(s, text, f) for kind, f in FIELDS.items() for s, texts in of_kind[kind].items() for text in texts]
    found, columns = counts(told), ("labels", "right", "a label", "by words")
    print(f"{'':>12}" + "".join(f"{column:>10}" for column in columns))
    for style in dict.fromkeys(style for style, _, _ in told):
        print(f"{style:>12}" + "".join(f"{found[style, column]:>10}" for column in columns))


if __name__ == "__main__":
    main()
