"""Dutch words for the codes that readers meet: in the trace, the workbook and the reading guide.

Belongs here: words for accepted values that no seed has a label for. Labels of tables and columns live in the
dictionary, those of themes, legal forms, systems and figures in their seeds.
"""

WORDS = {
    "municipality": "gemeente",
    "province": "provincie",
    "water_board": "waterschap",
    "ministry": "rijksdepartement",
    "non_government": "niet-overheidspartij",
    "wgr": "publiekrechtelijk (Wgr)",
    "private": "privaatrechtelijk",
    "other": "overig",
    "unknown": "onbekend",
    "all": "alle",
    "mandatory": "verplicht",
    "semi_mandatory": "half verplicht",
    "voluntary": "vrijwillig",
    "operational": "operationeel",
    "tactical": "tactisch",
    "strategic": "strategisch",
    "regional": "regionaal",
    "thematic": "thematisch",
    "none": "geen",
    "region_only": "alleen de regio zegt het",
    "state_only": "alleen het Rijk zegt het",
    "both": "Rijk en regio zeggen het",
    "self_reported": "zelf opgegeven",
    "named_by_others": "door anderen genoemd",
    "confirmed": "bevestigd",
    "denied": "ontkend",
    "budget": "begroting",
    "survey": "enquête",
    "register": "register",
    "edition": "eerdere editie",
    "programme": "programmalijst",
    "rule": "regel",
    "model": "model",
    "llm": "taalmodel",
    "person": "persoon",
    "source": "bron",
    "founded": "opgericht",
    "first_seen": "eerst gezien",
    "dissolved": "opgeheven",
    "no_longer_seen": "niet meer gezien",
    "merged": "samengevoegd",
    "split": "gesplitst",
    "renamed": "hernoemd",
    "legal_form_changed": "van rechtsvorm veranderd",
    "entered_scope": "in het bereik gekomen",
    "left_scope": "uit het bereik gegaan",
    "count": "aantal (teller)",
    "share": "aandeel (100 × teller / noemer)",
    "mean": "gemiddelde (teller / noemer)",
    "numerator": "teller",
    "denominator": "noemer",
    "percent": "procent",
    "collaborations": "samenwerkingsverbanden",
    "collaborations per organisation": "samenwerkingsverbanden per organisatie",
    "municipalities per collaboration": "gemeenten per samenwerkingsverband",
    "A": "gewoon",
    "B": "reeksbreuk",
    "E": "schatting",
    "M": "ontbreekt",
    "passed": "gehaald",
    "failed": "niet gehaald",
    "waived": "ontheven",
    "not_run": "niet uitgevoerd",
    "fatal": "fataal",
    "error": "fout",
    "warning": "waarschuwing",
    "yes": "ja",
    "no": "nee",
    "observed": "waargenomen",
    "presumed": "vermoed",
    "decided": "besloten",
    "lists": "noemt",
    "participates": "neemt deel",
    "denies_participation": "ontkent deelname",
    "denies_existence": "ontkent het bestaan",
    "mention": "vermelding",
    "decision": "besluit",
}

KINDS = {"example": "VOORBEELDGEGEVENS", "simulated": "GESIMULEERDE GEGEVENS", "real": ""}


def word(code: str | None) -> str:
    """The Dutch word for a code; the code itself where there is none, nothing for None."""
    return "" if code is None else WORDS.get(code, code)


def both(code: str | None) -> str:
    """The Dutch word with the code behind it, as in `gemeente (municipality)`."""
    dutch = word(code)
    return dutch if dutch == (code or "") else f"{dutch} ({code})"


def category_label(category: str, names: dict[str, str]) -> str:
    """The Dutch label of a category of a figure; `names` gives those of themes and organisations.

    A pair, as in `ruimte+economie`, is labelled part by part; `3+` is three or more.
    """
    if category in names:
        return names[category]
    first, plus, second = category.partition("+")
    if plus:
        return f"{category_label(first, names)} en {category_label(second, names)}" if second else f"{first} of meer"
    return word(category)
