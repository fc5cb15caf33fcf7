"""Pages that hold no party: policy, law, news, subsidies, balances, contents."""

from tests.budgets.layouts import bodies as b
from tests.budgets.layouts.twin import Told, twin
from tests.budgets.layouts.written import Sheets, items, lines, site, table, tag

KINDS = ["gemeenschappelijke regelingen;", "vennootschappen en coöperaties;", "stichtingen en verenigingen, en,",
         "overige verbonden partijen."]  # fmt: skip


@twin(21, "2020/pv31_verbonden-partijen-beleid.html")
def policy_with_lists_of_the_law(t: Told) -> str:
    """What a paragraph must hold, as bullets of three kinds and a nested numbered list; back links before each head."""
    t.no_party("gemeenschappelijke regelingen", "Nota Samenwerken", "de lijst van verbonden partijen")
    body = tag("h1", "Verbonden partijen")
    for head, text in (
        ("Inleiding", "De provincie neemt deel in rechtspersonen van publiek en van privaat recht."),
        ("Nota", "Provinciale Staten stelden de Nota Samenwerken vast."),
    ):
        body += tag("a", f"Terug naar navigatie - {head}", 'href="#nav"') + tag("h2", head) + lines(text)
    body += "<ul><li>de visie op verbonden partijen;</li><li>de lijst van verbonden partijen:"
    body += items(KINDS, "ol") + "</li></ul>"
    body += lines("o    het belang aan het begin en het einde van het boekjaar;", "•    het eigen en vreemd vermogen.")
    return site("Verbonden partijen", body)


@twin(22, "2020/gm0202_uitleg-van-de-bank.html")
def a_bank_explains_the_articles(t: Told) -> str:
    """A bank tells its shareholders what to write about it, article by article: no body reports here."""
    t.no_party(b.BANK.name, "Artikel 15", "Handreiking")
    body = tag("h1", "Besluit begroting en verantwoording: verbonden partijen") + tag("h2", "Handreiking")
    body += lines(f"{b.BANK.name} is een verbonden partij van wie aandelen heeft.") + tag("h3", "Artikel 15")
    body += lines("1. De paragraaf bevat ten minste:", "a. De visie op de verbonden partij", "b. De lijst, te weten:")
    body += lines(
        "1°. gemeenschappelijke regelingen;", "2°. vennootschappen en coöperaties;", "Toelichting: de bank is veilig."
    )
    return site("Verbonden partijen", body, ("Over de bank", "Klanten", "Duurzaam"))


@twin(25, "2024/gm0327_help-bij-register.html")
def terms_of_a_register(t: Told) -> str:
    """A table of two columns explains the terms of a register: properties that look like labels of one party."""
    t.no_party("Samenwerkingsvorm", "Openbaar lichaam", "Citeertitel")
    rows = [
        ["Eigenschap regeling", "Omschrijving"],
        ["Doel", "Waarvoor de bestuursorganen samenwerken."],
        ["Citeertitel", "Hoe de regeling heet, als zij zo genoemd wordt."],
        [
            "Samenwerkingsvorm",
            "Openbaar lichaam, gemeenschappelijk orgaan, bedrijfsvoeringsorganisatie of zonder orgaan.",
        ],
        ["Deelnemers", "Wie de regeling trof."],
    ]
    body = tag("h1", "Help bij gemeenschappelijke regelingen") + lines("In het register staat wie waaraan deelneemt.")
    return site("Help", body + table(rows, 1), ("Overheid", "Berichten", "Contact"))


@twin(26, "2017/gm0358_wat-is-een-verbonden-partij.html")
def definition_with_a_count(t: Told) -> str:
    """What an affiliated party is, with how many there are of each kind, and none by name."""
    t.no_party("Bestuurlijk belang", "Financieel belang")
    body = tag("h1", "Wat is een verbonden partij") + lines(
        "De gemeente moet er iets te zeggen en te verliezen hebben."
    )
    body += items(
        ["Bestuurlijk belang: een stem of een zetel.", "Financieel belang: geld dat weg is bij faillissement."]
    )
    return site(
        "Verbonden partij", body + lines("Dit jaar zijn het 9 gemeenschappelijke regelingen en 2 deelnemingen.")
    )


@twin(35, "2017/gm0289_risicoprofielen.html")
def levels_of_supervision(t: Told) -> str:
    """Levels of supervision, numbered and named as if they were bodies."""
    t.no_party("Arrangement 1", "Relatiearrangementen", "Risicoprofielen")
    body = tag("h1", "Verbonden partijen") + tag("h2", "Risicoprofielen") + lines("Hoe meer risico, hoe meer toezicht.")
    body += tag("h2", "Relatiearrangementen")
    levels = ("minder belangrijk", "van gemiddeld belang", "heel belangrijk")
    return site(
        "Verbonden partijen", body + items([f"Arrangement {n}: verbonden partij {x}" for n, x in enumerate(levels, 1)])
    )


@twin(37, "2020/gm0957_programma-1.html")
def costs_of_a_programme_that_names_a_body(t: Told) -> str:
    """A table of costs, then a body as a heading over the reasons why its contribution rose: mentioned, not listed."""
    t.no_party(b.FIRE.name, "Crisisbeheersing en brandweer", "Lasten", "Saldo")
    rows = [
        ["", "Jaarrekening 2018", "Begroting 2019", "Begroting 2020", "Verschil 2020-2019"],
        ["Lasten", "4.798", "5.049", "5.464", "415"],
        ["Crisisbeheersing en brandweer", "3.210", "3.306", "3.763", "457"],
        ["Baten", "96", "120", "123", "3"],
        ["Saldo", "4.703", "4.929", "5.341", "412"],
    ]
    body = tag("h1", "PR01 Openbare orde en veiligheid") + table(rows, 1) + tag("h3", b.FIRE.name)
    body += lines("De bijdrage is € 178.000,- hoger. Daarvoor zijn 2 redenen:")
    return site("Programma 1", body + items(["Lonen en prijzen: € 148.000,-.", "Een voordeel in 2019: € 30.000,-."]))


