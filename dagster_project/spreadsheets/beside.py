"""What a workbook says beside its cells: comments on cells, and who made it.

Belongs here: XLSX, for other formats are seldom sent with them. Does not belong here: whether it may be there.
"""

import re
from pathlib import Path

from dagster_project.sandbox import open_parts
from dagster_project.spreadsheets.xlsx_parts import local, parsed

_PARTS = re.compile(r"/?(?:xl/(?:threaded)?comments/?[^/]*\.xml|docProps/core\.xml)", re.IGNORECASE)
_AUTHORS = ("creator", "lastModifiedBy")


def beside_cells(path: Path) -> list[tuple[str, str]]:
    """Place and text of each comment, and of each property that says who made the workbook.

    Raises Refused: corrupt, encrypted, active_content, zip_bomb, too_large, external_entity.
    """
    found = []
    for name, content in sorted(open_parts(path, _PARTS).items()):
        root = parsed(content, name)
        for element in root.iter() if root is not None else ():
            if local(element) in _AUTHORS and (element.text or "").strip():
                found.append((f"property={local(element)}", element.text.strip()))
            elif local(element) in ("comment", "threadedComment"):
                text = "".join(t.text or "" for t in element.iter() if local(t) in ("t", "text")).strip()
                if text:
                    found.append((f"cell={element.get('ref')};comment", text))
    return found
