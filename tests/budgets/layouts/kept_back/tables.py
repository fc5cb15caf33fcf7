"""Tables, kept back."""

from tests.budgets.layouts import bodies as b
from tests.budgets.layouts.twin import Told, twin
from tests.budgets.layouts.written import dotted, full, items, lines, million, site, table, tag

GR, VENN, STI = "Gemeenschappelijke regelingen", "Vennootschappen en coöperaties", "Stichtingen en verenigingen"


@twin(4, "2024/gm0392_veiligheidsregio-kleidijk.html")
def contribution_by_year_inside_the_card(t: Told) -> str:
    """One party: programme and goal come twice, a row of four years of contribution, then two balance dates."""
    p = t.party(b.FIRE, "form balance")
    body = tag("h1", p.name) + lines("Tabel 133")
    body += table(
        [
            ["Algemene informatie", ("De regio bestaat uit de brandweer en de meldkamer.", 4)],
            ["Programma", ("Veiligheid", 4)],
            ["Beleidsdoel", ("B. Doelmatige en slagvaardige hulp.", 4)],
            ["Programma", ("Zorg en werk", 4)],
            ["Beleidsdoel", ("A. Inwoners leven gezond.", 4)],
            ["Rechtsvorm", (p.form, 4)],
            ["Eigenaarsrol", ("Portefeuillehouder Openbare orde; Portefeuillehouder Handhaving", 4)],
            ["Aandelenbelang", ("n.v.t.", 4)],
            ["Financieel belang", ("De bijdrage is € 25.166.000, 29,6% van het totaal.", 4)],
            ["Jaar", "2024", "2025", "2026", "2027"],
            ["Geraamde bijdrage", "€ 25.166.000", "€ 25.166.000", "€ 25.166.000", "€ 25.166.000"],
            ["Financiële gegevens", "Balansdatum", "31-12-2021", "31-12-2022", ""],
            ["", "Eigen vermogen", full(p.equity[1]), full(p.equity[2]), ""],
            ["", "Vreemd vermogen", full(p.debt[1]), full(p.debt[2]), ""],
            ["Solvabiliteit ultimo 2022", ("12,6%", 4)],
            ["Begroot resultaat 2024", ("Geen opgave", 4)],
        ]
    )
    return site(p.name, body, ("Programmabegroting 2024", "Overzicht verbonden partijen"))


@twin(16, "2020/gm0153_deelnemingen.html")
def holding_with_daughters_and_portfolios(t: Told) -> str:
    """One party: the text names its daughters; the portfolio holders by name; the rows are label and value."""
    p = t.party(b.SPORT, "purpose")
    t.person("C. Fictief", "Fictief", "B. Proefnaam", "Proefnaam")
    t.no_party("Sportbeheer Zalen BV", "Sportbeheer Diensten BV", "Overzicht van verbonden partijen")
    body = tag("h1", "Verbonden partijen") + tag("h2", "Overzicht van verbonden partijen") + tag("h3", p.name)
    rows = [
        ["Algemeen", ""],
        ["Bijdrage aan doelstelling", p.purpose],
        [
            "Betrokken partijen",
            f"De gemeente bezit {p.name}, die Sportbeheer Zalen BV en Sportbeheer Diensten BV bezit.",
        ],
        ["Bestuurlijk belang/stemverhouding", "100% van de aandelen."],
        ["Portefeuillehouder(s)", "C. Fictief, aandeelhouder/ B. Proefnaam, Vastgoed"],
        ["Link naar jaarstukken", "Jaarrapport 2019"],
        ["Prestatie afspraken", "1. Kinderboerderijen: gelijk; 2. Zwembaden: gelijk."],
    ]
    return site("Deelnemingen", body + table(rows, 1), ("Begroting 2020",))


@twin(20, "2024/pv31_verbonden-partijen-tabellen.html")
def influence_apart_from_figures(t: Told) -> str:
    """A table of votes and roles, a table of figures under another spelling of the heads, back links between them."""
    parties = (b.GRID, b.AIRPORT, b.PURCHASE)
    votes = [["Naam", "Rechtsvorm", "Aandeel", "Stemrecht"]]
    figures = [["Verbonden partij (bedragen x € 1 mln.)", "EV begin", "EV eind", "VV begin", "VV eind", "Result."]]
    for p in parties:
        t.party(p, "form amounts", section=VENN)
        votes.append([p.name, p.form, "30,83%", "AvA"])
        figures.append([p.name, *(million(x, 3) for x in p.amounts)])
    link = tag("a", "Terug naar navigatie - Bestuurlijk belang", 'href="#nav"')
    body = tag("h1", "Verbonden partijen") + link + tag("h2", VENN) + tag("h3", "Bestuurlijk belang") + table(votes, 1)
    return site("Verbonden partijen", body + link + tag("h3", "Financieel belang") + table(figures, 1))


@twin(28, "2017/gm0505_stichtingen.html")
def foundations_with_a_note_on_subsidy(t: Told) -> str:
    """A sentence says what is no affiliated party; then a table whose first column is a number; whole euros."""
    t.no_party("Stichting Buurthuis De Klos", "subsidierelatie")
    rows = [
        ["Nr.", "Stichting", "Publiek belang", "Eigen vermogen 31-12-2015", "Eigen vermogen 31-12-2016", "Resultaat"]
    ]
    for n, p in enumerate((b.MUSEUM, b.MARKETING, b.SCHOOLS), 1):
        t.party(p, "purpose equity_begin equity_end result")
        rows.append([str(n), p.name, p.purpose, *(full(x) for x in (p.equity[1], p.equity[2], p.results[2]))])
    body = tag("h1", "Stichtingen") + lines(
        "Een stichting met een subsidierelatie, zoals Stichting Buurthuis De Klos, is geen verbonden partij."
    )
    return site("Stichtingen", body + table(rows, 1), ("Jaarstukken 2016", "Verbonden partijen"))


@twin(40, "2024/ws0650_paragrafen.html")
def water_board_page_of_all_paragraphs(t: Told) -> str:
    """Tables of interest and loans first, in thousands; the parties are the last table, with stakes in percent."""
    interest = [["Rentelasten", "Begroting 2024", "Begroting 2023"], ["Rente leningen lang", "11.208", "11.376"]]
    t.no_party("Rentelasten", "Rente leningen lang", "Renterisiconorm")
    body = tag("h1", "Paragrafen") + tag("h2", "Financiering") + lines("Bedragen x € 1.000") + table(interest, 1)
    body += table([["Renterisiconorm", "2024", "2025"], ["1. Begrotingstotaal", "230.150", "237.153"]], 1)
    rows = [["Naam", "Zetel", "Aandeel", "Eigen vermogen 1-1", "Eigen vermogen 31-12", "Vreemd vermogen 31-12"]]
    for p in (b.COLLECTION, b.SOFTWARE, b.BANK):
        t.party(p, "seat equity_begin equity_end debt_end", section="Verbonden partijen")
        rows.append([p.name, p.seat, "12%", dotted(p.equity[1]), dotted(p.equity[2]), dotted(p.debt[2])])
    body += tag("h2", "Verbonden partijen") + lines("Bedragen x € 1.000") + table(rows, 1)
    return site("Paragrafen", body + items(["Bedrijfsvoering", "EMU-saldo"]))
