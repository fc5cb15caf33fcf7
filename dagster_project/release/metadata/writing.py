"""Writes what a release says of itself: which files, from what. What they say is in the module of each."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dagster_project.dictionary import table
from dagster_project.release.metadata.catalogue import catalogue
from dagster_project.release.metadata.citation import citation
from dagster_project.release.metadata.csvw import NAME, csvw
from dagster_project.release.metadata.origin import origin
from dagster_project.release.metadata.quality_page import quality_page
from dagster_project.release.metadata.sdmx import codes, observations
from dagster_project.release.texts import Edition
from dagster_project.workspace.releases import TABLES

if TYPE_CHECKING:
    import polars as pl

SDMX, SDMX_CODES = "cijfers.sdmx.csv", "cijfers-codes.csv"


def write_metadata(
    folder: Path,
    edition: Edition,
    frames: "dict[str, pl.DataFrame]",
    verdict: dict[str, Any],
    provenance: dict[str, Any],
) -> None:
    """Write or overwrite them below `folder`, which has its tables, workbook and `datapackage.json`."""
    publication = edition.publication
    group = csvw([table(n) for n in frames], edition.title, publication.licence.text, publication.publisher_identifier)
    deliveries = frames["delivery"].sort("delivery_id").to_dicts()
    there = set(frames["figure"]["snapshot"].to_list())
    days = frames["snapshot"].select("snapshot", "reference_date").iter_rows()
    texts = {
        f"{TABLES}/{NAME}": json.dumps(group, ensure_ascii=False, indent=1) + "\n",
        SDMX: observations(frames),
        SDMX_CODES: codes(frames),
        "CITATION.cff": citation(edition),
        "herkomst.ttl": origin(folder, edition, provenance, deliveries),
        "kwaliteit.html": quality_page(edition, verdict, frames),
    }
    for name, said in texts.items():
        (folder / name).write_text(said, encoding="utf-8")
    said = catalogue(folder, edition, {s: d for s, d in days if s in there}, deliveries, SDMX)
    (folder / "dcat.ttl").write_text(said, encoding="utf-8")
