"""News and annexes that hold no party."""

from tests.budgets.layouts import bodies as b
from tests.budgets.layouts.twin import Told, twin
from tests.budgets.layouts.written import lines, site, tag
from tests.documents.making import xlsx


@twin(58, "2017/ws0653_nieuws-ondertekening.html")
def news_of_a_founding(t: Told) -> str:
    """News: board members sign for a new body; who signed, who takes part, a press release to download."""
    t.person("J. Voorbeeld", "Voorbeeld", "P. Proefman", "Proefman")
    t.no_party(b.COLLECTION.name, "persbericht")
    body = tag("h1", f"Bestuurders tekenen voor {b.COLLECTION.name}") + lines(
        f"Gisteren tekenden J. Voorbeeld en P. Proefman de gemeenschappelijke regeling van {b.COLLECTION.name}. Daarin "
        "leggen drie waterschappen hun samenwerking vast.", "Lees het persbericht. 96,92 KB",
    )  # fmt: skip
    return site("Nieuws", body, ("Nieuws", "Over ons", "Contact"))


@twin(59, "2020/gm0377_bijlage-subsidies.xlsx")
def annex_of_subsidies(t: Told):
    """An annex of subsidies in the shape of an overview: foundations, seats, amounts of three years, a total."""
    rows: list[list] = [
        ["Bijlage 4 Subsidies"],
        ["Instelling", "Plaats", "Rekening 2018", "Begroting 2019", "Begroting 2020"],
    ]
    for n, (name, seat) in enumerate(
        (("Stichting Buurthuis De Klos", "Haarlem"), ("Muziekvereniging Volharding", "Heemstede"),
         ("Stichting Welzijn Duinrand", "Bloemendaal"), ("Totaal", None))
    ):  # fmt: skip
        rows.append([name, seat, 21000 + 350 * n, 21400 + 350 * n, 22050 + 350 * n])
        t.no_party(name)
    return xlsx(t.path, {"Subsidies": rows})
