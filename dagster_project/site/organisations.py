"""The page of each organisation: in which collaborations it takes part, by snapshot.

Belongs here: gathering. Does not belong here: words of the page.
"""

from collections import defaultdict
from typing import Any

from dagster_project.site.tables import ReleaseTables, Row
from dagster_project.site.words import NONE, Words, in_dutch


class OrganisationPages:
    """What the page of an organisation shows; of each that takes part, is in scope of a snapshot or delivered."""

    def __init__(self, tables: ReleaseTables, words: Words):
        self._words, self._snapshots = words, tables.snapshots
        self._rows: dict[str, dict[str, dict[int, Row]]] = defaultdict(lambda: defaultdict(dict))
        self._kinds: dict[str, str] = {r["organisation_id"]: r["kind"] for r in tables.rows("organisation")}
        self._validity = {r["organisation_id"]: r for r in tables.rows("organisation")}
        self._names: dict[str, list[str]] = defaultdict(list)
        self._documents: dict[str, list[Row]] = defaultdict(list)
        counted = {
            (r["snapshot"], r["collaboration_id"]) for r in tables.rows("collaboration") if r["meets_definition"]
        }
        for r in tables.rows("participant"):
            row = {**r, "counts": r["counted"] and (r["snapshot"], r["collaboration_id"]) in counted}
            self._rows[r["organisation_id"]][r["collaboration_id"]][r["snapshot"]] = row
            self._kinds.setdefault(r["organisation_id"], r["kind"])
        for r in tables.rows("organisation_name"):
            self._names[r["organisation_id"]].append(r["name"])
        for r in tables.rows("delivery"):
            for id_ in r["organisation_ids"] or []:
                self._documents[id_].append(r)
        scoped = {r["organisation_id"] for r in tables.rows("organisation_snapshot") if r["in_scope"]}
        self.ids = sorted(scoped | self._rows.keys() | self._documents.keys())

    def count(self, id_: str, snapshot: int) -> int:
        """In how many counted collaborations it counts as a participant."""
        return sum(1 for rows in self._rows.get(id_, {}).values() if snapshot in rows and rows[snapshot]["counts"])

    def kind(self, id_: str) -> str:
        return in_dutch(self._kinds.get(id_, ""), "organisation_kind") or NONE

    def shown(self, id_: str) -> dict[str, Any]:
        """The values of the template `organisatie.html`."""
        of = self._rows.get(id_, {})
        known = self._validity.get(id_, {})
        name = self._words.organisation(id_)
        return {
            "id": id_,
            "title": name,
            "kind": self.kind(id_),
            "others": sorted({*self._names[id_]} - {name}) if id_ in self._names else [],
            "since": known.get("valid_from"),
            "until": known.get("valid_to"),
            "snapshots": self._snapshots,
            "counts": [self.count(id_, s) for s in self._snapshots],
            "collaborations": sorted(
                (
                    {
                        "id": other,
                        "name": self._words.collaboration(other),
                        "status": [_status(rows.get(s)) for s in self._snapshots],
                    }
                    for other, rows in of.items()
                ),
                key=lambda r: (r["name"], r["id"]),
            ),
            "documents": sorted(self._documents.get(id_, []), key=lambda d: (d["file_name"], d["delivery_id"])),
        }


def _status(row: Row | None) -> str:
    if row is None:
        return NONE
    return in_dutch(row["status"], "participant_status") + ("" if row["counts"] else " (telt niet)")
