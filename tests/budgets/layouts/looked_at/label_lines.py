"""Labels and values as paragraphs, headings or spans: no table tells which is which."""

from tests.budgets.layouts import bodies as b
from tests.budgets.layouts.twin import Told, twin
from tests.budgets.layouts.written import dotted, items, lines, site, table, tag

GR = "Gemeenschappelijke regelingen"


@twin(6, "2017/gm0546_omgevingsdienst-waardmeer.html")
def labels_over_values_with_functions(t: Told) -> str:
    """One party: the name is the title, each label a paragraph, its value the next; aldermen by portfolio."""
    p = t.party(
        b.ENVIRONMENT, "seat purpose", participants_written=[*b.ENVIRONMENT.participants, "provincie Overijssel"]
    )
    body = tag("h1", p.name) + lines(
        "Programma", "13. Verkeer en milieu",
        "Doel", "De dienst is er voor vergunningen, toezicht en advies over lucht, geluid en bodem.",
        "Betrokkenen", f"De gemeenten {p.who} en de provincie Overijssel.",
        "Vestigingsplaats", p.seat, "Openbaar belang", p.purpose,
        "Bestuurlijk belang", "Het dagelijks bestuur telt vijf leden, waaronder de wethouder FVVM. In het algemeen "
        "bestuur zitten de wethouders FVVM en BKSB.",
        "Aandelen belang", "N.v.t.",
        "Financieel belang", "De gemeente heeft 27% van de stemmen en draagt 27% van een tekort.",
        "Ambtelijke benoemingen", "N.v.t.",
    )  # fmt: skip
    return site(p.name, body, ("Jaarstukken 2016", "Verbonden partijen", "Gemeenschappelijke regelingen"))


@twin(7, "2024/gm0339_overzicht-verbonden-partijen.html")
def tabs_and_every_name_twice(t: Told) -> str:
    """The kind before each party, its name as an item and as a heading; a double colon; initials of a person."""
    t.person("J. Voorbeeld", "Voorbeeld", "P. Proefman", "Proefman")
    body = tag("h1", GR)
    for p, person, who in (
        (b.ARCHIVE, "J. Voorbeeld", f"De gemeenten {b.ARCHIVE.who}."),
        (b.FIRE, "P. Proefman", "Alle gemeenten van de regio."),
    ):
        told = "seat purpose" + (" participants" if p is b.ARCHIVE else "")
        t.party(p, told, section=GR, prose=p is b.FIRE)
        body += items([GR]) + lines(p.name, name="li") + tag("h3", p.name)
        body += lines(
            f"Vestigingsplaats: {p.seat}",
            f"Doel en openbaar belang dat wordt behartigd: {p.purpose}",
            f"Deelnemende partijen: : {who}",
            f"Bestuurlijk belang: Elke gemeente wijst een lid aan. Vertegenwoordiging algemeen bestuur {person}.",
            "Financieel belang: Voor 2024 was de bijdrage € 318.140, na een teruggave van €20.833.",
            "Risico's :",
        )
        body += items(["De nieuwe wet vraagt meer toezicht.", "Personeel is schaars."]) + lines(
            "Ontwikkelingen :", "Geen."
        )
    return site("Overzicht verbonden partijen", body, (GR, "Vennootschappen", "Stichtingen"))


@twin(10, "2020/gm0175_informatie-per-verbonden-partij.html")
def legend_of_forms_and_short_form_before_names(t: Told) -> str:
    """A legend of abbreviations looks like parties; the form is an abbreviation; a label without its colon."""
    body = tag("h1", "Informatie per verbonden partij") + lines("Vormen die hieronder voorkomen:")
    body += items(
        [
            "GR = Gemeenschappelijke regeling - deelname (% belang)",
            "NV = Naamloze vennootschap - aandelenhouder (% belang)",
            "Coöp = Coöperatie - deelname (% belang)",
        ]
    )
    t.no_party("GR", "NV", "Coöp", "Gemeenschappelijke regeling")
    for p, form, name in (
        (b.FIRE, "GR", f"GR {b.FIRE.name}"), (b.SPORT, "NV", b.SPORT.name), (b.FARMERS, "Coöp", b.FARMERS.name)
    ):  # fmt: skip
        t.party(p, "seat purpose amounts", name=name, legal_form_written=form)
        body += tag("h3", name) + lines(
            "Vestigingsplaats:", p.seat, "Website:", "naar de site", "Programma:", "Openbare orde en veiligheid",
            "Taakveld", "1.1", "Entiteit", form, "Deelnemingspercentage:", "9%", "Doel en openbaar belang:", p.purpose,
        )  # fmt: skip
        figures = [["(x € 1.000)", "Eigen vermogen", "Vreemd vermogen", "Resultaat"]]
        figures += [["31-12-2018", dotted(p.equity[1]), dotted(p.debt[1]), dotted(p.results[1])]]
        figures += [["31-12-2019", dotted(p.equity[2]), dotted(p.debt[2]), dotted(p.results[2])]]
        body += table(figures, head=1)
    return site("Verbonden partijen", body)


