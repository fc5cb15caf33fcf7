"""What organisations are sent, who is asked, and who has answered."""

from datetime import date

import openpyxl
import pytest

from dagster_project.evaluation.simulated_respondents import fill_in
from dagster_project.organisations.resolver import resolve_name
from dagster_project.organisations.snapshots import organisation_snapshots
from dagster_project.surveys import export_forms, import_responses, layout, response_now, response_table, to_remind
from dagster_project.surveys.export import FILE_NAME
from dagster_project.surveys.form import HEADING_ROW
from dagster_project.surveys.frame import frame_rows, read_frame
from dagster_project.surveys.holdings import Holdings, shown_name
from dagster_project.workspace import UnreadableInput, Workspace, WrongUse, frame_of
from tests.surveys.forms import COLUMN
from tests.surveys.held_country import held


@pytest.fixture(scope="module")
def workspace(tmp_path_factory) -> Workspace:
    return held(tmp_path_factory.mktemp("land") / "land")


@pytest.fixture(scope="module")
def bodies(workspace) -> list[str]:
    """The organisations of the country, those in most collaborations first."""
    ids = {id_ for id_ in workspace.scope if not id_.startswith("mn")}
    holdings = Holdings(workspace, 2024)
    return sorted(ids, key=lambda id_: (-holdings.number_of(id_), id_))


def test_what_we_hold_of_one(workspace, bodies):
    holdings = Holdings(workspace, 2024)
    sent = holdings.sent_to(bodies[0])
    assert len(sent.rows) == holdings.number_of(bodies[0]) > 3
    for number, cells in sent.by_number.items():
        assert number.startswith("sv" if int(number[-1]) % 2 else "msv")
        assert cells[layout.FORM] in layout.choices(layout.FORM)
        assert (cells["Vaste groep mensen"], cells["Vaste frequentie"]) == ("ja", "nee")
        assert cells["Agenda vooraf"] == ""  # presumed of its form: to be asked
        assert set(cells[layout.THEMES].split("; ")) <= set(layout.choices(layout.THEMES))
        assert any(name.startswith("gemeente ") for name in cells[layout.PARTICIPANTS].split("; "))


def test_every_government_is_written_so_that_it_is_read_again():
    """Limburg is a province and a water board, Utrecht a province and a municipality."""
    there = organisation_snapshots(None).filter(snapshot=2024).select("organisation_id", "kind", "name")
    for id_, kind, name in there.iter_rows():
        assert resolve_name(shown_name(kind, name), 2024).organisation_id == id_


def test_the_workbook_as_people_get_it(workspace, bodies, tmp_path):
    [path] = export_forms(workspace, tmp_path, 2024, date(2024, 12, 31), [bodies[0]])
    book = openpyxl.load_workbook(path)
    sheet = book[layout.SHEET]
    assert [s.sheet_state for s in book.worksheets] == ["visible", "visible", "hidden", "hidden"]
    assert all(s.protection.sheet for s in book.worksheets)
    assert sheet.cell(HEADING_ROW + 1, COLUMN[layout.NUMBER]).protection.locked
    for heading in (layout.NAME, layout.ANSWER, layout.PARTICIPANTS):
        assert not sheet.cell(HEADING_ROW + 1, COLUMN[heading]).protection.locked
    listed = {str(rule.sqref).partition(":")[0] for rule in sheet.data_validations.dataValidation}
    assert len(listed) == sum(bool(layout.choices(heading)) for heading in layout.COLUMNS)
    guide = " ".join(str(cell.value) for row in book[layout.GUIDE].iter_rows() for cell in row)
    assert "GESIMULEERDE GEGEVENS" in guide
    assert bodies[0] in guide
    assert "31-12-2024" in guide
    before = path.read_bytes()
    export_forms(workspace, tmp_path, 2024, date(2024, 12, 31), [bodies[0]])
    assert path.read_bytes() == before


def test_who_was_asked_is_kept(workspace, bodies, tmp_path):
    export_forms(workspace, tmp_path, 2024, only=bodies[:3])
    rows = {r["organisation_id"]: r for r in frame_rows(workspace, 2024, [])}
    assert frame_of("frame", rows.values()).height == len(bodies)
    assert {id_ for id_, row in rows.items() if row["asked"]} == set(bodies[:3])
    assert rows[bodies[3]]["reason"] == "not_chosen"
    assert rows[bodies[0]]["mark"] == Holdings(workspace, 2024).sent_to(bodies[0]).mark
    with pytest.raises(WrongUse, match="gm9999"):
        export_forms(workspace, tmp_path, 2024, only=["gm9999"])


def test_response_and_reminders(workspace, bodies, tmp_path):
    export_forms(workspace, tmp_path / "out", 2024, only=bodies[:4])
    for id_ in bodies[2:4]:
        (tmp_path / "out" / FILE_NAME.format(id_, 2024)).unlink()
    for id_ in bodies[:2]:
        fill_in(tmp_path / "out" / FILE_NAME.format(id_, 2024), seed=1)
    import_responses(workspace, tmp_path / "out", 2024, date(2025, 1, 31))
    rows = response_now(workspace, 2024)
    assert {r["organisation_id"] for r in rows if r["responded"]} == set(bodies[:2])
    assert [r["organisation_id"] for r in to_remind(rows)] == bodies[2:4]
    counted = response_table(rows)
    for by in ("totaal", "omvang", "provincie"):
        assert sum(asked for _, of, _, asked, _ in counted if of == by) == 4
        assert sum(answered for _, of, _, _, answered in counted if of == by) == 2


def test_what_was_published_of_the_survey_of_2024(tmp_path):
    """All provinces and water boards were asked; which 232 of the 342 municipalities nobody told."""
    rows = frame_rows(Workspace.at(tmp_path).create(), 2024, [])
    asked = {(r["kind"], r["asked"], r["reason"]) for r in rows}
    assert asked == {
        ("municipality", None, "case_region"), ("province", True, "asked"), ("water_board", True, "asked"),
    }  # fmt: skip
    assert len(rows) == 342 + 12 + 21
    assert frame_rows(Workspace.at(tmp_path), 2020, []) == []


def test_a_frame_that_people_wrote(tmp_path):
    workspace = Workspace.at(tmp_path).create()
    file = workspace.frame_file(2024)
    file.parent.mkdir()
    file.write_text("organisation_id,asked,reason\ngm0014,no,case_region\ngm0106,yes,asked\n", encoding="utf-8")
    rows = {r["organisation_id"]: (r["asked"], r["reason"], r["basis"]) for r in frame_rows(workspace, 2024, [])}
    assert rows["gm0014"] == (False, "case_region", "frame")
    assert rows["gm0106"] == (True, "asked", "frame")
    file.write_text("organisation_id,asked,reason\ngm0014,maybe,asked\n", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="maybe"):
        read_frame(workspace, 2024)
