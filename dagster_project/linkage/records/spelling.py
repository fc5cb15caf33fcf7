"""One token for its spellings in this set: words cut off, written together, or mistyped.

Belongs here: what only the whole set of names can tell. Does not belong here: the language (`names`).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from dagster_project.linkage.names.parse import CUT, tasks_of
from dagster_project.linkage.records.record import Record, interner

# A mistyped word is rare itself, long enough to be no other word, and one letter from a word that is less rare.
MISTYPED_MIN_LENGTH = 8
# It stands in one name, or in no more mentions than this part of those of the right word.
MISTYPED_PART = 0.02
# A word cut off must be known by at least this many letters.
CUT_MIN_LENGTH = 3


def unify_spelling(records: Iterable[Record]) -> list[Record]:
    """The records with the tokens of their forms unified; sorted tokens, each form once."""
    records = list(records)
    in_forms = Counter(t for f in {f for r in records for f in r.forms} for t in set(f))
    in_mentions = Counter(t for r in records for f in r.forms for t in set(f))
    spelled = {t: [t] for t in in_forms}
    words = sorted(t for t in in_forms if not t.endswith(CUT))
    spelled |= {t: _whole_words(t, words, in_forms) for t in in_forms if t.endswith(CUT)}
    spelled |= {t: [w] for t, w in _mistyped(words, in_forms, in_mentions).items()}
    spelled |= _written_together(records, words)
    unified = {f: tuple(sorted({w for t in f for w in spelled[t]})) or f for r in records for f in r.forms}
    same = interner()
    found = []
    for record in records:
        forms = same(tuple(dict.fromkeys(unified[f] for f in record.forms)))
        members = same(frozenset(unified.get(f, f) for f in record.members))
        # Most are unified as they stand, and a copy of each would double what is held.
        alike = forms == record.forms and members == record.members
        found.append(record if alike else replace(record, forms=forms, members=members))
    return found


def _whole_words(cut: str, words: list[str], in_forms: Counter) -> list[str]:
    """The one word that begins so; none where the beginning says too little, or several begin so."""
    start = cut.rstrip(CUT)
    if start in in_forms:
        return [start]
    found = [w for w in words if w.startswith(start)] if len(start) >= CUT_MIN_LENGTH else []
    return found if len(found) == 1 else []


def _mistyped(words: list[str], in_forms: Counter, in_mentions: Counter) -> dict[str, str]:
    """Rare words to the frequent word one letter away, found through words with one letter left out."""
    without: dict[str, set[str]] = {}
    long = [w for w in words if len(w) >= MISTYPED_MIN_LENGTH and w.isalpha()]
    for word in long:
        for key in deletions(word):
            without.setdefault(key, set()).add(word)
    found = {}
    for word in long:
        near = {w for key in deletions(word) for w in without[key] if w != word and abs(len(w) - len(word)) <= 1}
        better = [w for w in near if (-in_forms[w], w) < (-in_forms[word], word)]
        best = min(better, key=lambda w: (-in_forms[w], w)) if better else word
        if in_forms[word] == 1 or in_mentions[word] <= MISTYPED_PART * in_mentions[best]:
            found[word] = best
    return {w: found.get(t, t) for w, t in found.items()}


def deletions(word: str) -> set[str]:
    """A word as it is and with each of its letters left out: two that are one letter apart share one of these."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _written_together(records: list[Record], words: list[str]) -> dict[str, list[str]]:
    """A word that is two words of one form elsewhere, such as `belastingsamenwerking`, as these two."""
    known, found = set(words), {}
    pairs = {(a, b) for r in records for f in r.forms for a in f for b in f if a != b and len(a) > 3 and len(b) > 3}
    joined = {a + b: [a, b] for a, b in sorted(pairs)}
    for word in words:
        # What names a task only as a whole (`werkbedryf`) stays whole.
        if word in joined and set(joined[word]) <= known and tasks_of((word,)) <= tasks_of(tuple(joined[word])):
            found[word] = joined[word]
    return found
