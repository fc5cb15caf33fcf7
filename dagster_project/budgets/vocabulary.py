"""The words that budgets use for the fields of a party: lists only, so that a new spelling is one word in one place.

Lower case, without brackets, years, dates and units: `labels` takes those off before it compares.
"""

NAME, FORM, SEAT, PURPOSE, PARTICIPANTS = "name", "legal_form", "seat", "purpose", "participants"
EQUITY, DEBT, CAPITAL, RESULT = "equity", "debt", "capital", "result"
STATUS, SUB_UNITS, NUMBER, SECTION, OTHER = "status", "sub_units", "number", "section", "other"
INTEREST, RISKS, PROGRAMME = "interest", "risks", "programme"

BEFORE = (
    "begroot", "begrote", "geraamd", "geraamde", "verwacht", "verwachte", "voorlopig", "voorlopige", "financieel",
    "financiële", "gerealiseerd", "gerealiseerde", "werkelijk", "statutaire", "statutair", "omvang", "stand", "het",
    "de", "van het", "overige", "andere", "huidige", "wat is", "wat zijn", "wie zijn", "welke",
)  # fmt: skip
"""Words that may stand before any label."""

OWNERS = (
    "verbonden partij", "verbonden partijen", "partij", "organisatie", "deelneming", "instelling", "regeling", "vp",
    "samenwerkingsverband", "begroting", "jaarrekening", "boekjaar",
)  # fmt: skip
"""What a label may be said to be of: `zetel van de verbonden partij`. No legal form: `Rechtsvorm GR` is a value."""

EXACT = {
    NAME: ("naam", "benaming", "partijnaam", "officiële naam", "volledige naam"),
    FORM: (
        "rechtsvorm", "rechtsv", "rechts-vorm", "vorm", "juridische vorm", "organisatievorm", "rechtspersoon",
        "rechtspersoonlijkheid", "juridische structuur", "juridische status", "rechtspositie", "soort", "type",
        "soort rechtspersoon", "type rechtspersoon", "soort samenwerking", "samenwerkingsvorm",
    ),
    SEAT: (
        "vestigingsplaats", "vestigings-plaats", "vestigings- plaats", "vestigings plaats", "vestigingplaats",
        "vestiging", "zetel", "plaats", "plaats van vestiging", "gevestigd", "gevestigd te", "gevestigd in",
        "standplaats", "locatie", "waar gevestigd", "waar is zij gevestigd", "waar is de partij gevestigd",
        "vest. plaats", "vest.plaats", "vest.pl", "vestigingspl", "vestigingsgemeente",
        "gemeente van vestiging", "hoofdvestiging", "hoofdkantoor", "adres", "bezoekadres", "postadres",
    ),
    PURPOSE: ("taak", "taken en doel", "taken en doelen"),
    PARTICIPANTS: (
        "deelnemer", "deelnemers", "deelnemende partijen", "deelnemende gemeenten", "deelnemende overheden",
        "deelnemende organisaties", "deelnemende partners", "deelnemende instanties", "deelnemende provincies",
        "deelnemende bestuursorganen", "deelnemende waterschappen", "deelnemende gemeenten en provincies",
        "mededeelnemers", "mede-deelnemers", "participanten", "participerende gemeenten", "participerende partijen",
        "partners", "samenwerkingspartners", "betrokken", "betrokkenen", "betrokken partijen",
        "betrokken gemeenten", "betrokken overheden", "leden", "aandeelhouders", "partijen",
        "eigenaren", "mede-eigenaren", "medeaandeelhouders", "mede-aandeelhouders", "lidgemeenten", "vennoten",
        "deelnemers/aandeelhouders", "deelnemers en aandeelhouders", "deelnemers of aandeelhouders",
    ),
    CAPITAL: (
        "eigen en vreemd vermogen", "eigen/vreemd vermogen", "eigen & vreemd vermogen", "eigen / vreemd vermogen",
        "vermogen", "vermogens", "vermogenspositie",
    ),
    EQUITY: ("e.v", "ev"),
    DEBT: ("v.v", "vv", "schulden"),
    RESULT: (
        "resultaat", "resul-taat", "resul- taat", "resul taat", "saldo", "rekeningresultaat", "jaarresultaat",
        "nettoresultaat", "netto resultaat", "exploitatieresultaat", "bedrijfsresultaat", "rekeningsaldo",
        "begrotingsresultaat", "begrotingssaldo", "exploitatiesaldo", "rekening resultaat",
        "resultaat na bestemming", "resultaat voor bestemming", "resultaat na belasting",
        "resultaat na belastingen", "result", "saldo van baten en lasten", "saldo baten en lasten",
        "winst of verlies", "winst/verlies", "winst",
    ),
    STATUS: ("status", "stand van zaken"),
    SUB_UNITS: (
        "onderdelen", "organisatieonderdelen", "organisatie-onderdelen", "bestaat uit", "bestaande uit", "dochters",
    ),
    SECTION: (
        "categorie", "rubriek", "bbv-categorie", "bbv categorie", "categorie bbv", "categorie verbonden partij",
        "indeling", "bbv-indeling", "indeling bbv", "bbv-rubriek", "rubriek bbv", "hoofdcategorie", "groep",
    ),
    OTHER: ("financiën", "financieel", "cijfers", "kerncijfers", "kengetallen"),
    NUMBER: ("nr", "no", "nummer", "volgnummer", "#"),
}  # fmt: skip
"""A label that is all of these words."""

