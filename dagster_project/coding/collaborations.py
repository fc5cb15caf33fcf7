"""The table `coding`: per snapshot and collaboration every candidate value, and which one counts.

Belongs here: which mentions speak for a collaboration and what each of them, the rules and the decisions propose.
Does not belong here: the reading of one text (`themes`, `forms`, `systems`) and the choice among what is proposed
(`candidates`).
"""

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from dagster_project.coding.candidates import Candidate, choose, choose_themes
from dagster_project.coding.decided import decided_candidates
from dagster_project.coding.forms import REFINES, UNKNOWN, form_in_name, form_of_heading, form_written, host
from dagster_project.coding.stated import stated_themes
from dagster_project.coding.systems import goal, obligation, statutory_systems
from dagster_project.coding.themes import code_themes

if TYPE_CHECKING:
    import polars as pl

Mention = dict[str, Any]
NEEDED = (
    "mention_id",
    "snapshot",
    "source",
    "name_written",
    "section_written",
    "legal_form_written",
    "purpose_written",
    "themes_written",
)


def code_collaborations(
    mentions: "pl.DataFrame", links: "pl.DataFrame", decisions: list[dict[str, Any]]
) -> "pl.DataFrame":
    """Code every collaboration that mentions speak of.

    `mentions`: table mention. `links`: table link (mention_id, collaboration_id); mentions without a link are left
    out, for they are of no collaboration yet. `decisions`: rows of table decision, of which the active ones of kind
    attribute and theme are used. Gives table coding, sorted by its key: for legal_form, obligation, goal and, where
    one fits, statutory_system exactly one chosen row; for theme one chosen row per chosen value, one to eight.
    Mentions and decisions of an interim snapshot count for the snapshot that it feeds.
    Raises UnreadableInput for a decision whose value is no code of its seed.
    """
    from dagster_project.workspace.seeds import counts_for
    from dagster_project.workspace.tables import frame_of

    decided = decided_candidates(decisions)
    groups: dict[tuple[int, str], list[Mention]] = defaultdict(list)
    linked = mentions.select(NEEDED).join(
        links.select("mention_id", "collaboration_id"), on="mention_id", how="inner", validate="1:1"
    )
    for mention in linked.sort("mention_id").iter_rows(named=True):
        snapshot = counts_for(mention["source"], mention["snapshot"])
        if snapshot is not None:
            groups[snapshot, mention["collaboration_id"]].append(mention)
    rows = []
    for (snapshot, collaboration_id), own in sorted(groups.items()):
        judged = [c for at in (None, snapshot) for c in decided.get((at, collaboration_id), [])]
        rows += [{"snapshot": snapshot, "collaboration_id": collaboration_id, **row} for row in _coded(own, judged)]
    return frame_of("coding", rows)


def _coded(mentions: list[Mention], decided: list[Candidate]) -> list[dict[str, Any]]:
    names = list(dict.fromkeys(m["name_written"] for m in mentions))
    purposes = list(dict.fromkeys(m["purpose_written"] for m in mentions if (m["purpose_written"] or "").strip()))
    texts = _texts(mentions)
    themes = choose_themes(_themes(texts) + stated_themes(mentions) + _of("theme", decided))
    systems = choose(_systems(names, purposes) + _of("statutory_system", decided))
    system = next((row["value"] for row in systems if row["chosen"]), None)
    by_system = Candidate("obligation", obligation(system), "rule:obligation.system", "rule", 0.9)
    return [
        *themes,
        *systems,
        *choose(_legal_forms(mentions) + _of("legal_form", decided), REFINES),
        *choose([by_system, *_of("obligation", decided)]),
        *choose(_goals(texts) + _of("goal", decided)),
    ]


def _of(attribute: str, candidates: list[Candidate]) -> list[Candidate]:
    return [c for c in candidates if c.attribute == attribute]


def _texts(mentions: list[Mention]) -> list[tuple[str, str]]:
    """The texts that speak: name and purpose, or the names alone where no mention gives a purpose."""
    told = {(m["name_written"], m["purpose_written"]) for m in mentions if (m["purpose_written"] or "").strip()}
    return sorted(told or {(m["name_written"], "") for m in mentions})


def _themes(texts: list[tuple[str, str]]) -> list[Candidate]:
    """Themes by rule; a theme's confidence is weighed by the share of the texts that tell it, so that one budget
    with a broad purpose does not decide for all."""
    coded = [code_themes(name, purpose) for name, purpose in texts]
    telling = [c for c in coded if c.found] or coded
    out = []
    for theme in dict.fromkeys(t for c in telling for t in c.themes):
        tellers = [c for c in telling if theme in c.themes]
        best = max(tellers, key=lambda c: (c.confidence, c.rule))
        share = len(tellers) / len(telling)
        sure = round(best.confidence * share, 3)
        out.append(Candidate("theme", theme, f"rule:{best.rule}", "rule", sure, share=share))
    return out


def _systems(names: list[str], purposes: list[str]) -> list[Candidate]:
    found: dict[str, int] = {}
    for name in names:
        for purpose in purposes or [""]:
            for place, system in enumerate(statutory_systems(name, purpose)):
                found[system] = min(found.get(system, place), place)
    return [
        Candidate("statutory_system", s, f"rule:statutory_system.{s}", "rule", round(0.9 - place * 0.2, 3))
        for s, place in found.items()
    ]


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
    out = []
    for name, purpose in texts:
        value, confidence, rule = goal(name, purpose, code_themes(name, purpose))
        out.append(Candidate("goal", value, f"rule:{rule}", "rule", confidence))
    return out
