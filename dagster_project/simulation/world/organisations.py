"""What an organisation is called at a date, and which ones it took the place of. From the seeds alone.

A copy of a body (`copies`) lives as long as the body that it repeats, and is called after an invented place.
"""

from datetime import date
from functools import cache

from dagster_project.simulation.world.copies import invented_place, is_copy, original_of
from dagster_project.simulation.world.vocabulary import organisation_words
from dagster_project.workspace.seeds import read_seed


@cache
def reference_date(snapshot: int) -> date:
    """The day that a snapshot speaks of."""
    return dict(read_seed("snapshot").select("snapshot", "reference_date").iter_rows())[snapshot]


@cache
def official_name(organisation_id: str, snapshot: int) -> str:
    """The official name at the snapshot, without the word for its kind."""
    if is_copy(organisation_id):
        original, copy = original_of(organisation_id)
        return invented_place(official_name(original, snapshot), copy)
    day = reference_date(snapshot)
    for begins, ends, name in _official().get(organisation_id, ()):
        if (begins is None or begins <= day) and (ends is None or day < ends):
            return name
    return _names()[organisation_id]


def place_name(municipality: str, snapshot: int) -> str:
    """The place that a municipality is called after, without the province that some names carry: `Bergen (L.)`."""
    return official_name(municipality, snapshot).partition(" (")[0]


@cache
def name_with_kind(organisation_id: str, snapshot: int) -> str:
    """The name with the word for its kind: `Gemeente Assen`, `Wetterskip Fryslân`, `Ministerie van Defensie`."""
    said = organisation_words().water_boards.get(organisation_id)
    return said or f"{organisation_words().kinds[organisation_id[:2]]} {official_name(organisation_id, snapshot)}"


@cache
def listed_name(organisation_id: str, snapshot: int, with_kind: bool = False) -> str:
    """As an item of a list: municipalities bare (or `gemeente Assen`), others with their kind in lower case."""
    if organisation_id.startswith("gm") and not with_kind:
        return official_name(organisation_id, snapshot)
    full = name_with_kind(organisation_id, snapshot)
    return full[0].lower() + full[1:]


@cache
def exists(organisation_id: str, snapshot: int) -> bool:
    """Whether the organisation is there at the snapshot."""
    day = reference_date(snapshot)
    begins, ends = _lives()[original_of(organisation_id)[0]]
    return (begins is None or begins <= day) and (ends is None or day < ends)


@cache
def predecessors(snapshot: int) -> dict[str, tuple[str, ...]]:
    """Municipalities that merged into one (never by a split) before the snapshot, by their successor at it."""
    day = reference_date(snapshot)
    changes = [
        (old, new, kind)
        for old, new, kind, on in read_seed("municipality_change")
        .select("old_id", "new_id", "kind", "effective_on")
        .sort("old_id", "new_id")
        .iter_rows()
        if on <= day
    ]
    heirs: dict[str, list[str]] = {}
    for old, new, _ in changes:
        heirs.setdefault(old, []).append(new)
    split = {old for old, _, kind in changes if kind == "split"} | {o for o, n in heirs.items() if len(n) > 1}
    merged: dict[str, list[str]] = {}
    for old in sorted(heirs):
        end, seen = old, set()
        while end in heirs and end not in split and end not in seen:
            seen.add(end)
            end = heirs[end][0]
        if end not in split and end != old:
            merged.setdefault(end, []).append(old)
    return {new: tuple(olds) for new, olds in merged.items()}


@cache
def groups_at(snapshot: int) -> dict[tuple[str, ...], str]:
    """Whole groups of municipalities by their sorted members: a province or safety region, as a phrase without number.

    A budget may name such a group by its number, `de 12 Groninger gemeenten`, instead of all its members.
    """
    rows = read_seed("organisation").filter(read_seed("organisation")["kind"] == "municipality")
    provinces = rows.select("organisation_id", "province_id").iter_rows()
    alive = {municipality: province for municipality, province in provinces if exists(municipality, snapshot)}
    found: dict[str, list[str]] = {}
    for organisation_id, province in alive.items():
        found.setdefault(f"gemeenten in de provincie {official_name(province, snapshot)}", []).append(organisation_id)
    regions = read_seed("municipality_region").select("organisation_id", "safety_region").drop_nulls().iter_rows()
    for organisation_id, region in regions:
        if organisation_id in alive:
            found.setdefault(f"gemeenten in de veiligheidsregio {region}", []).append(organisation_id)
    return {tuple(sorted(members)): phrase for phrase, members in found.items() if len(members) >= 4}


@cache
def _official() -> dict[str, tuple]:
    rows = read_seed("organisation_name").sort("organisation_id", "valid_from", nulls_last=False).iter_rows(named=True)
    found: dict[str, list] = {}
    for row in rows:
        if row["kind_of_name"] == "official":
            found.setdefault(row["organisation_id"], []).append((row["valid_from"], row["valid_to"], row["name"]))
    return {key: tuple(values) for key, values in found.items()}


@cache
def _names() -> dict[str, str]:
    return dict(read_seed("organisation").select("organisation_id", "name").iter_rows())


@cache
def _lives() -> dict[str, tuple[date | None, date | None]]:
    rows = read_seed("organisation").select("organisation_id", "valid_from", "valid_to").iter_rows()
    return {organisation_id: (begins, ends) for organisation_id, begins, ends in rows}
