"""General Dutch words of inter-municipal cooperation: what says nothing, what means the same, what task it names.

Belongs here: words of the language. Does not belong here: names of particular collaborations.
"""

# All words in this module are folded (see organisations.spelling.fold: lower case, no accents, ij as y).

# Words that say what a thing is in law, and words of grammar: off before names are compared.
LEGAL = frozenset((
    "gemeenschappelyke", "gemeenschappelyk", "gemeenschaplyke", "regeling", "regelingen", "gr", "openbaar",
    "openbare", "lichaam", "orgaan", "bedryfsvoeringsorganisatie", "bvo", "centrumregeling",
    "centrumgemeenteregeling", "lichte", "privaatrechtelyke", "publiekrechtelyke", "instituut", "stichting", "nv",
    "bv", "b", "v", "n", "st", "vof", "cooperatie", "zonder", "meer", "gewyzigde", "wyziging", "herziene",
    "tussentydse", "gemeente", "gemeenten", "gemeentelyk", "gemeentelyke", "intergemeentelyk", "intergemeentelyke",
    "regionaal", "regionale", "betreffende", "inzake", "houdende", "tekst", "geconsolideerde",
))  # fmt: skip
STOP = frozenset((
    "de", "het", "een", "der", "den", "des", "van", "voor", "op", "in", "met", "te", "tot", "en", "of", "aan", "by",
    "tussen", "uit", "over", "door", "als", "naar", "om", "s", "t", "e", "o", "eo", "omstreken", "ca", "c", "a",
    "cum", "annexis", "genaamd", "ter",
))  # fmt: skip
# Words that many arrangements share: they count, but never as much as a name of one's own.
GENERIC = frozenset((
    "regio", "samenwerking", "samenwerkingsverband", "dienst", "diensten", "bedryf", "schap", "werk", "service",
    "centrum", "groep", "organisatie", "bestuur", "bureau", "raad", "platform", "beheer", "uitvoering", "openbaar",
    "vervoer", "sociale", "sociaal", "noord", "oost", "zuid", "west", "midden", "noordoost", "noordwest",
    "zuidoost", "zuidwest", "zaken", "inkomen", "gewest", "streek", "stad", "stadsregio", "publieke", "gezondheid",
    "zorg", "jeugd",
))  # fmt: skip
COMPASS = frozenset(["noord", "oost", "zuid", "west", "midden", "noordoost", "noordwest", "zuidoost", "zuidwest"])

# Longer texts are tried first.
SYNONYMS: tuple[tuple[str, str], ...] = (
    ("gemeentelyke gezondheidsdienst", "ggd"),
    ("gemeenschappelyke gezondheidsdienst", "ggd"),
    ("gemeentelyke geneeskundige en gezondheidsdienst", "ggd"),
    ("geneeskundige en gezondheidsdienst", "ggd"),
    ("regionale gezondheidsdienst", "ggd"),
    ("gg en gd", "ggd"),
    ("gg gd", "ggd"),
    ("basisgezondheidsdienst", "ggd"),
    ("regionale uitvoeringsdienst", "omgevingsdienst"),
    ("regionale uitvoerings dienst", "omgevingsdienst"),
    ("rud", "omgevingsdienst"),
    ("omgevings dienst", "omgevingsdienst"),
    ("veiligheids regio", "veiligheidsregio"),
    ("vr", "veiligheidsregio"),
    ("intergemeentelyke sociale dienst", "isd"),
    ("intergemeentelyke afdeling sociale zaken", "iasz"),
    ("regionale sociale dienst", "rsd"),
    ("regionaal historisch centrum", "rhc"),
    ("regionaal archief", "archief"),
    ("streekarchief", "archief"),
    ("archiefdienst", "archief"),
    ("sociale werkvoorziening", "werkvoorziening"),
    ("sociale werkvoorzieningschap", "werkvoorziening"),
    ("werkvoorzieningsschap", "werkvoorziening"),
    ("werkvoorzieningschap", "werkvoorziening"),
    ("werkvoorzieningsschappen", "werkvoorziening"),
    ("sociale werkplaats", "werkvoorziening"),
    ("wet sociale werkvoorziening", "werkvoorziening"),
    ("sw bedryf", "werkvoorziening"),
    ("wsw", "werkvoorziening"),
    ("leer werkbedryf", "leerwerkbedryf"),
    ("zorg en veiligheidshuis", "veiligheidshuis"),
    ("regionale energie strategie", "res"),
    ("regionale energiestrategie", "res"),
    ("samenwerkingsverband", "samenwerking"),
    ("samenwerkingsorgaan", "samenwerking"),
    ("samenwerkingsregeling", "samenwerking"),
    ("samenwerkingsovereenkomst", "samenwerking"),
    ("afvalstoffenverwydering", "afvalverwydering"),
    ("vuilverwerking", "afvalverwerking"),
    ("vuilverwerkingsbedryf", "afvalverwerking"),
    ("recreatie schap", "recreatieschap"),
    ("natuur en recreatieschap", "recreatieschap"),
    ("belasting samenwerking", "belastingsamenwerking"),
    ("friesland", "fryslan"),
    ("s gravenhage", "denhaag"),
    ("den haag", "denhaag"),
    ("s hertogenbosch", "denbosch"),
    ("den bosch", "denbosch"),
)

