"""One mention per party: what a summary, a table and a block say of the same party is put together.

The place of a mention is that of its first row or block; a list is its place only where there is nothing else. The
further places are kept beside it.
"""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from dagster_project.budgets.lists import is_organisation
from dagster_project.budgets.names import key_of
from dagster_project.budgets.party import Party
from dagster_project.budgets.vocabulary import SEAT

_OVERVIEW = 0.5
"""Part of the names of a list that must be known from rows or blocks for it to be an overview of them."""

_ABBREVIATED = re.compile(r"(.{6,}) \(([A-ZÀ-Þ][\w&.-]*[A-Z][\w&.-]*)\)")
"""A name with its abbreviation, which has a second capital, unlike the name of a place."""

_ALIKE = 88
"""Similarity (0 to 100) from which a listed name is another spelling of a party that is known already."""


def merge_parties(told: list[Party], lists: list[list[Party]]) -> list[Party]:
    """The parties in the order of their places: rows and blocks first, then names that only a list gives."""
    merged: list[Party] = []
    by_key: dict[str, list[Party]] = {}
    for party in told:
        alike = [m for key in _keys_of(party.name) for m in by_key.get(key, ())]
        same = next((m for m in alike if _is_same(m, party)), None)
        if same is None:
            merged.append(party)
            for key in _keys_of(party.name):
                by_key.setdefault(key, []).append(party)
        else:
            _put_together(same, party)
    if not merged:
        lists_alone = [p for names in lists for p in names]
        return merge_parties(lists_alone, []) if lists_alone else []
    known = {key_of(p.name) for p in merged}
    for names in lists:
        if sum(_is_known(p, merged, known) for p in names) < _OVERVIEW * len(names):
            continue
        for party in names:
            if is_organisation(party.name) and not _is_known(party, merged, known):
                merged.append(party)
                known.add(key_of(party.name))
    return merged


def _is_known(party: Party, merged: list[Party], known: set[str]) -> bool:
    key = key_of(party.name)
    if key in known or any(k.startswith(key) or key.startswith(k) for k in known if min(len(k), len(key)) >= 8):
        return True
    return any(fuzz.token_set_ratio(party.name.lower(), m.name.lower()) >= _ALIKE for m in merged)


def _is_same(one: Party, other: Party) -> bool:
    """Same name, or in another table its abbreviation, and no two seats that differ: two foundations may share a
    name, and a table gives each one row."""
    key, other_key = key_of(one.name), key_of(other.name)
    if key not in _keys_of(other.name) and other_key not in _keys_of(one.name):
        return False
    if key != other_key and _table_of(one.locator) == _table_of(other.locator):
        return False
    seats = {key_of(p.texts[SEAT]) for p in (one, other) if SEAT in p.texts}
    return len(seats) < 2 and (
        one.kind != other.kind
        or one.kind == "list"
        or one.locator == other.locator
        or not seats
        or _repeats(one, other)
    )


@lru_cache(maxsize=20_000)
def _keys_of(name: str) -> tuple[str, ...]:
    """The keys by which a name is known: of the whole, and of a name and its abbreviation each alone."""
    found = _ABBREVIATED.fullmatch(name)
    return (key_of(name), *map(key_of, found.groups())) if found else (key_of(name),)


def _table_of(locator: str) -> str:
    """The place of a row without the row."""
    return re.sub(r"(?:;?row=\d+|/tr\[\d+\]|line=\d+|;box=.*)$", "", locator)


def _repeats(one: Party, other: Party) -> bool:
    """Whether a later place tells nothing that contradicts the earlier one."""
    shared = set(one.amounts) & set(other.amounts)
    return all(one.amounts[c][0] == other.amounts[c][0] for c in shared)


def _put_together(one: Party, other: Party) -> None:
    for name, text in other.texts.items():
        one.texts.setdefault(name, text)
    for column, amount in other.amounts.items():
        one.amounts.setdefault(column, amount)
    one.section = one.section or other.section
    one.status = one.status or other.status
    one.inapplicable |= other.inapplicable
    one.elsewhere += [x for x in (other.locator, *other.elsewhere) if x != one.locator and x not in one.elsewhere]
