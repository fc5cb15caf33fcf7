"""The truth on disk: nine tables, the same to the byte, that say what the population says."""

import csv

from dagster_project.simulation.model import Observation, PlantedFault
from dagster_project.simulation.truth.figures import expected_figures
from dagster_project.simulation.truth.tables import write_truth
from tests.simulation.whole_country import part

SAID = Observation(
    "budgets/2024/gm0014_a.csv", "line=2", "budget", 2024, "gm0014", None, "BNG Bank", None, None, None,
    ("Groningen", "Assen"), (), None, {"equity_begin_eur": 2.5}, faults=("abbreviation",),
)  # fmt: skip


WRONG = PlantedFault("abbreviation", SAID.file, SAID.place, None, "BNG <- BNG Bank")


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_tables_say_what_the_population_says(tmp_path):
    write_truth(tmp_path, part(), [SAID], [WRONG])
    tables = {path.stem: rows(path) for path in tmp_path.iterdir()}
    assert set(tables) == {
        "collaboration",
        "participant",
        "theme",
        "event",
        "mention",
        "fault",
        "figure",
        "capture",
        "error",
    }
    ones = part().collaborations
    assert len(tables["collaboration"]) == len(ones)
    assert len(tables["theme"]) == sum(len(one.themes) for one in ones)
    assert len(tables["event"]) == len(part().events)
    assert {row["counted"] for row in tables["collaboration"]} == {"yes", "no"}
    [mention] = tables["mention"]
    assert mention["participants_written"] == "Groningen; Assen"
    assert mention["truth_id"] == ""
    assert mention["amounts"] == "equity_begin_eur=2.50"
    assert [row["detail"] for row in tables["fault"]] == ["BNG <- BNG Bank"]
    assert len(tables["figure"]) == len(expected_figures(part()))


def test_the_same_truth_gives_the_same_bytes_whatever_the_order_of_its_faults(tmp_path):
    other = PlantedFault("old_name", SAID.file, SAID.place, "t000001", "A <- B")
    write_truth(tmp_path / "a", part(), [SAID], [WRONG, other])
    write_truth(tmp_path / "b", part(), [SAID], [other, WRONG])
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()
        assert b"\r" not in path.read_bytes()
