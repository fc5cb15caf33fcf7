"""Which party of one reading of a document is which of another reading of it: the same name after folding, or the same
place.

Belongs here: the matching alone. Does not belong here: what is told of it (`against`), what goes on with it
(`went_on`).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dagster_project.budgets.names import key_of


@dataclass(frozen=True)
class Seen:
    """A party as one reading has it: its name and every place that tells of it."""

    name: str
    places: frozenset[str]


def same_parties(old: Sequence[Seen], new: Sequence[Seen]) -> dict[int, int]:
    """Numbers of the old parties to those of the new: first those of the same name, namesakes by their place and then
    in their order, and of the rest those of a place that no other has on either side."""
    pairs: dict[int, int] = {}
    there = _by_key(new)
    for key, numbers in _by_key(old).items():
        left = there.get(key, [])
        for old_number in sorted(numbers, key=lambda n: not any(old[n].places & new[m].places for m in left)):
            match = next((m for m in left if old[old_number].places & new[m].places), left[0] if left else None)
            if match is not None:
                pairs[old_number] = match
                left = [m for m in left if m != match]
    taken = set(pairs.values())
    at_old = _by_place((n, one) for n, one in enumerate(old) if n not in pairs)
    at_new = _by_place((n, one) for n, one in enumerate(new) if n not in taken)
    for place, numbers in at_old.items():
        if len(numbers) == 1 and len(at_new.get(place, ())) == 1 and numbers[0] not in pairs:
            (number,), (match,) = numbers, at_new[place]
            if match not in taken:
                pairs[number] = match
                taken.add(match)
    return pairs


def _by_key(parties: Sequence[Seen]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, party in enumerate(parties):
        found[key_of(party.name)].append(number)
    return found


def _by_place(parties: Iterable[tuple[int, Seen]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, party in parties:
        for place in sorted(party.places):
            found[place].append(number)
    return found
