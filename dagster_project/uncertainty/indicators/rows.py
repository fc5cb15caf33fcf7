"""The rows of `quality_indicator`: the quality and performance indicators of the European Statistical System.

Belongs here: over-coverage, unit and item non-response, revision and the length of comparable series, from the tables
of a run. Does not belong here: how many are too many, which is for expectations and people.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from dagster_project.workspace import Workspace, read_table
from dagster_project.workspace.seeds import read_seed

Row = dict[str, Any]
ALL = "all"
ITEMS = {
    "legal_form": lambda row: row["legal_form"] in (None, "onbekend"),
    "seat": lambda row: row["seat"] is None,
    "purpose": lambda row: row["purpose"] is None,
    "goal": lambda row: row["goal"] in (None, "unknown"),
    "obligation": lambda row: row["obligation"] in (None, "unknown"),
    "ministry_status": lambda row: row["ministry_status"] in (None, "unknown"),
}
"""Attributes that a source should tell, and whether a collaboration lacks it."""
RECEIVED = ("received", "empty")
"""A budget without any party was answered all the same."""


def quality_indicators(workspace: Workspace) -> Iterator[Row]:
    """Every indicator by snapshot and group."""
    collaborations = read_table(workspace, "collaboration").to_dicts()
    yield from _over_coverage(collaborations)
    yield from _unit_non_response(workspace)
    yield from _item_non_response(workspace, collaborations)
    yield from _revision(workspace)
    yield from _comparable(workspace)


def _over_coverage(collaborations: list[Row]) -> Iterator[Row]:
    there = Counter(r["snapshot"] for r in collaborations)
    outside = Counter(r["snapshot"] for r in collaborations if not r["meets_definition"])
    for snapshot, number in sorted(there.items()):
        said = "Samenwerkingsverbanden die bronnen noemen en die niet aan de definitie voldoen."
        yield _share("over_coverage", snapshot, ALL, outside[snapshot], number, said)


def _unit_non_response(workspace: Workspace) -> Iterator[Row]:
    asked, silent = Counter(), Counter()
    for row in read_table(workspace, "frame").iter_rows(named=True):
        # Of a body of which nobody knows whether it was asked, nobody knows whether it kept silent.
        if row["asked"] and row["kind"]:
            asked["survey", row["snapshot"], row["kind"]] += 1
            silent["survey", row["snapshot"], row["kind"]] += not row["responded"]
    for row in read_table(workspace, "expected_delivery").filter(source="budget").iter_rows(named=True):
        if row["kind"]:
            asked["budget", row["snapshot"], row["kind"]] += 1
            silent["budget", row["snapshot"], row["kind"]] += row["status"] not in RECEIVED
    words = {
        "survey": "Gevraagde organisaties die de enquête niet beantwoordden.",
        "budget": "Organisaties waarvan de begroting is verwacht en niet ontvangen.",
    }
    for (source, snapshot, kind), number in sorted(asked.items()):
        group = f"{source} {kind}"
        yield _share("unit_non_response", snapshot, group, silent[source, snapshot, kind], number, words[source])


def _item_non_response(workspace: Workspace, collaborations: list[Row]) -> Iterator[Row]:
    counted: dict[int, list[Row]] = defaultdict(list)
    for row in collaborations:
        if row["meets_definition"]:
            counted[row["snapshot"]].append(row)
    themed = set(read_table(workspace, "theme").select("snapshot", "collaboration_id").iter_rows())
    said = "Getelde samenwerkingsverbanden waarvan geen bron dit gegeven zegt."
    for snapshot, rows in sorted(counted.items()):
        for attribute, lacks in ITEMS.items():
            yield _share("item_non_response", snapshot, attribute, sum(map(lacks, rows)), len(rows), said)
        lacking = sum((snapshot, r["collaboration_id"]) not in themed for r in rows)
        yield _share("item_non_response", snapshot, "theme", lacking, len(rows), said)


def _revision(workspace: Workspace) -> Iterator[Row]:
    """Only where something was restated: that nothing was is no row, so that a release made again is the same."""
    changed = Counter(read_table(workspace, "restated_cell")["snapshot"].to_list())
    cells = Counter(read_table(workspace, "figure")["snapshot"].to_list())
    said = "Cellen van de vorige uitgave die sindsdien zijn veranderd, als deel van alle cellen van de peiling."
    for snapshot, number in sorted(changed.items()):
        yield _share("revision", snapshot, ALL, number, max(number, cells[snapshot]), said)


def _comparable(workspace: Workspace) -> Iterator[Row]:
    """Per figure the number of successive snapshots, to the last one, without a break between them."""
    breaks: dict[str, dict[int, int]] = defaultdict(dict)
    for row in read_table(workspace, "figure").iter_rows(named=True):
        if row["obs_status"] not in ("O", "M"):
            at = breaks[row["figure"]]
            at[row["snapshot"]] = max(at.get(row["snapshot"], 0), len(row["break_ids"]))
    order = read_seed("figure_definition")["figure"].to_list()
    for figure in (f for f in order if f in breaks):
        length = 0
        for snapshot in sorted(breaks[figure], reverse=True):
            length += 1
            if breaks[figure][snapshot]:
                break
        yield {
            "indicator": "comparable_length",
            "snapshot": max(breaks[figure]),
            "group": figure,
            "numerator": float(length),
            "denominator": None,
            "value": float(length),
            "unit": "snapshots",
            "meaning_nl": "Opeenvolgende peilingen tot en met deze die zonder reeksbreuk te vergelijken zijn.",
        }


def _share(indicator: str, snapshot: int, group: str, part: int, whole: int, meaning: str) -> Row:
    return {
        "indicator": indicator,
        "snapshot": snapshot,
        "group": group,
        "numerator": float(part),
        "denominator": float(whole),
        "value": 100 * part / whole if whole else None,
        "unit": "percent",
        "meaning_nl": meaning,
    }
