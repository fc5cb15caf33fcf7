"""Response against the frame: by kind, size and province, and who is to be reminded.

The size of an organisation is the third of its kind in which it falls by the number of collaborations that we hold it
takes part in: what it was asked to look at, and what its answer can change. Belongs here: counting. Does not belong
here: who was asked (`frame`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from dagster_project.dictionary import dutch
from dagster_project.surveys.frame import bodies_at
from dagster_project.surveys.holdings import Holdings
from dagster_project.surveys.responses import read_answers
from dagster_project.workspace import Workspace, WrongUse
from dagster_project.workspace.seeds import codes

SIZES = ("klein", "middel", "groot")
Row = dict[str, Any]


def response_now(workspace: Workspace, snapshot: int) -> list[Row]:
    """The rows of `frame` as the deliveries of now make them, with `name`, `held` (collaborations) and `size`.

    Raises WrongUse where no survey was held for the snapshot.
    """
    frame = read_answers(workspace, snapshot).frame
    if not frame:
        raise WrongUse(f"no survey was held for {snapshot}", workspace.root, "lappendeken survey export makes one")
    names = {id_: body["name"] for id_, body in bodies_at(workspace, snapshot).items()}
    try:
        held = Holdings(workspace, snapshot)
    except WrongUse:  # no run yet: nothing is known of sizes
        return [{**row, "name": names[row["organisation_id"]], "held": None, "size": None} for row in frame]
    rows = [
        {**row, "name": names[row["organisation_id"]], "held": held.number_of(row["organisation_id"])} for row in frame
    ]
    return [{**row, "size": size} for row, size in zip(rows, _sizes(rows), strict=True)]


def _sizes(rows: list[Row]) -> Iterator[str]:
    of_kind = {}
    for row in rows:
        of_kind.setdefault(row["kind"], []).append(row["held"])
    for row in rows:
        held = sorted(of_kind[row["kind"]])
        yield SIZES[min(2, 3 * held.index(row["held"]) // len(held))]


def response_table(rows: Iterable[Row]) -> list[tuple[str, str, str, int, int]]:
    """Kind, what is counted by, value, asked and answered: in total, by size and by province, in that order.

    Those of whom nobody told whether they were asked are in neither.
    """
    asked, answered = Counter(), Counter()
    for row in rows:
        if row["asked"]:
            for key in _keys(row):
                asked[key] += 1
                answered[key] += row["responded"]
    return [(*key[1:], asked[key], answered[key]) for key in sorted(asked)]


def _keys(row: Row) -> Iterator[tuple[int, str, str, str]]:
    kind = dutch(row["kind"], "organisation_kind")
    yield 0, kind, "totaal", ""
    if row["size"]:
        yield 1, kind, "omvang", f"{SIZES.index(row['size']) + 1} {row['size']}"
    province = codes("organisation").get(row["province_id"] or "", {}).get("name")
    if province:
        yield 2, kind, "provincie", province


def to_remind(rows: Iterable[Row]) -> list[Row]:
    """Who was asked and has not answered, those of whom we hold most first."""
    open_ = [row for row in rows if row["asked"] and not row["responded"]]
    return sorted(open_, key=lambda row: (-(row["held"] or 0), row["organisation_id"]))
