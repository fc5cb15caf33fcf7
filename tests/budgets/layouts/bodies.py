"""Invented bodies with all that a document may tell of them; participants are real governments, nothing else is.

Belongs here: bodies and persons. Does not belong here: how a document writes them.
"""

from dataclasses import dataclass

WGR, PRIVATE, OTHER = "wgr", "private", "other"
PERSONS = ("J. Voorbeeld", "P. Proefman", "A. Testpersoon", "B. Proefnaam", "C. Fictief")
"""Placeholders where a document names somebody."""


@dataclass(frozen=True)
class Body:
    """A body; amounts in thousands of euros. `equity` and `debt` are at the ends of three years, `results` of these."""

    name: str
    form: str
    group: str
    seat: str
    purpose: str
    participants: tuple[str, ...]
    equity: tuple[int, int, int]
    debt: tuple[int, int, int]
    results: tuple[int, int, int]

    @property
    def amounts(self) -> tuple[int, int, int, int, int]:
        """Equity and debt at the begin and the end of the last year, and its result."""
        return (*self.equity[1:], *self.debt[1:], self.results[2])

    @property
    def who(self) -> str:
        """The participants in one text."""
        return ", ".join(self.participants[:-1]) + f" en {self.participants[-1]}"


def _body(form: str, group: str, name: str, seat: str, purpose: str, members: str, figures: str) -> Body:
    """`figures`: equity at the end of the first year, three debts, three results; equity follows the results."""
    first, *debt_and_results = map(int, figures.split())
    debt, results = tuple(debt_and_results[:3]), tuple(debt_and_results[3:])
    equity = (first, first + results[1], first + results[1] + results[2])
    return Body(name, form, group, seat, purpose, tuple(m.strip() for m in members.split(",")), equity, debt, results)


def _gr(*rest: str) -> Body:
    return _body("Gemeenschappelijke regeling", WGR, *rest)


def _nv(*rest: str) -> Body:
    return _body("Naamloze vennootschap", PRIVATE, *rest)


def _bv(*rest: str) -> Body:
    return _body("Besloten vennootschap", PRIVATE, *rest)


def _st(*rest: str) -> Body:
    return _body("Stichting", PRIVATE, *rest)


def _co(*rest: str) -> Body:
    return _body("Coöperatie", PRIVATE, *rest)


_ZEELAND = "Borsele, Goes, Kapelle, Reimerswaal, Tholen"
_ZWOLLE = "Dalfsen, Kampen, Raalte, Zwolle"
_DRENTHE = "Assen, Coevorden, Emmen, Tynaarlo"
_GOUDA = "Gouda, Waddinxveen, Zuidplas"
_VELUWE = "Apeldoorn, Epe, Heerde, Voorst"
_LIMBURG = "Horst aan de Maas, Nederweert, Venlo, Weert"

FIRE = _gr("Veiligheidsregio Kleidijk", "Zwolle", "Branden, rampen en crises voorkomen en bestrijden.", _ZWOLLE,
           "5128 34210 33870 35140 412 -233 189")  # fmt: skip
HEALTH = _gr("GGD Kleidijk", "Kampen", "De gezondheid van inwoners bewaken en bevorderen.", _ZWOLLE,
             "2814 9022 9417 8830 -61 148 -37")  # fmt: skip
ENVIRONMENT = _gr("Omgevingsdienst Waardmeer", "Raalte", "Vergunningen verlenen en toezicht houden bij bedrijven.",
                  _ZWOLLE, "1043 4477 4391 4620 88 -54 71")  # fmt: skip
WORK = _gr("Werkschap De Plank", "Goes", "Passend werk bieden aan wie dat zelf niet vindt.", _ZEELAND,
           "1977 6110 5984 5733 -402 -117 26")  # fmt: skip
