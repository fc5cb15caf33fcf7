"""What keeps groups of mentions apart, whatever speaks for their being one.

Belongs here: evidence that two groups are different, each rule as the facts that a mention gives and the question
whether two sets of facts exclude each other. Does not belong here: the partition itself (`partition`).
"""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from dagster_project.linkage.names.parse import outside_brackets, systems_of
from dagster_project.linkage.names.vocabulary import ALWAYS_NAMED, LEGAL, STOP_WORDS
from dagster_project.linkage.records.legal_bodies import legal_body
from dagster_project.linkage.records.record import Record
from dagster_project.linkage.records.subjects import subjects_of
from dagster_project.texts import fold, legible

# Versions of one regulation overlap by a mistake of days or months; what is in force beside another is another one.
OVERLAP_DAYS = 300
# So many lists must name two under one form for the words in which they differ to tell them apart.
LISTS_OF_TWO = 2
# What so many lists name beside each other is not one.
LISTS_BESIDE = 3
# A description of fewer telling words says too little to differ from another.
PURPOSE_WORDS = 3

Facts = frozenset
NONE: Facts = frozenset()
Form = tuple[str, ...]
Words = tuple[str, ...]


@dataclass(frozen=True)
class CannotLinkRule:
    """`facts` of one record; a group has those of all its records. `exclude` is symmetric; it is asked where both sides
    have facts, and with `of_silence` also where one has none."""

    name: str
    facts: Callable[[Record], Facts]
    exclude: Callable[[Facts, Facts], bool]
    of_silence: bool = False

    def keeps_apart(self, ours: Facts, theirs: Facts) -> bool:
        return bool((ours and theirs) or self.of_silence) and self.exclude(ours, theirs)


def rules_for(records: Iterable[Record], subjects: frozenset[str] = frozenset()) -> tuple[CannotLinkRule, ...]:
    """The rules; some of them look at the whole set of records first. `subjects` as from `subject_words`."""
    records = list(records)
    by_word, by_seat = (
        _traits_listed_apart(records, wording),
        _traits_listed_apart([r for r in records if not r.period], _seat),
    )
    return (
        CannotLinkRule("systems", lambda r: systems_of(r.forms) or NONE, _of_different_systems, of_silence=True),
        CannotLinkRule("periods", lambda r: frozenset([_days(*r.period)]) if r.period else NONE, _side_by_side),
        CannotLinkRule("law", lambda r: frozenset([(r.law, r.forms)]) if r.law else NONE, _of_different_law),
        _listed_apart_rule("wording", wording, by_word),
        _listed_apart_rule("seat", _seat, by_seat),
        CannotLinkRule("members", _as_member, _member_of),
        CannotLinkRule("lists", _as_listed, _listed_beside),
        CannotLinkRule("rows", _as_row, _rows_of_two),
        CannotLinkRule("kind", _kind_and_seat, _of_different_kind),
        CannotLinkRule("purpose", lambda r: _subject_and_purpose(r, subjects), _of_different_purpose),
    )


def wording(record: Record) -> Words:
    """The words of a name as they stand, but for those of a joint arrangement and in brackets, and its form in private
    law."""
    return _wording(record.name)


@lru_cache(maxsize=1_000_000)
def _wording(name: str) -> Words:
    words = (w for w in fold(outside_brackets(legible(name))).split() if w not in LEGAL and w not in STOP_WORDS)
    return (*words, legal_body(name))


def _of_different_systems(ours: Facts, theirs: Facts) -> bool:
    return (bool(ours and theirs) and not ours & theirs) or ours & ALWAYS_NAMED != theirs & ALWAYS_NAMED


def _side_by_side(ours: Facts, theirs: Facts) -> bool:
    """Whether a version of the one is in force beside one of the other, so that neither follows on the other."""
    return any(min(a[1], b[1]) - max(a[0], b[0]) > OVERLAP_DAYS for a in ours for b in theirs)


def _of_different_law(ours: Facts, theirs: Facts) -> bool:
    """Whether a register gives them other names and other legal forms: one may change, hardly both at once."""
    return any(
        law != other and not set(forms) & set(others) for law, forms in ours for other, others in theirs
    )  # fmt: skip


def _listed_apart_rule(
    name: str, trait: Callable[[Record], Words], apart: dict[Form, set[frozenset[Words]]]
) -> CannotLinkRule:
    """Whether lists that name both under one form tell them apart by what each says beside it."""
    return CannotLinkRule(
        name,
        lambda r: frozenset((f, trait(r)) for f in r.forms if f in apart),
        lambda ours, theirs: any(
            form == other and frozenset((words, others)) in apart[form]
            for form, words in ours
            for other, others in theirs
        ),
    )


