"""The places of the sources that a question quotes, shown from their files while a reviewer reads.

Belongs here: from a mention to what is shown of its file, looked up once, one at a time and ahead. Does not belong
here: drawing (`documents`).
"""

from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from dagster_project.documents import Line, Shown, Viewer, named_cells
from dagster_project.intake import Delivery, deliveries
from dagster_project.workspace import Workspace
from dagster_project.workspace.hashing import sha256_of

KEPT = 60
"""Places: a picture of part of a page is about 100 kB."""
DOCUMENTS = "budget"
"""The source that comes as documents; the others are tables with one row of headings."""


@dataclass(frozen=True)
class Look:
    """What is shown of a place: its file as documents show it, or the cells of its row under their headings."""

    shown: Shown = field(default_factory=Shown)
    cells: tuple[tuple[str, str], ...] = ()
    remark: str = ""


class Places:
    """The places of one workspace. What is asked for twice is read once; all reading is done by one thread."""

    def __init__(self, workspace: Workspace):
        self._workspace = workspace
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="places")
        self._viewer = Viewer()
        self._kept: OrderedDict[tuple[str, str], Future[Look]] = OrderedDict()
        self._deliveries: dict[str, Delivery] | None = None

    def close(self) -> None:
        """End the thread, what it has not begun, and the child that it reads with."""
        self.forget()
        # Only the thread that reads with it may end it, once it has read what it began.
        self._thread.submit(self._viewer.__exit__, None, None, None)
        self._thread.shutdown()

    def forget(self) -> None:
        """Look up all anew: the deliveries may be others. What was asked for and is not begun is not read any more."""
        for waiting in self._kept.values():
            waiting.cancel()
        self._kept.clear()
        self._thread.submit(setattr, self, "_deliveries", None)

    def look(self, mention: dict[str, Any]) -> Future[Look]:
        """What is shown of the place of a mention, now or once it is read."""
        place = mention["delivery_id"], mention["locator"]
        if place not in self._kept:
            self._kept[place] = self._thread.submit(self._read, *place)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(place)
        return self._kept[place]

    def _read(self, delivery_id: str, locator: str) -> Look:
        if self._deliveries is None:
            self._deliveries = {d.delivery_id: d for d in deliveries(self._workspace)}
        delivery = self._deliveries.get(delivery_id)
        if delivery is None or not delivery.path.is_file():
            return Look(remark="Het bestand is er niet meer, of wordt niet meer gelezen.")
        changed = sha256_of(delivery.path) != delivery.sha256
        remark = "Let op: het bestand is veranderd sinds het werd gelezen." if changed else ""
        if delivery.source != DOCUMENTS and (cells := named_cells(delivery, locator)):
            return Look(cells=tuple(cells), remark=remark)
        shown = self._viewer.show(delivery.path, locator)
        if shown.refused:
            remark = f"Deze plaats kan niet worden getoond: {shown.refused}."
        elif shown.place is None and shown.picture is None:
            remark = "Op deze plaats in het bestand staat nu niets."
        return Look(shown, remark=remark)


def marked(lines: tuple[Line, ...]) -> str:
    """The text of the place itself."""
    return " | ".join(cell for line in lines if line.marked for cell in line.cells if cell)