ARCHIVE = _gr("Streekarchief Schorrenland (SSL)", "Kapelle", "Archieven bewaren en toegankelijk maken.", _ZEELAND,
              "288 911 874 902 15 -22 19")  # fmt: skip
TAX = _gr("Belastingbureau Drie Akkers", "Gouda", "Belastingen heffen en woningen waarderen.", _GOUDA,
          "655 2209 2318 2264 -48 37 52")  # fmt: skip
YOUTH = _gr("Inkoopbureau Jeugd Zandstreek", "Apeldoorn", "Zorg voor de jeugd samen inkopen.", _VELUWE,
            "172 3348 3590 3417 0 0 64")  # fmt: skip
PARK = _gr("Recreatieschap Ringvaart", "Epe", "Oevers, stranden en fietspaden onderhouden.", _VELUWE,
           "1416 1209 1188 1153 -87 23 -14")  # fmt: skip
REGION = _gr("Regio Maaszoom", "Venlo", "Samen optrekken bij wonen, wegen en werk.", _LIMBURG,
             "904 1733 1820 1688 31 -12 45")  # fmt: skip
BUREAU = _gr("Shared Service Centrum Vlinder", "Raalte", "De bedrijfsvoering van de deelnemers doen.", "Raalte, Zwolle",
             "713 5266 5871 5604 122 -39 58")  # fmt: skip
DETECTIVES = _gr("Sociale Recherche Zuiderdijk", "Emmen", "Misbruik van uitkeringen onderzoeken.", _DRENTHE,
                 "66 207 233 219 4 7 -9")  # fmt: skip
TRANSPORT = _gr("Vervoerscentrale Esweg", "Assen", "Vervoer voor leerlingen en ouderen regelen.", _DRENTHE,
                "347 1844 1902 1793 -26 41 12")  # fmt: skip
SLUDGE = _gr("Slibbedrijf Zuidoever", "Tholen", "Slib van zuiveringen drogen en verwerken.",
             "Brabantse Delta, Scheldestromen, De Dommel", "7733 58210 56914 55087 640 211 -318")  # fmt: skip
LABORATORY = _gr("Waterlab Noordrand", "Assen", "Water bemonsteren en onderzoeken.",
                 "Hunze en Aa's, Noorderzijlvest, Drents Overijsselse Delta",
                 "1288 4120 3977 4205 96 -44 83")  # fmt: skip
COLLECTION = _gr("Waterschapskantoor Heffing Oost", "Zwolle", "Waterschapsbelasting heffen en innen.",
                 "Vechtstromen, Rijn en IJssel, Vallei en Veluwe", "431 6077 6212 5894 -72 18 27")  # fmt: skip
SOFTWARE = _gr("Het Waterhuisje", "Amersfoort", "Samen programmatuur voor waterschappen beheren.",
               "Rijnland, Delfland, Rivierenland", "2260 3855 4017 3921 0 140 -65")  # fmt: skip

BANK = _nv("Streekbank N.V.", "Utrecht", "Geld lenen aan overheden tegen lage rente.", "provincies, gemeenten",
           "88410 917400 933800 951200 6100 5480 5920")  # fmt: skip
WATER = _nv("N.V. Bronwater Oost", "Zwolle", "Drinkwater winnen en leveren.", "provincies, gemeenten",
            "51270 144800 151300 157900 1310 1260 1880")  # fmt: skip
GRID = _nv("Netland Holding N.V.", "Arnhem", "Netten voor stroom en gas beheren.", "provincies, gemeenten",
           "240600 388100 402700 419500 9120 8870 7440")  # fmt: skip
WASTE = _nv("Veegdal NV", "Apeldoorn", "Huisvuil inzamelen en straten vegen.", _VELUWE,
            "6034 12870 12410 13055 317 208 254")  # fmt: skip
AIRPORT = _nv("NV Vliegveld Grashoogte", "Voorst", "Een klein vliegveld in bedrijf houden.", "Apeldoorn, Epe, Voorst",
              "2205 1764 1702 1690 -118 -93 -41")  # fmt: skip
