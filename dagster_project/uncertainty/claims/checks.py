"""The rows of `claim_check` and `published_comparison`.

Belongs here: the tables. Does not belong here: the rules (`rules`, `twice`).
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from dagster_project.uncertainty.claims.book import Book
from dagster_project.uncertainty.claims.model import all_claims, as_printed
from dagster_project.uncertainty.claims.rules import checks_within
from dagster_project.uncertainty.claims.twice import stated_twice
from dagster_project.workspace import Workspace, read_table
from dagster_project.workspace.seeds import read_seed

Row = dict[str, Any]


def claim_checks() -> Iterator[Row]:
    """What every rule says of every publication; an inconsistency that is known is named where it is found."""
    claims, by_publication = all_claims(), defaultdict(list)
    for claim in claims:
        by_publication[claim.publication].append(claim)
    known = {r["inconsistency_id"]: set(_listed(r["claims"])) for r in read_seed("article_inconsistency").to_dicts()}
    within = [check for name, some in sorted(by_publication.items()) for check in checks_within(Book(name, some))]
    for check in [*stated_twice(claims), *within]:
        ids = [c.claim_id for c in check.claims]
        found = [i for i, wanted in known.items() if wanted and wanted <= set(ids) and check.outcome != "holds"]
        yield {
            "rule": check.rule,
            "check_id": check.check_id,
            "claim_ids": sorted(set(ids)),
            "stated": check.stated,
            "follows": check.follows,
            "outcome": check.outcome,
            "inconsistency_ids": sorted(found, key=lambda i: (len(i), i)),
        }


def _listed(text: str | None) -> list[str]:
    return [part.strip() for part in (text or "").split(";") if part.strip()]


def published_comparisons(workspace: Workspace) -> Iterator[Row]:
    """Our cells beside what publications printed of the same; nothing where the data are not of the country."""
    if workspace.kind != "real":
        return
    decimals = dict(read_seed("figure_definition").select("figure", "decimals").iter_rows())
    cells = {(c["figure"], c["snapshot"], c["category"]): c for c in read_table(workspace, "figure").to_dicts()}
    stated = [r for r in read_seed("published_figure").to_dicts() if r["figure"] in decimals]
    newest: dict[tuple, str] = {}
    for row in stated:
        key = (row["figure"], row["snapshot"], row["category"])
        newest[key] = max(newest.get(key, ""), row["published_on"])
    for row in stated:
        key = (row["figure"], row["snapshot"], row["category"])
        value = cells[key]["value"] if key in cells else None
        _, printed = as_printed(row["value"], row["unit"])
        yield {
            "publication": row["publication"],
            "published_on": row["published_on"],
            **dict(zip(("figure", "snapshot", "category"), key, strict=True)),
            "stated": row["value"],
            "least": printed.least,
            "most": printed.most,
            "value": value,
            "outcome": _beside(value, printed, decimals[row["figure"]]),
            "newest": row["published_on"] == newest[key],
        }


def _beside(value: float | None, printed, decimals: int) -> str:
    if value is None:
        return "missing"
    rounded = float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))
    return "equal" if printed.least <= value <= printed.most or rounded == printed.printed else "differs"
