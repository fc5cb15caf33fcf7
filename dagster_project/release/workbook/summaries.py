"""The rows of sheets that sum up: headline figures, the verdict, the criteria, the breaks.

Belongs here: what is made for a reader from several tables. Does not belong here: rows that a table has as they stand.
"""

from collections import Counter
from typing import TYPE_CHECKING, Any

from dagster_project.dictionary import dutch

if TYPE_CHECKING:
    import polars as pl

HEADLINES = ("total", "legal_form_group", "independent_share", "mean_collaborations", "with_at_least_one")
HEADLINES += ("with_ministry", "with_ministry_share", "with_several_non_government_share", "mean_municipalities")
"""The figures that a reader asks for first, in the order of the article."""


def headline_rows(cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The cells of the newest snapshot of the headline figures; `cells` as `figure_rows` gives them."""
    newest = max((c["snapshot"] for c in cells), default=None)
    return [c for c in cells if c["figure"] in HEADLINES and c["snapshot"] == newest]


def verdict_rows(verdict: dict[str, Any]) -> list[dict[str, Any]]:
    """The verdict with its caveats, margins of error, waivers and counts; `verdict` is what `kwaliteit.json` holds."""

    def row(subject: str, said: str, amount: Any = None, ground: str | None = None) -> dict[str, Any]:
        return {"subject": subject, "said": said, "amount": amount, "ground": ground}

    rows = [row("Oordeel", verdict["oordeel"])]
    if verdict.get("markering"):
        rows.append(row("Markering", verdict["markering"]))
    rows += [row("Voorbehoud", said) for said in verdict.get("opmerkingen", ())]
    rows += [
        row(f"Foutmarge, peiling {m['peiling']}", m["fout"], m["marge"], m.get("bron"))
        for m in verdict.get("foutmarges", ())
    ]
    rows += [
        row("Ontheffing", f"{w['verwachting']}, tot {w['einddatum']}: {w['reden']}", None, w["rol"])
        for w in verdict.get("ontheffingen", ())
    ]
    return rows + [row("Verwachtingen", said, number) for said, number in verdict.get("samenvatting", {}).items()]


def criteria_rows(frames: "dict[str, pl.DataFrame]") -> list[dict[str, Any]]:
    """Each criterion of the definition in force at each snapshot, explained, and how it was answered there."""
    answers: Counter = Counter()
    for r in frames["criterion"].iter_rows(named=True):
        key = (r["snapshot"], r["definition"], r["criterion"])
        answers[(*key, r["met"])] += 1
        answers[(*key, "presumed")] += r["basis"] == "presumed"
    there = {key[:2] for key in answers}
    snapshots = frames["snapshot"].filter(frames["snapshot"]["role"] == "published").sort("snapshot", descending=True)
    return [
        {
            "snapshot": snapshot,
            "definition": definition,
            "criterion": dutch(rule["criterion"], "criterion"),
            "label_nl": rule["label_nl"],
            "explained": dutch(rule["criterion"], "criterion_explained"),
            **{
                met: answers[snapshot, definition, rule["criterion"], met]
                for met in ("yes", "no", "unknown", "presumed")
            },
        }
        for snapshot, definition in snapshots.select("snapshot", "definition").iter_rows()
        if (snapshot, definition) in there
        for rule in frames["definition"].iter_rows(named=True)
        if rule["definition"] == definition
    ]


def break_rows(frames: "dict[str, pl.DataFrame]") -> list[dict[str, Any]]:
    """The declared breaks in Dutch, in the order of their codes."""
    return [
        {**r, "changed_nl": dutch(r["break_id"], "series_break")}
        for r in frames["series_break"].sort("break_id").iter_rows(named=True)
    ]
