"""What a planted fault is, and the ways to spoil tables; the rows that faults of several suites spoil.

Does not belong here: a fault itself, which stands in the module of its suite.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.quality.register import Tables

SV1 = {"snapshot": 2024, "collaboration_id": "sv0000001"}
TOTAL = {"figure": "total", "snapshot": 2024}
DECISION = {
    "decision_id": "2024/0001-002",
    "role": "beleidsmedewerker",
    "reviewer": "BZK-07",
    "kind": "theme",
    "target": "sv0000001",
    "value": "veiligheid",
    "reason": "begroting 2024",
    "status": "active",
}


@dataclass(frozen=True)
class Fault:
    """`spoil` changes the tables in place; `keys` are the failing keys, all of them, in order."""

    spoil: Callable[[Tables], None]
    keys: tuple[str, ...]


def change(table: str, where: dict, **values) -> Callable[[Tables], None]:
    """Change the rows that match."""

    def spoil(tables: Tables) -> None:
        hit = [r for r in tables[table] if all(r[k] == v for k, v in where.items())]
        assert hit, f"no row of {table} matches {where}"
        for row in hit:
            row.update(values)

    return spoil


def drop(table: str, **where) -> Callable[[Tables], None]:
    """Take the rows that match away."""

    def spoil(tables: Tables) -> None:
        kept = [r for r in tables[table] if not all(r[k] == v for k, v in where.items())]
        assert len(kept) < len(tables[table]), f"no row of {table} matches {where}"
        tables[table] = kept

    return spoil


def double(table: str, **where) -> Callable[[Tables], None]:
    """Put the rows that match there twice."""

    def spoil(tables: Tables) -> None:
        tables[table] += [dict(r) for r in tables[table] if all(r[k] == v for k, v in where.items())]

    return spoil


def add(table: str, **row) -> Callable[[Tables], None]:
    return lambda tables: tables[table].append(row)


def mentions(*rows: dict) -> Callable[[Tables], None]:
    """Add mentions like the first. `collaboration_id` adds a link, `organisations` who the participants are."""

    def spoil(tables: Tables) -> None:
        like = tables["mention"][0]
        known = {"mention_id", "weight", "basis"}
        for number, row in enumerate(rows):
            id_ = f"x{len(tables['mention'])}"
            own = {k: v for k, v in row.items() if k not in ("collaboration_id", "organisations")}
            tables["mention"].append({**like, "name_written": f"Naam {number}", **own, "mention_id": id_})
            link = {k: v for k, v in tables["link"][0].items() if k in known}
            tables["link"].append(
                {**link, "mention_id": id_, "collaboration_id": row.get("collaboration_id", "sv0000001")}
            )
            resolved = tables["resolved_participant"][0]
            tables["resolved_participant"] += [
                {**resolved, "mention_id": id_, "position": place, "organisation_id": body}
                for place, body in enumerate(row.get("organisations", ()))
            ]

    return spoil


def both(*spoils: Callable[[Tables], None]) -> Callable[[Tables], None]:
    def spoil(tables: Tables) -> None:
        for one in spoils:
            one(tables)

    return spoil
