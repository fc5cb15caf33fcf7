"""The files of a release that name it: workbook, package descriptor, verdict, texts; and then the seal.

Belongs here: which papers there are. Does not belong here: the tables, which do not know the id of their release.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.release.drawings import write_figures
from dagster_project.release.figures import figure_tables
from dagster_project.release.files import seal, write_datapackage, write_json
from dagster_project.release.metadata import write_metadata
from dagster_project.release.publication import publication_of
from dagster_project.release.texts import Edition, licence, readme
from dagster_project.release.wording import Words
from dagster_project.release.workbook import workbook_of
from dagster_project.site import write_site
from dagster_project.workspace import Workspace
from dagster_project.workspace.workbook import save_workbook

if TYPE_CHECKING:
    import polars as pl


def write_papers(
    folder: Path, release_id: str, snapshot: int, workspace: Workspace, verdict: dict, frames: "dict[str, pl.DataFrame]"
) -> None:
    """Write or overwrite the papers of `release_id` beside its tables, and seal the folder."""
    licences = tuple(sorted(set(frames["delivery"]["licence"].drop_nulls().to_list())))
    publication = publication_of(workspace)
    edition = Edition(release_id, snapshot, workspace.kind, verdict["oordeel"], licences, publication)
    write_json(folder / "kwaliteit.json", verdict)
    terms = publication.licence
    head = {
        "name": "regionale-samenwerkingsverbanden",
        "title": edition.title,
        "version": release_id,
        "description": (edition.warning + " " if edition.warning else "") + "Zie LEESMIJ.md.",
        "homepage": publication.address,
        "licenses": [{"name": terms.code, "title": terms.name, "path": terms.text}],
        "contributors": [
            {"title": publication.publisher, "path": publication.publisher_identifier, "roles": ["publisher"]},
            {"title": publication.contact, "email": publication.email, "roles": ["contact"]},
        ],
    }
    write_datapackage(folder, list(frames), head)
    write_figures(folder, edition, figure_tables(frames, Words.of(frames)))
    save_workbook(workbook_of(edition, frames, verdict), folder / edition.workbook_name)
    provenance = json.loads((folder / "herkomst.json").read_text(encoding="utf-8"))
    write_metadata(folder, edition, frames, verdict, provenance)
    (folder / "LEESMIJ.md").write_text(readme(edition), encoding="utf-8")
    (folder / "LICENSE").write_text(licence(edition), encoding="utf-8")
    write_site(folder, folder / "site")
    seal(folder)
