"""Mentions that say nothing of a place, and names that a list cut off: joined to the one group that bears the name, or
a name that begins so.

Belongs here: joining such mentions where only one group can be meant. Does not belong here: names with a place
(`deterministic`) and names that say too little anywhere (`abbreviations`).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import chain

from dagster_project.linkage.names.parse import CUT, words_in_order
from dagster_project.linkage.records.record import Record
from dagster_project.linkage.rules.deterministic import is_telling, names_no_place

# A name cut to fewer letters, those of the law not counted, may be the beginning of anything.
LEAST_LETTERS = 6

Words = tuple[str, ...]
Listed = list[tuple[Words, str]]
Pairs = Iterator[tuple[str, str]]


def same_name_without_place(
    records: list[Record], weights: dict[str, float], subjects: frozenset[str], find: Callable[[str], str]
) -> Pairs:
    """Mentions of which no province is known, each with a mention of the one group that bears a telling name of theirs;
    with each other where nobody else bears it.

    A seat in a village, or at an office elsewhere, is no reason against it.
    """
    placed: dict[Words, list[Record]] = defaultdict(list)
    without: dict[Words, list[Record]] = defaultdict(list)
    for record in records:
        for form in record.forms:
            if record.provinces:
                placed[form].append(record)
            elif is_telling(form, record, weights) and not names_no_place(form, subjects):
                without[form].append(record)
    for form in sorted(without):
        bearer = _of_one_group(placed[form], find) if placed[form] else without[form][0]
        if bearer:
            yield from ((bearer.mention_id, r.mention_id) for r in without[form] if r is not bearer)


def truncated_name(records: list[Record], find: Callable[[str], str]) -> Pairs:
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
    lists = _Lists(list(names))
    for record in cut:
        for words, listed in lists.to_try(record.name):
            alike = (o for name in _beginning(words, listed) for o in names[name] if _near(record, o))
            first = next(alike, None)
            if first is not None:
                one = _of_one_group(chain([first], alike), find)
                if one:
                    yield one.mention_id, record.mention_id
                break


class _Lists:
    """Names by their words, sorted; each made when it is first asked for."""

    def __init__(self, names: list[str]) -> None:
        self.names = names

    @cached_property
    def whole(self) -> Listed:
        return sorted((words_in_order(name, with_law=True), name) for name in self.names)

    @cached_property
    def telling(self) -> Listed:
        return sorted((words_in_order(name), name) for name in self.names)

    @cached_property
    def further(self) -> Listed:
        return sorted((words[at:], name) for words, name in self.telling for at in range(1, len(words)))

    def to_try(self, cut: str) -> Iterator[tuple[Words, Listed]]:
        """What a name that is cut may begin, in order, with the words that are looked for there."""
        telling = words_in_order(cut)
        yield words_in_order(cut, with_law=True), self.whole
        yield telling, self.telling
        yield telling, self.further


def _beginning(cut: Words, listed: Listed) -> Iterator[str]:
    """The names of a sorted list that begin with these words, of which those that are marked are cut themselves."""
    marked = next((at for at, word in enumerate(cut) if word.endswith(CUT)), len(cut) - 1)
    start = (*cut[:marked], cut[marked].rstrip(CUT))
    for at in range(bisect_left(listed, (start, "")), len(listed)):
        words, name = listed[at]
        if words[:marked] != cut[:marked] or not words[marked : marked + 1] or not words[marked].startswith(start[-1]):
            return
        if _begins(words, cut):
            yield name


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


def _of_one_group(records: Iterable[Record], find: Callable[[str], str]) -> Record | None:
    """The first of records that are all of one group; None where they are of several."""
    first = root = None
    for record in records:
        if first is None:
            first, root = record, find(record.mention_id)
        elif find(record.mention_id) != root:
            return None
    return first
