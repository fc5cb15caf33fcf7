"""A reviewer who knows the truth."""

from dagster_project.evaluation.simulated_review import link_after_answers
from dagster_project.linkage import record_of


def test_answers_to_the_first_questions_are_obeyed():
    """Two names of one thing that the linkage holds apart are one once the reviewer has said so."""
    named = (
        ("e1", "Samenwerking Inkoop Zwarte Berk", "gm0106;gm0114;gm0118"),
        ("e2", "Bureau Inkoop en Zwarte Berken", "gm0106;gm0114;gm0118"),
        ("e3", "Havenschap Gele Klif", "gm0983;gm0984;gm0988"),
    )
    rows = [{"mention_id": m, "source": m, "name_as_written": n, "participant_codes": codes} for m, n, codes in named]
    records = [record_of(row) for row in rows]
    one, two = (
        dict(link_after_answers(records, truth, 5).links.select("mention_id", "cluster").iter_rows())
        for truth in ({"e1": "A", "e2": "A", "e3": "B"}, {"e1": "A", "e2": "B", "e3": "C"})
    )
    assert one["e1"] == one["e2"] != one["e3"]
    assert len(set(two.values())) == 3
