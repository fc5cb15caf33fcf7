"""What two mentions say, side by side, for whoever must tell whether they are one.

Belongs here: the Dutch lines of the evidence. Does not belong here: which pairs are asked (`linkage.questions`, whose
order `questions` keeps).
"""

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from dagster_project.dictionary import doubt_mark, dutch
from dagster_project.review.register import Register, Row
from dagster_project.workspace.seeds import read_seed

NAMED = 8
"""Participants that a line names; the column with what the sources write has all."""


@dataclass(frozen=True)
class SideBySide:
    """The evidence about the mentions `wanted`, whose participants are read once."""

    register: Register
    wanted: frozenset[str]

    def lines(self, a: str, b: str) -> str:
        """A line per thing that either of the two says, the first mention left of the bar and the second right."""
        told = [f"{label}: {left or '–'} | {right or '–'}" for label, left, right in self.said(a, b)]
        people = [f"{label} ({number}): {who}" for label, number, who in self.people(a, b)]
        return "\n".join([*told, *people])

    def said(self, a: str, b: str) -> list[tuple[str, str | None, str | None]]:
        """Label, what the first says and what the second says, of all that either says."""
        one, other = self.register.mentions[a], self.register.mentions[b]
        said = [
            ("naam", *_marked("name_written", one, other)),
            ("bron", self._source(one), self._source(other)),
            ("vorm", *_marked("legal_form_written", one, other)),
            ("plaats", *_marked("seat_written", one, other)),
            ("doel", *_marked("purpose_written", one, other)),
        ]
        return [(label, left, right) for label, left, right in said if left or right]

    def people(self, a: str, b: str) -> list[tuple[str, int, str]]:
        """Which participants both have and which only one, with their number and the names of some."""
        ours, theirs = self._participants.get(a, {}), self._participants.get(b, {})
        parts = (
            ("deelnemers bij beide", ours.keys() & theirs.keys()),
            ("alleen bij de eerste", ours.keys() - theirs.keys()),
            ("alleen bij de tweede", theirs.keys() - ours.keys()),
        )
        return [(label, len(who), _some({**theirs, **ours}, who)) for label, who in parts if who]

    @cached_property
    def _participants(self) -> dict[str, dict[str, str]]:
        """By mention: the id of each organisation to its name, and what is written where it is none."""
        found: dict[str, dict[str, str]] = {}
        rows = self.register.table("resolved_participant").filter(pl.col("mention_id").is_in(sorted(self.wanted)))
        for mention, id_, name in rows.select("mention_id", "organisation_id", "name_written").iter_rows():
            found.setdefault(mention, {}).setdefault(id_ or name, self._names.get(id_, name))
        return found

    @cached_property
    def _names(self) -> dict[str, str]:
        return dict(read_seed("organisation").select("organisation_id", "name").iter_rows())

    def _source(self, mention: Row) -> str:
        reporter = mention["reporting_organisation_id"]
        who = (dutch(mention["source"], "source"), str(mention["snapshot"]), self._names.get(reporter, reporter))
        return " ".join(filter(None, who))


def _marked(column: str, *mentions: Row) -> list[str | None]:
    """What each writes in a column, with its doubt."""
    return [m[column] and m[column] + doubt_mark(m, column) for m in mentions]


def _some(names: dict[str, str], who: set[str]) -> str:
    ranked = sorted(names[w] for w in who)
    more = f" en nog {len(ranked) - NAMED}" if len(ranked) > NAMED else ""
    return ", ".join(ranked[:NAMED]) + more
