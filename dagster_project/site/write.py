"""Writes the site of a release: which pages there are, and in which order.

Belongs here: what each list shows, and that every page is written. Does not belong here: what stands on the page of one
thing (the module of that thing).
"""

import json
import shutil
from pathlib import Path
from typing import Any

from dagster_project.dictionary import code_lists
from dagster_project.site.collaborations import Collaboration, CollaborationPages, collaborations_of
from dagster_project.site.documents import DocumentPages
from dagster_project.site.drawings import chart_of
from dagster_project.site.figures import Figure, figures_of
from dagster_project.site.map import SIDE, maps_of
from dagster_project.site.members import Numbers, packed_members
from dagster_project.site.organisations import OrganisationPages
from dagster_project.site.readings import Readings
from dagster_project.site.rendering import Site
from dagster_project.site.tables import ReleaseTables, Row
from dagster_project.site.words import Words, cell_address, in_dutch
from dagster_project.workspace.errors import WrongUse
from dagster_project.workspace.marking import marker, warning

CHANGES = "wijzigingen.html"
"""The page of a release that says what changed since the one before; it lies beside `site/`."""


def write_site(release: Path, out: Path) -> int:
    """Write the site of the release folder to `out`, which must be new, empty or an earlier site; gives how many pages.

    The same release gives the same bytes. Raises WrongUse for a folder that is no release, or an `out` that holds
    something else.
    """
    tables = ReleaseTables(release)
    _make_empty(out)
    words = Words(tables)
    kind = tables.verdict.get("soort_data", "real")
    site = Site(out, release_id=tables.release_id, mark=marker(kind), warning=warning(kind))
    figures = figures_of(tables, words)
    collaborations = collaborations_of(tables)
    _write_figures(site, figures)
    _write_collaborations(site, tables, words, collaborations)
    organisations = _write_organisations(site, tables, words)
    documents = _write_documents(site, tables, words)
    _write_data(site, tables, words, figures, collaborations, organisations, documents)
    maps = maps_of(tables, words, organisations.count)
    site.page("kaart.html", "kaart.html", maps=maps, side=SIDE)
    _write_verdict(site, tables, figures)
    _write_changes(site, tables, words)
    site.page("zoeken.html", "zoeken.html")
    headline = [f for f in figures if f.id in ("total", "mean_collaborations", "independent_share")]
    numbers = (len(collaborations), len(organisations.ids), len(documents.deliveries))
    site.page(
        "index.html", "index.html", figures=figures, headline=headline, snapshots=tables.snapshots,
        verdict=tables.verdict, notice=tables.notice, numbers=numbers,
    )  # fmt: skip
    return sum(1 for _ in out.rglob("*.html"))


def _make_empty(out: Path) -> None:
    if out.exists() and any(out.iterdir()) and not (out / "vast" / "site.css").is_file():
        raise WrongUse("this folder holds something else than a site", out, "name a folder that does not exist yet")
    shutil.rmtree(out, ignore_errors=True)


def _write_figures(site: Site, figures: list[Figure]) -> None:
    site.page("figuren.html", "figuren.html", figures=figures)
    for figure in figures:
        site.page(f"figuur/{figure.id}.html", "figuur.html", figure=figure, chart=chart_of(figure))
        for cell in figure.cells.values():
            site.page(cell_address(cell), "cel.html", figure=figure, cell=cell)


def _write_collaborations(
    site: Site, tables: ReleaseTables, words: Words, collaborations: dict[str, Collaboration]
) -> None:
    pages = CollaborationPages(tables, words)
    for id_, one in collaborations.items():
        site.page(f"samenwerkingsverband/{id_}.html", "samenwerkingsverband.html", **pages.shown(one))
    listed = [
        {
            "id": id_,
            "name": words.collaboration(id_),
            "seat": next((r["seat"] for r in reversed(one.by_snapshot.values()) if r["seat"]), ""),
            "counts": [
                ("ja" if one.by_snapshot[s]["meets_definition"] else "nee") if s in one.by_snapshot else "–"
                for s in tables.snapshots
            ],
        }
        for id_, one in collaborations.items()
    ]
    listed.sort(key=lambda r: (r["name"].casefold(), r["id"]))
    site.page("samenwerkingsverbanden.html", "samenwerkingsverbanden.html", rows=listed, snapshots=tables.snapshots)


def _write_organisations(site: Site, tables: ReleaseTables, words: Words) -> OrganisationPages:
    pages = OrganisationPages(tables, words)
    for id_ in pages.ids:
        site.page(f"organisatie/{id_}.html", "organisatie.html", **pages.shown(id_))
    listed = [
        {
            "id": id_,
            "name": words.organisation(id_),
            "kind": pages.kind(id_),
            "counts": [pages.count(id_, s) for s in tables.snapshots],
        }
        for id_ in pages.ids
    ]
    listed.sort(key=lambda r: (r["name"].casefold(), r["id"]))
    site.page("organisaties.html", "organisaties.html", rows=listed, snapshots=tables.snapshots)
    return pages


