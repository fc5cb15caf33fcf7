"""A label is what stands beside values of one field in the truth, wherever labels are written."""

import random

from dagster_project.documents import Document, Paragraph, Row, Table
from dagster_project.evaluation.labels.aligned import labels_of
from dagster_project.evaluation.labels.phrases import drawn_labels, phrases, wordings
from dagster_project.evaluation.train_labels import Example, fitted, measured, model_in_use
from dagster_project.evaluation.truth.documents import DocumentTruth
from dagster_project.evaluation.truth.party import Party

PARTIES = tuple(
    Party("d", name, fields={"name": name, "seat": seat, "equity_end": equity, "debt_end": debt})
    for name, seat, equity, debt in (
        ("Proefdienst Noord", "Assen", 1_204_000, 88_000),
        ("Proefdienst Zuid", "Goes", 3_310_000, 45_000),
    )
)
TRUTH = DocumentTruth("d", 2024, PARTIES)


def _told(*blocks):
    return {one.text: one.field for one in labels_of(Document("text/html", list(blocks)), TRUTH) if one.sure}


def test_a_head_is_the_label_of_the_values_below_it():
    rows = (
        ("Wie", "Onze plek", "Bezit", "Stemmen"),
        ("Proefdienst Noord", "Assen", "1.204", "een"),
        ("Proefdienst Zuid", "Goes", "3.310", "twee"),
    )
    told = _told(Table(tuple(Row(cells, f"row={n}") for n, cells in enumerate(rows)), "table"))
    assert {"Wie": "name", "Onze plek": "seat", "Bezit": "equity"}.items() <= told.items()
    assert told["Proefdienst Noord"] == told["Goes"] == "none"
    assert "Stemmen" not in told


def test_what_stands_before_a_colon_is_the_label_of_what_follows():
    lines = ("Proefdienst Noord", "Plekje: Assen", "Proefdienst Zuid", "Plekje: Goes")
    assert _told(*(Paragraph(line, f"line={n}") for n, line in enumerate(lines)))["Plekje"] == "seat"


def test_a_label_of_equity_and_debt_together_is_of_capital():
    lines = [f"Middelen: eigen € {e}.000 en vreemd € {d}.000" for e, d in (("1.204", "88"), ("3.310", "45"))]
    assert _told(*(Paragraph(line, f"line={n}") for n, line in enumerate(lines)))["Middelen"] == "capital"


def test_wordings_take_one_of_each_choice():
    assert wordings("{a|b {c|}} d") == ["a d", "b c d", "b d"]


def test_the_same_seed_draws_the_same_labels_of_every_field():
    drawn = list(drawn_labels(random.Random(3)))
    assert drawn == list(drawn_labels(random.Random(3)))
    assert {name for _, name in drawn} == set(phrases().labels)


def test_a_model_tells_what_it_was_shown():
    drawn = [Example(text, name, 1.0, False) for text, name in list(drawn_labels(random.Random(1)))[::4]]
    shown = drawn + [Example("Proefdienst Noord", "none", 1.0)] * 20
    head = Table((Row(("Vestigingsplaats",), "row=1"), Row(("Assen",), "row=2"), Row(("Goes",), "row=3")), "table")
    with model_in_use(fitted(shown)):
        counts = measured(labels_of(Document("text/html", [head]), TRUTH))
    assert (counts["labels"], counts["right"], counts["right by words"]) == (1, 1, 1)
