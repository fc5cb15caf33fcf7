"""A workspace, and a small register in the columns of the national one."""

import csv
import io

import pytest

from dagster_project.workspace import Workspace
from tests.intake.files import TODAY, deliver, listing, write

REGULATION = (
    "roo_id", "naam", "alle_namen", "citeertitel", "samenwerkingsvorm", "valid_from", "valid_until", "so_naam",
    "so_tooi", "previous_roo", "policy_areas", "doel",
)  # fmt: skip
PARTICIPATION = ("gr_roo_id", "deelnemer_naam", "deelnemer_tooi")
TOOI = "https://identifier.overheid.nl/tooi/id"


def as_csv(columns, rows, delimiter=","):
    """Rows of dictionaries as text; absent cells are empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def regulation(roo_id, **cells):
    """A row of the regulations, in force from 2015 unless said otherwise."""
    return {
        "roo_id": roo_id,
        "naam": f"Regeling {roo_id}",
        "samenwerkingsvorm": "Openbaar lichaam",
        "valid_from": "2015-01-01",
        **cells,
    }


def participation(roo_id, name="Gemeente Groningen", code="gemeente/gm0014"):
    """A row of the participations."""
    return {"gr_roo_id": roo_id, "deelnemer_naam": name, "deelnemer_tooi": f"{TOOI}/{code}" if code else ""}


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace.at(tmp_path / "workspace").create("simulated")


@pytest.fixture
def register(workspace, tmp_path):
    """Takes a register in: regulations and participations, both lists of rows, None for no file."""
    from dagster_project.intake import take_in

    def take(regulations, participations, folder="register", received_on="2024-12-31"):
        lines = []
        for name, columns, rows in (("a.csv", REGULATION, regulations), ("b.csv", PARTICIPATION, participations)):
            if rows is not None:
                write(tmp_path / folder, name, as_csv(columns, rows))
                lines.append(f"{name},register,,,{received_on},,")
        write(tmp_path / folder, "deliveries.csv", listing(*lines))
        take_in(workspace, [tmp_path / folder], today=TODAY)
        return workspace

    return take


@pytest.fixture
def delivered(workspace):
    """Takes one file in as a source and gives the workspace."""

    def take(name, content, source, snapshot=2017):
        deliver(workspace, name, content, source, snapshot)
        return workspace

    return take
