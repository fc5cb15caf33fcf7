"""Which quantity a label or the words before an amount tell of: equity, debt, result, or something else.

Belongs here: the evidence of one text, as log-odds by quantity. Does not belong here: which of several texts counts
for an amount (`slots`).
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from dagster_project.budgets.figures.model import DEBT, EQUITY, OTHER, RESULT
from dagster_project.budgets.figures.moments import without_moments
from dagster_project.budgets.labelling import NONE, meanings

BOTH = "both"
SURE, LIKELY, HINT = 4.0, 3.0, 1.5
"""Log-odds that a full name, an abbreviation or a vague word of a quantity give it."""


def _cut(*words: str) -> str:
    """A pattern of words of which the first is cut off by a dot: `eig. verm.`."""
    ends = ["".join(f"(?:{letter}" for letter in word[_LEFT:]) + ")?" * len(word[_LEFT:]) for word in words]
    first, *others = (word[:_LEFT] + end for word, end in zip(words, ends, strict=True))
    return rf"\b{first}\." + "".join(rf"\s*{other}\b\.?" for other in others)


_LEFT = 2
_WORDS: tuple[tuple[str, float, str], ...] = (
    (BOTH, SURE, r"eigen\s*(?:/|&|\+|en(?:\s+het)?|of)\s*vreemd\w*\s+(?:vermogens?|kapitaal)|vermogensposities?"),
    (OTHER, SURE, r"(?:totaal|totale|som|weerstands?|balans)\s*-?\s*(?:van\s+(?:het\s+)?)?vermogens?\b"),
    (OTHER, SURE, r"(?:dividend|winst)(?:en|uitkering\w*)\b|dividend|\bper\s+aandeel\b|\bper\s+inwoner\b"),
    (EQUITY, SURE, r"eigen\s*-?\s*(?:vermogens?|kapitaal)|vermogen[\s:(-]*eigen\b|groepsvermogen"),
    (DEBT, SURE, r"vreemde?\s*-?\s*(?:vermogens?|kapitaal)|vermogen[\s:(-]*vreemd\b"),
    (EQUITY, LIKELY, rf"\be\.?v\b\.?|{_cut('eigen', 'vermogen')}"),
    (DEBT, LIKELY, rf"\bv\.?v\b\.?|{_cut('vreemd', 'vermogen')}|(?<![\w-])schuld(?:en)?(?:positie)?\b"),
    (RESULT, SURE, r"\b\w*resul-?\s?ta(?:at|ten)\b|\b(?:rekening|begrotings|exploitatie|jaar)saldo\b"),
    (RESULT, LIKELY, rf"{_cut('resultaat')}|\bsaldo\b|\boverschot\b|\btekort\b|\bwinst\b|\bverlies\b"),
    (OTHER, LIKELY,
     r"\w*bijdragen?\b|\bbalans-?totaal\b|\bsolvabiliteit\w*|\bratio\w*|\bweerstandscapaciteit|\baande(?:el|len)\w*"
     r"|\bstem(?:men|recht|verhouding)\b|\bnomina\w+|\bboekwaarde\w*|\bgarantie\w*|\bborg\w*|\blening\w*|\blasten\b|\bbaten\b"
     r"|\bomzet\b|\bkosten\b|\w*reserves?\b|\bvoorziening\w*|\brente\w*|\bpercentage\b|\binwoner\w*|\bfte\b|\bformatie\b"
     r"|\bsubsidie\w*|\binvestering\w*|\baantal\b|\bbelang\b|\bverhouding\b|\bmutaties?\b|\bbudget\w*|\bagio\b"
     r"|\brisico\w*|\btarie(?:f|ven)\b|\bwaarde\b|\bverschil\b|\bactiva\b|\bpassiva\b|\btoevoeging\w*|\bonttrekking\w*"),
    (BOTH, HINT, r"\bvermogens?\b|\bbalans\b"),
)  # fmt: skip
_PATTERNS = tuple((quantity, strength, re.compile(words, re.IGNORECASE)) for quantity, strength, words in _WORDS)
_OF_FIELD = {"equity": EQUITY, "debt": DEBT, "result": RESULT, "capital": BOTH}
LONGEST = 60
"""Letters: what is longer is no label."""
LEAST = 0.5
"""Log-odds of a field, and over the next one, below which the model of labels is not believed."""
_WORD = re.compile(r"[^\W\d_]{3,}")
SHIFT = 1.0
"""Log-odds that a label has before its text is looked at: it stands beside an amount."""
_AFTER_FIRST = 0.5
"""What a word counts that is not the first of its text: `aandeel in het eigen vermogen` is a share."""


@lru_cache(maxsize=20_000)
def mentions_in(text: str) -> tuple[tuple[int, int, str, float], ...]:
    """The words of quantities in a text: start, stop, quantity (or `both`, or `other`), strength; in its order."""
    left, found = text, []
    for quantity, strength, pattern in _PATTERNS:
        for match in pattern.finditer(left):
            found.append((match.start(), match.end(), quantity, strength))
        if found:
            left = pattern.sub(lambda m: "\0" * len(m.group()), left)
    return tuple(sorted(found))


@lru_cache(maxsize=20_000)
def evidence_of(text: str) -> Mapping[str, float]:
    """Log-odds by quantity of a label; empty where it tells of none. `both` is vague: equity and debt, or either."""
    found: dict[str, float] = {}
    for number, (_, _, quantity, strength) in enumerate(mentions_in(text)):
        counted = strength if number == 0 else strength * _AFTER_FIRST
        found[quantity] = max(counted, found.get(quantity, 0.0))
    return found if set(found) - {BOTH} or found.get(BOTH) == SURE else _learned(text) or found


def _learned(text: str) -> Mapping[str, float]:
    """What the model of labels says of a label in which no known word stands, where it is one of amounts."""
    if len(text) > LONGEST or not _WORD.search(without_moments(text)):
        return {}
    meaning = meanings([text])[0]
    quantity, score = _OF_FIELD.get(meaning.field), meaning.score + SHIFT
    return {quantity: min(score, LIKELY)} if quantity and score > LEAST and meaning.margin > LEAST else {}


def is_of_something(label: str) -> bool:
    """Whether a label is one of a field that is no quantity: what it labels is explained."""
    meaning = meanings([label])[0]
    return meaning.field not in (NONE, *_OF_FIELD) and meaning.score > 0


def evidence_before(text: str) -> Mapping[str, float]:
    """The same of the words that stand before an amount in a sentence, of which the last ones count most."""
    found = mentions_in(text)
    if not found:
        return {}
    _, _, quantity, strength = found[-1]
    told = {quantity: strength}
    for _, _, earlier, weight in found[:-1]:
        told.setdefault(earlier, weight * _AFTER_FIRST)
    return told
