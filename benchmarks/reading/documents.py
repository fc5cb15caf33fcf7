"""The PDFs that are read: a budget of so many pages with the parties in one table near its middle.

Prose and tables are dense, as in real budgets: a thin page would flatter the pages that are not read. Does not belong
here: what is measured (`methods`).
"""

import random
from pathlib import Path

_WORDS = [
    "de", "gemeente", "raad", "het", "college", "beleid", "uitvoering", "begroting", "programma", "inwoners",
    "kosten", "baten", "lasten", "reserve", "jaar", "doelstelling", "ontwikkeling", "voorzieningen",
    "onderwijs", "jeugd", "zorg", "wonen", "verkeer", "openbare", "ruimte", "veiligheid", "economie",
    "duurzaamheid", "samenwerking", "regio", "provincie", "maatregelen", "planning", "prestaties",
    "verwachting", "structureel", "incidenteel",
]  # fmt: skip
_SEATS = ("Assen", "Emmen", "Meppel", "Zwolle", "Deventer", "Hengelo", "Almelo", "Kampen", "Ommen", "Raalte")
_HEAD = (
    "Naam", "Rechtsvorm", "Vestigingsplaats", "Openbaar belang", "Deelnemers", "Eigen vermogen 1-1",
    "Eigen vermogen 31-12", "Vreemd vermogen 1-1", "Vreemd vermogen 31-12", "Resultaat",
)  # fmt: skip
PARTIES = 24


def budget(path: Path, pages: int, ruled: bool) -> Path:
    """A budget of about so many pages, the same for the same arguments."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

    dice = random.Random(pages)
    text = ParagraphStyle("text", fontName="Helvetica", fontSize=9.5, leading=12, spaceAfter=6)
    title = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=15, leading=20, spaceAfter=8)
    cell = ParagraphStyle("cell", fontName="Helvetica", fontSize=6.5, leading=8)

    def prose() -> list:
        told = [Paragraph(" ".join(dice.choices(_WORDS, k=95)).capitalize() + ".", text) for _ in range(5)]
        return [Paragraph(f"Programma {dice.randint(1, 12)}", title), *told, PageBreak()]

    rows = [[Paragraph(c, cell) for c in _HEAD]]
    for number in range(PARTIES):
        figures = [f"{dice.randint(100, 9000):,}".replace(",", ".") for _ in range(5)]
        seat = _SEATS[number % 10]
        told = [
            f"Gemeenschappelijke regeling Dienst {seat}-{number}", "Openbaar lichaam", seat,
            "Het gezamenlijk uitvoeren van " + " ".join(dice.choices(_WORDS, k=8)), ", ".join(dice.sample(_SEATS, 5)),
        ]  # fmt: skip
        rows.append([Paragraph(c, cell) for c in (*told, *figures)])
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), *([("GRID", (0, 0), (-1, -1), 0.4, "black")] if ruled else [])]
    table = Table(rows, colWidths=[80, 52, 50, 110, 76, 34, 34, 34, 34, 34], repeatRows=1, style=style)
    paragraph = [Paragraph("Paragraaf verbonden partijen", title), Paragraph("Bedragen x € 1.000", text), table]
    around = [prose() for _ in range(pages - 2)]
    half = len(around) // 2
    story = [x for page in around[:half] for x in page] + [*paragraph, PageBreak()]
    story += [x for page in around[half:] for x in page]
    SimpleDocTemplate(str(path), pagesize=A4, invariant=1, leftMargin=28, rightMargin=28).build(story)
    return path
