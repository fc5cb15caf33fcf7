"""Questionnaires of a small country, filled in by organisations that are known to the letter, and read back."""

import pytest

from dagster_project.evaluation.simulated_respondents import Said
from dagster_project.evaluation.survey import KINDS, evaluate_survey, score
from dagster_project.workspace import Workspace, WrongUse
from tests.surveys.held_country import held


def test_nothing_that_is_planted_is_lost_and_nothing_is_invented(tmp_path):
    report = evaluate_survey(held(tmp_path / "land"), 2024, seed=3)
    for kind in KINDS:
        measure = report.measure(f"survey.found.{kind}")
        assert measure.of > 0
        assert measure.value >= 0.99
    assert report.measure("survey.invented").value == 0
    assert report.measure("survey.files_refused").value == 0


def test_what_is_lost_and_invented_is_counted():
    one, other = Said("gm0014", "sv0000001", "confirmed"), Said("gm0014", "sv0000002", "ended")
    section = score([one, other], [one, other._replace(kind="denied_existence")])
    values = {m.name: m.value for m in section.measures}
    assert (values["survey.found"], values["survey.found.ended"], values["survey.invented"]) == (0.5, 0.0, 0.5)
    assert [table.rows for table in section.tables] == [(other,), (other._replace(kind="denied_existence"),)]


def test_a_real_workspace_is_left_alone(tmp_path):
    with pytest.raises(WrongUse):
        evaluate_survey(Workspace.at(tmp_path).create("real"), 2024, seed=1)
