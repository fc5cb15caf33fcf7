"""Layouts of Word and of plain text."""

from pathlib import Path

from tests.budgets.invented.parties import HEAD, PARTIES, euro, figures, layout, sections, thousand, who
from tests.documents.making import docx, docx_table, paragraph, write


@layout("docx")
def docx_label_above(path: Path) -> Path:
    """Headings, a label on a line of its own and its value below; amounts in sentences."""
    body = paragraph(HEAD, "Kop2")
    for section, parties in sections():
        body += paragraph(section, "Kop2")
        for p in parties:
            body += paragraph(p.name)
            for a, b in (
                ("Rechtsvorm", p.form), ("Vestigingsplaats", p.seat), ("Doelstelling en openbaar belang", p.purpose),
                ("Deelnemende gemeenten", who(p)),
                ("Eigen vermogen",
                 f"Per 1 januari 2024 {euro(p.begin[0])} en per 31 december 2024 {euro(p.end[0])}"),
                ("Vreemd vermogen",
                 f"Per 1 januari 2024 {euro(p.begin[1])} en per 31 december 2024 {euro(p.end[1])}"),
                ("Resultaat", euro(p.result)), ("Risico's", "Stijgende kosten van personeel."),
            ):  # fmt: skip
                body += paragraph(a) + paragraph(b)
    return write(path, docx(body))


@layout("docx")
def docx_four_column_cards(path: Path) -> Path:
    """A table per party: two pairs of label and value side by side."""
    body = paragraph(HEAD, "Kop2")
    for section, parties in sections():
        body += paragraph(section, "Kop2")
        for p in parties:
            body += docx_table(
                [
                    ["Naam", p.name, "Vestigingsplaats", p.seat],
                    ["Rechtsvorm", p.form, "Deelnemers", who(p)],
                    ["Openbaar belang", p.purpose, "Bestuurlijk belang", "Aandeelhouder"],
                    ["Eigen vermogen 1-1-2024", euro(p.begin[0]), "Eigen vermogen 31-12-2024", euro(p.end[0])],
                    ["Vreemd vermogen 1-1-2024", euro(p.begin[1]), "Vreemd vermogen 31-12-2024", euro(p.end[1])],
                    ["Resultaat 2024", euro(p.result), "Risico", "Laag"],
                ]
            )
            body += paragraph("")
    return write(path, docx(body))


@layout("docx")
def docx_two_tables(path: Path) -> Path:
    """A table of who they are and, after it, one of their figures by name in thousands."""
    body = paragraph(HEAD, "Kop2")
    rows = [["Verbonden partij", "Rechtsvorm", "Vestigingsplaats", "Openbaar belang", "Deelnemers"]]
    for section, parties in sections():
        rows.append([section, "", "", "", ""])
        rows += [[p.name, p.form, p.seat, p.purpose, who(p)] for p in parties]
    body += docx_table(rows) + paragraph("Financiële gegevens", "Kop2") + paragraph("Bedragen x € 1.000")
    rows = [["Verbonden partij", "EV 1-1-2024", "EV 31-12-2024", "VV 1-1-2024", "VV 31-12-2024", "Resultaat"]]
    rows += [[p.name, *map(thousand, figures(p))] for p in PARTIES]
    return write(path, docx(body + docx_table(rows) + paragraph("Kapitaalgoederen", "Kop2")))


@layout("txt")
def txt_markdown(path: Path) -> Path:
    """Tables of Markdown, one per section."""
    out = f"# {HEAD}\n\nBedragen x € 1.000\n\n"
    for section, parties in sections():
        out += f"## {section}\n\n"
        out += "| Naam | Rechtsvorm | Plaats | Openbaar belang | Deelnemers | EV begin | EV eind | VV begin | VV eind "
        out += "| Resultaat |\n|---|---|---|---|---|---:|---:|---:|---:|---:|\n"
        for p in parties:
            cells = [p.name, p.form, p.seat, p.purpose, who(p), *map(thousand, figures(p))]
            out += "| " + " | ".join(cells) + " |\n"
        out += "\n"
    return write(path, out)


