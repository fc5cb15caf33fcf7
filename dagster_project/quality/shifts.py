"""How shares of forms, themes, ministries and the like moved between snapshots: the rows of `share_shift`.

Belongs here: the shares of each class in two snapshots, per source and over all, and how likely so large a move is by
chance. Does not belong here: how much of a move is too much, and what counts as chance, which
`expectations/comparability.yml` says.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any

from dagster_project.workspace import Workspace, read_table
from dagster_project.workspace.seeds import read_seed

Row = dict[str, Any]
Told = dict[tuple[int, str], list[frozenset[str]]]
"""Snapshot and source to the classes of each unit of which the attribute is known."""

ALL = "all"
LEAST = 20
"""Units that both snapshots need: with fewer, no move within the bounds of the expectation is told from chance."""
_UNKNOWN = {"unknown", "onbekend", None}
_SIZES = ((2, "up to 2"), (5, "3 to 5"), (10, "6 to 10"), (20, "11 to 20"))


def share_shifts(workspace: Workspace) -> list[Row]:
    """Rows of `share_shift`, with p-values of Fisher's exact test, corrected by Holm over all rows."""
    rows = [row for attribute, told in _attributes(workspace) for row in _moves(attribute, told)]
    for row, corrected in zip(rows, holm([r["p_value"] for r in rows]), strict=True):
        row["p_corrected"] = corrected
    return rows


def holm(p_values: list[float]) -> list[float]:
    """Each p-value corrected for all of them by Holm's step-down, in the order given."""
    corrected, highest = [0.0] * len(p_values), 0.0
    for rank, place in enumerate(sorted(range(len(p_values)), key=lambda place: p_values[place])):
        highest = max(highest, min(1.0, (len(p_values) - rank) * p_values[place]))
        corrected[place] = highest
    return corrected


def _moves(attribute: str, told: Told) -> Iterator[Row]:
    """A row per class that either of two successive snapshots of a source has."""
    from scipy.stats import fisher_exact

    for source in sorted({source for _, source in told}):
        snapshots = sorted(s for s, of in told if of == source and len(told[s, of]) >= LEAST)
        for before, after in pairwise(snapshots):
            then, now = told[before, source], told[after, source]
            for category in sorted(frozenset().union(*then, *now)):
                had, has = (sum(category in classes for classes in units) for units in (then, now))
                table = [[had, len(then) - had], [has, len(now) - has]]
                yield {
                    "snapshot_before": before,
                    "snapshot": after,
                    "attribute": attribute,
                    "source": source,
                    "category": category,
                    "count_before": had,
                    "total_before": len(then),
                    "count": has,
                    "total": len(now),
                    "difference": has / len(now) - had / len(then),
                    "p_value": float(fisher_exact(table).pvalue),
                }


def _attributes(workspace: Workspace) -> Iterator[tuple[str, Told]]:
    published = set(read_seed("snapshot").filter(role="published")["snapshot"])
    counted = [r for r in read_table(workspace, "collaboration").iter_rows(named=True) if r["meets_definition"]]
    by_rule: dict[str, Callable[[Row], Iterable[str | None]]] = {
        "legal_form": lambda r: [r["legal_form"]],
        "goal": lambda r: [r["goal"]],
        "obligation": lambda r: [r["obligation"]],
        "ministry": lambda r: [r["ministry_status"] if r["ministry_status"] in ("none", "unknown") else "takes part"],
        "size": lambda r: [_size(r["government_count"])],
    }
    themes = defaultdict(set)
    for row in read_table(workspace, "theme").iter_rows(named=True):
        themes[row["snapshot"], row["collaboration_id"]].add(row["theme"])
    by_rule["theme"] = lambda r: themes[r["snapshot"], r["collaboration_id"]]
    for attribute, classes_of in by_rule.items():
        yield attribute, _told(counted, classes_of)
    results: Told = defaultdict(list)
    for row in read_table(workspace, "mention").iter_rows(named=True):
        if row["result"] is not None and row["snapshot"] in published:
            sign = "negative" if row["result"] < 0 else "not negative"
            results[row["snapshot"], row["source"]].append(frozenset([sign]))
    yield "result", results


def _told(rows: Iterable[Row], classes_of: Callable[[Row], Iterable[str | None]]) -> Told:
    """What is unknown counts in no total: a class that was not looked for did not fall."""
    told: Told = defaultdict(list)
    for row in rows:
        if classes := frozenset(classes_of(row)) - _UNKNOWN:
            for source in (ALL, *row["sources"]):
                told[row["snapshot"], source].append(classes)
    return told


def _size(governments: int) -> str:
    return next((name for most, name in _SIZES if governments <= most), "over 20")
