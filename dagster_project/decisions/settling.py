"""Which decisions hold: what is superseded, which of several counts, and which two contradict each other."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from dagster_project.workspace import UnreadableInput


def settle(rows: list[dict[str, Any]], place_of: Callable[[str], str]) -> list[dict[str, Any]]:
    """Mark the superseded ones and give all in the order of their ids.

    `place_of` gives the file and the row of a decision by its id. Raises UnreadableInput with these for a decision that
    supersedes nothing, that supersedes itself (by a detour), or that says otherwise than another that holds.
    """
    by_id = {r["decision_id"]: r for r in rows}
    for row in rows:
        own = row["decision_id"]
        seen, to_do = set(), list(superseded_by(row))
        while to_do:
            old = to_do.pop()
            if old not in by_id:
                what = f"decision {own} supersedes '{old}', which is not there"
                raise UnreadableInput(what, place_of(own), "write the id of a decision in the column supersedes")
            if old == own:
                raise UnreadableInput(f"decision {own} supersedes itself", place_of(own), "break the circle")
            if old not in seen:
                seen.add(old)
                by_id[old]["status"] = "superseded"
                to_do += superseded_by(by_id[old])
    for one, other in contradictions(rows):
        first, second = one["decision_id"], other["decision_id"]
        raise UnreadableInput(
            f"decision {second} contradicts {first} ({place_of(first)})",
            place_of(second),
            f"let one supersede the other: write {first} in the column supersedes",
        )
    return sorted(rows, key=lambda r: r["decision_id"])


def superseded_by(row: Mapping[str, Any]) -> tuple[str, ...]:
    """The ids of the decisions that one replaces: an answer may be of several decisions, and so may its correction."""
    return tuple(part.strip() for part in (row["supersedes"] or "").split(";") if part.strip())


def precedence(decision: Mapping[str, Any]) -> tuple[bool, str]:
    """Sorts decisions on one thing so that the last one counts: one on a snapshot goes before one on all of them, a
    later before an earlier."""
    return decision["snapshot"] is not None, decision["decision_id"]


def contradictions(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Pairs of active decisions that say different things about the same thing."""
    holds: dict[tuple, dict[str, Any]] = {}
    for row in rows:
        if row["status"] == "active":
            first = holds.setdefault(_about(row), row)
            if (first["kind"], first["value"]) != (row["kind"], row["value"]):
                yield first, row


def _about(row: Mapping[str, Any]) -> tuple:
    if row["kind"] in ("must_link", "must_not_link"):
        return "link", *sorted(row["target"].split("|"))
    return row["kind"], row["snapshot"], row["target"], row["attribute"]
