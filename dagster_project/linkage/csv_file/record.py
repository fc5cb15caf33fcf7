"""A row of a file of mentions as the record that is compared.

Belongs here: what the columns mean. Does not belong here: reading the file (`read`), and what is wrong with a field
(`fields`).
"""

from dagster_project.linkage.csv_file.fields import dates_of, split
from dagster_project.linkage.names.parse import read_name
from dagster_project.linkage.records.legal_bodies import legal_kind
from dagster_project.linkage.records.places import current_ids, latest_catalogue, provinces_of, seat_of
from dagster_project.linkage.records.record import MAX_PARTICIPANTS, NO_GOVERNMENT, Record, forms_of
from dagster_project.organisations.resolver import resolve_name
from dagster_project.texts import fold
from dagster_project.workspace.seeds import snapshots


def record_of(row: dict[str, str]) -> Record:
    """A row of `read_mentions` as a record; columns that are absent count as empty."""
    book, latest = latest_catalogue(), snapshots()[-1]
    names = tuple(read_name(n) for n in [row["name_as_written"], *split(row, "other_names", "|")] if n.strip())
    codes = split(row, "participant_codes", ";")
    raw = {name: resolve_name(name, latest) for name in split(row, "participants_raw", ";")}
    resolved = {r.organisation_id for r in raw.values() if r.organisation_id}
    whole = current_ids({c.lower() for c in codes} or resolved)
    count = len(whole)
    whole = whole if count <= MAX_PARTICIPANTS else frozenset()
    seats = [seat_of(s) for s in split(row, "seat", ";")]
    places = frozenset(i for _, ids in seats for i in ids)
    province = row.get("province", "").strip()
    answered = resolve_name(province, latest, kind_hint="province").organisation_id if province else None
    period = dates_of(row)
    return Record(
        mention_id=row["mention_id"],
        name=row["name_as_written"],
        names=names,
        snapshot=0,
        identifiers=frozenset(),
        bodies=frozenset(),
        participants=whole if len(whole) > 1 else frozenset(),
        near=places | (whole if len(whole) == 1 else frozenset()),
        provinces=provinces_of(whole | places, book) | frozenset(a for a in [answered] if a),
        seats=frozenset(s for s, _ in seats if s),
        postcodes=frozenset(p.replace(" ", "").upper() for p in split(row, "postcode", ";")),
        # A row with dates is a version of a regulation, and a list of versions holds a collaboration many times.
        listing="" if any(period) else f"{row['source']}|{province}",
        period=period if any(period) else None,
        forms=forms_of(names),
        law=fold(row.get("legal_form") or "") if any(period) else "",
        kind=legal_kind(row["name_as_written"], row.get("legal_form")),
        members=frozenset(f for n, r in raw.items() if r.method in NO_GOVERNMENT for f in read_name(n).forms),
        listed=count,
    )
