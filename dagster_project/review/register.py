"""The register as the questions see it: the tables of a run, read once, with the look-ups that they share."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from dagster_project.decisions import active_decisions, current_values
from dagster_project.linkage import Identity, read_crosswalk, read_ledger, successors
from dagster_project.review.effects import Effects
from dagster_project.review.subjects import subjects
from dagster_project.workspace import Workspace, read_table
from dagster_project.workspace.seeds import counts_for, read_seed
from dagster_project.workspace.tables import files_of

Row = dict[str, Any]

QUOTED = (
    "mention_id", "delivery_id", "locator", "snapshot", "source", "reporting_organisation_id", "claim", "name_written",
    "legal_form_written", "seat_written", "purpose_written", "participants_written", "doubts", "confidence",
    "field_confidence", "other_reading", "valid_to",
)  # fmt: skip
"""Of a mention; all of its columns, for a hundred thousand of them, would take as long as the questions."""


@dataclass(frozen=True)
class Register:
    """A workspace, read lazily."""

    workspace: Workspace

    def table(self, name: str) -> pl.DataFrame:
        return read_table(self.workspace, name)

    @cached_property
    def counted(self) -> dict[tuple[int, str], Row]:
        """The counted collaborations by snapshot and id."""
        frame = self.table("collaboration").filter("meets_definition")
        return {(r["snapshot"], r["collaboration_id"]): r for r in frame.iter_rows(named=True)}

    @cached_property
    def effects(self) -> Effects:
        """What decisions would do to the figures."""
        return Effects(self)

    @cached_property
    def met(self) -> dict[tuple[int, str, str], str]:
        """The answer to each criterion: by snapshot, collaboration and `definition:criterion`."""
        rows = self.table("criterion").iter_rows(named=True)
        return {(r["snapshot"], r["collaboration_id"], f"{r['definition']}:{r['criterion']}"): r["met"] for r in rows}

    @cached_property
    def presumed(self) -> frozenset[tuple[int, str, str]]:
        """Which answers are yes for the legal form alone, by the same key as `met`."""
        rows = self.table("criterion").filter(basis="presumed", met="yes").iter_rows(named=True)
        return frozenset((r["snapshot"], r["collaboration_id"], f"{r['definition']}:{r['criterion']}") for r in rows)

    @cached_property
    def latest(self) -> int:
        """The last published snapshot that has collaborations."""
        return max((snapshot for snapshot, _ in self.counted), default=0)

    @cached_property
    def definition(self) -> dict[int, int]:
        return dict(read_seed("snapshot").select("snapshot", "definition").iter_rows())

    @cached_property
    def mentions(self) -> dict[str, Row]:
        """What of mentions is quoted, by id, with the collaboration and the published snapshot that each speaks for."""
        links = self.table("link").select("mention_id", "collaboration_id")
        linked = self.table("mention").select(QUOTED).join(links, on="mention_id", how="inner")
        return {
            r["mention_id"]: {**r, "published": counts_for(r["source"], r["snapshot"])}
            for r in linked.sort("mention_id").iter_rows(named=True)
        }

    def body_of(self, mention_id: str) -> Row | None:
        """The counted collaboration of a mention; None where it is linked to none."""
        mention = self.mentions.get(mention_id)
        return self.counted.get((mention["published"], mention["collaboration_id"])) if mention else None

    @cached_property
    def _written(self) -> dict[str, str]:
        """The name of each mention as written, also of those that are linked to nothing."""
        return dict(self.table("mention").select("mention_id", "name_written").iter_rows())

    @cached_property
    def readings(self) -> dict[str, Row]:
        """Differences between the two readers of a budget, by their ids."""
        return {r["reading_id"]: r for r in self.table("second_reading").iter_rows(named=True)}

    @cached_property
    def mentions_of(self) -> dict[tuple[int | None, str], list[Row]]:
        """The mentions of each collaboration by published snapshot, in the order of their ids."""
        found: dict[tuple[int | None, str], list[Row]] = {}
        for mention in self.mentions.values():
            found.setdefault((mention["published"], mention["collaboration_id"]), []).append(mention)
        return found

    @cached_property
    def files(self) -> dict[str, str]:
        """The name of the file of each delivery."""
        return dict(self.table("delivery").select("delivery_id", "file_name").iter_rows())

    @cached_property
    def _minted(self) -> frozenset[str]:
        identity = self.table("collaboration_identity").filter(pl.col("status") == "minted")
        return frozenset(identity["collaboration_id"])

    @cached_property
    def coded(self) -> dict[tuple[int, str, str], str]:
        """What the coding chose, as a decision's `expect` is held against."""
        return current_values(self.table("coding").iter_rows(named=True))

    @cached_property
    def chosen(self) -> dict[tuple[int, str, str], list[Row]]:
        """The chosen rows of the coding by snapshot, collaboration and attribute."""
        found: dict[tuple[int, str, str], list[Row]] = {}
        for row in self.table("coding").filter("chosen").iter_rows(named=True):
            found.setdefault((row["snapshot"], row["collaboration_id"], row["attribute"]), []).append(row)
        return found

    @cached_property
    def _went(self) -> dict[str, str]:
        return successors(read_crosswalk(self.workspace))

    def now(self, part: str) -> str:
        """The collaboration that a part of a target is in this run: a mention's, or where a retired id went on."""
        mention = self.mentions.get(part)
        return mention["collaboration_id"] if mention else self._went.get(part, part)

    @cached_property
    def active(self) -> list[Row]:
        """The decisions that no later one supersedes, also those that were taken since the last run."""
        return active_decisions(self.workspace)

    @cached_property
    def lapsed(self) -> dict[str, str]:
        """The decisions of which the last run said that the sources have overtaken them, with how: by id."""
        if not files_of(self.workspace, "decision"):
            return {}
        put_aside = self.table("decision").filter(pl.col("status").is_in(["stale", "unmatched"]))
        return dict(put_aside.select("decision_id", "status").iter_rows())

    @cached_property
    def answered(self) -> dict[tuple, list[Row]]:
        """The decisions that people took, by what they are about, in the order of their ids."""
        found: dict[tuple, list[Row]] = {}
        for decision in self.active:
            for subject in subjects(decision, self.now):
                found.setdefault(subject, []).append(decision)
        return found

    def is_answered(self, subject: tuple, expect: str | None = None) -> bool:
        """Whether a decision that holds answers it; with `expect`, one that was taken on the same words."""
        holding = (d for d in self.answered.get(subject, ()) if d["decision_id"] not in self.lapsed)
        return any(expect is None or d["expect"] == expect for d in holding)

    @cached_property
    def decided_links(self) -> set[frozenset[str]]:
        """The pairs of which a person said whether they are one."""
        return {pair for about, pair in (s for s in self.answered if s[0] == "link")}

    @cached_property
    def _there(self) -> frozenset[str]:
        """Every id that a decision may be about: mentions, collaborations, deliveries, what a second reader found."""
        of = (("delivery", "delivery_id"), ("mention", "mention_id"), ("link", "collaboration_id"))
        found = {id_ for table, column in of for id_ in self.table(table)[column].to_list()}
        put_aside = self.table("quarantine").filter(reason="no_party")["row_key"].to_list()
        return frozenset({*found, *put_aside, *self.readings, *self._ledger, *self._went})

    def is_there(self, part: str) -> bool:
        """Whether a part of a target is known to the sources of this run, or was once and went on."""
        return part in self._there

    def reporters(self, snapshot: int, collaboration_id: str) -> list[str]:
        """The organisations that tell of a collaboration in a snapshot."""
        found = self.mentions_of.get((snapshot, collaboration_id), ())
        return sorted({m["reporting_organisation_id"] for m in found} - {None})

    def target(self, snapshot: int, collaboration_id: str) -> str:
        """How a decision names a collaboration: its id once a release has minted it, before that one of its mentions,

        because an id that is not minted may be another collaboration's in the next run.
        """
        if collaboration_id in self._minted:
            return collaboration_id
        return self.mentions_of[snapshot, collaboration_id][0]["mention_id"]

    def name(self, snapshot: int, target: str) -> str:
        """What the target of a question is called."""
        if target in self.readings:
            return self.readings[target]["name_written"]
        asked, mention = target, self.mentions.get(target)
        if mention:
            snapshot, target = mention["published"], mention["collaboration_id"]
        row = self.counted.get((snapshot, target))
        return row["name"] if row else self._written.get(asked, target)

    @cached_property
    def _ledger(self) -> dict[str, Identity]:
        return read_ledger(self.workspace)

    def mention_of(self, part: str) -> str | None:
        """A mention as it is, a minted id as the first of its mentions that is there."""
        minted = self._ledger[part].mentions if part in self._ledger else {part}
        return min(minted & self.mentions.keys(), default=None)

    @cached_property
    def _organisations(self) -> dict[str, str]:
        return dict(read_seed("organisation").select("organisation_id", "name").iter_rows())

    def organisation(self, organisation_id: str) -> str:
        """The name of an organisation with its code."""
        name = self._organisations.get(organisation_id)
        return f"{name} ({organisation_id})" if name else organisation_id