@layout("txt")
def txt_aligned(path: Path) -> Path:
    """Columns aligned with spaces."""
    out = f"{HEAD}\n\n(bedragen x € 1.000)\n\n"
    widths = (40, 30, 14, 80, 52, 10, 10, 10, 10, 10)
    head = ("Naam", "Rechtsvorm", "Zetel", "Openbaar belang", "Deelnemers", "EV begin", "EV eind", "VV begin",
            "VV eind", "Resultaat")  # fmt: skip

    def line(cells) -> str:
        return "  ".join(c.ljust(w) for c, w in zip(cells, widths, strict=True)).rstrip() + "\n"

    out += line(head) + "\n"
    for section, parties in sections():
        out += f"{section}\n"
        for p in parties:
            out += line([p.name, p.form, p.seat, p.purpose, who(p), *map(thousand, figures(p))])
        out += "\n"
    return write(path, out)


@layout("txt")
def txt_underlined(path: Path) -> Path:
    """Names underlined with dashes, labels padded with points."""
    out = f"{HEAD.upper()}\n{'=' * 40}\n\n"
    for section, parties in sections():
        out += f"{section.upper()}\n\n"
        for p in parties:
            out += f"{p.name}\n{'-' * len(p.name)}\n"
            for a, b in (
                ("Rechtsvorm", p.form), ("Vestigingsplaats", p.seat), ("Openbaar belang", p.purpose),
                ("Deelnemers", who(p)), ("Eigen vermogen 1-1-2024", euro(p.begin[0])),
                ("Eigen vermogen 31-12-2024", euro(p.end[0])), ("Vreemd vermogen 1-1-2024", euro(p.begin[1])),
                ("Vreemd vermogen 31-12-2024", euro(p.end[1])), ("Resultaat", euro(p.result)),
            ):  # fmt: skip
                out += f"{a.ljust(28, '.')}: {b}\n"
            out += "\n"
    return write(path, out)


@layout("docx")
def docx_numbered_lines(path: Path) -> Path:
    """No headings: a numbered name, then lines `Label - value` and `Label: value`."""
    body = paragraph(HEAD)
    n = 0
    for section, parties in sections():
        body += paragraph(section.upper())
        for p in parties:
            n += 1
            body += paragraph(f"{n}) {p.name}")
            for a, b in (
                ("Rechtsvorm", p.form), ("Plaats", p.seat), ("Doel", p.purpose), ("Deelnemers", who(p)),
                ("Eigen vermogen 1-1-2024", euro(p.begin[0])), ("Eigen vermogen 31-12-2024", euro(p.end[0])),
                ("Vreemd vermogen 1-1-2024", euro(p.begin[1])), ("Vreemd vermogen 31-12-2024", euro(p.end[1])),
                ("Resultaat 2024", euro(p.result)),
            ):  # fmt: skip
                body += paragraph(f"{a}: {b}")
            body += paragraph("")
    return write(path, docx(body))


@layout("docx")
def docx_card_with_band(path: Path) -> Path:
    """A table per party: a coloured band with the name over all columns, then label and value over three columns."""
    body = paragraph(HEAD, "Kop2")
    for section, parties in sections():
        body += paragraph(section, "Kop2")
        for p in parties:
            body += docx_table(
                [
                    [p.name],
                    ["Rechtsvorm", p.form, ""],
                    ["Vestigingsplaats", p.seat, ""],
                    ["Openbaar belang", p.purpose, ""],
                    ["Deelnemers", who(p), ""],
                    ["Financieel (x € 1.000)", "1-1-2024", "31-12-2024"],
                    ["Eigen vermogen", thousand(p.begin[0]), thousand(p.end[0])],
                    ["Vreemd vermogen", thousand(p.begin[1]), thousand(p.end[1])],
                    ["Resultaat", "", thousand(p.result)],
                ],
                merge_first=True,
            ) + paragraph("")
    return write(path, docx(body))


@layout("txt")
def txt_indented(path: Path) -> Path:
    """Labels with a colon, values indented below them, names in capitals with a number."""
    out = "4.6 VERBONDEN PARTIJEN\n\n"
    for section, parties in sections():
        out += f"{section}\n\n"
        for n, p in enumerate(parties, start=1):
            out += f"{n}. {p.name}\n\n"
            for a, b in (
                ("Rechtsvorm", p.form), ("Vestigingsplaats", p.seat), ("Openbaar belang", p.purpose),
                ("Deelnemers", who(p)), ("Eigen vermogen per 1 januari 2024", euro(p.begin[0])),
                ("Eigen vermogen per 31 december 2024", euro(p.end[0])),
                ("Vreemd vermogen per 1 januari 2024", euro(p.begin[1])),
                ("Vreemd vermogen per 31 december 2024", euro(p.end[1])), ("Resultaat", euro(p.result)),
            ):  # fmt: skip
                out += f"{a}:\n    {b}\n"
            out += "\n"
    return write(path, out)
