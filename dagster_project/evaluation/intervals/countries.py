"""A small simulated country as an estimator meets it: what is published of each collaboration, and what is true.

Belongs here: reading one country of `simulate --no-documents --countries`, with given links. Does not belong here: any
estimator or judgement.
"""

import csv
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dagster_project.coding import REVIEW_BELOW, coded_rows
from dagster_project.uncertainty import Seen

SNAPSHOT = "2024"
AFFIRMS = ("lists", "participates")
Value = frozenset[str]


@dataclass(frozen=True)
class Known:
    """A collaboration that counts: its stratum, and of an attribute what is published and what is true."""

    stratum: str
    published: dict[str, Value]
    true: dict[str, Value]


@dataclass(frozen=True)
class Country:
    """What an estimator needs of a country; `there` are all that count and that some government knows."""

    name: str
    known: tuple[Known, ...]
    seen: Seen
    there: int


def countries(folder: Path) -> list[Path]:
    """The countries in a folder, in the order of their seeds."""
    return sorted(p.parent for p in folder.glob("*/truth"))


def read_country(path: Path) -> Country:
    """A country, coded by our own rules from what the first source to name a collaboration writes of it."""
    counted = {r["truth_id"]: r for r in _rows(path, "collaboration") if r["counted"] == "yes"}
    themes: dict[str, set[str]] = defaultdict(set)
    for row in _rows(path, "theme"):
        themes[row["truth_id"]].add(row["theme"])
    written: dict[str, dict[str, str]] = {}
    for row in _rows(path, "mention"):
        if row["truth_id"] in counted and row["claim"] in AFFIRMS:
            written.setdefault(row["truth_id"], row)
    known = tuple(
        Known(
            "doubtful" if float(row["confidence"]) < REVIEW_BELOW else "rule",
            {"legal_form": frozenset([row["legal_form"]]), "theme": frozenset(json.loads(row["themes"]))},
            {"legal_form": frozenset([counted[id_]["legal_form"]]), "theme": frozenset(themes[id_])},
        )
        for id_, row in _coded(written)
    )
    there = {id_ for id_, row in counted.items() if row["inventoried"] == "yes"}
    told: dict[str, set[str]] = defaultdict(set)
    for row in _rows(path, "capture"):
        if row["told"] == "yes" and row["truth_id"] in there:
            told[row["source"]].add(row["truth_id"])
    budget, survey = told["budget"], told["survey"]
    seen = Seen(len(budget & survey), len(budget - survey), len(survey - budget))
    return Country(path.name, known, seen, len(there))


def _rows(path: Path, name: str) -> Iterator[dict[str, str]]:
    with (path / "truth" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["snapshot"] == SNAPSHOT:
                yield row


def _coded(written: dict[str, dict[str, str]]) -> Iterator[tuple[str, dict[str, str]]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.csv"
        with path.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.writer(lines)
            writer.writerow(["id", "name", "purpose", "register_form"])
            for id_, row in sorted(written.items()):
                writer.writerow([id_, row["name_written"], row["purpose_written"], row["legal_form_written"]])
        for row in coded_rows(path):
            yield row["id"], row
