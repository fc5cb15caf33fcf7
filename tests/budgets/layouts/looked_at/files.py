"""The same structures as workbook, plain table, plain text, Word document and a page of definitions."""

from tests.budgets.layouts import bodies as b
from tests.budgets.layouts.twin import Told, twin
from tests.budgets.layouts.written import dotted, euro, full, items, lines, site, tag, word
from tests.documents.making import xlsx

GR, VENN = "Gemeenschappelijke regelingen", "Vennootschappen en coöperaties"


@twin(33, "2017/gm0244_verbonden-partijen.html")
def clauses_then_definition_lists(t: Told) -> str:
    """Who gets subsidy is no party, says the text; clauses numbered twice from one; then definition lists in euros."""
    t.no_party("de naam en de vestigingsplaats", "de beleidsvoornemens omtrent verbonden partijen")
    body = tag("h2", "§ Verbonden partijen") + lines("Subsidie geven is geen verbonden partij zijn.", "Er staat in:")
    body += items(["de visie op verbonden partijen;", "de beleidsvoornemens omtrent verbonden partijen;"], "ol")
    body += items(["de naam en de vestigingsplaats;", "het openbaar belang;", "het eigen en vreemd vermogen."], "ol")
    for p in (b.WASTE, b.PARK, b.YOUTH):
        t.party(p, "form seat purpose participants amounts")
        body += tag("h3", p.name) + "<dl>"
        for label, value in (
            ("Vorm", p.form), ("Zetel", p.seat), ("Taak", p.purpose), ("Partners", p.who),
            ("EV 1 jan 2016", full(p.equity[1])), ("EV 31 dec 2016", full(p.equity[2])),
            ("VV 1 jan 2016", full(p.debt[1])), ("VV 31 dec 2016", full(p.debt[2])), ("Resultaat", full(p.results[2])),
        ):  # fmt: skip
            body += tag("dt", label) + tag("dd", value)
        body += "</dl>"
    return site("Verbonden partijen", body, ("Meer", "Inhoud"))


@twin(46, "2020/gr_informatie-verbonden-partijen.xlsx")
def sheet_that_a_joint_body_fills_in_for_its_members(t: Told):
    """One party: a joint body tells of itself what its members must copy; the shares of the members in percent."""
    p = t.party(b.PARK, "seat purpose participants amounts")
    rows: list[list] = [
        ["Bijlage 3", "Informatie verbonden partijen"],
        [],
        ["Naam", p.name],
        ["Vestigingsplaats", p.seat],
    ]
    rows += [["Openbaar belang", p.purpose], ["Deelnemers", "Aandeel"]]
    rows += [[member, f"{share}%"] for member, share in zip(p.participants, (40, 25, 20, 15), strict=True)]
    rows += [
        ["x € 1.000", "1-1-2019", "31-12-2019"],
        ["Eigen vermogen", *p.equity[1:]],
        ["Vreemd vermogen", *p.debt[1:]],
    ]
    return xlsx(t.path, {"Bijlage 3": [*rows, ["Resultaat", None, p.results[2]]]})


@twin(53, "2017/gm0153_samenvattende-lijst.xlsx")
def year_as_a_number_below_the_result(t: Told):
    """A merged title with the unit; two head rows in which the years are numbers; a row per kind."""
    rows: list[list] = [["Samenvattende lijst verbonden partijen (x € 1.000)"]]
    rows += [["Naam", "Plaats", "Eigen vermogen", None, "Vreemd vermogen", None, "Resultaat"]]
    rows += [[None, None, 2015, 2016, 2015, 2016, 2016]]
    for section, parties in ((GR, (b.WORK, b.ARCHIVE, b.BRAND_THREE)), (VENN, (b.BANK, b.BRAND_TWO))):
        rows.append([section])
        for p in parties:
            t.party(p, "seat amounts", section=section)
            rows.append([p.name, p.seat, *p.equity[1:], *p.debt[1:], p.results[2]])
    merged = {"Lijst": ["A1:G1", "C2:D2", "E2:F2"]}
    return xlsx(t.path, {"Lijst": rows, "Toelichting": [["Bron", "jaarrekeningen"]]}, merged)


@twin(54, "2024/gm0503_verbonden-partijen.csv")
def plain_table_with_notes_above_and_below(t: Told) -> bytes:
    """Lines of notes before the head, a semicolon between cells, whole euros, a total and a source below."""
    t.no_party("Totaal", "Bron: jaarrekeningen 2023")
    out = ["Gemeente;open data;;;;", "Peildatum 31-12-2023;;;;;", "naam;vorm;zetel;ev_begin;ev_eind;resultaat"]
    for p in (b.TAX, b.LAND, b.MUSEUM, b.BANK):
        t.party(p, "form seat equity_begin equity_end result")
        out.append(";".join((p.name, p.form, p.seat, *(str(1000 * x) for x in (*p.equity[1:], p.results[2])))))
    return "\r\n".join([*out, "Totaal;;;1;2;3", "Bron: jaarrekeningen 2023;;;;;"]).encode("cp1252")


@twin(55, "2020/gm0405_toelichting.docx")
def year_in_the_heading_of_the_result(t: Told) -> bytes:
    """`Resultaat 2019` is a heading whose text says that it is not known; colleges as participants; functions."""
    parts: list = ["# Verbonden partijen"]
    for p in (b.BUREAU, b.PLATFORM):
        known = p is b.BUREAU
        t.party(p, "seat purpose participants" + (" balance" if known else ""))
        parts += [f"# {p.name}", "Doel", p.purpose, "Vestigingsplaats", p.seat, "Deelnemers"]
        parts += [
            f"De colleges van burgemeester en wethouders van {p.who}.",
            "Bestuurlijk belang",
            "De wethouder Financiën.",
        ]
        if known:
            parts += [[["x € 1.000", "2018", "2019"], ["Eigen vermogen", *map(dotted, p.equity[1:])]]]
            parts[-1].append(["Vreemd vermogen", *map(dotted, p.debt[1:])])
        parts += ["# Resultaat 2019", "Nog niet vastgesteld.", "Bijdrage", euro(12500)]
    t.no_party("Resultaat 2019", "Bestuurlijk belang")
    return word(*parts)


@twin(57, "2017/gm0345_tekstkopie.txt")
def text_copy_without_line_breaks(t: Told) -> str:
    """A page of a printed paragraph as one line of text: labels and values run on, three parties on two pages."""
    pages = ["107 VERBONDEN PARTIJEN Inleiding Verbonden partijen voeren beleid uit voor de gemeente."]
    for number, parties in enumerate(((b.TAX, b.HEALTH), (b.LAND,)), 108):
        text = f"{number} Bedragen x € 1.000"
        for p in parties:
            t.party(p, "form seat purpose balance")
            text += (
                f" {p.name} Rechtsvorm: {p.form} Vestigingsplaats: {p.seat} Openbaar belang: {p.purpose} "
                f"Eigen vermogen 1-1-2016: {dotted(p.equity[1])} 31-12-2016: {dotted(p.equity[2])} "
                f"Vreemd vermogen 1-1-2016: {dotted(p.debt[1])} 31-12-2016: {dotted(p.debt[2])}"
            )
        pages.append(text)
    return "\n\n".join([*pages, ""])