SPORT = _nv("NV Sportbeheer Hanzehoek", "Deventer", "Sporthallen en zwembaden beheren.", "Deventer, Olst-Wijhe",
            "14203 9321 9017 8844 61 -77 143")  # fmt: skip
THEATRE = _bv("Schouwburg Hanzehoek BV", "Deventer", "Een theater in stand houden.", "Deventer, Raalte",
              "411 902 1033 987 -54 12 -8")  # fmt: skip
GREEN = _bv("Het Groenwerk BV", "Deventer", "Plantsoenen onderhouden met mensen uit de bijstand.", "Deventer, Zutphen",
            "530 744 768 731 22 -17 34")  # fmt: skip
CLAIM = _bv("Claimfonds Stroom B.V.", "'s-Hertogenbosch", "Een oude rechtszaak afwikkelen.", "Tilburg, Waalwijk",
            "61 9 8 7 -3 -4 -2")  # fmt: skip
HEAT = _bv("Warmtenet Havenkwartier B.V.", "Gouda", "Woningen van warmte voorzien.", "Gouda, Zuidplas",
           "1190 8845 9310 9672 -260 -188 -94")  # fmt: skip
LAND = _bv("Grondbedrijf Polderrand B.V.", "Waddinxveen", "Een bedrijventerrein ontwikkelen.", "Gouda, Waddinxveen",
           "3316 14720 13985 12240 0 205 318")  # fmt: skip
BRAND = _nv("Brandal", "Venlo", "Restafval verbranden.", _LIMBURG, "9924 30128 29470 28815 710 402 -153")  # fmt: skip
BRAND_TWO = _bv("Kabelia", "Weert", "Kabels verhuren.", "Nederweert, Weert", "2127 845 830 812 96 104 88")  # fmt: skip
BRAND_THREE = _gr("Werkent", "Goes", "Uitkeringen verstrekken en naar werk begeleiden.", _ZEELAND,
                  "1522 7340 7618 7205 -33 91 -48")  # fmt: skip
MUSEUM = _st("Stichting Museum De Trekschuit", "Gouda", "Een museum openhouden.", "Gouda, Zuidplas",
             "84 23 27 19 3 -5 2")  # fmt: skip
MARKETING = _st("Stichting Promotie Hanzehoek", "Deventer", "Bezoekers trekken.", "Deventer, Raalte",
                "39 61 54 66 -7 4 1")  # fmt: skip
SCHOOLS = _st("Stichting Openbaar Onderwijs Waterkant", "Kampen", "Openbare scholen besturen.", "Kampen, Dalfsen",
              "2870 1934 2055 1988 -121 64 -32")  # fmt: skip
FUND = _st("Groenfonds Veenrand", "Zuidplas", "Boeren betalen voor weidevogels.", _GOUDA, "1745 8 6 9 40 -62 -58")
UNION = _body("Vereniging", PRIVATE, "Vereniging van Randgemeenten (VRG)", "Utrecht", "Opkomen voor kleine gemeenten.",
              "Houten, Zeist", "212 140 133 151 9 11 -6")  # fmt: skip
FARMERS = _co("Coöperatie Groene Kade U.A.", "Waddinxveen", "Natuur beheren met boeren.", _GOUDA,
              "330 52 47 44 12 8 -3")  # fmt: skip
PURCHASE = _co("Coöperatieve Vereniging Reisdata U.A.", "Utrecht", "Gegevens van bus en trein delen.",
               "provincie Utrecht, provincie Flevoland", "506 1188 1240 1301 37 -11 20")  # fmt: skip
PLATFORM = _body("Overeenkomst", OTHER, "Platform Stad en Ommeland", "Zwolle", "Elkaar op de hoogte houden.", _ZWOLLE,
                 "0 0 0 0 0 0 0")  # fmt: skip
