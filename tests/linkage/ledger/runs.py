"""Runs over a workspace whose clusters are told, so that a test can join and part them at will."""

import datetime

import polars as pl

from dagster_project.decisions import add_decisions
from dagster_project.dictionary import table
from dagster_project.linkage import identities, mint
from dagster_project.release.published import identity_changes
from dagster_project.workspace import Workspace, frame_of
from dagster_project.workspace.releases import TABLES
from dagster_project.workspace.tables import write_parquet
from tests.organisations.making import mention

NAMES = {
    "a": "Recreatieschap Zwarte Berk", "b": "Recreatieschap Berk Oost", "c": "Havenschap Gele Klif", "d": "Sociaal",
    "e": "Regio Blauw", "f": "Veiligheid Noord", "g": "Regio Blauw", "h": "Waterlab",
}  # fmt: skip


def rows_of(*clusters: str) -> list[dict]:
    """A mention per letter."""
    return [
        mention(mention_id=m, delivery_id=f"d-{m}", name_written=NAMES[m], reporting_organisation_id="gm0106")
        for m in sorted("".join(clusters))
    ]


def run(workspace: Workspace, *clusters: str, rows: list[dict] | None = None) -> tuple[dict[str, str], pl.DataFrame]:
    """Mentions to ids, and the table `collaboration_identity`, of a run that made these clusters of letters."""
    frame = frame_of("mention", rows_of(*clusters) if rows is None else rows)
    numbered = sorted((min(c), c) for c in clusters)
    links = pl.DataFrame(
        [(m, number, 1.0, "model") for number, (_, c) in enumerate(numbered) for m in c],
        schema={"mention_id": pl.String, "cluster": pl.Int64, "weight": pl.Float64, "basis": pl.String},
        orient="row",
    )
    linked, identity = identities(workspace, links, frame)
    return dict(linked.select("mention_id", "collaboration_id").iter_rows()), identity


def released(workspace: Workspace, release_id: str, *clusters: str) -> dict[str, str]:
    ids, identity = run(workspace, *clusters)
    mint(workspace, identity, release_id)
    return ids


def decide(workspace: Workspace, kind: str, target: str, **more) -> None:
    row = {
        "decided_on": datetime.date(2025, 2, 1), "role": "beleidsmedewerker", "reviewer": "BZK-07", "kind": kind,
        "target": target, "reason": "zelfde regeling", **more,
    }  # fmt: skip
    add_decisions(workspace, None, "links", [row])


def ledger_files(workspace: Workspace) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in workspace.ledger.glob("*.csv")}


def published(workspace: Workspace, release_id: str, *clusters: str) -> dict[str, str]:
    """As `released`, with a release on disk that holds the ids and all changes of them."""
    ids, identity = run(workspace, *clusters)
    mint(workspace, identity, release_id)
    tables = {"collaboration_identity": identity, "identity_change": identity_changes(workspace)}
    for name, frame in tables.items():
        path = workspace.releases / release_id / TABLES / f"{name}.parquet"
        write_parquet(frame, path, table(name).key)
    return ids
