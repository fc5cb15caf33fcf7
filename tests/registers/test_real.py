"""The national register, the divisions and earlier lists as they are, with the faults that their READMEs tell of."""

from collections import Counter
from datetime import date

import pytest

from dagster_project.intake import deliveries, take_in
from dagster_project.registers import read_divisions, read_editions, read_register
from dagster_project.workspace import Workspace
from tests.real import real_data


def _workspace(tmp_path_factory, name):
    workspace = Workspace.at(tmp_path_factory.mktemp(name)).create("real")
    report = take_in(workspace, [real_data(name)], reference=True, today=date(2026, 6, 1))
    assert {r["reason"] for r in report.refused} <= {"not_listed", "no_source_or_snapshot"}
    return workspace


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    return _workspace(tmp_path_factory, "register")


@pytest.mark.parametrize(
    ("snapshot", "in_force", "public_bodies"), [(2017, 351, 250), (2020, 440, 301), (2023, 425, 282), (2024, 437, 280)]
)
def test_arrangements_in_force(register, snapshot, in_force, public_bodies):
    mentions, refusals, quarantine = read_register(register, snapshot)
    forms = Counter(m["legal_form_written"] for m in mentions)
    assert (len(mentions), forms["Openbaar lichaam"], refusals) == (in_force, public_bodies, [])
    assert len({m["mention_id"] for m in mentions}) == in_force
    assert len({q["quarantine_id"] for q in quarantine}) == len(quarantine)


def test_faults_of_the_register(register):
    faults = Counter(q["reason"] for q in read_register(register, 2017)[2])
    assert faults["ends_before_begin"] == 4
    assert faults["no_participants"] == 1
    assert faults["participant_without_id"] == 258
    assert faults["merged_organisation"] == 55


def test_regions_of_statutory_systems(tmp_path_factory):
    workspace = _workspace(tmp_path_factory, "regioatlas")
    memberships, mentions, refusals, quarantine = read_divisions(workspace, 2017)
    systems = Counter(m["section_written"] for m in mentions)
    assert len({m["division"] for m in memberships}) == len(deliveries(workspace)) == 34
    assert (systems["Veiligheidsregio's"], systems["GGD's"], systems["Arbeidsmarktregio's"]) == (25, 25, 35)
    assert refusals == []
    assert {q["reason"] for q in quarantine} == {"merged_organisation"}


def test_lists_of_provinces_and_treasury(tmp_path_factory):
    mentions, refusals, quarantine = read_editions(_workspace(tmp_path_factory, "opengr"), 2017)
    per_file = Counter(m["delivery_id"] for m in mentions)
    assert 400 in per_file.values()
    assert refusals == []
    assert "Ã" not in "".join(m["name_written"] + "".join(m.get("participants_written", [])) for m in mentions)
    assert {q["reason"] for q in quarantine} == {"double_encoding_repaired"}
