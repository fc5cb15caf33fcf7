"""Label lines, lists and prose, kept back."""

from tests.budgets.layouts import bodies as b
from tests.budgets.layouts.twin import Told, twin
from tests.budgets.layouts.written import full, items, lines, site, table, tag, word

GR, VENN, STI = "Gemeenschappelijke regelingen", "Vennootschappen en coöperaties", "Stichtingen en verenigingen"


@twin(8, "2020/gm0340_overzicht-verbonden-partijen.html")
def label_lines_with_a_table_of_contributions(t: Told) -> str:
    """Label and value with a colon; inside a table of three years that is what the municipality pays, no equity."""
    t.person("A. Testpersoon", "Testpersoon")
    body = tag("h1", "Overzicht verbonden partijen")
    for p in (b.ARCHIVE, b.TAX):
        t.party(p, "seat purpose participants", section=GR)
        body += items([GR]) + tag("h3", p.name) + lines(
            f"Vestigingsplaats: {p.seat}", f"Doel en openbaar belang dat wordt behartigd: {p.purpose}",
            f"Deelnemende partijen: De gemeenten {p.who}.",
            "Bestuurlijk belang: Vertegenwoordiging algemeen bestuur: A. Testpersoon.", "Financieel belang:",
        )  # fmt: skip
        body += table(
            [["", "2020", "2021", "2022"], ["Begroting regeling", "€ 245.198", "€ 248.378", "€ 251.607"],
             ["Begroting gemeente", "€ 238.882", "€ 242.295", "€ 245.295"], ["Verschil gemeente", "-€ 6.316", "", ""]]
        )  # fmt: skip
        body += lines("Risico's:") + items(["De kosten worden anders verdeeld."]) + lines("Ontwikkelingen:")
    return site("Overzicht verbonden partijen", body)


@twin(12, "2024/gm0823_verbonden-partijen.html")
def short_form_and_seat_in_the_heading(t: Told) -> str:
    """One party: `GR name te seat` as heading; long labels as headings; another company is named in its purpose."""
    name = f"GR {b.REGION.name}"
    t.party(b.REGION, "seat purpose", name=name)
    t.no_party("Streekontwikkeling NV", "Doel en openbaar belang")
    body = tag("h3", f"{name} te {b.REGION.seat}") + tag("h4", "Doel en openbaar belang")
    body += lines(b.REGION.purpose, "De opgaven zijn:") + items(
        ["de groei in goede banen leiden", "het landschap sparen"]
    )
    body += lines("De regio betaalt ook de rekeningen van Streekontwikkeling NV.")
    body += tag("h4", "Algemene visie op en beleidsvoornemens omtrent inschakelen van de verbonden partij")
    return site("Verbonden partijen", body + lines("Samen komen wij verder."))


@twin(24, "2024/gm0180_register.html")
def what_a_register_must_hold(t: Told) -> str:
    """No party: the law and what stands in the register, as bullets."""
    t.no_party("de deelnemers", "het adres en de plaats van vestiging")
    body = tag("h1", "Register van gemeenschappelijke regelingen")
    body += lines("Het college houdt een register bij. Daarin staan in ieder geval:")
    told = ["de deelnemers;", "de bevoegdheden die zijn overgedragen;", "het adres en de plaats van vestiging;"]
    return site("Register", body + items([*told, "of er een openbaar lichaam is ingesteld."]), ("Bestuur", "Contact"))


@twin(32, "2017/gm0758_verbonden-partijen.docx")
def numbered_sub_paragraphs_with_lists(t: Told) -> bytes:
    """Numbered heads, definitions in quotes, then names as list lines that start with a dash."""
    section = "5.4.2 Publiekrechtelijke rechtspersonen"
    other = "5.4.3 Privaatrechtelijke rechtspersonen"
    public = [f"- {t.party(p, section='Publiekrechtelijke rechtspersonen').name};" for p in (b.WORK, b.HEALTH, b.FIRE)]
    private = [
        f"- {t.party(p, section='Privaatrechtelijke rechtspersonen').name}" for p in (b.BANK, b.BRAND_TWO, b.MUSEUM)
    ]
    t.no_party("Kadernotitie", "Algemeen")
    return word(
        "# 5.4.1 Algemeen", "Financieel belang is “een bedrag dat niet verhaalbaar is”.", "De Kadernotitie zegt meer.",
        f"# {section}", "De gemeente neemt deel aan de onderstaande regelingen:", *public, f"# {other}", *private,
    )  # fmt: skip


@twin(36, "2024/gm0880_paragraaf-verbonden-partijen.html")
def questions_as_headings_and_cards(t: Told) -> str:
    """Headings are questions; then a list and, under `Wie?`, `Waar?` and `Hoeveel?`, two cards in whole euros."""
    parties = (b.YOUTH, b.PARK)
    t.no_party("Waarom samenwerking?", "Wat is een verbonden partij precies?")
    body = tag("h1", "Paragraaf Verbonden partijen") + tag("h2", "Waarom samenwerking?")
    body += items(["Sommige taken vragen kennis.", "Soms moet het van de wet."], "ol")
    body += tag("h2", "Wat is een verbonden partij precies?") + lines("Wie geld en stem van ons heeft.")
    body += tag("h2", "Met wie werken wij samen?") + items([p.name for p in parties])
    for p in parties:
        t.party(p, "seat participants equity_begin equity_end result")
        body += tag("h3", p.name) + tag("h4", "Wie?") + lines(p.who) + tag("h4", "Waar?") + lines(p.seat)
        body += tag("h4", "Hoeveel?") + lines(
            f"Eigen vermogen: {full(p.equity[1])} op 1 januari 2023 en {full(p.equity[2])} op 31 december 2023",
            f"Resultaat 2023: {full(p.results[2])}",
        )
    return site("Verbonden partijen", body)


@twin(48, "2020/gm0301_zienswijze.html")
def proposal_to_the_council(t: Told) -> str:
    """No party: a proposal on the budget of a body, its name in every line, lists of decisions."""
    t.no_party(b.HEALTH.name, "nieuw beleid")
    body = tag("h1", f"{b.HEALTH.name}; zienswijze Programmabegroting 2019") + lines("Het college stelt voor:")
    body += items(["Een zienswijze in te dienen.", "In te stemmen met het nieuw beleid."], "ol")
    body += lines(
        f"Onze gemeente neemt deel aan {b.HEALTH.name}, een regeling van 22 gemeenten.", "Inhoud", "Inleiding"
    )
    return site("Raadsstuk", body, ("Vergaderstukken", "Pagina delen"))


@twin(56, "2017/ws0616_in-cijfers.txt")
def key_figures_of_a_water_board(t: Told) -> str:
    """No party: key figures of the reporting body itself, in millions, with the word for affiliated parties."""
    t.no_party("Verbonden partijen", "Exploitatie lasten")
    rows = ["1. Resultaat                 3,0 mln   - 5,2 mln", "2. a. Exploitatie lasten   199,8 mln   188,1 mln"]
    head = ["IN CIJFERS", "", "Omschrijving      Jaarrekening 2015   Begroting 2015", ""]
    rows += ["3. Eigen vermogen          41,3 mln    37,8 mln", "", "Verbonden partijen: zie bladzijde 52", ""]
    return "\n".join([*head, *rows])
