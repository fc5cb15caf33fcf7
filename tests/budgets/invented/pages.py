"""Layouts of PDF: blocks, running text, two columns, a budget around the paragraph, and tables of every kind."""

import textwrap
from pathlib import Path

from tests.budgets.invented.parties import HEAD, PARTIES, euro, figures, layout, sections, thousand, who
from tests.documents.making import pdf, write


def _paged(path: Path, lines: list[tuple[float, float, bool, str]], leading: float = 13, bottom: float = 770) -> Path:
    """Lines (indent, size, bold, text) on as many pages as it takes, with a running head and a page number."""
    pages, y = [], 1e9
    for indent, size, bold, text in lines:
        if y + leading > bottom:
            pages.append([(50, 30, 8, False, "Programmabegroting 2024 gemeente Voorbeeld")])
            pages[-1].append((500, 810, 8, False, f"Pagina {len(pages)}"))
            y = 70
        if text:
            for part in _wrapped(text, int((520 - indent) / (size * 0.5))):
                pages[-1].append((50 + indent, y, size, bold, part))
                y += leading
        else:
            y += leading * 0.8
    return pdf(path, pages)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width) or [""]


@layout("pdf")
def pdf_labels_in_margin(path: Path) -> Path:
    """Labels in a left column, values in a right one, the name bold above."""
    pages = []
    for section, parties in sections():
        page, y = [(50, 60, 14, True, section)], 90
        for p in parties:
            page.append((50, y, 10, True, p.name))
            y += 16
            for a, b in (
                ("Rechtsvorm", p.form), ("Vestigingsplaats", p.seat), ("Openbaar belang", p.purpose),
                ("Deelnemers", who(p)), ("Eigen vermogen 1-1", euro(p.begin[0])),
                ("Eigen vermogen 31-12", euro(p.end[0])), ("Vreemd vermogen 1-1", euro(p.begin[1])),
                ("Vreemd vermogen 31-12", euro(p.end[1])), ("Resultaat", euro(p.result)),
            ):  # fmt: skip
                page.append((50, y, 9, False, a))
                for part in _wrapped(b, 70):
                    page.append((200, y, 9, False, part))
                    y += 12
            y += 14
        pages.append(page)
    return pdf(path, pages)


@layout("pdf")
def pdf_numbered_blocks(path: Path) -> Path:
    """Numbered names in bold of the same size as the text, labels with a colon, over pages."""
    lines: list[tuple[float, float, bool, str]] = [(0, 16, True, HEAD), (0, 9, False, "")]
    number = 0
    for section, parties in sections():
        lines += [(0, 12, True, section), (0, 9, False, "")]
        for p in parties:
            number += 1
            lines.append((0, 9, True, f"{number}. {p.name}"))
            lines += [
                (0, 9, False, f"Vorm: {p.form}"), (0, 9, False, f"Zetel: {p.seat}"),
                (0, 9, False, f"Taken en doelen: {p.purpose}"), (0, 9, False, f"Participanten: {who(p)}"),
                (0, 9, False, f"Eigen vermogen: {euro(p.begin[0])} (1-1-2024) / {euro(p.end[0])} (31-12-2024)"),
                (0, 9, False, f"Vreemd vermogen: {euro(p.begin[1])} (1-1-2024) / {euro(p.end[1])} (31-12-2024)"),
                (0, 9, False, f"Resultaat: {euro(p.result)}"), (0, 9, False, ""),
            ]  # fmt: skip
    return _paged(path, lines)


def _table_pdf(path: Path, ruled: str, turned: bool = False, repeat: bool = True) -> Path:
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import LongTable

    from dagster_project.simulation.writers.pdf import flowing, framed, paragraph

    style = ParagraphStyle("c", fontName="Helvetica", fontSize=7, leading=8.5)
    head = [
        "Naam", "Rechtsvorm", "Vestigings-plaats", "Openbaar belang", "Deelnemers", "EV 1-1", "EV 31-12", "VV 1-1",
        "VV 31-12", "Resultaat",
    ]  # fmt: skip
    rows = [[paragraph(c, style) for c in head]]
    styles = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 4),
              ("BOTTOMPADDING", (0, 0), (-1, -1), 4)]  # fmt: skip
    for section, parties in sections():
        styles.append(("SPAN", (0, len(rows)), (-1, len(rows))))
        rows.append([paragraph(section, style)] + [""] * 9)
        for p in parties:
            cells = [p.name, p.form, p.seat, p.purpose, who(p), *map(thousand, figures(p))]
            rows.append([paragraph(c, style) for c in cells])
    if ruled == "grid":
        styles.append(("GRID", (0, 0), (-1, -1), 0.4, "black"))
    elif ruled == "horizontal":
        styles.append(("LINEBELOW", (0, 0), (-1, -1), 0.4, "grey"))
    elif ruled == "zebra":
        styles += [("BACKGROUND", (0, i), (-1, i), "#E8EEF4") for i in range(0, len(rows), 2)]
    widths = [90, 65, 55, 150, 130, 42, 42, 42, 42, 45]
    table = LongTable(rows, colWidths=widths, repeatRows=1 if repeat else 0, style=styles)
    title = [paragraph(HEAD, ParagraphStyle("h", fontSize=14, leading=18)), paragraph("Bedragen x € 1.000", style)]
    size = landscape(A4) if not repeat or ruled != "grid" else (landscape(A4)[0], 300)
    write(path, flowing([*title, table], size, [framed(size, 72, 40)], title=HEAD, author="Voorbeeld"))
    if turned:
        _turn(path)
    return path


