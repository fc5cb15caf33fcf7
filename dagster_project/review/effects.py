"""What a decision does to the figures, before it is taken: the cells that move, and how sure that is.

Belongs here: from decisions to collaborations before and after. Does not belong here: what a collaboration adds to a
cell (`cells`), which questions are asked.

Exact for participants, ministries, themes, legal forms and criteria, given the collaborations of this run. For links a
bound: a pair made one is taken to join its two collaborations whole, a pair parted to add one that is like the first.
For readings and deliveries a bound too: what would be gone if all that they say were. Mergers and splits move none;
what it moves that an answer is taken back is not known.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import polars as pl

from dagster_project.review.cells import Body, Cells, Moved, changes_between, is_of_article
from dagster_project.workspace.seeds import read_seed

if TYPE_CHECKING:
    from dagster_project.review.register import Register

EXACT, BOUND = "exact", "bound"
EARLIER = 0.5
"""What a move in another snapshot than the last weighs: that one was published before and is looked at less."""
SECOND_REVIEWER_FROM = 0.01
"""Part of the largest cell of a figure: more shows in a share as published, and one person does not decide that."""

Key = tuple[int, str]
_KINDS = {"gm": "municipality", "pv": "province", "ws": "water_board", "mn": "ministry", "ng": "non_government"}


@dataclass(frozen=True)
class Effects:
    """The collaborations of a register, to be changed in thought."""

    register: "Register"

    @cached_property
    def bodies(self) -> dict[Key, Body]:
        """The counted collaborations by snapshot and id."""
        members: dict[Key, set[tuple[str, str, bool]]] = {}
        counted = self.register.table("participant").filter("counted")
        for snapshot, id_, body, kind in counted.select(
            "snapshot", "collaboration_id", "organisation_id", "kind"
        ).iter_rows():
            members.setdefault((snapshot, id_), set()).add((body, kind, (snapshot, body) in self._scope))
        themes: dict[Key, set[str]] = {}
        for snapshot, id_, theme in (
            self.register.table("theme").select("snapshot", "collaboration_id", "theme").iter_rows()
        ):
            themes.setdefault((snapshot, id_), set()).add(theme)
        answers: dict[Key, set[tuple[str, str]]] = {}
        for (snapshot, id_, criterion), met in self.register.met.items():
            answers.setdefault((snapshot, id_), set()).add((criterion, met))
        return {
            key: Body(
                True,
                row["legal_form_group"],
                frozenset(members.get(key, ())),
                frozenset(themes.get(key, ())),
                frozenset(answers.get(key, ())),
                self.register.definition[key[0]],
            )
            for key, row in self.register.counted.items()
        }

    @cached_property
    def cells(self) -> Cells:
        """The cells of the figures of this run."""
        return Cells(self.register.table("figure").to_dicts())

    @cached_property
    def _scope(self) -> set[tuple[int, str]]:
        in_scope = self.register.table("organisation_snapshot").filter("in_scope")
        return set(in_scope.select("snapshot", "organisation_id").iter_rows())

    @cached_property
    def _groups(self) -> dict[str, str]:
        return {f: g or "unknown" for f, g in read_seed("legal_form").select("legal_form", "figure_group").iter_rows()}

    def of(self, decisions: Iterable[Mapping[str, Any]]) -> tuple[list[Moved], str]:
        """The cells that move by decisions taken together, and whether that is `exact` or a `bound`."""
        decisions = list(decisions)
        if len(decisions) != 1 or decisions[0]["kind"] != "reading":
            return self._of(decisions)
        # Thousands of values are in doubt, and many tell of one collaboration: each change is weighed once.
        gone = self._gone(decisions[0])
        if gone not in self._weighed:
            self._weighed[gone] = self._of(decisions)
        return self._weighed[gone]

    @cached_property
    def _weighed(self) -> dict[tuple[Key, Body] | None, tuple[list[Moved], str]]:
        return {}

    def _of(self, decisions: Iterable[Mapping[str, Any]]) -> tuple[list[Moved], str]:
        after: dict[Key, Body] = {}
        bounds: Counter = Counter()
        basis = EXACT
        for decision in decisions:
            if decision["kind"] in ("must_link", "must_not_link", "reading", "delivery", "withdrawal"):
                basis = BOUND
                bounds.update(self._bound(decision))
                continue
            for key in self._about(decision):
                after[key] = self._changed(key, after.get(key, self.bodies[key]), decision)
        changes = changes_between([(k[0], self.bodies[k]) for k in after], [(k[0], b) for k, b in after.items()])
        changes.update(bounds)
        return self.cells.moved(changes), basis

    def size(self, cells: Iterable[Moved]) -> float:
        """How much the article's figures move: the sum over their cells, in thousandths of the largest cell."""
        weighed = (
            cell.share * (1 if cell.snapshot == self.register.latest else EARLIER)
            for cell in cells
            if is_of_article(cell.figure)
        )
        return round(1000 * sum(weighed), 3)

    def needs_second(self, cells: Iterable[Moved]) -> list[Moved]:
        """The cells of the article that move so far that a second reviewer has to agree."""
        return [c for c in cells if is_of_article(c.figure) and c.share > SECOND_REVIEWER_FROM]

    def is_said_already(self, decision: Mapping[str, Any]) -> bool:
        """Whether the register holds what a decision says, so that it confirms and changes nothing."""
        kind, value = decision["kind"], decision["value"]
        if kind in ("must_link", "must_not_link"):
            one, other = map(self.register.now, decision["target"].split("|"))
            return (one == other) == (kind == "must_link")
        about = self._about(decision)
        if kind == "criterion":
            met = {self.register.met.get((*key, decision["attribute"])) for key in about}
            return bool(about) and met == {value}
        if kind == "attribute":
            return bool(about) and all(self.register.counted[key].get(decision["attribute"]) == value for key in about)
        if kind not in ("participant", "theme"):
            return False
        return bool(about) and all(self._changed(key, self.bodies[key], decision) == self.bodies[key] for key in about)

    def _about(self, decision: Mapping[str, Any]) -> list[Key]:
        """The counted collaborations that a decision is about, one for each snapshot that it speaks of."""
        id_ = self.register.now(decision["target"])
        wanted = decision["snapshot"]
        return [key for key in self._snapshots_of.get(id_, ()) if wanted is None or key[0] == wanted]

    @cached_property
    def _snapshots_of(self) -> dict[str, list[Key]]:
        found: dict[str, list[Key]] = {}
        for key in sorted(self.bodies):
            found.setdefault(key[1], []).append(key)
        return found

    def _changed(self, key: Key, body: Body, decision: Mapping[str, Any]) -> Body:
        kind, attribute, value = decision["kind"], decision["attribute"], decision["value"]
        if kind == "criterion":
            own = self.register.definition[key[0]] == int(attribute.partition(":")[0])
            counted = body.counted and (value == "yes" or not own)
            answers = frozenset((dict(body.answers) | {attribute: value}).items())
            return replace(body, counted=counted, answers=answers)
        if kind == "theme":
            return replace(body, themes=frozenset(v.strip() for v in value.split(";")))
        if kind == "attribute" and attribute == "legal_form":
            return replace(body, group=self._groups[value], answers=self._presumed_of(key, body, value))
        if kind == "participant":
            others = {m for m in body.members if m[0] != attribute}
            own = {(attribute, _KINDS[attribute[:2]], (key[0], attribute) in self._scope)}
            return replace(body, members=frozenset(others | (own if value == "participates" else set())))
        return body

    def _presumed_of(self, key: Key, body: Body, form: str) -> frozenset[tuple[str, str]]:
        """The answers with this form: what was presumed of the old form is so of this one, or unknown."""
        presumed = {
            f"{d}:{c}"
            for d, c, f in read_seed("presumption").select("definition", "criterion", "legal_form").iter_rows()
            if f == form
        }
        return frozenset(
            (criterion, "yes" if criterion in presumed else "unknown")
            if met == "unknown" or (*key, criterion) in self.register.presumed
            else (criterion, met)
            for criterion, met in body.answers
        )

    def _bound(self, decision: Mapping[str, Any]) -> Counter:
        kind, target = decision["kind"], decision["target"]
        if kind == "must_link":
            return self._joined(*target.split("|"))
        if kind == "must_not_link":
            return self._parted(*target.split("|"))
        if kind == "withdrawal":  # what the sources say without it, only a run tells
            return Counter()
        if kind == "delivery":
            return self._silent(target) if decision["value"] == "accepted" else Counter()
        return self._unread(decision)

    def _joined(self, a: str, b: str) -> Counter:
        one, other = self.register.now(a), self.register.now(b)
        found: Counter = Counter()
        for snapshot, _ in self._snapshots_of.get(one, ()):
            if one != other and (snapshot, other) in self.bodies:
                first, second = self.bodies[snapshot, one], self.bodies[snapshot, other]
                whole = replace(first, members=first.members | second.members, themes=first.themes | second.themes)
                found.update(changes_between([(snapshot, first), (snapshot, second)], [(snapshot, whole)]))
        return found

    def _parted(self, a: str, b: str) -> Counter:
        """One more in each snapshot for which either of the two speaks; nothing where they are two already."""
        one, other = self.register.now(a), self.register.now(b)
        if one != other:
            return Counter()
        told = {m["published"] for part in (a, b) if (m := self.register.mentions.get(part))}
        both = [(s, self.bodies[s, one]) for s in sorted(told - {None}) if (s, one) in self.bodies]
        return changes_between([], both)

    def _silent(self, delivery_id: str) -> Counter:
        """What the organisations of a delivery are in, as if nothing were known of them yet."""
        (said,) = self.register.table("delivery").filter(pl.col("delivery_id") == delivery_id).to_dicts()
        who = set(said["organisation_ids"])
        before, after = [], []
        for (snapshot, _), body in sorted(self.bodies.items(), key=lambda item: item[0]):
            left = frozenset(m for m in body.members if m[0] not in who)
            if snapshot in said["snapshots"] and left != body.members:
                before.append((snapshot, replace(body, members=left)))
                after.append((snapshot, body))
        return changes_between(before, after)

    def _unread(self, decision: Mapping[str, Any]) -> Counter:
        gone = self._gone(decision)
        return changes_between([(gone[0][0], self.bodies[gone[0]])], [(gone[0][0], gone[1])]) if gone else Counter()

    def _gone(self, decision: Mapping[str, Any]) -> tuple[Key, Body] | None:
        """What is left if a mention said nothing: no collaboration where it speaks alone, else it without what it says.

        None where that moves nothing.
        """
        mention = self.register.mentions.get(decision["target"])
        row = self.register.body_of(decision["target"])
        if not mention or not row:
            return None
        key = row["snapshot"], row["collaboration_id"]
        body, attribute = self.bodies[key], decision["attribute"]
        if attribute is None and decision["value"] == "rejected":
            return key, replace(body, counted=row["mention_count"] > 1, members=frozenset())
        if attribute == "participants_written":
            return key, replace(body, members=frozenset())
        if attribute == "legal_form_written":
            return key, replace(body, group="other" if body.group != "other" else "wgr")
        return (key, replace(body, themes=frozenset())) if attribute == "purpose_written" else None