@twin(38, "2020/gm0629_implementatie.html")
def project_sheet_with_persons(t: Told) -> str:
    """A project as glued labels and values; clients by name; `ext. partijen` among the labels."""
    t.person("Fictief", "J. Voorbeeld", "Voorbeeld")
    t.no_party("Bestuur & ext. partijen", "Programma structuur")
    body = tag("h1", "Implementatie van de wet") + lines("Programma status", "Risico profiel", "Middel")
    body += lines("Bestuur & ext. partijen", "Volgens verwachting", "Programma structuur")
    for label, value in (
        ("Bestuurlijk opdrachtgever", "Wethouder Fictief"), ("Ambtelijk opdrachtgever", "J. Voorbeeld"),
        ("Programma", "Bouwen en Wonen"), ("Initiatiefnemer / Opdrachtgevers", "N.v.t."),
    ):  # fmt: skip
        body += f"<div>{tag('span', label)}{tag('span', value)}</div>"
    return site("Implementatie", body + lines("Programma inhoud", "De wet gaat in op een dag die nog komt."))


@twin(39, "2017/ws0655_bestuursverslag-inhoud.pdf")
def contents_with_leaders_of_a_water_board(t: Told):
    """Contents alone: titles, leaders of underscores or dots, page numbers; affiliated parties are one line."""
    t.no_party("Verbonden Partijen", "Weerstandsvermogen", "Muskusrattenbeheer eigen beheergebied")
    sheets = Sheets("Bestuursverslag 2016", "{} van 2")
    for n, title in enumerate(
        ("Waterkeringbeheer", "Calamiteitenzorg", "Muskusrattenbeheer eigen beheergebied", "De paragrafen",
         "1. Moties en amendementen", "4. Weerstandsvermogen", "6. Verbonden Partijen", "7. Bedrijfsvoering")
    ):  # fmt: skip
        sheets.add(f"{title} {'_' * (70 - len(title))} {9 + 6 * n}")
    sheets.turn()
    sheets.add("Bijlagen", 11, True)
    sheets.add(f"Bijlage 1: Kosten per programma {'.' * 40} 78")
    return sheets.save(t.path)


@twin(47, "2024/gm0532_regeling-tekst.html")
def text_of_an_arrangement(t: Told) -> str:
    """The arrangement itself: who decides, articles with letters, definitions; nothing of it is a list of parties."""
    t.no_party(b.HEALTH.name, "de regeling", "Artikel 1 Begripsbepalingen")
    body = tag("h1", f"Gemeenschappelijke regeling {b.HEALTH.name}") + lines(
        f"De colleges van burgemeester en wethouders van de gemeenten {b.HEALTH.who};", "gelet op de wet;", "besluiten:"
    )
    body += tag("h2", "Hoofdstuk 1 Algemeen") + tag("h3", "Artikel 1 Begripsbepalingen")
    body += items(
        ["a. de regeling: deze regeling;", "b. het lichaam: het openbaar lichaam;", "c. deelnemer: een gemeente."]
    )
    body += tag("h3", "Artikel 2 Instelling") + lines(f"1. Er is een openbaar lichaam, gevestigd te {b.HEALTH.seat}.")
    return site("Regeling", body, ("Permanente link", "Geldend van 01-07-2024 t/m heden", "Intitulé"))


@twin(49, "2020/gm0546_vergelijkbare-documenten.html")
def titles_of_other_documents(t: Told) -> str:
    """A site of documents: only the titles of other documents, with names of bodies and of persons in them."""
    t.person("P. Proefman", "Proefman")
    t.no_party(b.HEALTH.name, b.WORK.name, b.FIRE.name)
    titles = [
        f"Programmabegroting 2018 van {b.FIRE.name}", "Verslag Algemeen Bestuur", f"Begroting 2019 {b.WORK.name}",
        "Behandeld door P. Proefman", f"Zienswijze op de jaarstukken van {b.HEALTH.name}", "Controleverklaring",
    ]  # fmt: skip
    return site("Begroting", tag("h1", "Begroting 2018") + tag("h2", "Vergelijkbare documenten") + lines(*titles))


@twin(50, "2020/pv25_balans.html")
def balance_sheet_with_stakes(t: Told) -> str:
    """The reporting body's own balance: kinds of stakes as rows, its own equity and debt beside them."""
    t.no_party("Deelnemingen", "Gemeenschappelijke regelingen", "Overige verbonden partijen", "Algemene reserve")
    rows = [
        ["Activa", "2019", "2018", "Passiva", "2019", "2018"],
        ["Financiële vaste activa", "31 dec.", "31 dec.", "Eigen vermogen", "31 dec.", "31 dec."],
        ["Kapitaalverstrekkingen aan:", "", "", "Algemene reserve", "21.291", "20.444"],
        ["Deelnemingen", "1.427", "1.427", "Bestemmingsreserves", "239.962", "225.340"],
        ["Gemeenschappelijke regelingen", "0", "0", "Vreemd vermogen", "", ""],
        ["Overige verbonden partijen", "1.000", "1.000", "Voorzieningen", "33.342", "33.105"],
    ]
    return site("Balans", tag("h1", "Balans") + lines("Tabel 3.1: Balans") + table(rows, 2) + lines("x € 1.000"))
