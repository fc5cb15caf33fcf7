"""A table, or several, per party."""

from tests.budgets.layouts import bodies as b
from tests.budgets.layouts.twin import Told, twin
from tests.budgets.layouts.written import dotted, euro, items, lines, site, table, tag

MENU = ("Home", "Programma's", "Paragrafen", "Jaarrekening", "Bijlagen")
GR = "Gemeenschappelijke regelingen"


@twin(1, "2024/gm0193_gemeenschappelijke-regelingen.html")
def numbered_list_then_title_row_tables(t: Told) -> str:
    """The unit is the second cell of a head row inside the table, three years follow; the list above is numbered."""
    parties = (b.FIRE, b.HEALTH, b.ENVIRONMENT, b.BUREAU)
    body = tag("h1", "Paragraaf Verbonden Partijen") + lines("Wij nemen deel aan deze regelingen:")
    body += table([[GR], *([f"{n}. {p.name}"] for n, p in enumerate(parties, 1))], head=1)
    for n, p in enumerate(parties, 1):
        t.party(p, "form seat purpose participants amounts", section=GR)
        body += table(
            [
                [(f"{n}. {p.name} te {p.seat}", 5)],
                ["Rechtsvorm", (p.form, 4)],
                ["Betrokkenen", (f"De gemeenten {p.who}.", 4)],
                ["Bestuurlijk belang", ("De burgemeester zit in het algemeen bestuur.", 4)],
                ["Bijdragen aan gemeentelijke doelstellingen", (p.purpose, 4)],
                ["Financiële ratio’s", "Bedragen x € 1.000", "Rekening 2022", "Begroting 2023", "Begroting 2024"],
                ["Resultaat", *map(euro, p.results), ""],
                ["Eigen Vermogen", *map(euro, p.equity), ""],
                ["Vreemd Vermogen", *map(euro, p.debt), ""],
                ["Gemeentelijke bijdrage", euro(1725), euro(1710), euro(1761), ""],
                ["Percentage v/h totaal", "4,67%", "4,48%", "4,48%", ""],
                ["Risico’s", ("Tegenvallers boven de reserve betalen de gemeenten.", 4)],
            ],
            head=1,
        )
    return site("Gemeenschappelijke regelingen", body, MENU)


@twin(2, "2020/gm0166_verbonden-partijen-rekening.html")
def two_column_list_then_reversed_years(t: Told) -> str:
    """The overview is side by side, one number lacks its dot; the first column is a budget, the third the begin."""
    parties = (b.FIRE, b.HEALTH, b.ENVIRONMENT)
    body = tag("h1", "Paragraaf verbonden partijen")
    body += table([[(GR, 2)], [f"1. {parties[0].name}", f"3 {parties[2].name}"], [f"2. {parties[1].name}", ""]], head=1)
    for n, p in enumerate(parties, 1):
        t.party(p, "form seat participants amounts", section=GR)
        body += table(
            [
                [f"{n}.", (f"{p.name} te {p.seat}", 4)],
                ["Rechtsvorm", (p.form, 4)],
                ["Vestigingsplaats", (p.seat, 4)],
                ["Betrokkenen", (f"De gemeenten {p.who}.", 4)],
                ["Resultaten", "Bedragen x € 1.000", "Begroting 2020", "Rekening 2020", "Rekening 2019"],
                ["Resultaat", "", "0", str(p.results[2]), dotted(p.results[1])],
                ["Eigen Vermogen", "", "899", str(p.equity[2]), dotted(p.equity[1])],
                ["Vreemd Vermogen", "", dotted(p.debt[0] - 370), str(p.debt[2]), dotted(p.debt[1])],
                ["Jaarlijkse bijdrage", "", "1.731", "1726", "1.587"],
            ]
        )
    return site("Verbonden partijen", body, MENU)


@twin(5, "2024/gm0268_bronwater.html")
def many_small_tables_of_one_party(t: Told) -> str:
    """The name only in the title; yes-and-no tables; the years in a second head row; the last year is not known yet."""
    p = t.party(b.WATER, "form seat purpose equity_begin debt_begin", prose=True)
    yes = [["Efficiency (goedkoper georganiseerd)", "Ja", "Ja"], ["Wettelijke verplichting", "Nee", "Nee"]]
    body = tag("h1", p.name) + table(
        [
            ["Doel en organisatie", ""],
            ["Standplaats:", p.seat],
            ["Doel:", p.purpose],
            ["Deelnemers:", "Vier provincies en ruim tachtig gemeenten"],
            ["Publieke taak:", "Ja"],
            ["Juridische vorm:", p.form],
            ["Gekoppeld(e) programma(s):", "Algemene middelen (dividend)"],
        ],
        head=1,
    )
    body += table([["Toegevoegde waarde van de betrokkenheid", "", ""], ["Omschrijving", "Bij aanvang", "Nu"], *yes], 1)
    body += table([["Is het BBV nagevolgd?", "Nee"]])
    body += table(
        [
            ["Vermogen", "", "x € 1.000"],
            ["Omschrijving", "Werkelijk", "Werkelijk"],
            ["", "31-12-2023", "31-12-2024"],
            ["Eigen vermogen", dotted(p.equity[1]), "Nog niet bekend"],
            ["Vreemd vermogen", dotted(p.debt[1]), "Nog niet bekend"],
            ["Totaal vermogen", dotted(p.equity[1] + p.debt[1]), "Nog niet bekend"],
        ],
        head=1,
    )
    body += table([["Resultaat 2024:", ""], ["Bijdrage van de gemeente", "x € 1.000"], ["Opgenomen bij de GU", "-"]])
    return site(p.name, body, ("Jaarverslag 2024", "Verbonden partijen"))


@twin(34, "2020/gm0402_paragraaf-verbonden-partijen.html")
def back_links_and_a_label_like_a_name(t: Told) -> str:
    """`Terug naar navigatie` before each block; the first label (Hoort bij prestatie) and its value look like names."""
    section = "Stichtingen en verenigingen"
    t.no_party("Hoort bij prestatie", "Schone Straten", "Levendige Dorpen")
    body = tag("h1", "Paragraaf Verbonden partijen") + tag("a", "Terug naar navigatie - Inleiding", 'href="#nav"')
    body += lines("Een verbonden partij is een rechtspersoon met zeggenschap en risico voor de gemeente.")
    body += tag("h2", section)
    for p, goal in ((b.MUSEUM, "Levendige Dorpen"), (b.FUND, "Schone Straten"), (b.SCHOOLS, "Levendige Dorpen")):
        t.party(p, "seat purpose balance", section=section)
        body += tag("a", f"Terug naar navigatie - {p.name}", 'href="#nav"') + tag("h3", p.name)
        body += table(
            [
                ["Hoort bij prestatie", (goal, 2)],
                ["Waar gevestigd", (p.seat, 2)],
                ["Waarom doen we mee?", (p.purpose, 2)],
                ["(bedragen x € 1.000)", "1-1-2019", "31-12-2019"],
                ["Eigen vermogen", dotted(p.equity[1]), dotted(p.equity[2])],
                ["Vreemd vermogen", dotted(p.debt[1]), dotted(p.debt[2])],
            ]
        )
    return site("Verbonden partijen", body + items(["Afdrukken", "Delen"]), MENU)
