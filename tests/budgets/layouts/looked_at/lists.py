"""Names in lists and sentences, mostly without any figure."""

from tests.budgets.layouts import bodies as b
from tests.budgets.layouts.twin import Told, twin
from tests.budgets.layouts.written import items, lines, site, tag

GR, VENN, STI = "Gemeenschappelijke regelingen", "Vennootschappen en coöperaties", "Stichtingen en verenigingen"


@twin(9, "2024/gm0626_verbonden-partijen.html")
def list_of_three_levels_with_empty_bullets(t: Told) -> str:
    """Numbered kinds, lettered forms below them, bullets with names; empty bullets; brands of one word. Sections are as
    written, with their numbers, as in the truth of the founders."""
    body = tag("h1", "Verbonden partijen") + lines("Deze partijen dienen een publiek belang van de gemeente.")
    body += tag("h2", "Overzicht verbonden partijen") + lines(f"1. {GR}")
    parties = (b.ENVIRONMENT, b.HEALTH, b.ARCHIVE, b.BRAND_THREE)
    body += items([t.party(p, section=f"1. {GR}").name for p in parties]) + lines(f"2. {VENN}")
    for letter, form, names in (
        ("A", "Besloten vennootschappen", (b.HEAT, b.BRAND_TWO)),
        ("B", "Naamloze vennootschappen", (b.BANK, b.BRAND)),
        ("C", "Coöperatieve vereniging", (b.FARMERS,)),
    ):
        body += lines(f"{letter}. {form}") + items(["", *(t.party(p, section=f"{letter}. {form}").name for p in names)])
    body += lines(f"3. {STI}", "A. Stichtingen") + items(["", t.party(b.FUND, section="A. Stichtingen").name])
    return site("Verbonden partijen", body, ("Inhoud van deze pagina", "Begroting 2024"))


@twin(15, "2024/pv22_beleidsprogramma-1-bestuur.html")
def programme_chapter_with_seats_and_traffic_lights(t: Told) -> str:
    """Bullets `name (short), seat` in a chapter of a programme, one seat abroad, then letters for progress."""
    body = tag("h1", "Beleidsprogramma 1: Bestuur") + tag("h2", "Verbonden partijen")
    body += tag("a", "Terug naar navigatie - Verbonden partijen", 'href="#nav"')
    body += lines("Deze verbonden partijen dragen bij aan het programma. Paragraaf 5 zegt er meer over.")
    told = []
    for name, seat, body_ in (
        (b.UNION.name, "Utrecht", b.UNION),
        ("Vereniging naar Belgisch recht Huis van de Randstreek", "Brussel (België)", b.UNION),
        ("Gemeenschappelijke Regeling Noordwaarts (NWS)", "Groningen", b.REGION),
        ("Gemeenschappelijke Regeling Kwelderfonds", None, b.REGION),
    ):
        t.party(body_, name=name, section="Verbonden partijen", seat=seat)
        told.append(name + (f", {seat}" if seat else ""))
    body += items(told) + tag("h2", "Wat wilden we bereiken?")
    body += lines(
        "1.1 Provinciale Staten", "Beleid", "G", "Tijd", "G", "Geld", "O", "1.5 Bestuurlijke samenwerking", "G"
    )
    t.no_party("Provinciale Staten", "Bestuurlijke samenwerking")
    return site("Beleidsprogramma 1", body)


@twin(23, "2020/gm0606_dividenden.html")
def companies_in_one_sentence(t: Told) -> str:
    """Five companies in a sentence of a page on dividend, three of them again in the next."""
    parties = (b.BANK, b.GRID, b.BRAND, b.CLAIM, b.WASTE)
    names = [t.party(p).name for p in parties]
    body = tag("h1", "Dividenden") + lines(
        f"De gemeente neemt deel in het kapitaal van deze vennootschappen: {', '.join(names[:-1])} en {names[-1]}. Van "
        f"{names[0]}, {names[1]} en {names[2]} komt dividend. Voor 2020 wordt gerekend op € 1.400.000."
    )
    return site(
        "Dividenden", body, ("Begroting 2020", "Paragrafen", "Financiering"), "Deze pagina is gebouwd op 7 juli."
    )


@twin(43, "2024/gr_begroting-regio.html")
def joint_body_that_takes_part_itself(t: Told) -> str:
    """A joint body's budget: its own members in a list and in prose; its one party in the last paragraph."""
    t.party(b.PURCHASE, "purpose", section="Verbonden partijen")
    t.no_party(b.REGION.name, *b.REGION.participants)
    body = tag("h1", "Begroting 2024") + lines("Download de begroting als pdf-bestand", "1,1 mb")
    body += tag("h2", f"Samen zijn wij {b.REGION.name}") + lines(f"In onze regio werken {b.REGION.who} samen.")
    body += items(b.REGION.participants) + tag("h2", "Weerstandsvermogen") + lines("De reserve is € 904.000.")
    body += tag("h2", "Verbonden partijen")
    body += lines(f"{b.REGION.name} is lid van de {b.PURCHASE.name}. Doel: {b.PURCHASE.purpose}")
    return site("Begroting 2024", body)


@twin(51, "2020/gm0664_programma-veiligheid.html")
def bold_names_inside_bullets_of_a_programme(t: Told) -> str:
    """A programme chapter: goals and plans as lists like any other; parties as bold words at the head of bullets."""
    t.no_party("Integraal veiligheidsbeleid", "Uitvoeringsprogramma 2020")
    body = tag("h1", "Veiligheid") + tag("h2", "Doelstellingen")
    body += items(["Een veilige woon- en leefomgeving.", "Minder inbraken."], "ol") + tag("h2", "Beleidskader")
    body += items(["Integraal veiligheidsbeleid", "Uitvoeringsprogramma 2020"]) + tag("h2", "Verbonden partijen")
    bullets = ""
    for p in (b.FIRE, b.HEALTH, b.MUSEUM):
        t.party(p, "purpose", section="Verbonden partijen")
        bullets += f"<li>{tag('strong', p.name)}: {p.purpose}</li>"
    return site("Veiligheid", body + f"<ul>{bullets}</ul>" + tag("h2", "Wat mag het kosten?"), ("menu",))
