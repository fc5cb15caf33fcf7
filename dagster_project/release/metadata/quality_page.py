"""`kwaliteit.html`: the verdict and what the figures are worth, by the headings of the European Statistical System.

One page without script or network. Does not belong here: the verdict (`quality`), the indicators (`uncertainty`).
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster_project.dictionary import dutch
from dagster_project.release.texts import Edition, day_in_dutch, published_by
from dagster_project.release.wording import Words
from dagster_project.release.workbook.summaries import break_rows
from dagster_project.uncertainty import in_dutch

if TYPE_CHECKING:
    import polars as pl

TEMPLATES = Path(__file__).parent / "templates"
_ACCURACY = ("over_coverage", "unit_non_response", "item_non_response")


def quality_page(edition: Edition, verdict: dict[str, Any], frames: "dict[str, pl.DataFrame]") -> str:
    """The page as HTML; `verdict` is what `kwaliteit.json` holds."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True)
    years = sorted(frames["quality_indicator"]["snapshot"].unique().to_list())
    indicators = _indicators(frames, years)
    publication = edition.publication
    return environment.get_template("kwaliteit.html").render(
        css=_css(),
        years=years,
        edition=edition,
        verdict={"opmerkingen": [], "ontheffingen": [], "foutmarges": [], **verdict},
        accuracy=[r for r in indicators if r["code"] in _ACCURACY],
        revision=[r for r in indicators if r["code"] == "revision"],
        comparability=[r for r in indicators if r["code"] == "comparable_length"],
        timeliness=_timeliness(edition, frames),
        embargo=publication.embargo_until and day_in_dutch(publication.embargo_until),
        breaks=break_rows(frames),
        published=published_by(edition),
        summary=list(verdict.get("samenvatting", {}).items()),
        suites=[
            {"name": dutch(s["reeks"], "suite"), "question": s.get("vraag"), "rows": s["verwachtingen"]}
            for s in verdict.get("reeksen", ())
        ],
        failed=dutch("failed", "outcome"),
    )


def _css() -> Any:
    from markupsafe import Markup

    return Markup((TEMPLATES / "kwaliteit.css").read_text(encoding="utf-8"))  # our own file: nothing to escape in it


def _indicators(frames: "dict[str, pl.DataFrame]", years: list[int]) -> list[dict[str, Any]]:
    """A row per indicator and what it is of, with its value in each year."""
    words = Words.of(frames)
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for r in frames["quality_indicator"].sort("indicator", "group", "snapshot").iter_rows(named=True):
        row = rows.setdefault(
            (r["indicator"], r["group"]),
            {
                "code": r["indicator"],
                "indicator": dutch(r["indicator"], "indicator"),
                "group": words.subject(r["group"]),
                "by_year": dict.fromkeys(years, ""),
                "unit": dutch(r["unit"], "indicator_unit"),
                "meaning": r["meaning_nl"],
            },
        )
        decimals = 1 if r["unit"] == "percent" else 0
        row["by_year"][r["snapshot"]] = "–" if r["value"] is None else in_dutch(r["value"], decimals)
    return list(rows.values())


def _timeliness(edition: Edition, frames: "dict[str, pl.DataFrame]") -> list[dict[str, Any]]:
    """A row per snapshot that has figures."""
    there = set(frames["figure"]["snapshot"].to_list())
    published = edition.publication.published_on
    return [
        {
            "snapshot": snapshot,
            "reference": day_in_dutch(reference),
            "published": day_in_dutch(published),
            "days": in_dutch((published - reference).days),
        }
        for snapshot, reference in frames["snapshot"].select("snapshot", "reference_date").sort("snapshot").iter_rows()
        if snapshot in there
    ]
