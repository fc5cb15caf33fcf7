"""Which quantity a label or the words before an amount tell of: equity, debt, result, or something else.

Belongs here: the evidence of one text, as log-odds by quantity. Does not belong here: which of several texts counts
for an amount (`slots`).
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from dagster_project.budgets.figures.model import DEBT, EQUITY, OTHER, RESULT

BOTH = "both"
SURE, LIKELY, HINT = 4.0, 3.0, 1.5
"""Log-odds that a full name, an abbreviation or a vague word of a quantity give it."""
_WORDS: tuple[tuple[str, float, str], ...] = (
    (BOTH, SURE, r"eigen\s*(?:/|&|\+|en(?:\s+het)?|of)\s*vreemd\w*\s+(?:vermogens?|kapitaal)|vermogensposities?"),
    (OTHER, SURE, r"(?:totaal|totale|som|weerstands?|balans)\s*-?\s*(?:van\s+(?:het\s+)?)?vermogens?\b"),
    (OTHER, SURE, r"(?:dividend|winst)(?:en|uitkering\w*)\b|dividend|\bper\s+aandeel\b|\bper\s+inwoner\b"),
    (EQUITY, SURE, r"eigen\s*-?\s*(?:vermogens?|kapitaal|middelen)|vermogen[\s:(-]*eigen\b|groepsvermogen"),
    (DEBT, SURE, r"(?:vreemde?|geleend)\s*-?\s*(?:vermogens?|kapitaal|middelen)|vermogen[\s:(-]*vreemd\b"),
    (EQUITY, LIKELY, r"\be\.?v\b\.?|\beig(?:en)?\.?\s*verm\w*\.?"),
    (DEBT, LIKELY, r"\bv\.?v\b\.?|\bvr(?:eemd)?\.?\s*verm\w*\.?|(?<![\w-])schuld(?:en)?(?:positie)?\b"),
    (RESULT, SURE, r"\b\w*resul-?\s?ta(?:at|ten)\b|\b(?:rekening|begrotings|exploitatie|jaar)saldo\b"),
    (RESULT, LIKELY, r"\bresult?\.|\bres\.|\bresult\b|\bsaldo\b|\boverschot\b|\btekort\b|\bwinst\b|\bverlies\b"),
    (OTHER, LIKELY,
     r"\w*bijdragen?\b|\bbalans-?totaal\b|\bsolvabiliteit\w*|\bratio\w*|\bweerstandscapaciteit|\baande(?:el|len)\w*"
     r"|\bstem(?:men|recht|verhouding)\b|\bnomina\w+|\bboekwaarde\w*|\bgarantie\w*|\bborg\w*|\blening\w*|\blasten\b|\bbaten\b"
     r"|\bomzet\b|\bkosten\b|\w*reserves?\b|\bvoorziening\w*|\brente\w*|\bpercentage\b|\binwoner\w*|\bfte\b|\bformatie\b"
     r"|\bsubsidie\w*|\binvestering\w*|\baantal\b|\bbelang\b|\bverhouding\b|\bmutaties?\b|\bbudget\w*|\bagio\b"
     r"|\brisico\w*|\btarie(?:f|ven)\b|\bwaarde\b|\bverschil\b|\bactiva\b|\bpassiva\b|\btoevoeging\w*|\bonttrekking\w*"),
    (BOTH, HINT, r"\bvermogens?\b|\bbalans\b"),
)  # fmt: skip
_PATTERNS = tuple((quantity, strength, re.compile(words, re.IGNORECASE)) for quantity, strength, words in _WORDS)
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
    return found


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
