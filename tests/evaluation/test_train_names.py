"""The model of names can be made again, the same from the same, and is told on documents left out."""

import json

import pytest

from dagster_project.budgets.choice.features import DIMENSIONS, NAMED
from dagster_project.evaluation.learning import fold_of
from dagster_project.evaluation.train_names import (
    fitted,
    left_out,
    listed_examples,
    read_documents,
)
from tests.documents import making

LISTED = [f"{kind} {place}" for kind in ("Omgevingsdienst", "Stichting", "GGD") for place in ("Noord", "Veld", "Kust")]


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    root = tmp_path_factory.mktemp("names")
    (root / "truth").mkdir()
    (root / "2024").mkdir()
    for number in range(6):
        name = f"2024/gm0106_soort-{number}.html"
        parties = [f"Omgevingsdienst Streek {number}", f"Stichting Werkplaats {number}x"]
        items = "".join(f"<li>{party}</li>" for party in parties)
        making.write(
            root / name, f"<html><body><h1>Verbonden partijen</h1><p>Rechtsvorm</p><ul>{items}</ul></body></html>"
        )
        truth = {"document": name, "snapshot": 2024, "parties": [{"name": party} for party in parties]}
        (root / "truth" / f"{number}.json").write_text(json.dumps(truth))
    return read_documents([root / "truth"])


def test_the_same_examples_make_the_same_model(documents):
    examples = listed_examples(LISTED) + [e for d in documents for e in d.examples()]
    one, other = fitted(examples), fitted(examples)
    assert one["pieces"].shape == (DIMENSIONS,)
    assert one["facts"].shape == (len(NAMED),)
    assert all((one[name] == other[name]).all() for name in one)
    assert listed_examples(LISTED) == listed_examples(reversed(LISTED))


def test_texts_of_documents_are_names_only_where_the_truth_says_so(documents):
    told = {e.text: e.is_name for e in documents[0].examples()}
    assert told["Omgevingsdienst Streek 0"]
    assert not told["Rechtsvorm"]


def test_every_document_is_judged_by_a_model_that_did_not_see_its_kind(documents):
    found = {d.name: names for d, names in left_out(documents, listed_examples(LISTED))}
    assert found.keys() == {d.name for d in documents}
    assert fold_of("2017/gm0001_soort-1.html") == fold_of("2024/pv20_soort-1.pdf")
