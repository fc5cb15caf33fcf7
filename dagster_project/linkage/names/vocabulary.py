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
    "regionaal", "regionale", "gem", "reg", "intergem", "betreffende", "inzake", "houdende", "tekst", "geconsolideerde",
))  # fmt: skip
ABBREVIATED_LAW = {"gem": "gemeenschappelyke", "reg": "regeling", "intergem": "intergemeentelyke"}
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
# Words that say how people work together and never at what.
SHAPES = frozenset((
    "regio", "samenwerking", "samenwerkingsverband", "dienst", "diensten", "bedryf", "schap", "service", "centrum",
    "groep", "organisatie", "bestuur", "bestuurlyk", "bureau", "raad", "platform", "beheer", "uitvoering", "gewest",
    "streek", "stad", "stadsregio", "convenant", "overleg", "agenda", "fonds", "pact", "akkoord", "bestuursakkoord",
    "netwerk", "alliantie", "overeenkomst", "dienstverleningsovereenkomst", "verband", "kring", "tafel", "regiotafel",
    "beraad", "deal", "project", "programma", "bestuurscommissie", "commissie", "werkgroep", "taskforce",
    "portefeuillehoudersoverleg", "coalitie", "intentieverklaring", "maatschappy", "mantelovereenkomst", "ministerie",
    "provincie", "waterschap", "hoogheemraadschap",
))  # fmt: skip
COMPASS = frozenset(["noord", "oost", "zuid", "west", "midden", "noordoost", "noordwest", "zuidoost", "zuidwest"])
# Words of names in every region: a name of nothing else says of no place that it is the one.
ANYWHERE = SHAPES | (GENERIC - COMPASS)

# The adjectives of regions by the region.
ADJECTIVES = {
    f"{start}{end}": region
    for start, region in (
        ("groning", "groningen"), ("drent", "drenthe"), ("frie", "fryslan"), ("fryk", "fryslan"),
        ("overyssel", "overyssel"), ("gelder", "gelderland"), ("utrecht", "utrecht"), ("holland", "holland"),
        ("zeeuw", "zeeland"), ("brabant", "brabant"), ("limburg", "limburg"), ("flevoland", "flevoland"),
        ("twent", "twente"), ("veluw", "veluwe"), ("achterhoek", "achterhoek"), ("salland", "salland"),
    )
    for end in ("s", "se", "sch", "sche", "er")
}  # fmt: skip

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
    ("sociale dienst", "isd"),
    ("gewest", "regio"),
    ("sociaal werkvoorziening", "werkvoorziening"),
    ("sociaal werkvoorzieningschap", "werkvoorziening"),
    ("sociaal werkvoorzieningsschap", "werkvoorziening"),
    ("sociaal werkvoorzieningsbedryf", "werkvoorziening"),
    ("werkvoorzieningsbedryf", "werkvoorziening"),
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
    ("werk leerbedryf", "leerwerkbedryf"),
    ("werkleerbedryf", "leerwerkbedryf"),
    ("i en it", "ict"),
    ("i it", "ict"),
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

