"""Files that are not where they stood stop a run, with hash and name; a reference is found again by its content."""

import shutil
from datetime import date

import pytest

from dagster_project.decisions import add_decisions
from dagster_project.intake import deliveries, refuse_if_absent, take_in
from dagster_project.workspace import UnreadableInput
from tests.intake.files import BUDGET, TODAY, write


@pytest.fixture
def budget(inbox):
    return write(inbox, "budgets/2024/gm0014_begroting.csv", BUDGET)


@pytest.fixture
def referred(workspace, inbox, budget):
    """The workspace with a reference whose file is elsewhere now."""
    take_in(workspace, [inbox / "budgets"], reference=True, today=TODAY)
    refuse_if_absent(workspace)
    return workspace


def elsewhere(budget, tmp_path):
    """Move the file to a place that says nothing of what it is."""
    (folder := tmp_path / "elsewhere").mkdir()
    return shutil.move(budget, folder / "stuk 7.csv")


def test_an_absent_reference_stops_a_run_with_its_hash_and_name(referred, budget, tmp_path):
    [delivery] = deliveries(referred)
    elsewhere(budget, tmp_path)
    with pytest.raises(UnreadableInput, match=rf"{delivery.sha256} budgets/2024/gm0014_begroting\.csv"):
        refuse_if_absent(referred)


def test_it_is_found_again_by_its_content_and_stays_the_same_delivery(referred, budget, tmp_path):
    [before] = deliveries(referred)
    place = elsewhere(budget, tmp_path)
    report = take_in(referred, [tmp_path / "elsewhere"], today=date(2026, 1, 1))
    assert (report.taken, report.already, report.refused) == (0, 1, [])
    refuse_if_absent(referred)
    [now] = deliveries(referred)
    assert now.path == place
    assert (now.delivery_id, now.file_name, now.received_on) == (before.delivery_id, before.file_name, TODAY)


def test_another_content_of_the_same_size_is_not_it(referred, budget, tmp_path):
    place = elsewhere(budget, tmp_path)
    place.write_text(place.read_text().swapcase())
    report = take_in(referred, [tmp_path / "elsewhere"], today=TODAY)
    assert len(report.refused) == 1
    with pytest.raises(UnreadableInput):
        refuse_if_absent(referred)


def test_a_decision_leaves_an_absent_reference_out(referred, budget, tmp_path):
    [delivery] = deliveries(referred)
    elsewhere(budget, tmp_path)
    said = {"kind": "delivery", "target": delivery.delivery_id, "value": "withdrawn", "reason": "ingetrokken"}
    by = {"decided_on": TODAY, "role": "beleidsmedewerker", "reviewer": "BZK-07"}
    add_decisions(referred, None, "ingetrokken", [{**said, **by}])
    refuse_if_absent(referred)


def test_a_copy_that_dvc_keeps_must_be_brought_and_another_is_withdrawn_by_the_run(workspace, inbox, budget):
    take_in(workspace, [inbox / "budgets"], today=TODAY)
    [delivery] = deliveries(workspace)
    delivery.path.unlink()
    refuse_if_absent(workspace)
    (workspace.raw / "budgets.dvc").write_text("outs: []\n")
    with pytest.raises(UnreadableInput, match="dvc pull"):
        refuse_if_absent(workspace)