def _turn(path: Path) -> None:
    """Every page shown turned by a quarter."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(path)
    for page in document:
        page.set_rotation(90)
    document.save(path.with_suffix(".turned"))
    document.close()
    path.with_suffix(".turned").replace(path)


@layout("pdf")
def pdf_grid_over_pages(path: Path) -> Path:
    """A ruled table over low pages, its head repeated."""
    return _table_pdf(path, "grid")


@layout("pdf")
def pdf_zebra(path: Path) -> Path:
    """Every other row shaded, no lines."""
    return _table_pdf(path, "zebra")


@layout("pdf")
def pdf_horizontal_rules(path: Path) -> Path:
    """Lines below rows only."""
    return _table_pdf(path, "horizontal")


@layout("pdf")
def pdf_no_rules(path: Path) -> Path:
    """White space only."""
    return _table_pdf(path, "none")


@layout("pdf")
def pdf_turned(path: Path) -> Path:
    """A ruled table on turned pages."""
    return _table_pdf(path, "grid", turned=True)


@layout("pdf")
def pdf_prose(path: Path) -> Path:
    """Running text alone, the name as the subject of the first sentence."""
    lines: list[tuple[float, float, bool, str]] = [(0, 16, True, HEAD), (0, 9, False, "")]
    for section, parties in sections():
        lines += [(0, 12, True, section), (0, 9, False, "")]
        for p in parties:
            form = p.form[0].lower() + p.form[1:]
            lines += [
                (0, 9, True, p.name),
                (0, 9, False,
                 f"Dit is een {form}, gevestigd in {p.seat}. {p.purpose} De deelnemers zijn {who(p)}. Het eigen "
                 f"vermogen bedraagt op 1 januari 2024 {euro(p.begin[0])} en op 31 december 2024 {euro(p.end[0])}. Het "
                 f"vreemd vermogen bedraagt op 1 januari 2024 {euro(p.begin[1])} en op 31 december 2024 "
                 f"{euro(p.end[1])}. Het resultaat is {euro(p.result)}."),
                (0, 9, False, ""),
            ]  # fmt: skip
    return _paged(path, lines)


@layout("pdf")
def pdf_two_cards_side_by_side(path: Path) -> Path:
    """Two columns of blocks of label and value, side by side on the page."""
    pages = []
    for section, parties in sections():
        page = [(50, 60, 14, True, section)]
        for i, p in enumerate(parties):
            x, y = (50, 90 + 330 * (i // 2)) if i % 2 == 0 else (310, 90 + 330 * (i // 2))
            page.append((x, y, 10, True, p.name))
            y += 18
            for a, b in (
                ("Rechtsvorm", p.form), ("Zetel", p.seat), ("Doel", p.purpose), ("Deelnemers", who(p)),
                ("Eigen vermogen 1-1-2024", euro(p.begin[0])), ("Eigen vermogen 31-12-2024", euro(p.end[0])),
                ("Vreemd vermogen 1-1-2024", euro(p.begin[1])), ("Vreemd vermogen 31-12-2024", euro(p.end[1])),
                ("Resultaat", euro(p.result)),
            ):  # fmt: skip
                for line in textwrap.wrap(f"{a}: {b}", 46):
                    page.append((x, y, 9, False, line))
                    y += 12
        pages.append(page)
    return pdf(path, pages)


@layout("pdf")
def pdf_long_with_decoys(path: Path) -> Path:
    """Contents, chapters that name parties, the paragraph on pages 15 and 16, other paragraphs after it."""
    pages: list = [[(50, 60, 16, True, "Inhoud")]]
    contents = ("Programma 1 Bestuur", "Programma 2 Zorg", "Paragraaf verbonden partijen", "Grondbeleid", "Bijlagen")
    pages[0] += [(50, 90 + 14 * i, 9, False, f"{t} {'.' * 60} {i + 2}") for i, t in enumerate(contents)]
    for n in range(13):
        pages.append([(50, 60, 14, True, f"Programma {n + 1}")])
        p = PARTIES[n % len(PARTIES)]
        pages[-1] += [
            (50, 90, 9, False, f"De uitvoering ligt bij {p.name}. De gemeente draagt hieraan bij."),
            (50, 104, 9, False, "Wat willen we bereiken? Een veilige en schone leefomgeving voor iedereen."),
        ]
    for section, parties in sections():
        page, y = [(50, 60, 14, True, HEAD if section == PARTIES[0].section else " "), (50, 84, 12, True, section)], 110
        for p in parties:
            page.append((50, y, 10, True, p.name))
            y += 14
            for a, b in (
                ("Rechtsvorm", p.form), ("Vestigingsplaats", p.seat), ("Openbaar belang", p.purpose),
                ("Deelnemers", who(p)), ("Eigen vermogen begin 2024", euro(p.begin[0])),
                ("Eigen vermogen eind 2024", euro(p.end[0])), ("Vreemd vermogen begin 2024", euro(p.begin[1])),
                ("Vreemd vermogen eind 2024", euro(p.end[1])), ("Resultaat", euro(p.result)),
            ):  # fmt: skip
                page.append((50, y, 9, False, f"{a}: {b}"))
                y += 12
            y += 10
        pages.append(page)
    for n in range(6):
        pages.append([(50, 60, 14, True, f"Bijlage {n + 1}"), (50, 90, 9, False, "Subsidies aan Stichting De Brug.")])
    return pdf(path, pages)