def _as_member(record: Record) -> Facts:
    return frozenset(("is", f) for f in record.forms) | frozenset(("has", f) for f in record.members)


def _member_of(ours: Facts, theirs: Facts) -> bool:
    """Whether the one takes part in the other under its own name."""
    return any(
        relation == "has" and ("is", form) in theirs and ("is", form) not in ours for relation, form in ours
    ) or any(relation == "has" and ("is", form) in ours and ("is", form) not in theirs for relation, form in theirs)


def _kind_and_seat(record: Record) -> Facts:
    """Only of one who says both: what says one of the two would lend it to whatever it is put with."""
    return frozenset([(record.kind, record.seats)]) if record.kind and record.seats else NONE


def _of_different_kind(ours: Facts, theirs: Facts) -> bool:
    """Whether they are other bodies in law, with other seats: one may change, or be given wrongly, hardly both."""
    return not any(k == kind or s & seats for k, s in ours for kind, seats in theirs)


def _subject_and_purpose(record: Record, subjects: frozenset[str]) -> Facts:
    named = subjects_of((t for form in record.forms for t in form), subjects)
    return frozenset(("named", s) for s in named) | frozenset(("purpose", t) for t in record.purpose)


def _of_different_purpose(ours: Facts, theirs: Facts) -> bool:
    """Whether names and descriptions both say that they do other things: a name may change, and so may a text."""
    for what, least in (("named", 1), ("purpose", PURPOSE_WORDS)):
        some, others = ({word for kind, word in facts if kind == what} for facts in (ours, theirs))
        if min(len(some), len(others)) < least or some & others:
            return False
    return True


def _as_listed(record: Record) -> Facts:
    return frozenset([(record.listing, wording(record))]) if record.listing else NONE


def _listed_beside(ours: Facts, theirs: Facts) -> bool:
    """Whether many lists name both, each time in other words: a list may hold one thing twice, not many lists."""
    small, large = sorted((ours, theirs), key=len)
    named: dict[str, set] = {}
    for listing, words in small:
        named.setdefault(listing, set()).add(words)
    beside: dict[str, set] = {}
    for listing, words in large:
        if listing in named:
            beside.setdefault(listing, set()).add(words)
    return sum(not named[x] & words for x, words in beside.items()) >= LISTS_BESIDE


def _as_row(record: Record) -> Facts:
    """Only of a row of a list that says its seat and who takes part."""
    if not (record.listing and record.seats and record.participants):
        return NONE
    return frozenset([(record.listing, wording(record), record.seats, record.participants)])


def _rows_of_two(ours: Facts, theirs: Facts) -> bool:
    """Whether a list has both, and says all three of the one otherwise: its words, its seat and who takes part."""
    shared = {row[0] for row in ours} & {row[0] for row in theirs}
    return any(
        all(not set(one[2]) & set(other[2]) and one[1] != other[1] and one[3] != other[3] for one, other in pairs)
        for listing in sorted(shared)
        if (pairs := [(a, b) for a in ours for b in theirs if a[0] == b[0] == listing])
    )


def _seat(record: Record) -> Words:
    return tuple(sorted(record.seats))


def _traits_listed_apart(records: list[Record], trait: Callable[[Record], Words]) -> dict[Form, set[frozenset[Words]]]:
    """Per form the pairs of wordings, or of seats, that lists name beside each other: `Havenbedrijf Noord` and
    `Havenbedrijf Noord N.V.` in one list are two, and so are `Afval Noord` in Assen and `Afval Noord` in Emmen.

    Versions of one thing stand beside each other in a register with dates, so their seats tell nothing.
    """
    found_in: dict[tuple[str, Form], set[Words]] = {}
    for record in records:
        for form in record.forms if record.listing and trait(record) else ():
            found_in.setdefault((record.listing, form), set()).add(trait(record))
    lists = Counter(
        (form, frozenset(two)) for (_, form), words in found_in.items() for two in combinations(sorted(words), 2)
    )
    found: dict[Form, set[frozenset[Words]]] = {}
    for (form, two), count in lists.items():
        if count >= LISTS_OF_TWO:
            found.setdefault(form, set()).add(two)
    return found


def _days(begin: datetime.date | None, end: datetime.date | None) -> tuple[int, int]:
    return (begin or datetime.date.min).toordinal(), (end or datetime.date.max).toordinal()
