"""Pairs of mentions that are one without a model: identifiers, equal names, a slip in a name, numbers that last.

Belongs here: rules that are right by themselves. Does not belong here: what must stay apart (`cannot_link`), or
weighing evidence (`model`). Each rule gives pairs of mention ids; a chain of pairs is as good as all of them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import OSA

from dagster_project.linkage.names.parse import EDITION, MAX_NAME_LENGTH, outside_brackets
from dagster_project.linkage.names.vocabulary import ANYWHERE, LEGAL, PHRASES, STOP_WORDS
from dagster_project.linkage.records.record import Record
from dagster_project.linkage.records.spelling import deletions
from dagster_project.linkage.rules.abbreviations import SHARED_PEOPLE, bare_abbreviations, shared_participants
from dagster_project.texts import fold, legible

Pairs = Iterator[tuple[str, str]]

# Equal names make one by themselves only where together they say this much; `Sociale Dienst` does not.
TELLING_NAME = 0.8
# A name that says too little makes one where so many participants are listed and all of them are the same.
SAME_PEOPLE = 4
# A slip is looked for in words of so many letters: shorter ones are other words too easily.
SLIP_LETTERS = 4
# A word with a slip in it stands in no more different names than this.
SLIP_NAMES = 2
# Or than this part of those that the right word stands in.
SLIP_PART = 0.2
# Part of the participants that two names one slip apart must share, where both list some.
SLIP_PEOPLE = 0.3
# Two lists number alike where they share so many numbers, and so many of these bear one name.
NUMBERS_SHARED, NUMBERS_ALIKE = 20, 0.7


_PREFIX = re.compile(rf"^(?:{'|'.join(PHRASES.arrangement)})\s+")


def same_identifier(records: list[Record]) -> Pairs:
    """Mentions that bear the same sure identifier."""
    first: dict[str, str] = {}
    for record in records:
        for identifier in sorted(record.identifiers):
            other = first.setdefault(identifier, record.mention_id)
            if other != record.mention_id:
                yield other, record.mention_id


def same_name(records: list[Record], weights: dict[str, float], subjects: frozenset[str]) -> Pairs:
    """Mentions with an equal telling form and a province in common: each with the first of its own seat, then of its
    very name, then of its kind in law, and last of all with the first of any, for that one may be another body.

    A task without a place is borne all over the country, so its bearers must share people; letters alone tell nothing
    at all (see `abbreviations`). A name that tells too little must have the very same people: `Werkbedrijf` of these
    24 municipalities is one, in the register as in their budgets.
    """
    first: dict[tuple, list[Record]] = {}
    of_these: dict[tuple, Record] = {}
    later: dict[str, list[tuple[str, str]]] = {"name": [], "law": [], "kind": [], "any": []}
    for record in records:
        for form in record.forms:
            if not is_telling(form, record, weights):
                if len(record.participants) >= SAME_PEOPLE:
                    other = of_these.setdefault((form, record.participants), record)
                    if other.mention_id != record.mention_id:
                        later["any"].append((other.mention_id, record.mention_id))
                continue
            anywhere = names_no_place(form, subjects)
            traits = [
                ("any", ""),
                ("name", _name_without_prefix(record.name)),
                *(("seat", s) for s in sorted(record.seats)),
            ]
            traits += [(what, value) for what, value in (("law", record.law), ("kind", record.kind)) if value]
            for key in [(form, province, *what) for province in sorted(record.provinces) for what in traits]:
                others = first.setdefault(key, [])
                near = (o for o in others if _may_be_same(record, o, anywhere))
                other = next(near, None)
                if other is None:
                    others.append(record)
                elif other.mention_id != record.mention_id:
                    pair = other.mention_id, record.mention_id
                    if key[2] in later:
                        later[key[2]].append(pair)
                    else:
                        yield pair
    yield from (pair for pairs in later.values() for pair in pairs)


def is_telling(form: tuple[str, ...], record: Record, weights: dict[str, float]) -> bool:
    """Whether a form of a name is more than common words, and more than letters."""
    letters = {a for name in record.names for a in name.abbreviations}
    return sum(weights[t] for t in form) >= TELLING_NAME and not (len(form) == 1 and form[0] in letters)


def names_no_place(form: tuple[str, ...], subjects: frozenset[str]) -> bool:
    """Whether a form says a task only, and no place: others do the same all over the country."""
    return all(t in subjects or t in ANYWHERE for t in form)


def _may_be_same(one: Record, other: Record, anywhere: bool) -> bool:
    """Whether nothing speaks against it that two bearers of a name are one: of a name that stands anywhere, that they
    share most people; of one with a place, that two lists share anybody at all."""
    if anywhere:
        return shared_participants(one, other) >= SHARED_PEOPLE
    return not (one.participants and other.participants) or bool(one.participants & other.participants)


def _name_without_prefix(name: str) -> str:
    """A name without what every joint arrangement may have before it, its edition, and what stands in brackets."""
    return " ".join(_PREFIX.sub("", EDITION.sub(" ", outside_brackets(name)).lower()).split())


def misspelled_name(records: list[Record]) -> Pairs:
    """Mentions of a rare name that is a frequent one with one letter wrong, or sides_of_bridges elsewhere."""
    bearers: dict[tuple[str, ...], list[Record]] = defaultdict(list)
    for record in records:
        if (words := _words(record.name)) and not bare_abbreviations(record):
            bearers[words].append(record)
    in_names = Counter(w for words in bearers for w in set(words))
    near: dict[tuple, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(bearers):
        near[("".join(words),)].append(words)
        for at, word in enumerate(words):
            if len(word) >= SLIP_LETTERS and word.isalpha():
                rest = words[:at] + words[at + 1 :]
                for key in sorted({w for spelled in _spellings(word) for w in deletions(spelled)}):
                    near[rest, key].append(words)
    for alike in near.values():
        if len(alike) < 2:
            continue
        # Of names borne as often the one of the commoner words is the right one.
        often = max(alike, key=lambda w: (len(bearers[w]), sum(in_names[x] for x in w), w))
        for words in alike:
            if words != often and len(bearers[words]) <= len(bearers[often]) and _is_slip(words, often, in_names):
                yield from _with_bearers(bearers[words], bearers[often])


def same_number(records: list[Record]) -> Pairs:
    """Mentions with one number in two lists whose numbers last; whether they do, the names in them tell."""
    lists: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        if record.number:
            lists[record.numbered_in][record.number].append(record)
    for one, other in combinations(sorted(lists), 2):
        shared = sorted(lists[one].keys() & lists[other].keys())
        alike = sum(_share_a_form(lists[one][n], lists[other][n]) for n in shared)
        if len(shared) >= NUMBERS_SHARED and alike >= NUMBERS_ALIKE * len(shared):
            for number in shared:
                yield lists[one][number][0].mention_id, lists[other][number][0].mention_id


@lru_cache(maxsize=200_000)
def _words(name: str) -> tuple[str, ...]:
    # A slip falls in letters as they were typed, so ij is two of them.
    return tuple(
        w.replace("y", "ij")
        for w in fold(legible(name[:MAX_NAME_LENGTH])).split()
        if w not in LEGAL and w not in STOP_WORDS
    )


def _is_slip(words: tuple[str, ...], often: tuple[str, ...], in_names: Counter) -> bool:
    if "".join(words) == "".join(often):
        return True
    differ = [(a, b) for a, b in zip(words, often, strict=False) if a != b]
    if len(words) != len(often) or len(differ) != 1:
        return False
    (slip, word) = differ[0]
    rare = in_names[slip] <= max(SLIP_NAMES, SLIP_PART * in_names[word])
    return rare and min(OSA.distance(*both) for both in zip(_spellings(slip), _spellings(word), strict=True)) == 1


def _spellings(word: str) -> tuple[str, str]:
    """A word with ij as two letters, as it is typed, and as one, for a word that is written with y (`Fryslân`)."""
    return word, word.replace("ij", "y")


def _with_bearers(rare: list[Record], often: list[Record]) -> Pairs:
    for record in rare:
        other = next((o for o in often if _near(record, o) and _may_share(record, o)), None)
        if other is not None:
            yield other.mention_id, record.mention_id


def _near(one: Record, other: Record) -> bool:
    """Whether a place or a participant is the same; water boards lie in no province."""
    return bool(one.provinces & other.provinces or one.participants & other.participants)


def _may_share(one: Record, other: Record) -> bool:
    if not (one.participants and other.participants):
        return True
    return len(one.participants & other.participants) >= SLIP_PEOPLE * min(
        len(one.participants), len(other.participants)
    )


def _share_a_form(some: list[Record], others: list[Record]) -> bool:
    return bool({f for r in some for f in r.forms} & {f for r in others for f in r.forms})
