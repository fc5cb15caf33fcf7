"""A row that a page breaks without a rule at its end is a row all the same."""

from dagster_project.budgets import read_budget
from dagster_project.documents.formats.pdf_open_rows import closing_rules


def upright(x, top, bottom):
    return {"orientation": "v", "x0": x, "x1": x, "top": top, "bottom": bottom}


def across(y):
    return {"orientation": "h", "x0": 10, "x1": 300, "top": y, "bottom": y}


LINES = [upright(x, 10, 500) for x in (10, 100, 300)]


def test_the_missing_rule_closes_the_last_row():
    [rule] = closing_rules([*LINES, across(10), across(30), across(50)])
    assert (rule["top"], rule["x0"], rule["x1"]) == (500, 10, 300)


def test_a_closed_table_a_table_without_rules_between_rows_and_two_lines_stay():
    assert closing_rules([*LINES, across(10), across(30), across(50), across(501)]) == []
    assert closing_rules([*LINES, across(10), across(30)]) == []
    assert closing_rules([*LINES[:2], across(10), across(30), across(50)]) == []


def test_a_party_whose_row_goes_on_over_the_page_is_read(tmp_path):
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    style = getSampleStyleSheet()["BodyText"]
    rows = [["Naam", "Zetel", "Doel", "Resultaat"], ["Regio Een", "Assen", "Kort.", "1"]]
    rows += [["Regio Twee", "Emmen", "Samen taken uitvoeren. " * 150, "2"], ["Regio Drie", "Meppel", "Ook.", "3"]]
    cells = [[Paragraph(c, style) for c in row] for row in rows]
    table = Table(cells, [120, 90, 160, 80], splitInRow=1, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")])
    path = tmp_path / "a.pdf"
    SimpleDocTemplate(str(path), pagesize=A4, invariant=1).build([table])
    parties, _ = read_budget(path, snapshot=2024, organisation_id="gm0001")
    assert [(p["name_written"], p["seat_written"], p["result"]) for p in parties] == [
        ("Regio Een", "Assen", 1), ("Regio Twee", "Emmen", 2), ("Regio Drie", "Meppel", 3),
    ]  # fmt: skip