# The start of a word that names the task; the first that fits counts, so what is narrower stands before what is wider.
TASKS: tuple[tuple[str, str], ...] = (
    ("ggd", "health"), ("gezondheid", "health"), ("ambulance", "ambulance"), ("ghor", "safety"),
    ("veiligheidsregio", "safety"), ("brandweer", "safety"), ("hulpverlening", "safety"), ("meldkamer", "safety"),
    ("veiligheidshui", "care_safety"), ("ondermyning", "crime"), ("riec", "crime"), ("buurtveiligheid", "crime"),
    ("omgevingsdienst", "environment"), ("milieupark", "waste"), ("milieustraat", "waste"), ("milieu", "environment"),
    ("vth", "permits"), ("bouwtoezicht", "permits"), ("woningtoezicht", "permits"), ("bouw", "permits"),
    ("werkvoorziening", "work"), ("werkbedryf", "work"), ("leerwerk", "work"), ("participatie", "work"),
    ("werkgever", "work"), ("werkcentrum", "work"), ("arbeidsmarkt", "work"), ("werkplein", "social"),
    ("isd", "social"), ("rsd", "social"), ("iasz", "social"), ("inkomen", "social"), ("bystand", "social"),
    ("bestaanszekerheid", "poverty"), ("armoede", "poverty"),
    ("afvalwater", "water_chain"), ("waterket", "water_chain"), ("riool", "water_chain"), ("riolering", "water_chain"),
    ("afval", "waste"), ("reiniging", "waste"), ("vuil", "waste"), ("stort", "waste"), ("grondstof", "waste"),
    ("circulair", "waste"), ("waterpanel", "water"), ("wateralliantie", "water"), ("waterakkoord", "water"),
    ("recreatie", "recreation"), ("toerisme", "recreation"), ("toeristi", "recreation"), ("marketing", "recreation"),
    ("gebiedsmarketing", "recreation"), ("parkeer", "transport"), ("parkstad", "parkstad"), ("park", "recreation"),
    ("natuur", "recreation"), ("groenalliantie", "recreation"), ("plassen", "recreation"),
    ("landschapspark", "land"), ("landschap", "landscape"), ("gebiedsontwikkeling", "land"), ("grondbank", "land"),
    ("grondexploitatie", "land"), ("herstructurering", "land"),
    ("archief", "archive"), ("historisch", "archive"), ("rhc", "archive"), ("archiev", "archive"),
    ("archeologi", "heritage"), ("monument", "heritage"), ("erfgoed", "heritage"),
    ("belasting", "tax"), ("ict", "ict"), ("automatisering", "ict"), ("informati", "ict"),
    ("vaarweg", "waterways"), ("veerdienst", "waterways"), ("veerpont", "waterways"),
    ("vervoer", "transport"), ("mobiliteit", "transport"), ("bereikbaarheid", "transport"), ("regiotaxi", "transport"),
    ("verkeer", "traffic"), ("onderwys", "education"), ("school", "education"), ("leerplicht", "education"),
    ("leerling", "education"), ("educatie", "education"), ("volwasseneneducatie", "education"),
    ("bibliotheek", "library"), ("jeugd", "youth"), ("havenbedryf", "port"), ("haven", "port"), ("seaport", "port"),
    ("bedryventerrein", "estate"), ("bedryvenpark", "estate"), ("bedryvenschap", "estate"), ("industrie", "estate"),
    ("crematori", "funeral"), ("begraaf", "funeral"), ("kredietbank", "credit"), ("schuldhulp", "credit"),
    ("muziek", "culture"), ("museum", "culture"), ("theater", "culture"), ("cultuur", "culture"),
    ("rekenkamer", "audit"), ("inkoop", "procurement"), ("aanbesteding", "procurement"), ("klacht", "complaints"),
    ("ombudsman", "complaints"), ("juridi", "legal"), ("bezwaar", "legal"), ("personeel", "staff"),
    ("salaris", "staff"), ("talent", "talent"), ("human", "talent"), ("capital", "talent"), ("wmo", "care"),
    ("wykteam", "care"), ("ondersteuning", "care"), ("woonzorg", "care"), ("welzyn", "care"),
    ("oggz", "mental_health"), ("ggz", "mental_health"), ("opvang", "shelter"),
    ("vrouwenopvang", "shelter"), ("beschermd", "shelter"), ("geweld", "violence"), ("kindermishandeling", "violence"),
    ("woon", "housing"), ("wonen", "housing"), ("woning", "housing"), ("volkshuisvesting", "housing"),
    ("inburgering", "integration"), ("asiel", "integration"), ("statushouder", "integration"),
    ("energie", "energy"), ("warmte", "energy"), ("wind", "energy"), ("zonne", "energy"), ("duurzaam", "energy"),
    ("klimaat", "climate"), ("economi", "economy"), ("ondernemer", "economy"), ("innovatie", "economy"),
    ("platteland", "rural"), ("vitaal", "rural"),
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
