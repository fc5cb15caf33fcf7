"""Responses that are another's, of another year, come twice or late: one kind at a time."""

import csv
import io
from pathlib import Path

import pytest

from dagster_project.intake import scan
from dagster_project.simulation.sources.faults import Conditions, fault_kinds
from dagster_project.simulation.sources.survey import survey_source
from dagster_project.simulation.sources.survey_mishaps import AGAIN, COPY
from dagster_project.simulation.truth.errors import errors
from dagster_project.surveys import read_responses
from dagster_project.workspace import Workspace, read_table
from tests.intake.files import TODAY
from tests.simulation.small_country import SNAPSHOTS, population

UNHEARD = ("survey_wrong_file", "survey_wrong_year", "survey_too_late")
WHOLE = (*UNHEARD, "survey_late", "survey_double", "survey_again")
LISTS = "surveys/2024/deliveries.csv"
FAULTLESS = Conditions(1, faultless=True)


class Once(Conditions):
    """One kind strikes one organisation, the others never strike."""

    def strikes(self, kind, *question, body=None):
        return (kind, *question) == self.only


def source(kind: str):
    """The responses, one of which goes wrong, with the organisation it is of."""
    file = survey_source(population(6), FAULTLESS, SNAPSHOTS, {}).observations[0].file
    body = Path(file).name.partition("_")[0]
    by = Once(1, faultless=True)
    object.__setattr__(by, "only", (kind, body))
    return survey_source(population(6), by, SNAPSHOTS, {}), file, body


def taken(made, folder: Path):
    """What intake and the import make of it: mentions, and reason and file of each refusal and doubt."""
    workspace = Workspace.at(folder / "workspace").create("simulated")
    for path, content in made.files.items():
        (workspace.root / "raw" / path).parent.mkdir(parents=True, exist_ok=True)
        (workspace.root / "raw" / path).write_bytes(content)
    scan(workspace, today=TODAY)
    mentions, refusals, quarantine = read_responses(workspace, 2024)
    at_the_door = [row for name in ("refusal", "quarantine") for row in read_table(workspace, name).to_dicts()]
    told = [*at_the_door, *refusals, *quarantine]
    return mentions, [(row["reason"], Path(row["file_name"]).name) for row in told]


@pytest.mark.parametrize(
    ("kind", "reason", "ending"),
    [
        ("survey_wrong_file", "other_organisation", ""),
        ("survey_wrong_year", "other_snapshot", ""),
        ("survey_too_late", "late_answer", ""),
        ("survey_late", "late_answer", ""),
        ("survey_double", "duplicate_delivery", COPY),
        ("survey_again", "conflicting_delivery", AGAIN),
    ],
)
def test_the_import_tells_each(tmp_path, kind, reason, ending):
    made, file, body = source(kind)
    mentions, told = taken(made, tmp_path)
    name = Path(file).name.replace(".xlsx", f"{ending}.xlsx")
    assert told == [(reason, name)]
    own = [m for m in mentions if m["reporting_organisation_id"] == body]
    assert len(own) == sum(said.file == file for said in made.observations)
    assert bool(own) == (kind not in UNHEARD)
    assert len(mentions) == len(made.observations)


def test_what_was_not_heard_is_an_error_of_existence_for_each_collaboration():
    for kind in UNHEARD:
        made, file, body = source(kind)
        rows = list(errors(made.observations, made.faults))
        whole = survey_source(population(6), FAULTLESS, SNAPSHOTS, {}).observations
        of = {said.truth_id for said in whole if said.file == file and said.claim == "participates"}
        assert {row[1] for row in rows} == of
        about = (2024, "existence", "survey", body, file)
        assert {(row[0], *row[2:6], row[7]) for row in rows} == {(*about, kind)}


def test_only_what_is_late_is_on_the_list():
    made, file, body = source("survey_late")
    [row] = csv.DictReader(io.StringIO(made.files[LISTS].decode()))
    assert (row["file"], row["organisation_ids"], row["source"]) == (Path(file).name, body, "survey")
    assert row["received_on"].startswith("2025-")


def test_all_are_declared_and_none_strikes_without_faults():
    assert set(WHOLE) <= set(fault_kinds())
    made = survey_source(population(6), FAULTLESS, SNAPSHOTS, {})
    assert made.faults == []
    assert LISTS not in made.files
