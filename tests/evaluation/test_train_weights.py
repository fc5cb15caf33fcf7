"""Weights from labelled mentions, and what they do to labels that were kept back."""

import csv
import json

import pytest

from dagster_project.evaluation import train_weights
from dagster_project.evaluation.train_weights import FIXED, FOLDS, LEVELS, Labelled, cross_validate, fit_weights
from dagster_project.linkage import record_of
from dagster_project.linkage.model.predict import match_weights

PLACES = ("Assen", "Venlo", "Goes", "Ede", "Hoorn", "Sneek", "Almelo", "Oss", "Gouda", "Leiden")
NORTH, SOUTH = ("Assen ; Emmen ; Hoogeveen", "Drenthe"), ("Venlo ; Venray ; Weert", "Limburg")


def labelled() -> list[tuple[dict, str]]:
    """Each thing as two lists write it; next to it another one of the same people, whose name shares a word."""
    found = []
    for number, place in enumerate(PLACES):
        people, province = (NORTH, SOUTH)[number % 2]
        said = {"participants_raw": people, "province": f"Provincie {province}"}
        for kind, (name, other) in enumerate(
            [("Recreatieschap", "Recreatie en plassen"), ("Archiefdienst", "Archief")]
        ):
            for source, written in enumerate((f"{name} Zwarte {place}", f"{other} Zwarte {place} en Berk")):
                row = {"mention_id": f"m{number}{kind}{source}", "source": f"s{source}", "name_as_written": written}
                found.append((row | said, f"E{number}{kind}"))
    return found


@pytest.fixture(scope="module")
def some() -> Labelled:
    rows = labelled()
    return Labelled([record_of(row) for row, _ in rows], {row["mention_id"]: entity for row, entity in rows})


def test_the_weights_in_use_have_every_level_and_no_other():
    said = [(name, label) for name, levels in match_weights()["comparisons"].items() for label in levels]
    assert sorted(said) == sorted(LEVELS)


def test_what_speaks_for_one_weighs_more_than_what_speaks_against(some):
    made = fit_weights([some, some])
    assert [(n, x) for n, levels in made["comparisons"].items() for x in levels] == list(LEVELS)
    assert made["comparisons"]["body"] == FIXED["body"]
    task = made["comparisons"]["task"]
    assert task["same"] > task["else"]


def test_fitting_again_gives_the_same(some):
    assert fit_weights([some]) == fit_weights([some])


def test_a_set_counts_the_same_however_large(some):
    """A thousand pairs of a country do not outvote a hundred of the world."""
    twice = Labelled(some.records, some.truth)
    twice.pairs, twice.stands = some.pairs * 2, fit_of(some.stands)
    once, doubled = fit_weights([some, some]), fit_weights([some, twice])
    assert all(once["comparisons"][n][x] == pytest.approx(doubled["comparisons"][n][x], abs=0.02) for n, x in LEVELS)


def fit_of(stands):
    import numpy as np

    return np.concatenate([stands, stands])


def test_the_fold_of_an_entity_is_not_fitted_on(some, monkeypatch):
    seen = []
    true = train_weights.fit_weights
    monkeypatch.setattr(train_weights, "fit_weights", lambda sets, counts: seen.append(counts) or true(sets, counts))
    told = dict(cross_validate([some, some], (-100.0, 100.0)))
    assert len(seen) == FOLDS
    for entity in set(some.truth.values()):
        assert [counts(entity) for counts in seen].count(False) == 1
    assert told[100.0]["wrongly_merged"] == 0
    assert told[100.0]["double"] > 0.9
    assert told[-100.0]["double"] < told[100.0]["double"]


def test_the_command_writes_the_weights_and_tells_what_they_do(some, tmp_path, monkeypatch, capsys):
    rows = labelled()
    with (tmp_path / "mentions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0][0]))
        writer.writeheader()
        writer.writerows(row for row, _ in rows)
    lines = ["mention_id,entity_id,scored", *(f"{row['mention_id']},{entity},true" for row, entity in rows)]
    (tmp_path / "truth_x.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.setattr(train_weights, "WEIGHTS", tmp_path / "weights.json")
    monkeypatch.setattr(train_weights, "records_of_country", lambda folder: (some.records, some.truth))
    train_weights.main(tmp_path, tmp_path)
    assert json.loads((tmp_path / "weights.json").read_text(encoding="utf-8")) == fit_weights([some, some])
    assert len(capsys.readouterr().out.splitlines()) == 1 + len(train_weights.TRIED)
