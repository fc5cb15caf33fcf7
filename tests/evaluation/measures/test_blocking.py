"""What is compared, counted by hand."""

from dagster_project.evaluation.measures.blocking import score_blocking
from dagster_project.evaluation.report.model import Section
from dagster_project.linkage import record_of


def test_blocking_recall_counts_the_true_pairs_that_are_never_compared():
    """Four mentions of one thing: three share words and are compared, one shares nothing with any."""
    names = {"a": "Havenschap Gele Klif", "b": "Havendienst Gele Klif", "c": "Haven Gele Klif", "d": "Zwarte Berk"}
    rows = [{"mention_id": m, "source": m, "name_as_written": name} for m, name in names.items()]
    section = Section("linkage")
    score_blocking(section, [record_of(row) for row in rows], dict.fromkeys(names, "E"))
    found = {measure.name: measure for measure in section.measures}
    assert (found["linkage.blocking_recall"].count, found["linkage.blocking_recall"].of) == (3, 6)
    assert found["linkage.compared_pairs"].value == 3