OPENING = {
    PURPOSE: (
        "openbaar belang", "publiek belang", "maatschappelijk belang", "gemeentelijk belang", "provinciaal belang",
        "algemeen belang", "openbaar of gemeentelijk belang", "openbaar of publiek belang",
        "openbaar en publiek belang", "publiek of maatschappelijk belang", "publiek/openbaar belang",
        "openbaar/publiek belang", "maatschappelijk en openbaar belang", "welk openbaar belang",
        "welk publiek belang", "welk maatschappelijk belang", "doel", "doelen", "doelstelling", "doelstellingen",
        "welk belang dient", "welk belang wordt gediend", "waarom doen we mee", "waarom doen wij mee",
        "waarom nemen we deel", "waarom nemen wij deel", "waarvoor", "wat doet", "wat doen", "wat en waarom",
    ),
    PARTICIPANTS: (
        "welke gemeenten", "welke partijen", "welke overheden", "welke partners", "wie doen", "wie doet", "wie nemen",
    ),
    EQUITY: ("eigen vermogen",),
    DEBT: ("vreemd vermogen",),
    OTHER: (
        "bestuurlijk", "bestuurlijke", "financiële", "financieel belang", "financieel risico", "juridisch",
        "juridische", "ambtelijk", "strategisch", "beleidsmatig", "relevante", "actuele", "risico", "risico's",
        "risicoprofiel", "risicobeheersing", "programma", "programma's", "programmanummer", "relatie",
        "beleidsveld", "beleidsvelden", "beleidsterrein", "beleidsterreinen", "taakveld", "taakvelden", "domein",
        "thema", "thema's", "pijler",
        "bevoegdheid", "bevoegdheden", "afkorting", "afk", "aandeel", "aandelen", "belang", "vertegenwoordiging",
        "vertegenwoordiger",
        "vertegenwoordigers", "vertegenwoordigd", "bestuur", "bestuurder", "bestuurders", "bestuursvorm",
        "portefeuille", "portefeuillehouder", "bijdrage", "bijdragen", "website", "internet", "internetadres",
        "contact", "contactpersoon", "ontwikkelingen", "beleid", "beleidsvoornemens", "kerntaken", "taken",
        "activiteit", "activiteiten", "datum", "toezicht", "toezichthouder", "stemmen", "stemrecht",
        "stemverhouding", "dividend", "solvabiliteit", "solvabiliteitsratio", "weerstandsvermogen",
        "weerstandscapaciteit", "opgericht", "oprichting", "oprichtingsdatum", "zeggenschap", "wijze", "rol",
        "verandering", "veranderingen", "wijziging", "wijzigingen", "toelichting", "opmerking", "opmerkingen",
        "kosten", "lasten", "baten", "deelname", "informatie", "jaarstukken", "prestatie",
        "prestaties", "verantwoordelijk", "verantwoordelijke", "wethouder", "gedeputeerde", "afdeling", "looptijd",
        "kvk", "kvk-nummer", "subsidie", "garantstelling", "balanstotaal", "voorziening", "voorzieningen",
        "reserve", "reserves", "visie", "evaluatie", "inwoners", "inwonerbijdrage", "kengetal", "kengetallen",
        "indicator", "indicatoren", "governance", "welk", "welke", "wat", "waarom", "hoe",
    ),
}  # fmt: skip
"""A label that begins with these words and may go on: `doelstelling en openbaar belang`."""

DETAILS = {
    RISKS: ("risico", "risico's", "risicoprofiel", "risicobeheersing", "financieel risico", "financiële risico's",
            "relevante risico's", "overige risico's"),
    PROGRAMME: ("programma", "programma's", "programmanummer", "begrotingsprogramma", "relatie met programma",
                "relatie programma"),
    INTEREST: ("financieel belang", "financiële belang", "belang", "aandeel", "aandelen", "aandelenbezit",
               "stemrecht", "stemmen", "stemverhouding", "zeggenschap"),
}  # fmt: skip
"""What of the labels of `OTHER` is kept. They tell no party from something else, for many things have risks."""

NAME_COLUMNS = (
    "verbonden partij", "verbonden partijen", "naam verbonden partij", "partij", "organisatie", "deelneming",
    "deelnemingen", "vennootschap", "vennootschappen", "vennootschap of coöperatie",
    "vennootschappen en coöperaties", "stichting", "stichtingen", "vereniging", "verenigingen",
    "stichting of vereniging", "stichting en vereniging", "stichtingen en verenigingen", "gr", "gr'en",
    "gemeenschappelijke regeling", "gemeenschappelijke regelingen", "regeling", "instelling",
    "samenwerkingsverband", "samenwerkingsverbanden", "rechtspersoon", "omschrijving", "bedrijf", "participatie",
    "participaties", "partij en plaats", "naam en plaats", "naam en vestigingsplaats", "naam en zetel",
    "benaming en adres",
)  # fmt: skip
"""Headers of a column of names, which in running text would say something else."""

NAME_LABELS = (
    "partij", "verbonden partij", "organisatie", "deelneming", "instelling", "regeling", "samenwerkingsverband",
    "gemeenschappelijke regeling", "stichting", "vennootschap", "vereniging",
)  # fmt: skip
"""Labels of a name where a value follows; alone on a line they say something else."""

VAGUE = ("omschrijving",)
"""Headers of names that tables of anything have, such as those of reserves and of risks."""

KINDS_OF_YEAR = (
    "rekening", "jaarrekening", "begroting", "primitieve begroting", "realisatie", "prognose", "raming", "werkelijk",
    "begroot", "geraamd", "verwacht", "voorlopig", "actueel", "bijgesteld",
)  # fmt: skip
"""What a year in the second row of a header may be called."""

KINDS = ("soort", "type", "soort verbonden partij", "type verbonden partij", "soort partij")
"""Labels of a legal form that mean the category where another column holds the form."""