@twin(11, "2024/gm1731_nadere-toelichting.html")
def numbered_bold_names_unit_in_the_introduction(t: Told) -> str:
    """Names are numbered bold paragraphs; the unit is a sentence far above; all municipalities but two take part."""
    body = tag("h2", "Verbonden partijen, een nadere toelichting")
    body += lines("Hierna staat het doel per partij. De bedragen zijn afgerond op een veelvoud van € 1.000.")
    for n, p in enumerate((b.TRANSPORT, b.DETECTIVES, b.REGION), 1):
        t.party(p, "seat purpose amounts", prose=True)
        body += f"<p>{tag('b', f'{n}. {p.name}')}</p>" + lines(
            f"Doel: {p.purpose}",
            f"Vestigingsplaats: {p.seat}.",
            "Betrokken: alle gemeenten in Drenthe, met uitzondering van Meppel en Hoogeveen.",
            "Bestuurlijk belang/bevoegdheid: het college zit in het algemeen bestuur.",
            f"Vermogen: het eigen vermogen ging van {dotted(p.equity[1])} begin 2023 naar {dotted(p.equity[2])} eind "
            f"2023, het vreemd vermogen van {dotted(p.debt[1])} naar {dotted(p.debt[2])}.",
            f"Resultaat: {dotted(p.results[2])}.",
        )
    return site("Jaarverslag 2023", body)


@twin(13, "2024/gm0473_verbonden-partijen.html")
def glued_labels_unit_before_the_name(t: Told) -> str:
    """One party: label and value touch, the unit touches the name above, an alderman and his deputy by name."""
    p = t.party(b.PARK, "form seat amounts", section="Publiekrechtelijk")
    t.person("Testpersoon", "Proefnaam")

    def glued(label: str, value: str) -> str:
        return f"<div>{tag('span', label)}{tag('span', value)}</div>"

    body = tag("h2", "Publiekrechtelijk") + tag("summary", p.name)
    body += f"<div>{tag('small', '(Bedragen x €1.000)')}{tag('strong', p.name)}</div>"
    body += glued("Rechtsvorm:", p.form) + glued("Oprichtings-/publicatiedatum:", "5 april 2007")
    body += glued("Vestigingsplaats:", p.seat) + glued("Toezichtsregime:", "middel")
    body += glued(
        "Bestuurlijk belang", "Wethouder Testpersoon is lid, wethouder Proefnaam vervangt. Stemverhouding: 12,5%"
    )
    body += glued("Risicoprofiel", "Hoog: de reserve is € 43 en moet € 427 zijn.")
    body += table(
        [
            ["", "1-1-2024", "31-12-2024"],
            ["Eigen vermogen", dotted(p.equity[1]), dotted(p.equity[2])],
            ["Vreemd vermogen", dotted(p.debt[1]), dotted(p.debt[2])],
            ["Resultaat", "", dotted(p.results[2])],
        ],
        head=1,
    )
    return site("Verbonden partijen", body, ("Begroting", "Publiekrechtelijk", "Privaatrechtelijk"))


@twin(14, "2017/gm0473_recreatieschap-ringvaart.html")
def one_party_in_headings_and_prose(t: Told) -> str:
    """The form stands before the name in the title; losses in the text are those of a part."""
    name = f"Gemeenschappelijke regeling {b.PARK.name}"
    t.party(b.PARK, name=name)
    t.no_party("Risicoprofiel", "Ontwikkelingen", "Financiële positie", "onderdeel West")
    body = tag("h1", name) + tag("h2", "Risicoprofiel")
    body += lines("Het risico is gemiddeld. De gemeente heeft 16,7 % van de stemmen voor onderdeel West.")
    body += (
        tag("h2", "Ontwikkelingen") + tag("h3", "(Markt) ontwikkelingen") + lines("Het wordt drukker langs de vaart.")
    )
    body += tag("h3", "Financiële positie")
    body += lines("Onderdeel West sloot 2015 af met een verlies van € 87.000. Het tekort wordt kleiner.")
    return site(name, body, ("Begroting 2017", "Verbonden partijen"))


@twin(17, "2024/gm0889_overzicht-verbonden-partijen.html")
def bare_lines_below_a_repeated_caption(t: Told) -> str:
    """`Verbonden partij` before every name; labels and values take turns as bare lines; a purpose stands twice."""
    section = "Gemeenschappelijke regelingen met eigen rechtspersoonlijkheid"
    body = tag("h2", section)
    for p in (b.REGION, b.WORK, b.YOUTH):
        t.party(p, "seat purpose", section=section)
        body += items(["Verbonden partij"]) + lines(
            p.name, "Vestigingsplaats", p.seat, "Doel (openbaar belang)", p.purpose + p.purpose,
            "Relatie met programma", "Programma 7 Een gezonde organisatie", "Bestuurlijk en financieel belang",
            "De gemeente betaalt een bijdrage. Voor 2024 is dat € 6.029.000,-.",
            "Ontwikkelingen (Voortgang, risico's en beleidsvoornemens)", "Er komt een nieuw plan.", "Huisvesting",
            "Een pand wordt verkocht.",
        )  # fmt: skip
    return site("Overzicht verbonden partijen", body)
