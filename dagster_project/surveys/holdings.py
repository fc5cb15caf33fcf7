"""What we hold of an organisation: the rows that it is sent to look at.

Belongs here: from the tables of the state in force to cells with Dutch words. Does not belong here: the workbook
(`form`), and who is asked (`frame`).
"""

from functools import cached_property

import polars as pl

from dagster_project.surveys import layout
from dagster_project.surveys.sent import Sent
from dagster_project.texts import clean
from dagster_project.workspace import Workspace, WrongUse, read_table
from dagster_project.workspace.seeds import read_seed

_WITH_KIND = {
    "municipality": "gemeente", "province": "provincie", "water_board": "waterschap", "ministry": "ministerie van",
}  # fmt: skip
"""Before the name, for Limburg is a province and a water board. Their order is that in which participants stand."""
_SAYS_SO = ("schap", "skip")
_CRITERION = {"yes": layout.YES, "no": layout.NO, "unknown": ""}


class Holdings:
    """The register as organisations are shown it: of the last published snapshot up to `snapshot` that has any.

    Raises WrongUse where no run has written tables, or none for such a snapshot.
    """

    def __init__(self, workspace: Workspace, snapshot: int):
        self._workspace, self.snapshot = workspace, snapshot
        held = [s for s in self._table("collaboration", None)["snapshot"].unique() if s <= snapshot]
        if not held:
            raise WrongUse(f"there is nothing to send for {snapshot}", workspace.root, "lappendeken run first")
        self._of = max(held)

    def sent_to(self, organisation_id: str, reply_by: str = "") -> Sent:
        """What an organisation is sent: all that it takes part in by our list, in the order of names."""
        ids = self._member_of.get(organisation_id, ())
        rows = [self._row(id_) for id_ in ids]
        rows.sort(key=lambda row: (row[1].casefold(), row[0]))
        return Sent(organisation_id, self.snapshot, reply_by, tuple(rows))

    def number_of(self, organisation_id: str) -> int:
        """Of how many collaborations we hold that it takes part."""
        return len(self._member_of.get(organisation_id, ()))

    def _row(self, id_: str) -> tuple[str, ...]:
        one = self._collaborations[id_]
        cells = {
            layout.NUMBER: self._number(id_),
            layout.NAME: one["name"],
            layout.PARTICIPANTS: "; ".join(self._participants.get(id_, ())),
            layout.THEMES: "; ".join(layout.label(layout.THEMES, theme) for theme in self._themes.get(id_, ())),
            layout.FORM: layout.label(layout.FORM, one["legal_form"]),
            layout.PURPOSE: one["purpose"],
            layout.GOAL: layout.label(layout.GOAL, one["goal"]),
            layout.SEAT: one["seat"],
            **{heading: self._criteria.get((id_, c), "") for c, heading in layout.CRITERIA.items()},
        }
        return tuple(clean(cells[heading] or "") for heading in layout.SENT_COLUMNS)

    def _table(self, name: str, snapshot: int | None) -> pl.DataFrame:
        frame = read_table(self._workspace, name)
        return frame if snapshot is None else frame.filter(pl.col("snapshot") == snapshot)

    @cached_property
    def _collaborations(self) -> dict[str, dict]:
        rows = self._table("collaboration", self._of).iter_rows(named=True)
        return {row["collaboration_id"]: row for row in rows}

    @cached_property
    def _members(self) -> list[tuple[str, str, str]]:
        said = self._table("participant", self._of).filter(pl.col("status") != "denied")
        return list(said.select("collaboration_id", "organisation_id", "kind").iter_rows())

    @cached_property
    def _member_of(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for id_, organisation, _ in self._members:
            if id_ in self._collaborations:
                found.setdefault(organisation, []).append(id_)
        return found

    @cached_property
    def _participants(self) -> dict[str, list[str]]:
        """Names by collaboration, governments first, kind by kind, and within a kind by alphabet."""
        order, found = list(_WITH_KIND), {}
        for id_, organisation, kind in self._members:
            name = self._names.get(organisation, organisation)
            place = order.index(kind) if kind in order else len(order)
            found.setdefault(id_, set()).add((place, name.casefold(), name))
        return {id_: [name for _, _, name in sorted(members)] for id_, members in found.items()}

    @cached_property
    def _names(self) -> dict[str, str]:
        """Governments with their kind, others as they are written most."""
        resolved = self._table("resolved_participant", None).filter(pl.col("kind") == "non_government")
        written = resolved.group_by("organisation_id", "name_written").len().sort("len", "name_written")
        names = dict(written.select("organisation_id", "name_written").iter_rows())
        for row in read_seed("organisation").iter_rows(named=True):
            names[row["organisation_id"]] = shown_name(row["kind"], row["name"])
        return {id_: name.replace(";", ",") for id_, name in names.items()}

    @cached_property
    def _themes(self) -> dict[str, list[str]]:
        order = list(read_seed("theme_code")["theme"])
        found: dict[str, list[str]] = {}
        rows = self._table("theme", self._of).select("collaboration_id", "theme").iter_rows()
        for id_, theme in sorted(rows, key=lambda row: (row[0], order.index(row[1]))):
            found.setdefault(id_, []).append(theme)
        return found

    @cached_property
    def _criteria(self) -> dict[tuple[str, str], str]:
        rows = self._table("criterion", self._of).filter(pl.col("criterion").is_in(list(layout.CRITERIA)))
        rows = rows.filter(pl.col("basis") != "presumed")  # to be asked, not to be nodded at
        last = rows.sort("definition").select("collaboration_id", "criterion", "met").iter_rows()
        return {(id_, criterion): _CRITERION[met] for id_, criterion, met in last}

    def _number(self, id_: str) -> str:
        """The lasting id once a release has minted it; before that a mention, for the next run may use the id anew."""
        return id_ if id_ in self._minted else self._first_mention[id_]

    @cached_property
    def _minted(self) -> frozenset[str]:
        identity = self._table("collaboration_identity", None).filter(pl.col("status") == "minted")
        return frozenset(identity["collaboration_id"])

    @cached_property
    def _first_mention(self) -> dict[str, str]:
        """One that stays: of the mentions of a response none is left once another takes its place."""
        sources = self._table("mention", None).select("mention_id", answer=pl.col("source") == "survey")
        links = self._table("link", None).join(sources, on="mention_id").sort("answer", "mention_id")
        first = links.unique("collaboration_id", keep="first", maintain_order=True)
        return dict(first.select("collaboration_id", "mention_id").iter_rows())


def shown_name(kind: str, name: str) -> str:
    """The name of a government with its kind, as its answer is read again: `gemeente Utrecht` is not the province."""
    return name if any(word in name for word in _SAYS_SO) else f"{_WITH_KIND[kind]} {name}"