def _write_documents(site: Site, tables: ReleaseTables, words: Words) -> DocumentPages:
    pages = DocumentPages(tables, words)
    for id_ in pages.deliveries:
        site.page(f"document/{id_}.html", "document.html", **pages.shown(id_))
    readings = [values for id_ in pages.deliveries for values in pages.values(id_)]
    texts = Readings(pages.labels, (value for values in readings for _, value in values))
    site.file("data/teksten.js", texts.texts())
    for id_ in pages.deliveries:
        if pages.count(id_):
            site.file(f"data/gelezen/{id_}.js", texts.document(pages.values(id_)))
    listed = [
        {**d, "source_nl": in_dutch(d["source"], "source"), "count": pages.count(id_)}
        for id_, d in pages.deliveries.items()
    ]
    listed.sort(key=lambda d: (d["file_name"], d["delivery_id"]))
    refused = [
        {**r, "reason_nl": in_dutch(r["reason"], "refusal_reason")}
        for r in tables.rows("refusal")
        if not r["delivery_id"]
    ]
    site.page("documenten.html", "documenten.html", rows=listed, refused=refused)
    return pages


def _write_data(
    site: Site,
    tables: ReleaseTables,
    words: Words,
    figures: list[Figure],
    collaborations: dict[str, Collaboration],
    organisations: OrganisationPages,
    documents: DocumentPages,
) -> None:
    """What the script of the pages reads: names, members and the index of the search. As scripts, for a page from disk
    may fetch nothing else."""
    themes = sorted(words.themes)
    names = {
        "collaboration": [[id_, words.collaboration(id_)] for id_ in collaborations],
        "organisation": [[id_, words.organisation(id_)] for id_ in organisations.ids],
        "theme": [[id_, words.themes[id_]] for id_ in themes],
        "figure": [[f.id, f.title] for f in figures if f.has_members],
        "category": dict(sorted({c["category"]: c["label"] for f in figures for c in f.cells.values()}.items())),
    }
    site.file("data/namen.js", f"LAPPENDEKEN.namen({_json(names)});\n")
    numbers = Numbers(collaborations, organisations.ids, themes)
    for figure, text in packed_members(tables.rows("figure_member"), numbers).items():
        site.file(f"data/leden/{figure}.js", text)
    entries = [["s", id_, words.collaboration(id_), _other_names(one)] for id_, one in collaborations.items()]
    entries += [["o", id_, words.organisation(id_), organisations.kind(id_)] for id_ in organisations.ids]
    entries += [["d", id_, d["file_name"], d["sha256"]] for id_, d in documents.deliveries.items()]
    site.file("data/zoek.js", f"LAPPENDEKEN.zoek({_json(entries)});\n")


def _other_names(one: Collaboration) -> str:
    """Every other name that a source or snapshot gives it, for the search."""
    last = next(reversed(one.by_snapshot.values()))["name"]
    written = {m["name_written"] for m in one.mentions} | {r["name"] for r in one.by_snapshot.values()}
    return " | ".join(sorted(written - {last}))


def _write_verdict(site: Site, tables: ReleaseTables, figures: list[Figure]) -> None:
    verdict = tables.verdict
    suites = [
        {
            "name": in_dutch(suite["reeks"], "suite"),
            "rows": suite["verwachtingen"],
            "failed": [v for v in suite["verwachtingen"] if v["uitkomst"] != "gehaald"],
        }
        for suite in verdict.get("reeksen", [])
    ]
    broken = code_lists().get("series_break", {})
    ids = sorted({id_ for f in figures for c in f.cells.values() for id_, _ in c["breaks"]})
    site.page(
        "oordeel.html", "oordeel.html", verdict=verdict, suites=suites, breaks=[(i, broken.get(i, "")) for i in ids]
    )


def _write_changes(site: Site, tables: ReleaseTables, words: Words) -> None:
    flows = [r for r in tables.rows("stock_flow") if r["legal_form_group"] == "all"]
    labels = {r["figure"]: r["label_nl"] for r in tables.rows("figure_definition")}
    restated = [
        {**r, "title": labels.get(r["figure"], r["figure"]), "label": words.category(r["category"])}
        for r in tables.rows("restated_cell")
    ]
    moved = [_moved(r) for r in tables.rows("identity_change")]
    site.page(
        "wijzigingen.html", "wijzigingen.html", flows=flows, restated=restated, moved=moved, notice=tables.notice,
        compared=(tables.folder / CHANGES).is_file(),
    )  # fmt: skip


def _moved(row: Row) -> dict[str, Any]:
    return {name: ", ".join(value) if isinstance(value, list) else value for name, value in row.items()}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
