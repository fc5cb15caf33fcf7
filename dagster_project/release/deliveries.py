"""`leveringen.json`: every delivery that a release rests on, by its hash, and how it comes to a second workspace.

Belongs here: what the file says. It says the same however the raw files are kept here, by git, by DVC or by nothing.
"""

import hashlib
from pathlib import Path
from typing import Any

from dagster_project.intake import Delivery, deliveries
from dagster_project.workspace import Workspace


def deliveries_named(workspace: Workspace) -> dict[str, Any]:
    """The accepted deliveries in the order of their ids, in Dutch words.

    A copy (*kopie*) stands below `raw/` and has the MD5 under which DVC keeps it; a reference (*verwijzing*) has its
    origin as it was stated, for where it stands is a path of one machine.
    """
    return {"leveringen": [_named(delivery) for delivery in deliveries(workspace)]}


def _named(delivery: Delivery) -> dict[str, Any]:
    said = {"levering": delivery.delivery_id, "bestand": delivery.file_name, "sha256": delivery.sha256}
    said |= {"bytes": delivery.bytes, "herkomst": delivery.origin}
    if delivery.is_reference:
        return {**said, "wijze": "verwijzing"}
    return {**said, "wijze": "kopie", "plaats": f"raw/{delivery.place}", "md5 (DVC)": _md5(delivery.path)}


def _md5(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
