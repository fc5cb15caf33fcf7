"""Layouts of workbooks and of delimited text."""

from pathlib import Path

from dagster_project.simulation.writers.delimited import rows_to_csv
from tests.budgets.invented.parties import PARTIES, figures, layout, sections, thousand, trailing, who
from tests.documents.making import write, xlsx


@layout("csv")
def csv_tabs(path: Path) -> Path:
    """Tabs, Windows-1252, the category as a column, amounts in euros with a trailing minus."""
    head = [
        "Verbonden partij", "Categorie", "Juridische vorm", "Plaats van vestiging", "Maatschappelijk belang",
        "Deelnemende gemeenten", "EV per 1-1", "EV per 31-12", "VV per 1-1", "VV per 31-12", "Resultaat",
    ]  # fmt: skip
    rows = [head]
    for p in PARTIES:
        amounts = [trailing(x * 1000) for x in figures(p)]
        rows.append([p.name, p.section, p.form, p.seat, p.purpose, "; ".join(p.participants), *amounts])
    return write(path, rows_to_csv(rows, "cp1252", delimiter="\t"))


@layout("csv")
def csv_pipes(path: Path) -> Path:
    """Bars, section rows between, amounts in thousands as the last line of the titles says."""
    lines = ["Begroting 2024", "Bijlage verbonden partijen", "(bedragen x € 1.000)", ""]
    lines.append("Naam|Rechtsvorm|Vestigingsplaats|Doel|Deelnemers|EV begin|EV eind|VV begin|VV eind|Resultaat")
    for section, parties in sections():
        lines.append(f"{section}|||||||||")
        for p in parties:
            amounts = [thousand(x) for x in figures(p)]
            lines.append("|".join([p.name, p.form, p.seat, p.purpose, ", ".join(p.participants), *amounts]))
    lines.append("Totaal||||||||||")
    return write(path, "\n".join(lines))


@layout("xlsx")
def xlsx_head_at_seven(path: Path) -> Path:
    """The head in row seven, column B; a sheet of explanation before it and one of contact after."""
    rows: list[list] = [
        [None, "Gemeente Voorbeeld"], [None, "Programmabegroting 2024"], [], [None, "Bedragen in duizenden euro's"],
        [], [None, "Overzicht"],
        [None, "Nr.", "Naam", "Soort", "Zetel", "Openbaar belang", "Deelnemers", "Eigen vermogen", None,
         "Vreemd vermogen", None, "Resultaat"],
        [None, None, None, None, None, None, None, "1-1-2024", "31-12-2024", "1-1-2024", "31-12-2024", 2024],
    ]  # fmt: skip
    number = 0
    for section, parties in sections():
        rows.append([None, None, section])
        for p in parties:
            number += 1
            rows.append([None, number, p.name, p.form, p.seat, p.purpose, who(p), *figures(p)])
    rows.append([None, None, "Totaal", None, None, None, None, 1, 2, 3, 4, 5])
    sheets = {
        "Toelichting": [["Toelichting"], ["De paragraaf verbonden partijen volgt het BBV."]],
        "Overzicht": rows,
        "Contact": [["Afdeling", "Financiën"], ["Telefoon", "14 0592"]],
    }
    return xlsx(path, sheets)


@layout("xlsx")
def xlsx_transposed_per_party(path: Path) -> Path:
    """A sheet per party with labels in the first column."""
    sheets = {}
    for n, p in enumerate(PARTIES, start=1):
        sheets[f"VP{n}"] = [
            ["Naam", p.name], ["Categorie", p.section], ["Rechtsvorm", p.form], ["Vestigingsplaats", p.seat],
            ["Openbaar belang", p.purpose], ["Deelnemers", who(p)],
            ["Eigen vermogen begin 2024", p.begin[0] * 1000], ["Eigen vermogen eind 2024", p.end[0] * 1000],
            ["Vreemd vermogen begin 2024", p.begin[1] * 1000], ["Vreemd vermogen eind 2024", p.end[1] * 1000],
            ["Resultaat 2024", p.result * 1000], ["Website", "www.voorbeeld.nl"],
        ]  # fmt: skip
    return xlsx(path, sheets)


@layout("csv")
def csv_long(path: Path) -> Path:
    """Semicolons, quotes, decimal cents, the programme as a column, the sections in a column without a known head."""
    rows = [
        ["Programma", "Naam verbonden partij", "Soort", "Statutaire vestigingsplaats", "Doelstelling",
         "Deelnemende partijen", "BBV-categorie", "Eigen vermogen 01-01", "Eigen vermogen 31-12",
         "Vreemd vermogen 01-01", "Vreemd vermogen 31-12", "Resultaat (EUR)"]
    ]  # fmt: skip
    for p in PARTIES:
        amounts = [f"{x * 1000:.2f}".replace(".", ",") for x in figures(p)]
        members = ", ".join(p.participants)
        rows.append(["2 Leefomgeving", p.name, p.form, p.seat, p.purpose, members, p.section, *amounts])
    return write(path, rows_to_csv(rows, "utf-8-sig", quote_all=True))


@layout("xlsx")
def xlsx_stacked_tables(path: Path) -> Path:
    """One sheet, a title and a table with its own head per section, empty rows between."""
    rows: list[list] = [["Verbonden partijen 2024"], ["x € 1.000"], []]
    for section, parties in sections():
        rows.append([section])
        rows.append(
            ["Organisatie", "Rechtsvorm", "Vestigingsplaats", "Openbaar belang", "Deelnemers", "EV begin", "EV eind",
             "VV begin", "VV eind", "Resultaat"]
        )  # fmt: skip
        for p in parties:
            rows.append(
                [p.name, p.form, p.seat, p.purpose, who(p), p.begin[0], p.end[0], p.begin[1], p.end[1], p.result]
            )
        rows += [["Subtotaal", None, None, None, None, 1, 2, 3, 4, 5], []]
    return xlsx(path, {"Blad1": rows})
