"""The table `coding`: per snapshot and collaboration every candidate value, and which one counts.

Belongs here: which mentions speak for a collaboration and what each of them, the rules and the decisions propose.
Does not belong here: the reading of one text (`themes`, `forms`, `systems`) and the choice among what is proposed
(`candidates`).
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from dagster_project.coding.candidates import Candidate, choose, choose_several
from dagster_project.coding.decided import decided_candidates
from dagster_project.coding.divisions import Divisions
from dagster_project.coding.forms import REFINES, UNKNOWN, form_in_name, form_of_heading, form_written, host
from dagster_project.coding.goals import NOTHING, Goal, goal
from dagster_project.coding.stated import stated_goals, stated_themes
from dagster_project.coding.systems import Body, Row, obligation, regions_of_systems
from dagster_project.coding.themes import Coded, code_themes

if TYPE_CHECKING:
    import polars as pl

Mention = dict[str, Any]
Proposed = dict[Row, list[Candidate]]
NEEDED = (
    "mention_id",
    "snapshot",
    "source",
    "claim",
    "name_written",
    "section_written",
    "legal_form_written",
    "purpose_written",
    "themes_written",
    "goal_written",
)
AFFIRMING = ("lists", "participates")
"""Claims of mentions that say who takes part; of one that denies or ends, the names prove nothing."""


def propose_values(
    mentions: "pl.DataFrame",
    links: "pl.DataFrame",
    resolved: "pl.DataFrame | None" = None,
    organisations: "pl.DataFrame | None" = None,
) -> Proposed:
    """What sources and rules say of every collaboration that mentions speak of, by published snapshot.

    `mentions`: table mention. `links`: table link (mention_id, collaboration_id); mentions without a link are left
    out, for they are of no collaboration yet. `resolved`: table resolved_participant, which tells who takes part;
    without it no members are known. `organisations`: table organisation_snapshot; without it all of the seeds are in
    scope. Mentions of an interim snapshot count for the snapshot that it feeds.
    """
    from dagster_project.organisations.snapshots import organisation_snapshots

    groups = _groups(mentions, links)
    divisions = Divisions(organisation_snapshots(None) if organisations is None else organisations)
    systems = regions_of_systems(_bodies(groups, _municipalities(resolved)), divisions)
    return {row: [*systems.get(row, ()), *_of_mentions(own)] for row, own in sorted(groups.items())}


def choose_values(proposed: Proposed, decisions: list[dict[str, Any]]) -> "pl.DataFrame":
    """What counts of what was proposed, and what people decided instead.

    `decisions`: rows of table decision, of which the active ones of kind attribute and theme are used; those on an
    interim snapshot count for the snapshot that it feeds. Gives table coding, sorted by its key: for legal_form,
    obligation and goal exactly one chosen row; for statutory_system one per system of which it is the region, mostly
    none; for theme one to eight. Raises UnreadableInput for a decision whose value is no code of its seed.
    """
    from dagster_project.workspace.tables import frame_of

    decided = decided_candidates(decisions)
    rows = []
    for (snapshot, collaboration_id), told in proposed.items():
        judged = [c for at in (None, snapshot) for c in decided.get((at, collaboration_id), [])]
        rows += [{"snapshot": snapshot, "collaboration_id": collaboration_id, **row} for row in _chosen(told, judged)]
    return frame_of("coding", rows)


def _groups(mentions: "pl.DataFrame", links: "pl.DataFrame") -> dict[Row, list[Mention]]:
    """The mentions that speak for each collaboration, by published snapshot."""
    from dagster_project.workspace.seeds import counts_for

    groups: dict[Row, list[Mention]] = defaultdict(list)
    linked = mentions.select(NEEDED).join(
        links.select("mention_id", "collaboration_id"), on="mention_id", how="inner", validate="1:1"
    )
    for mention in linked.sort("mention_id").iter_rows(named=True):
        snapshot = counts_for(mention["source"], mention["snapshot"])
        if snapshot is not None:
            groups[snapshot, mention["collaboration_id"]].append(mention)
    return groups


def _municipalities(resolved: "pl.DataFrame | None") -> dict[str, frozenset[str]]:
    """Mention id to the municipalities that it names or comes from."""
    found: dict[str, set[str]] = defaultdict(set)
    if resolved is not None:
        told = resolved.filter(resolved["kind"] == "municipality").drop_nulls("organisation_id")
        for mention_id, organisation_id in told.select("mention_id", "organisation_id").iter_rows():
            found[mention_id].add(organisation_id)
    return {mention_id: frozenset(members) for mention_id, members in found.items()}


def _bodies(groups: dict[Row, list[Mention]], members: dict[str, frozenset[str]]) -> dict[Row, Body]:
    bodies = {}
    for row, mentions in groups.items():
        affirming = [m for m in mentions if m["claim"] in AFFIRMING]
        there = frozenset().union(*(members.get(m["mention_id"], frozenset()) for m in affirming))
        bodies[row] = Body(_names(mentions), _purposes(mentions), there, len(affirming))
    return bodies


def _names(mentions: list[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m["name_written"] for m in mentions))


def _purposes(mentions: list[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m["purpose_written"] for m in mentions if (m["purpose_written"] or "").strip()))


def _of_mentions(mentions: list[Mention]) -> list[Candidate]:
    texts = _texts(mentions)
    stated = stated_themes(mentions) + stated_goals(mentions)
    return [*_themes(texts), *_goals(texts), *stated, *_legal_forms(mentions)]


def _chosen(proposed: list[Candidate], decided: list[Candidate]) -> list[dict[str, Any]]:
    of: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in (*proposed, *decided):
        of[candidate.attribute].append(candidate)
    regions = choose_several(of["statutory_system"])
    told, sure, rule = obligation([row["value"] for row in regions if row["chosen"]], of["statutory_system"])
    of["obligation"].append(Candidate("obligation", told, f"rule:{rule}", "rule", sure))
    return [
        *choose_several(of["theme"], at_least_one=True),
        *regions,
        *choose(of["legal_form"], REFINES),
        *choose(of["obligation"]),
        *choose(of["goal"]),
    ]


def _texts(mentions: list[Mention]) -> list[tuple[str, str]]:
    """The texts that speak: name and purpose, or the names alone where no mention gives a purpose."""
    told = {(m["name_written"], m["purpose_written"]) for m in mentions if (m["purpose_written"] or "").strip()}
    return sorted(told or {(m["name_written"], "") for m in mentions})


def _themes(texts: list[tuple[str, str]]) -> list[Candidate]:
    """Themes by rule; of texts that hold no word that is known, the nearest."""
    coded = [code_themes(name, purpose) for name, purpose in texts]
    return _weighed("theme", [c for c in coded if c.found] or coded, lambda c: c.themes)


def _legal_forms(mentions: list[Mention]) -> list[Candidate]:
    """What each source states, and what names and purposes tell by rule."""
    out: list[Candidate] = []

    def by_rule(said) -> None:
        if said:
            out.append(Candidate("legal_form", said.form, f"rule:{said.rule}", "rule", said.confidence))

    for mention in mentions:
        said = form_written(mention["legal_form_written"]) or form_of_heading(mention["section_written"])
        if said:
            out.append(
                Candidate(
                    "legal_form",
                    said.form,
                    mention["mention_id"],
                    "source",
                    said.confidence,
                    source=mention["source"],
                    hint=said.rule.startswith("legal_form.heading"),
                )
            )
        by_rule(form_in_name(mention["name_written"]))
        if said and said.form in REFINES:
            by_rule(host(mention["name_written"], mention["purpose_written"], said.form == "regeling_zonder_meer"))
    return out or [Candidate("legal_form", UNKNOWN, "rule:legal_form.unknown", "rule", 0.2)]


def _goals(texts: list[tuple[str, str]]) -> list[Candidate]:
    """Goals by rule; unknown where no text tells any."""
    told = [goal(name, purpose, code_themes(name, purpose)) for name, purpose in texts]
    return _weighed("goal", [one for one in told if one.value != NOTHING.value] or [NOTHING], lambda one: (one.value,))


def _weighed(
    attribute: str, telling: Sequence[Coded] | Sequence[Goal], values: Callable[[Any], tuple[str, ...]]
) -> list[Candidate]:
    """A candidate per value that texts tell; its confidence is weighed by the share of the telling texts that tell it,
    so that one budget with a broad purpose, or a sentence more, does not decide for all."""
    out = []
    for value in dict.fromkeys(v for one in telling for v in values(one)):
        tellers = [one for one in telling if value in values(one)]
        best = max(tellers, key=lambda one: (one.confidence, one.rule))
        share = len(tellers) / len(telling)
        sure = round(best.confidence * share, 3)
        out.append(Candidate(attribute, value, f"rule:{best.rule}", "rule", sure, share=share))
    return out
