"""PDFs: printed budgets and accounts."""

from tests.budgets.layouts import bodies as b
from tests.budgets.layouts.twin import Told, twin
from tests.budgets.layouts.written import Sheets, dotted


@twin(19, "2020/pv25_infrastructuur.pdf")
def party_in_the_prose_of_a_chapter(t: Told):
    """A chapter on roads: one sentence tells that a cooperative was founded; then goals with a deputy's name."""
    t.party(b.PURCHASE, "purpose", page=1, section="Verbonden partij(en)", prose=True)
    t.person("B. Proefnaam", "Proefnaam")
    t.no_party("Openbaar vervoer", "6.3 Infrastructuur")
    sheets = Sheets("Aan Provinciale Staten", "{}")
    sheets.add("6.3 Infrastructuur", 13, True)
    sheets.add("De wegen zijn op peil en veiliger geworden.")
    sheets.add("Verbonden partij(en)", 10, True)
    sheets.add(f"Op 31 oktober 2018 is bij notariële akte de {b.PURCHASE.name} opgericht. Het verband telt 15 leden, "
               "waaronder de provincie. Doel is dat reizigers en vervoerders dezelfde gegevens gebruiken.")  # fmt: skip
    sheets.add("6.1 Openbaar vervoer", 10, True)
    sheets.add("Portefeuillehouder B. Proefnaam")
    sheets.add("Doel (2019-2023)")
    sheets.add("Snelle verbindingen met de rest van het land zijn onderzocht.", indent=20)
    return sheets.save(t.path)


@twin(29, "2017/gm0310_verbonden-partijen.pdf")
def law_then_cards_with_three_years_in_one_text(t: Told):
    """Clauses as bullets with sub-bullets `o`; then cards of two columns; three years are one text with spaces."""
    t.no_party("de naam en de vestigingsplaats", "De visie van de raad op verbonden partijen")
    sheets = Sheets("P R O G R A M M A B E G R O T I N G", "107")
    sheets.add("VERBONDEN PARTIJEN", 14, True)
    sheets.add("Verbonden partijen voeren beleid uit dat de gemeente ook zelf kan doen.")
    for text, indent in (
        ("• De visie van de raad op verbonden partijen;", 10), ("• In de lijst staat ten minste:", 10),
        ("o de naam en de vestigingsplaats;", 26), ("o het resultaat van de verbonden partij.", 26),
    ):  # fmt: skip
        sheets.add(text, indent=indent)
    for p in (b.TAX, b.HEAT, b.MUSEUM):
        sheets.turn()
        t.party(p, "form seat purpose participants amounts", page=sheets.number)
        sheets.add(p.name, 11, True)
        for label, value in (
            ("Rechtsvorm", p.form), ("Vestigingsplaats", p.seat), ("Openbaar belang", p.purpose), ("Deelnemers", p.who),
            ("Bedragen x € 1.000", "2014 2015 2016"), ("Eigen vermogen", " ".join(map(dotted, p.equity))),
            ("Vreemd vermogen", " ".join(map(dotted, p.debt))), ("Resultaat", " ".join(map(dotted, p.results))),
        ):  # fmt: skip
            sheets.pair(label, value)
    return sheets.save(t.path)


@twin(45, "2017/gr_programmabegroting-regio.pdf")
def joint_body_with_key_figures_and_persons(t: Told):
    """A joint body's budget: numbers of members and names of its board, and one company in the paragraph."""
    t.party(b.AIRPORT, "purpose", page=2, section="Verbonden partijen")
    t.person("J. Voorbeeld", "Voorbeeld", "A. Testpersoon", "Testpersoon")
    t.no_party("Deelnemende gemeenten", "Grondbeleid", b.REGION.name)
    sheets = Sheets(f"Programmabegroting 2017 {b.REGION.name}", "{}")
    sheets.add("Kerngegevens", 13, True)
    for label, value in (
        ("Deelnemende gemeenten", "21"), ("Algemeen bestuur", "21 leden"), ("Dagelijks bestuur", "J. Voorbeeld"),
        ("", "A. Testpersoon"), ("Inwoners", "760.000"),
    ):  # fmt: skip
        sheets.pair(label, value)
    sheets.turn()
    sheets.add("5. Paragrafen", 13, True)
    sheets.add("5.4 Verbonden partijen", 11, True)
    sheets.add(f"De regio heeft een belang van 21% in {b.AIRPORT.name}. Doel: {b.AIRPORT.purpose}")
    sheets.add("5.5 Grondbeleid", 11, True)
    sheets.add("De regio bezit geen grond.")
    return sheets.save(t.path)


@twin(42, "2017/gr_jaarstukken-omgevingsdienst.pdf")
def joint_body_without_any_party(t: Told):
    """A joint body whose paragraph says that there is none, between paragraphs that do not apply either."""
    t.no_party("Lokale heffingen", "Grondbeleid", b.ENVIRONMENT.name)
    sheets = Sheets(f"JAARSTUKKEN 2016 {b.ENVIRONMENT.name}", "{}")
    for head, text in (
        ("2.4.1 Lokale heffingen", "De dienst heft geen belastingen."),
        ("2.4.5 Bedrijfsvoering", "Het verzuim was 4,1%."),
        ("2.4.6 Verbonden partijen", "De dienst heeft geen belang in andere rechtspersonen."),
        ("2.4.7 Grondbeleid", "Niet van toepassing."),
    ):
        sheets.add(head, 11, True)
        sheets.add(text)
        sheets.add()
    return sheets.save(t.path)
