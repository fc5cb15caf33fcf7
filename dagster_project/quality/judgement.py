"""The verdict on a run in the words of BZK: what `kwaliteit.json` says."""

from collections.abc import Iterable, Mapping
from typing import Any

from dagster_project.dictionary import code_lists, dutch, table
from dagster_project.quality.changes import changed_since
from dagster_project.quality.declaration import SUITES, declared, question_of
from dagster_project.quality.gate import blocking
from dagster_project.quality.waivers import holding
from dagster_project.workspace import Workspace, read_table
from dagster_project.workspace.marking import marker, warning
from dagster_project.workspace.seeds import read_seed
from dagster_project.workspace.tables import files_of

NOTES = (
    "Rijksdeelname en beleidsterreinen (figuren 7 tot en met 10) rusten op een eerste, eenvoudige codering met regels; "
    "mensen hebben die nog niet geheel nagekeken.",
)
UNMEASURED = (
    "De foutmarges hieronder zijn schattingen uit de publicatie van 2025; deze uitgave heeft ze nog niet zelf gemeten."
)
MEASURED = (
    "Bij de foutmarges hieronder staat wat een blinde steekproef voor deze uitgave heeft gemeten; de andere zijn "
    "schattingen uit de publicatie van 2025."
)
# What the article had to estimate by hand; the names are those of the seed published_figure.
MARGINS = {
    "duplicate_share": "Dubbel getelde samenwerkingsverbanden",
    "theme_coding_error": "Fouten in de codering van beleidsterreinen",
    "participation_coding_error": "Fouten in de codering van deelname door Rijk en niet-overheid",
}


def verdict(rows: Iterable[Mapping[str, Any]], workspace: Workspace, release_id: str | None = None) -> dict[str, Any]:
    """The verdict as plain values, keys and texts in Dutch, in the order of the suites.

    `oordeel` is goedgekeurd, goedgekeurd met ontheffingen or afgekeurd. Warnings do not change it, but are told.
    """
    rows, measured = list(rows), _measured(workspace)
    return {
        "uitgave": release_id,
        "oordeel": _judgement(rows),
        "soort_data": workspace.kind,
        "voorbeelddata": workspace.kind != "real",
        "markering": _marking(workspace.kind),
        "samenvatting": _summary(rows),
        "reeksen": [_suite(suite, rows) for suite in SUITES if any(r["suite"] == suite for r in rows)],
        "ontheffingen": _waivers(rows, workspace),
        "sinds_vorige_uitgave": changed_since(rows, workspace, release_id),
        "opmerkingen": [*NOTES, MEASURED if measured else UNMEASURED],
        "foutmarges": [*_margins(), *measured],
    }


def _marking(kind: str) -> str | None:
    return f"{marker(kind)}: {warning(kind)}" if marker(kind) else None


def _judgement(rows: list[Mapping[str, Any]]) -> str:
    if blocking(rows) or not rows:
        return "afgekeurd"
    return "goedgekeurd met ontheffingen" if any(r["outcome"] == "waived" for r in rows) else "goedgekeurd"


def _summary(rows: list[Mapping[str, Any]]) -> dict[str, int]:
    count = {said: sum(r["outcome"] == o for r in rows) for o, said in code_lists()["outcome"].items()}
    warned = sum(r["outcome"] == "failed" and r["severity"] == "warning" for r in rows)
    return {"verwachtingen": len(rows), **count, "waarvan waarschuwingen": warned}


def _suite(suite: str, rows: list[Mapping[str, Any]]) -> dict[str, Any]:
    of_suite = sorted((r for r in rows if r["suite"] == suite), key=lambda r: r["expectation_id"])
    return {
        "reeks": suite,
        "vraag": question_of(suite),
        "verwachtingen": [_expectation(r) for r in of_suite],
    }


def _expectation(row: Mapping[str, Any]) -> dict[str, Any]:
    declaration = next(e for e in declared() if e.id == row["expectation_id"])
    return {
        "verwachting": row["expectation_id"],
        "eis": declaration.eis,
        "waarom": declaration.waarom,
        "ernst": dutch(row["severity"], "severity"),
        "uitkomst": dutch(row["outcome"], "outcome"),
        "tabel": row["row_table"],
        "waargenomen": row["observed"],
        "grens": row["threshold"],
        "bekeken_rijen": row["looked_at"],
        "aantal_rijen": row["failing_count"],
        "rijen": list(row["failing_keys"]),
        "eigenaar": row["owner"],
        "ontheffing": row["waiver_id"],
    }


def _waivers(rows: list[Mapping[str, Any]], workspace: Workspace) -> list[dict[str, Any]]:
    """Each waiver that has not ended, also one that covers nothing: it should be let go."""
    used = {r["waiver_id"] for r in rows}
    return [
        {
            "besluit": d["decision_id"],
            "verwachting": d["target"],
            "rol": d["role"],
            "reden": d["reason"],
            "einddatum": d["ends_on"].isoformat(),
            "gebruikt": d["decision_id"] in used,
        }
        for d in holding(workspace)
    ]


def _margins() -> list[dict[str, Any]]:
    stated = {r["figure"]: r for r in read_seed("published_figure").iter_rows(named=True) if r["figure"] in MARGINS}
    return [
        {
            "fout": label,
            "marge": f"{stated[f]['value']} procent",
            "peiling": stated[f]["snapshot"],
            "bron": stated[f]["publication"],
        }
        for f, label in MARGINS.items()
    ]


def _measured(workspace: Workspace) -> list[dict[str, Any]]:
    """What the blind samples of this run measured, over all strata."""
    found = read_table(workspace, "error_rate").to_dicts() if files_of(workspace, "error_rate") else []
    whole = [r for r in found if r["stratum"] == "all" and r["direction"] == "any" and r["rate"] is not None]
    return [
        {
            "fout": f"Fouten in {table('error_rate').column('attribute').label_nl.lower()} {r['attribute']}",
            "marge": f"{r['lower']:.1f} tot {r['upper']:.1f} procent".replace(".", ","),
            "peiling": r["snapshot"],
            "bron": f"blinde steekproef {r['sample_id']}, {r['sampled']} bekeken",
        }
        for r in whole
    ]
