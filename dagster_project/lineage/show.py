"""Shows a mention at its place in the raw file, and whether that file is still the one that was read.

Belongs here: from a mention to its file and place. Does not belong here: how a format is read and a place found again;
that is `documents`.
"""

from typing import TYPE_CHECKING

from dagster_project.dictionary import Column, doubt_mark, table
from dagster_project.lineage.cells import source_rows
from dagster_project.lineage.members import Row
from dagster_project.lineage.source import Source
from dagster_project.workspace import Workspace, WrongUse
from dagster_project.workspace.hashing import sha256_of
from dagster_project.workspace.releases import newest_release

if TYPE_CHECKING:
    from dagster_project.intake import Delivery

PROSE = "budget"  # the one source that comes as documents; the others are tables with one heading row


def show_mention(workspace: Workspace, mention_id: str) -> str:
    """The mention, its file with a check of its hash, and the place in it, marked; text for a screen.

    Raises WrongUse for a mention that neither the last run nor the newest release has.
    """
    source, mention = _find(workspace, mention_id)
    delivery = source_rows(source, "delivery", "where delivery_id = ?", [mention["delivery_id"]])[0]
    standing = _standing(workspace, mention["delivery_id"])
    lines = [f"vermelding {mention_id} ({source.name})"]
    told = [c for c in table("mention").columns if c.name != "mention_id" and mention.get(c.name) not in (None, [])]
    lines += [f"  {c.label_nl} ({c.name}): {_value(c, mention[c.name])}{doubt_mark(mention, c.name)}" for c in told]
    lines += ["", f"bestand {delivery['file_name']}", f"  sha256 {delivery['sha256']}"]
    lines += [f"  {_check(delivery, standing)}", ""]
    if standing is not None and standing.path.is_file():
        lines.append(_place(standing, mention["locator"]))
    return "\n".join(lines)


def _find(workspace: Workspace, mention_id: str) -> tuple[Source, Row]:
    release = newest_release(workspace)
    sources = [Source(workspace), *([Source(workspace, release)] if release else [])]
    for source in sources:
        if source.has("mention") and (rows := source_rows(source, "mention", "where mention_id = ?", [mention_id])):
            return source, rows[0]
    raise WrongUse(
        f"there is no mention '{mention_id}'",
        workspace.root,
        "lappendeken trace FIGURE --snapshot Y --category C names the mentions behind a number",
    )


def _standing(workspace: Workspace, delivery_id: str) -> "Delivery | None":
    from dagster_project.intake import deliveries

    return next((d for d in deliveries(workspace) if d.delivery_id == delivery_id), None)


def _check(delivery: Row, standing: "Delivery | None") -> str:
    if standing is None:
        return "deze levering wordt niet meer gelezen: zij is vervangen, ingetrokken of aangehouden"
    if not standing.path.is_file():
        return f"het bestand is niet meer te vinden waar het stond ({standing.place})"
    now = sha256_of(standing.path)
    if now != delivery["sha256"]:
        return f"LET OP: het bestand is veranderd sinds het werd gelezen (nu sha256 {now})"
    return "het bestand is nog hetzelfde als toen het werd gelezen"


def _place(delivery: "Delivery", locator: str) -> str:
    if delivery.source != PROSE:
        shown = _row_of_table(delivery, locator)
        if shown:
            return shown
    from dagster_project.documents import Refused, render_place

    try:
        return render_place(delivery.path, locator)
    except Refused as refused:
        return f"de plaats {locator} kan niet worden getoond: {refused}"


def _row_of_table(delivery: "Delivery", locator: str) -> str | None:
    from dagster_project.documents import named_cells

    cells = named_cells(delivery, locator)
    if cells is None:
        return None
    return "\n".join([f"{delivery.path.name} · {locator}", *(f">>> {h}: {c}" for h, c in cells)])


def _value(column: Column, value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return column.dutch(value) if isinstance(value, str) else str(value)
