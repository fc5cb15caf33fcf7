"""The values that were read in each document, for the browser: each text once.

Many sources say the same of one collaboration, and name the same participants: written out on the page of each document
they would be half of the site. So texts that stand in more than one place have a number in `data/teksten.js`, and a
document has one file of data from which its page shows what was read at each place.

Belongs here: packing. Does not belong here: which columns are shown (`documents`), showing them (`static/site.js`).
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

SHORT = 4
"""A text of so few letters costs less than its number."""

Value = str | list[str]


class Readings:
    """Numbers for the texts of all documents together."""

    def __init__(self, labels: Sequence[str], values: Iterable[Value]):
        """`labels` of the columns in their order, and every value of every mention."""
        counts: Counter[str] = Counter()
        for value in values:
            counts.update(value if isinstance(value, list) else [value])
        often = [text for text, count in counts.items() if count > 1 and len(text) > SHORT]
        self._labels = list(labels)
        self._texts = sorted(often, key=lambda text: (-counts[text], text))
        self._numbers = {text: n for n, text in enumerate(self._texts)}

    def texts(self) -> str:
        """`data/teksten.js`."""
        return f"LAPPENDEKEN.teksten({_compact({'kolommen': self._labels, 'teksten': self._texts})});\n"

    def document(self, mentions: Iterable[Iterable[tuple[int, Value]]]) -> str:
        """The file of data of a document: per mention in turn the number of a column and its value; a text is a number
        where it has one, a list is a list of such."""
        rows = [[part for column, value in of for part in (column, self._packed(value))] for of in mentions]
        return f"LAPPENDEKEN.gelezen({_compact(rows)});\n"

    def _packed(self, value: Value) -> Any:
        if isinstance(value, list):
            return [self._numbers.get(text, text) for text in value]
        return self._numbers.get(value, value)


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
