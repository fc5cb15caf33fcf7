"""Labels whose letters a page set so wide that words fell apart: `Vreemd v ermogen 31-12-20 24`.

Belongs here: putting the words of quantities and their moments together again. Does not belong here: what they mean.
"""

import re
from functools import lru_cache

_WORDS = ("eigen", "vreemd", "vermogen", "resultaat", "financieel", "januari", "december")
_APART = re.compile(rf"(?<!\w)(?:{'|'.join(' ?'.join(word) for word in _WORDS)})(?!\w)", re.IGNORECASE)
_DATE = re.compile(r"(?<!\d)(\d ?\d ?- ?\d ?\d ?- ?(?:1 ?9|2 ?0) ?\d ?\d)(?!\d)")
_YEAR = re.compile(r"(?<![\d.,€-])(?<!€ )(?<!\d )(?:19|20) ?\d ?\d(?![\d.,]| \d)")


@lru_cache(maxsize=20_000)
def together(label: str) -> str:
    """A label with the words of quantities, dates and years whole."""
    label = _APART.sub(lambda found: found[0].replace(" ", ""), label)
    return _YEAR.sub(_without_spaces, _DATE.sub(_without_spaces, label))


def _without_spaces(found: re.Match[str]) -> str:
    return found[0].replace(" ", "")
