"""One table, or one per kind, with a row per party."""

from tests.budgets.layouts import bodies as b
from tests.budgets.layouts.twin import Told, twin
from tests.budgets.layouts.written import brackets, dotted, full, lines, million, site, table, tag

GR, VENN, STI = "Gemeenschappelijke regelingen", "Vennootschappen en coöperaties", "Stichtingen en verenigingen"


@twin(3, "2020/gm0200_risicos-verbonden-partijen.html")
def stakes_and_loans(t: Told) -> str:
    """Amounts that are no equity: stake, loan, guarantee; a claim and a total among the rows; NV and BV in names."""
    parties = (b.SPORT, b.THEATRE, b.GREEN, b.AIRPORT, b.BANK)
    t.no_party("Vordering op Netland B.V.", "Totaal")
    rows = [["Verbonden partij", "Deelneming", "Lening", "Garantie"]]
    for n, p in enumerate(parties):
        t.party(p)
        rows.append([p.name, dotted(39552 * (n + 1)), dotted(178206 * n) if n % 2 else "-", "-"])
    rows += [["Vordering op Netland B.V.", "-", "90.719", "-"], ["Totaal", "593.280", "803.131", "-"]]
    body = tag("h1", "Risico's verbonden partijen") + lines("Hieronder staat waarin de gemeente geld heeft gestoken.")
    return site("Risico's", body + lines("(bedragen x €1)") + table(rows, 1), ("Jaarverslag", "Weerstandsvermogen"))


@twin(18, "2017/gm0889_aandelen.html")
def shares_with_group_rows_then_one_card(t: Told) -> str:
    """Shares by number, nominal and book value under group rows; below it one company as labels, its brand one word."""
    rows = [["Omschrijving", "Aantal aandelen", "Nominale waarde", "Balanswaarde"], [("Deelnemingen", 4)]]
    for n, p in enumerate((b.GRID, b.CLAIM, b.BRAND, b.BRAND_TWO)):
        if n == 2:
            rows.append([("Overig:", 4)])
        fields = "form seat purpose" if p is b.BRAND else ""
        t.party(p, fields, section="Overig" if n >= 2 else "Deelnemingen")
        rows.append([p.name, dotted(614655 // (n + 1)), full(82 * (n + 2)) + ",00", "1,00"])
    body = tag("h1", "Aandelen") + lines("In 2009 is Stroomland verkocht; wat toen bleef, staat hier.")
    t.no_party("Stroomland")
    body += table(rows, 1) + lines(
        "Naam van de verbonden partij:", b.BRAND.name, "Vestigingsplaats", b.BRAND.seat, "Rechtsvorm", b.BRAND.form,
        "Doel (openbaar belang)", b.BRAND.purpose, "Relatie met programma", "Programma 8 financiën",
    )  # fmt: skip
    return site("Aandelen", body)


@twin(27, "2020/gm0505_vennootschappen.html")
def footnote_stars_and_millions(t: Told) -> str:
    """Stars behind names that a legend explains; two head rows; the unit in a caption, in millions; two tables."""
    body = tag("h1", "Vennootschappen") + lines("De gemeente kent 44 verbonden partijen.", "Legenda:")
    body += table([["*", "voorlopige cijfers"], ["**", "cijfers van het jaar ervoor"]])
    for section, parties in (
        ("Te continueren vennootschappen", ((b.BANK, ""), (b.GRID, "*"), (b.BRAND, "**"), (b.HEAT, "*"))),
        ("Te beëindigen vennootschappen", ((b.CLAIM, ""),)),
    ):
        rows = [
            ["", "", ("Boekwaarde", 2), ("Eigen vermogen", 2), ("Vreemd vermogen", 2), ""],
            ["Naam", "Vestigingsplaats", "1-1", "31-12", "1-1", "31-12", "1-1", "31-12", "Netto resultaat"],
        ]
        for p, star in parties:
            t.party(p, "seat amounts", section=section)
            figures = (*p.equity[1:], *p.debt[1:], p.results[2])
            rows.append([p.name + star, p.seat, "0,35", "0,35", *(million(x, 3) for x in figures)])
        body += tag("h2", section) + table(rows, 2, caption="Cijfers over 2019, bedragen x € 1 miljoen")
    return site("Vennootschappen", body, ("Jaarstukken 2019", "Paragrafen"))


@twin(30, "2017/pv27_paragraaf-verbonden-partijen.html")
def opening_balances_under_programmes(t: Told) -> str:
    """Rows grouped by programme; equity and debt at the begin of the year only; the stake in percent of the votes."""
    head = ["Verbonden partij", "Belang in % / stemmen", "Eigen vermogen per 1-1-2017", "Vreemd vermogen per 1-1-2017"]
    rows = [head]
    for section, parties in (("Groen en Water", (b.PARK, b.FARMERS)), ("Mobiel", (b.PURCHASE, b.AIRPORT, b.TRANSPORT))):
        rows.append([(section, 4)])
        for p in parties:
            t.party(p, "equity_begin debt_begin", section=section)
            rows.append([p.name, "12,5% / 3", full(p.equity[1]), full(p.debt[1])])
    body = tag("h1", "Paragraaf Verbonden partijen") + lines("Per programma volgt wat de provincie waar bezit.")
    return site("Verbonden partijen", body + table(rows, 1))


@twin(31, "2024/pv23_verbonden-partijen.html")
def a_table_per_form_unit_in_the_caption(t: Told) -> str:
    """The unit stands in each caption; negatives in brackets; `n.n.b.` where nothing is known."""
    body = tag("h1", "Verbonden partijen")
    for section, parties in ((GR, (b.TRANSPORT, b.DETECTIVES)), (VENN, (b.GRID, b.LAND)), (STI, (b.UNION, b.FUND))):
        rows = [["Naam", "Zetel", "EV 31-12-2022", "EV 31-12-2023", "VV 31-12-2022", "VV 31-12-2023", "Resultaat 2023"]]
        for p in parties:
            known = p is not b.LAND
            t.party(p, "seat amounts" if known else "seat balance", section=section)
            figures = [dotted(x) for x in (*p.equity[1:], *p.debt[1:])]
            rows.append([p.name, p.seat, *figures, brackets(p.results[2]) if known else "n.n.b."])
        body += tag("h3", section) + table(rows, 1, caption=f"{section}, bedragen x € 1.000")
    return site("Verbonden partijen", body, ("Jaarverslag 2023", "Paragrafen"))


@twin(41, "2024/ws0646_verbonden-partijen.html")
def water_board_with_a_matrix_of_crosses(t: Told) -> str:
    """A matrix tells who takes part: bodies across, water boards down; a second table has the figures."""
    parties = (b.LABORATORY, b.COLLECTION, b.SOFTWARE)
    boards = sorted({m for p in parties for m in p.participants})
    matrix = [["Waterschap", *(p.name for p in parties)]]
    matrix += [[m, *("x" if m in p.participants else "" for p in parties)] for m in boards]
    rows = [["Partij", "Gevestigd te", "Openbaar belang", "Vermogen begin", "Vermogen eind", "Schulden eind"]]
    for p in parties:
        t.party(p, "seat purpose participants equity_begin equity_end debt_end")
        rows.append([p.name, p.seat, p.purpose, dotted(p.equity[1]), dotted(p.equity[2]), dotted(p.debt[2])])
    body = tag("h2", "6. Verbonden partijen") + lines("Een kruis zegt welk waterschap meedoet.") + table(matrix, 1)
    return site("Bestuursverslag", body + lines("Bedragen in duizenden euro's.") + table(rows, 1))
