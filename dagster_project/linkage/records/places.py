"""Organisations and places as they are compared: by their ids at the last snapshot.

Belongs here: ids of today, provinces and seats. Does not belong here: finding organisations by name (`organisations`).
"""

from functools import cache

from dagster_project.organisations.catalogue import Catalogue, catalogue_at
from dagster_project.organisations.resolver import resolve_name
from dagster_project.organisations.snapshots import reference_date
from dagster_project.organisations.spelling import spell
from dagster_project.texts import filled
from dagster_project.workspace.seeds import snapshots


@cache
def latest_catalogue() -> Catalogue:
    """Organisations are compared as they are at the last snapshot, so that a merger does not part two lists."""
    return catalogue_at(reference_date(snapshots()[-1]))


@cache
def _merged() -> dict[str, str]:
    book = latest_catalogue()
    fates = {i: book.fate(i) for i in book.organisations}
    return {i: fate.ids[0] for i, fate in fates.items() if fate.how == "merged" and fate.ids}


def current_ids(ids: "list[str] | set[str]") -> frozenset[str]:
    """Ids at the last snapshot; what is unknown or split stays as it is."""
    merged = _merged()
    return frozenset(merged.get(i, i) for i in ids)


def provinces_of(ids: "frozenset[str]", book: Catalogue) -> frozenset[str]:
    return frozenset(p for i in ids if (p := book.province(i)))


@cache
def seat_of(written: str | None) -> tuple[str, frozenset[str]]:
    """A seat as a comparable place and, where it is a municipality, its id."""
    if not filled(written).strip():
        return "", frozenset()
    resolution = resolve_name(f"gemeente {written}", snapshots()[-1])
    if resolution.organisation_id:
        return resolution.organisation_id, frozenset([resolution.organisation_id])
    return spell(written).key, frozenset()