# The start of a word that names the task; the first that fits counts.
TASKS: tuple[tuple[str, str], ...] = (
    ("ggd", "health"), ("gezondheid", "health"), ("ghor", "safety"), ("veiligheidsregio", "safety"),
    ("brandweer", "safety"), ("hulpverlening", "safety"), ("veiligheidshui", "care_safety"),
    ("omgevingsdienst", "environment"), ("milieu", "environment"), ("werkvoorziening", "work"),
    ("werkbedryf", "work"), ("leerwerk", "work"), ("participatie", "work"), ("werkplein", "social"),
    ("isd", "social"), ("rsd", "social"), ("iasz", "social"), ("inkomen", "social"), ("bystand", "social"),
    ("afval", "waste"), ("reiniging", "waste"), ("vuil", "waste"), ("stort", "waste"), ("recreatie", "recreation"),
    ("park", "recreation"), ("natuur", "recreation"), ("landschap", "recreation"), ("plassen", "recreation"),
    ("archief", "archive"), ("historisch", "archive"), ("rhc", "archive"), ("archieven", "archive"),
    ("belasting", "tax"), ("ict", "ict"), ("automatisering", "ict"), ("informati", "ict"), ("vervoer", "transport"),
    ("mobiliteit", "transport"), ("onderwys", "education"), ("school", "education"), ("leerplicht", "education"),
    ("leerling", "education"), ("bibliotheek", "library"), ("jeugd", "youth"), ("haven", "port"), ("seaport", "port"),
    ("bedryventerrein", "estate"), ("bedryvenpark", "estate"), ("industrie", "estate"), ("crematori", "funeral"),
    ("begraaf", "funeral"), ("kredietbank", "credit"), ("schuldhulp", "credit"), ("muziek", "culture"),
    ("museum", "culture"), ("rekenkamer", "audit"), ("inkoop", "procurement"),
)  # fmt: skip

# Words, as they stand in forms (without a last s), that name a system that the law lays over the country. Each body
# belongs to one of these systems, so names with words of different systems are names of different bodies, however
# alike the region and the members.
SYSTEMS: tuple[tuple[str, str], ...] = (
    ("veiligheidsregio", "safety_region"),
    ("veiligheidshui", "care_safety_house"),
    ("ggd", "health_region"),
    ("omgevingsdienst", "environment_service"),
    ("arbeidsmarktregio", "labour_market_region"),
    ("res", "res_region"),
)
# Systems whose bodies always bear the word: a name without it is the name of something else in the same region.
ALWAYS_NAMED = frozenset(("care_safety_house", "labour_market_region", "res_region"))
