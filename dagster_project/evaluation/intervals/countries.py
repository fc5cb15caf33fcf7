"""A small simulated country as an estimator meets it: what is published of each collaboration, and what is true.

Belongs here: reading one country of `simulate --no-documents --countries`, with given links. Does not belong here: any
estimator or judgement.
"""

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dagster_project.coding import REVIEW_BELOW, coded_rows
from dagster_project.evaluation.truth.country import MENTIONS
from dagster_project.evaluation.truth.country import Country as Truth
from dagster_project.evaluation.truth.files import read_csv
from dagster_project.uncertainty import Seen
from dagster_project.workspace import UnreadableInput
from dagster_project.workspace.csv_text import csv_text

SNAPSHOT = 2024
AFFIRMS = ("lists", "participates")
CAPTURE = ("snapshot", "truth_id", "source", "told")
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


def countries(folder: Path, mend: str) -> list[Path]:
    """The countries in a folder, in the order of their seeds. Raises UnreadableInput where it holds none."""
    found = sorted(p.parent for p in folder.glob("*/truth"))
    if not found:
        raise UnreadableInput("there is no simulated country", folder, mend)
    return found


def read_country(path: Path) -> Country:
    """A country, coded by our own rules from what the first source to name a collaboration writes of it."""
    truth = Truth.at(path / "truth")
    counted = {id_: truth.collaborations[year, id_] for year, id_ in truth.counted if year == SNAPSHOT}
    written: dict[str, dict[str, str]] = {}
    for row in _of_snapshot(truth.rows(MENTIONS)):
        if row["truth_id"] in counted and row["claim"] in AFFIRMS:
            written.setdefault(row["truth_id"], row)
    known = tuple(
        Known(
            "doubtful" if float(row["confidence"]) < REVIEW_BELOW else "rule",
            {"legal_form": frozenset([row["legal_form"]]), "theme": frozenset(json.loads(row["themes"]))},
            {
                "legal_form": frozenset([counted[id_]["legal_form"]]),
                "theme": truth.themes.get((SNAPSHOT, id_), frozenset()),
            },
        )
        for id_, row in _coded(written)
    )
    there = {id_ for id_, row in counted.items() if row["inventoried"] == "yes"}
    told: dict[str, set[str]] = defaultdict(set)
    for row in _of_snapshot(read_csv(truth.folder / "capture.csv", CAPTURE)):
        if row["told"] == "yes" and row["truth_id"] in there:
            told[row["source"]].add(row["truth_id"])
    budget, survey = told["budget"], told["survey"]
    seen = Seen(len(budget & survey), len(budget - survey), len(survey - budget))
    return Country(path.name, known, seen, len(there))


def _of_snapshot(rows: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    return (row for row in rows if row["snapshot"] == str(SNAPSHOT))


def _coded(written: dict[str, dict[str, str]]) -> Iterator[tuple[str, dict[str, str]]]:
    columns = ("name_written", "purpose_written", "legal_form_written")
    texts = ((id_, *(row[column] for column in columns)) for id_, row in sorted(written.items()))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.csv"
        path.write_text(csv_text(("id", "name", "purpose", "register_form"), texts), encoding="utf-8", newline="")
        for row in coded_rows(path):
            yield row["id"], row
