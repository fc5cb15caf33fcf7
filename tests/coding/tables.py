"""Small tables of mentions and links for the tests of coding."""

from dagster_project.coding import choose_values, propose_values
from dagster_project.workspace import frame_of

PLAIN = {"source": "budget", "snapshot": 2024, "claim": "lists", "delivery_id": "d1", "locator": "row=1"}


def mentions(*rows: dict):
    """Table mention of rows that only say what the test is about."""
    return frame_of(
        "mention",
        [
            {"mention_id": f"m{i}", "reader": "test", "reader_version": "1", "confidence": 1.0, **PLAIN, **row}
            for i, row in enumerate(rows, start=1)
        ],
    )


def links(*collaboration_ids: str):
    """Table link of the mentions in order."""
    return frame_of(
        "link",
        [
            {"mention_id": f"m{i}", "collaboration_id": c, "weight": 1.0, "basis": "name"}
            for i, c in enumerate(collaboration_ids, start=1)
        ],
    )


def code_collaborations(mentions, links, decisions, resolved=None):
    """Table coding of mentions and links, with the rows of table decision."""
    return choose_values(propose_values(mentions, links, resolved), decisions)


def decision(number: int, kind: str, target: str, value: str, **more) -> dict:
    """A row of table decision."""
    row = {"decision_id": f"0001-{number:03}", "kind": kind, "target": target, "value": value}
    return {**row, "attribute": None, "snapshot": None, "status": "active", **more}


def chosen(coding, attribute: str, snapshot: int = 2024) -> list[str]:
    """The chosen values of an attribute, in order."""
    return sorted(
        row["value"]
        for row in coding.iter_rows(named=True)
        if row["chosen"] and row["attribute"] == attribute and row["snapshot"] == snapshot
    )
