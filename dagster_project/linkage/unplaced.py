"""Mentions that say nothing of a place, and names that a list cut off: joined to the one group that bears the name, or
a name that begins so.

Belongs here: joining such mentions where only one group can be meant. Does not belong here: names with a place (`sure`)
and names that say too little anywhere (`bare`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterator

from dagster_project.linkage.names import CUT, words_in_order
from dagster_project.linkage.records import Record
from dagster_project.linkage.sure import found_anywhere, says_enough

# A name cut to fewer letters, those of the law not counted, may be the beginning of anything.
LEAST_LETTERS = 6
_START = 3

Words = tuple[str, ...]
Pairs = Iterator[tuple[str, str]]


def name_alone(
    records: list[Record], weights: dict[str, float], subjects: frozenset[str], find: Callable[[str], str]
) -> Pairs:
    """Mentions of which no province is known, each with a mention of the one group that bears a telling name of theirs.

    A seat in a village, or at an office elsewhere, is no reason against it.
    """
    bearers: dict[Words, list[Record]] = defaultdict(list)
    for record in records:
        for form in record.forms:
            bearers[form].append(record)
    for record in records:
        if record.provinces:
            continue
        told = [f for f in record.forms if says_enough(f, record, weights) and not found_anywhere(f, subjects)]
        alike = [o for form in told for o in bearers[form]]
        yield from _the_one(record, alike, find)


def name_cut_off(records: list[Record], find: Callable[[str], str]) -> Pairs:
    """Mentions of which the name is cut off, or a word of it is (`Intergem.`), each with a mention of the one group
    whose name begins so.

    Names that begin with all of its words come first, then those that begin with its telling words, then those that
    hold these further on.
    """
    cut, names = [], defaultdict(list)
    for record in records:
        if not _is_cut(record.name):
            names[record.name].append(record)
        elif _letters(words_in_order(record.name)) >= LEAST_LETTERS:
            cut.append(record)
    if not cut:
        return
    at: dict[tuple[bool, str], list[tuple[Words, int, str]]] = defaultdict(list)
    for name in sorted(names):
        for with_law in (True, False):
            words = words_in_order(name, with_law)
            for place, word in enumerate(words[:1] if with_law else words):
                at[with_law, word[:_START]].append((words, place, name))
    for record in cut:
        wanted = {with_law: words_in_order(record.name, with_law) for with_law in (True, False)}
        found = {
            with_law: [
                (place, name)
                for words, place, name in at.get((with_law, cut_words[0].rstrip(CUT)[:_START]), ())
                if _begins(words[place:], cut_words)
            ]
            for with_law, cut_words in wanted.items()
        }
        tiers = (found[True], [x for x in found[False] if not x[0]], found[False])
        best = next((tier for tier in tiers if tier), ())
        yield from _the_one(record, [o for _, name in best for o in names[name] if _near(record, o)], find)


def _is_cut(name: str) -> bool:
    return any(word.endswith(CUT) for word in words_in_order(name, with_law=True))


def _letters(words: Words) -> int:
    return sum(len(w.rstrip(CUT)) for w in words)


def _begins(name: Words, cut: Words) -> bool:
    """Whether a name begins with the words of another, of which those that are marked are cut themselves."""
    return len(name) >= len(cut) and all(
        word.startswith(part.rstrip(CUT)) if part.endswith(CUT) else word == part
        for word, part in zip(name, cut, strict=False)
    )


def _near(one: Record, other: Record) -> bool:
    return not (one.provinces and other.provinces) or bool(one.provinces & other.provinces)


def _the_one(record: Record, alike: list[Record], find: Callable[[str], str]) -> Pairs:
    others = {find(o.mention_id): o.mention_id for o in reversed(alike) if o.mention_id != record.mention_id}
    others.pop(find(record.mention_id), None)
    if len(others) == 1:
        yield next(iter(others.values())), record.mention_id
