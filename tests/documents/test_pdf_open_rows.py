"""A row that a page breaks without a rule at its end is a row all the same."""

from dagster_project.budgets import read_budget


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
