"""The page of each collaboration: what it is in each snapshot, who takes part, and on what that rests.

Belongs here: gathering the rows of all tables that are about one collaboration. Does not belong here: words of the
page.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dagster_project.dictionary import doubt_text, place_in_dutch, table
from dagster_project.site.tables import ReleaseTables, Row
from dagster_project.site.words import NONE, Words, in_dutch, said

_SHOWN = ("seat", "legal_form", "legal_form_group", "obligation", "goal", "purpose", "spread", "government_count",
          "municipality_count", "ministry_status", "non_government_count", "sources", "meets_definition",
          "all_criteria_met")  # fmt: skip
"""Columns of `collaboration` that the page shows by snapshot, below the name."""


@dataclass
class Collaboration:
    """All rows about one id."""

    id: str
    by_snapshot: dict[int, Row] = field(default_factory=dict)
    participants: dict[str, dict[int, Row]] = field(default_factory=lambda: defaultdict(dict))
    themes: dict[int, list[Row]] = field(default_factory=lambda: defaultdict(list))
    criteria: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    mentions: list[Row] = field(default_factory=list)
    evidence: list[Row] = field(default_factory=list)
    quarantine: list[Row] = field(default_factory=list)
    pairs: list[Row] = field(default_factory=list)


def collaborations_of(tables: ReleaseTables) -> dict[str, Collaboration]:
    """Every collaboration by id, in the order of the ids."""
    found: dict[str, Collaboration] = {}
    for row in tables.rows("collaboration"):
        found.setdefault(row["collaboration_id"], Collaboration(row["collaboration_id"]))
        found[row["collaboration_id"]].by_snapshot[row["snapshot"]] = row
    for row in tables.rows("participant"):
        found[row["collaboration_id"]].participants[row["organisation_id"]][row["snapshot"]] = row
    for row in tables.rows("theme"):
        found[row["collaboration_id"]].themes[row["snapshot"]].append(row)
    for row in tables.rows("criterion"):
        if row["met"] != "yes":
            found[row["collaboration_id"]].criteria.append(row)
    for row in tables.rows("event"):
        for id_ in dict.fromkeys([row["collaboration_id"], *(row["successors"] or [])]):
            if id_ in found:
                found[id_].events.append(row)
    of_mention = {r["mention_id"]: r["collaboration_id"] for r in tables.rows("link")}
    for row in tables.rows("mention"):
        if (id_ := of_mention.get(row["mention_id"])) in found:
            found[id_].mentions.append(row)
    for row in tables.losing_or_decided():
        parts = row["row_key"].split("|")
        if len(parts) > 1 and parts[1] in found:
            found[parts[1]].evidence.append(row)
    for row in tables.rows("quarantine"):
        parts = (row["row_key"] or "").split("|")
        id_ = of_mention.get(parts[0]) or (parts[1] if len(parts) > 1 else None)
        if id_ in found:
            found[id_].quarantine.append(row)
    for row in tables.rows("doubtful_pair"):
        for id_ in sorted({of_mention.get(row[c]) for c in ("mention_id_a", "mention_id_b")} & found.keys()):
            found[id_].pairs.append(row)
    return dict(sorted(found.items()))


class CollaborationPages:
    """What the page of a collaboration shows."""

    def __init__(self, tables: ReleaseTables, words: Words):
        self._snapshots, self._words = tables.snapshots, words
        self._deliveries = {r["delivery_id"]: r for r in tables.rows("delivery")}
        self._decisions = {r["decision_id"]: r for r in tables.rows("decision")}
        self._spec = table("collaboration")

    def shown(self, one: Collaboration) -> dict[str, Any]:
        """The values of the template `samenwerkingsverband.html`."""
        decided = sorted({e["source_id"] for e in one.evidence if e["source_type"] == "decision"})
        return {
            "id": one.id,
            "title": self._words.collaboration(one.id),
            "snapshots": [s for s in self._snapshots if s in one.by_snapshot],
            "attributes": list(self._attributes(one)),
            "participants": self._participants(one),
            "criteria": self._criteria(one),
            "events": [self._event(one, row) for row in one.events],
            "mentions": [self._mention(row) for row in _in_order(one.mentions)],
            "lost": self._lost(one),
            "decisions": [self._decisions[id_] for id_ in decided if id_ in self._decisions],
            "quarantine": one.quarantine,
            "pairs": one.pairs,
        }

    def _attributes(self, one: Collaboration) -> Iterator[tuple[str, list[str]]]:
        """Label and the value of each snapshot; what says nothing in any snapshot is left out."""
        years = [s for s in self._snapshots if s in one.by_snapshot]
        rows = [one.by_snapshot[year] for year in years]
        yield "Naam", [row["name"] for row in rows]
        themes = [
            "; ".join(self._words.themes.get(t["theme"], t["theme"]) for t in one.themes.get(y, [])) for y in years
        ]
        yield "Beleidsterreinen", [text or NONE for text in themes]
        for name in _SHOWN:
            column = self._spec.column(name)
            values = [self._value(name, row.get(name), column.codes) for row in rows]
            if any(value != NONE for value in values):
                yield column.label_nl, values

    def _value(self, name: str, value: Any, codes: str | None) -> str:
        return self._words.legal_forms.get(value, said(value)) if name == "legal_form" else said(value, codes)

    def _participants(self, one: Collaboration) -> list[dict[str, Any]]:
        years = [s for s in self._snapshots if s in one.by_snapshot]
        rows = []
        for id_, of in one.participants.items():
            kind = next(iter(of.values()))["kind"]
            rows.append({
                "id": id_,
                "name": self._words.organisation(id_),
                "kind": "" if kind == "municipality" else in_dutch(kind, "organisation_kind"),
                "status": [_status(of.get(y)) for y in years],
            })  # fmt: skip
        return sorted(rows, key=lambda r: (r["kind"], r["name"], r["id"]))

    def _criteria(self, one: Collaboration) -> list[dict[str, Any]]:
        """Per snapshot, definition and answer the criteria that have it."""
        which = defaultdict(list)
        for row in one.criteria:
            which[row["snapshot"], row["definition"], row["met"], row["basis"]].append(row["criterion"])
        return [
            {
                "snapshot": snapshot,
                "definition": definition,
                "which": [in_dutch(c, "criterion") for c in criteria],
                "answer": in_dutch(met, "answer"),
                "ground": in_dutch(basis, "basis"),
            }
            for (snapshot, definition, met, basis), criteria in sorted(which.items())
        ]

    def _event(self, one: Collaboration, row: Row) -> dict[str, Any]:
        others = [(id_, self._words.collaboration(id_)) for id_ in row["successors"] or [] if id_ != one.id]
        origin = row["collaboration_id"]
        return {
            **row,
            "before": self._words.legal_forms.get(row["before"], row["before"]),
            "after": self._words.legal_forms.get(row["after"], row["after"]),
            "said": in_dutch(row["kind"], "event_kind"),
            "others": others if origin == one.id else [],
            "origin": None if origin == one.id else (origin, self._words.collaboration(origin)),
        }

    def _mention(self, row: Row) -> dict[str, Any]:
        delivery = self._deliveries.get(row["delivery_id"], {})
        return {
            "id": row["mention_id"],
            "delivery": row["delivery_id"],
            "file": (delivery.get("file_name") or row["delivery_id"]).rsplit("/", 1)[-1],
            "place": place_in_dutch(row["locator"]),
            "snapshot": row["snapshot"],
            "source": in_dutch(row["source"], "source"),
            "name": row["name_written"],
            "doubts": [doubt_text(d) for d in row.get("doubts") or []],
        }

    def _lost(self, one: Collaboration) -> list[dict[str, Any]]:
        """Values of the collaboration itself that a source gave and that were not chosen, each with how often."""
        counts: dict[tuple, int] = defaultdict(int)
        for row in one.evidence:
            if row["row_table"] == "collaboration" and not row["won"] and row["value"]:
                counts[row["row_key"].split("|")[0], row["attribute"], row["value"], row["source_type"]] += 1
        names = {c.name: c for c in self._spec.columns}
        return [
            {
                "snapshot": snapshot,
                "attribute": names[a].label_nl if a in names else a,
                "value": self._value(a, value, names[a].codes if a in names else None),
                "ground": in_dutch(ground, "ground"),
                "count": count,
            }
            for (snapshot, a, value, ground), count in sorted(counts.items())
        ]


def _status(row: Row | None) -> str:
    if row is None:
        return NONE
    return in_dutch(row["status"], "participant_status") + ("" if row["counted"] else " (telt niet)")


def _in_order(mentions: list[Row]) -> list[Row]:
    return sorted(mentions, key=lambda m: (m["snapshot"], m["source"], m["delivery_id"], m["mention_id"]))
