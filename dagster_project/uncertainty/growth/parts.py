"""The rows of `growth_part`: bounds of each part, with its members.

A collaboration of which evidence names the part counts in it for sure. One that may belong to two is in neither lower
bound where it came, and in both where it went, so that the bounds hold whichever it is. Restated is the total of the
earlier snapshot now, less what the newest release said of it. The total moves by the sum.
"""

from collections.abc import Iterator
from typing import Any

from dagster_project.uncertainty.growth.members import CHANGED, DEFINED, LOOKED, Member, Passages
from dagster_project.workspace import Workspace, read_table

_BASIS = {
    LOOKED: "Zeker: een bron dateert het begin voor de eerdere peiling, of een andere peiling kent het. Mogelijk: "
    "eerst of niet meer gezien zonder datum.",
    DEFINED: "Zeker: met een en dezelfde definitie, oud of nieuw, zou het in beide peilingen gelijk zijn geteld.",
    CHANGED: "Zeker: opgericht, opgeheven, samengevoegd of gesplitst met datum of besluit. Mogelijk: eerst of niet "
    "meer gezien zonder datum.",
    "restated": "Het totaal van de eerdere peiling nu, min wat de nieuwste uitgave ervan zei; zonder uitgave nul.",
    "total": "Het totaal van de latere peiling, min dat van de eerdere zoals uitgegeven.",
}


def growth_parts(workspace: Workspace) -> Iterator[dict[str, Any]]:
    """Four parts and the total, per pair of successive published snapshots."""
    passages = Passages(workspace)
    released = {
        r["snapshot"]: r["released"]
        for r in read_table(workspace, "restated_cell").filter(figure="total", category="all").iter_rows(named=True)
    }
    for before, after in passages.pairs():
        members = list(passages.members(before, after))
        then, now = (len(passages.counted[s]) for s in (before, after))
        said = released.get(before)
        restated = then - round(said) if said is not None else 0
        for part in (LOOKED, DEFINED, CHANGED):
            least, most = bounds(part, members)
            sure, possible = _named(part, members)
            yield _row(before, after, part, least, most, sure, possible)
        yield _row(before, after, "restated", restated, restated)
        yield _row(before, after, "total", now - then + restated, now - then + restated)


def bounds(part: str, members: list[Member]) -> tuple[int, int]:
    """The least and the most that a part can be, net of what went."""
    sure = sum(m.sign for m in members if m.parts == {part})
    possible = [m.sign for m in members if part in m.parts and len(m.parts) > 1]
    return sure + sum(s for s in possible if s < 0), sure + sum(s for s in possible if s > 0)


def _named(part: str, members: list[Member]) -> tuple[list[str], list[str]]:
    def name(member: Member) -> str:
        return member.collaboration_id if member.sign > 0 else f"-{member.collaboration_id}"

    sure = [name(m) for m in members if m.parts == {part}]
    return sure, [name(m) for m in members if part in m.parts and len(m.parts) > 1]


def _row(before: int, after: int, part: str, least: int, most: int, sure=(), possible=()) -> dict[str, Any]:
    return {
        "from_snapshot": before,
        "to_snapshot": after,
        "part": part,
        "least": least,
        "most": most,
        "members_sure": list(sure),
        "members_possible": list(possible),
        "basis_nl": _BASIS[part],
    }
