"""The Dutch words that all sources share: kinds of organisation, legal forms, headings, themes."""

WGR = (
    "openbaar_lichaam", "bedrijfsvoeringsorganisatie", "gemeenschappelijk_orgaan", "centrumregeling",
    "regeling_zonder_meer", "wgr_onbepaald",
)  # fmt: skip
COMPANIES = ("bv", "nv", "vof_cv", "cooperatie")
FOUNDATIONS = ("stichting", "vereniging")
WITH_BALANCE = ("openbaar_lichaam", "bedrijfsvoeringsorganisatie", *COMPANIES, "stichting", "fonds")

FORM = {
    "openbaar_lichaam": "Openbaar lichaam",
    "bedrijfsvoeringsorganisatie": "Bedrijfsvoeringsorganisatie",
    "gemeenschappelijk_orgaan": "Gemeenschappelijk orgaan",
    "centrumregeling": "Centrumregeling",
    "regeling_zonder_meer": "Regeling zonder meer",
    "wgr_onbepaald": "Gemeenschappelijke regeling",
    "bv": "Besloten vennootschap",
    "nv": "Naamloze vennootschap",
    "stichting": "Stichting",
    "vereniging": "Vereniging",
    "cooperatie": "Coöperatie",
    "vof_cv": "Commanditaire vennootschap",
    "bestuursovereenkomst": "Bestuursovereenkomst",
    "samenwerkingsovereenkomst": "Samenwerkingsovereenkomst",
    "convenant": "Convenant",
    "bestuurlijk_overleg": "Bestuurlijk overleg",
    "fonds": "Fonds",
    "egts": "EGTS",
    "onbekend": "Onbekend",
}
LOOSE_FORM = FORM | {
    "openbaar_lichaam": "Gemeenschappelijke regeling (openbaar lichaam)",
    "bedrijfsvoeringsorganisatie": "Gemeenschappelijke regeling (bedrijfsvoeringsorganisatie)",
    "gemeenschappelijk_orgaan": "Gemeenschappelijke regeling (gemeenschappelijk orgaan)",
    "centrumregeling": "Gemeenschappelijke regeling (centrumregeling)",
}
SHORT_FORM = FORM | {
    "openbaar_lichaam": "GR, openbaar lichaam",
    "bedrijfsvoeringsorganisatie": "GR, BVO",
    "bv": "B.V.",
    "nv": "N.V.",
    "vof_cv": "C.V.",
}
FORMS = {"full": FORM, "loose": LOOSE_FORM, "short": SHORT_FORM}

THEME = {
    "ruimte": "Ruimte",
    "economie": "Economie (met arbeidsmarkt)",
    "sociaal": "Sociaal domein",
    "veiligheid": "Veiligheid",
    "energie_duurzaamheid": "Energie en duurzaamheid",
    "mobiliteit": "Mobiliteit",
    "bedrijfsvoering": "Bedrijfsvoering",
    "onderwijs_cultuur": "Onderwijs en cultuur",
}

KIND = {"gm": "gemeente", "pv": "provincie", "ws": "waterschap", "mn": "ministerie"}

# How a paragraph is divided. The first is the order of the Besluit begroting en verantwoording; the places are those of
# arrangements, companies, foundations and the rest.
SECTIONS = {
    "bbv": (
        "Gemeenschappelijke regelingen",
        "Vennootschappen en coöperaties",
        "Stichtingen en verenigingen",
        "Overige verbonden partijen",
    ),
    "public_private": (
        "Publiekrechtelijke samenwerkingsverbanden",
        "Privaatrechtelijke deelnemingen",
        "Privaatrechtelijke deelnemingen",
        "Overige samenwerkingsverbanden",
    ),
    "province": (
        "Gemeenschappelijke regelingen",
        "Deelnemingen in vennootschappen",
        "Stichtingen en verenigingen",
        "Overige verbonden partijen",
    ),
    "water_board": (
        "Publiekrechtelijke verbonden partijen",
        "Privaatrechtelijke verbonden partijen",
        "Privaatrechtelijke verbonden partijen",
        "Overige samenwerkingen",
    ),
}


def place_of(form: str) -> int:
    """The place of a legal form among the four headings."""
    return next((n for n, forms in enumerate((WGR, COMPANIES, FOUNDATIONS)) if form in forms), 3)


# The programme under which a municipality that orders by programme puts a party, by its first theme.
PROGRAMME = {
    "ruimte": "Wonen en leefomgeving",
    "economie": "Economie en arbeidsmarkt",
    "sociaal": "Sociaal domein",
    "veiligheid": "Bestuur en veiligheid",
    "energie_duurzaamheid": "Duurzaamheid en milieu",
    "mobiliteit": "Verkeer en mobiliteit",
    "bedrijfsvoering": "Bedrijfsvoering",
    "onderwijs_cultuur": "Onderwijs en cultuur",
}


def heading_of(scheme: str, form: str, theme: str) -> str | None:
    """The heading under which a party stands in a scheme: a key of SECTIONS, `themes`, or `none`."""
    if scheme == "none":
        return None
    return PROGRAMME[theme] if scheme == "themes" else SECTIONS[scheme][place_of(form)]


def headings_of(scheme: str) -> tuple[str | None, ...]:
    """All headings of a scheme in their order, each once."""
    if scheme == "none":
        return (None,)
    return tuple(dict.fromkeys(PROGRAMME.values() if scheme == "themes" else SECTIONS[scheme]))
