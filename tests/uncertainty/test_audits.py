"""A blind sample that coders answered is laid beside the register as it stands now."""

from dagster_project.review import audit_answers, import_sample, write_sample
from dagster_project.uncertainty import audit_agreements, measured_corrections, measured_error_rates
from dagster_project.workspace import write_table
from tests.quality.register import clean, write
from tests.review.test_sample import answer


def answered(workspace, tmp_path, **said):
    """The clean register, with the answers of two coders about its two collaborations of 2024."""
    write(workspace, clean())
    books = write_sample(workspace, "legal_form", 2, 7, tmp_path / "uit")
    for number, book in enumerate(books, start=1):
        answer(book, coder=f"BZK-2{number}", **said)
        import_sample(workspace, book)
    write_table(workspace, "audit_answer", list(audit_answers(workspace)))
    return workspace


def test_without_an_answer_there_is_nothing_measured(workspace):
    write_table(workspace, "audit_answer", [])
    assert list(measured_error_rates(workspace)) == []


def test_answers_are_held_against_what_is_published(workspace, tmp_path):
    answered(workspace, tmp_path, every="convenant", n1="openbaar lichaam (Wgr)")
    [agreement] = audit_agreements(workspace)
    assert (agreement["items"], agreement["agreed"]) == (2, 2)
    whole = next(r for r in measured_error_rates(workspace) if r["stratum"] == "all")
    assert (whole["population"], whole["sampled"], whole["errors"], whole["rate"]) == (2, 2, 1, 50.0)
    shares = {r["category"]: r for r in measured_corrections(workspace) if r["figure"] == "legal_form_group"}
    assert (shares["wgr"]["published"], shares["wgr"]["corrected"]) == (100.0, 50.0)
    assert (shares["other"]["published"], shares["other"]["corrected"]) == (0.0, 50.0)
    assert shares["wgr"]["lower"] == shares["wgr"]["upper"] == 50.0
