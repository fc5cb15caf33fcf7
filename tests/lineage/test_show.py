"""A mention is shown at its place in the raw file, and a file that changed is told."""

from datetime import date

import openpyxl
import pytest

from dagster_project.intake import deliveries, scan, take_in
from dagster_project.lineage import show_mention
from dagster_project.workspace import Workspace, WrongUse, write_table

BUDGET = "budgets/2024/gm0014_verbonden-partijen.csv"
REGISTER = "registers/2024/register.xlsx"
LIST = "deliveries.csv"


@pytest.fixture
def taken_in(tmp_path):
    """A workspace that took in a budget as CSV and a register as XLSX, with one mention of each."""
    workspace = Workspace.at(tmp_path / "w").create("example")
    inbox = tmp_path / "inbox"
    for name in (BUDGET, REGISTER):
        (inbox / name).parent.mkdir(parents=True)
    rows = ["Naam,Vestigingsplaats", "Veiligheidsregio Groningen,Groningen", "Oude Dienst,Winschoten"]
    (inbox / BUDGET).write_text("\n".join(rows) + "\n", encoding="utf-8")
    book = openpyxl.Workbook()
    book.active.title = "Regelingen"
    for row in (["Uittreksel"], ["naam", "vorm"], ["GGD Groningen", "openbaar lichaam"]):
        book.active.append(row)
    book.save(inbox / REGISTER)
    line = f"{REGISTER},register,,,2024-12-31,,"
    (inbox / LIST).write_text(
        f"file,source,organisation_ids,snapshots,received_on,origin,licence\n{line}\n", encoding="utf-8"
    )
    report = take_in(workspace, [inbox], reference=True, today=date(2025, 1, 1))
    assert not report.refused
    scan(workspace, today=date(2025, 1, 1))
    by_source = {d.source: d for d in deliveries(workspace)}
    places = {"budget": ("Oude Dienst", "line=3"), "register": ("GGD Groningen", "sheet=Regelingen;row=3")}
    write_table(
        workspace,
        "mention",
        [
            {
                "mention_id": f"m{source}", "delivery_id": by_source[source].delivery_id, "locator": locator,
                "snapshot": 2024, "source": source, "claim": "lists", "name_written": name, "reader": "r",
                "reader_version": "1", "confidence": 1.0 if source == "register" else 0.7,
            }
            for source, (name, locator) in places.items()
        ],
    )  # fmt: skip
    return workspace, inbox


def test_a_row_of_a_budget_is_shown_marked_among_its_neighbours(taken_in):
    text = show_mention(taken_in[0], "mbudget")
    assert "Naam (name_written): Oude Dienst [twijfel: zekerheid 0,70]" in text
    assert "nog hetzelfde als toen het werd gelezen" in text
    marked = [line for line in text.splitlines() if line.startswith(">>>")]
    assert len(marked) == 1
    assert "Oude Dienst" in marked[0]
    assert "Veiligheidsregio Groningen" in text


def test_a_row_of_a_register_is_shown_with_its_headings(taken_in):
    text = show_mention(taken_in[0], "mregister")
    assert "register.xlsx · sheet=Regelingen;row=3" in text
    assert ">>> naam: GGD Groningen" in text
    assert ">>> vorm: openbaar lichaam" in text


def test_a_file_that_changed_is_told(taken_in):
    workspace, inbox = taken_in
    (inbox / BUDGET).write_text("Naam\nIets anders\n", encoding="utf-8")
    assert "LET OP: het bestand is veranderd sinds het werd gelezen" in show_mention(workspace, "mbudget")


def test_a_file_that_is_gone_is_told(taken_in):
    workspace, inbox = taken_in
    (inbox / BUDGET).unlink()
    assert "niet meer te vinden" in show_mention(workspace, "mbudget")


def test_an_unknown_mention_is_wrong_use(taken_in):
    with pytest.raises(WrongUse, match="no mention 'm0'"):
        show_mention(taken_in[0], "m0")
