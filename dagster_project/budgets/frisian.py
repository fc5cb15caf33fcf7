"""Frisian words of budgets as Dutch ones, for municipalities of Fryslân publish in both languages.

Only what is compared is translated, never what is kept: a name, a legal form and a section stay as written.
"""

import re
from functools import lru_cache

_WORDS = {
    "begjin": "begin", "begrutting": "begroting", "besletten": "besloten", "bestjoer": "bestuur",
    "bestjoerlik": "bestuurlijk", "binne": "zijn", "bydrage": "bijdrage", "deputearre": "gedeputeerde",
    "desimber": "december", "dielnimmende": "deelnemende", "dielnimmer": "deelnemer", "dielnimmers": "deelnemers",
    "ferbûne": "verbonden", "feriening": "vereniging", "ferieningen": "verenigingen", "fermogen": "vermogen",
    "ferwachte": "verwachte", "fan": "van", "fennoatskip": "vennootschap", "fennoatskippen": "vennootschappen",
    "fêstige": "gevestigd", "fêstiging": "vestiging", "fêstigingsplak": "vestigingsplaats",
    "finansjeel": "financieel", "finansjele": "financiële", "foarm": "vorm", "foarsitter": "voorzitter",
    "frjemd": "vreemd", "gjin": "geen", "hat": "heeft", "iepenbier": "openbaar", "jannewaris": "januari",
    "juridyske": "juridische", "koöperaasje": "coöperatie", "koöperaasjes": "coöperaties", "lichem": "lichaam",
    "maatskiplik": "maatschappelijk", "meidielnimmers": "mededeelnemers", "mienskiplike": "gemeenschappelijke",
    "namme": "naam", "nammeleaze": "naamloze", "net": "niet",
    "oare": "overige", "oersicht": "overzicht", "plak": "plaats", "publyk": "publiek", "risiko": "risico",
    "risiko's": "risico's", "rjochtsfoarm": "rechtsvorm", "rjochtspersoan": "rechtspersoon", "stifting": "stichting",
    "stiftingen": "stichtingen", "tapassing": "toepassing", "tûzen": "duizend", "wethâlder": "wethouder",
    "yn": "in",
}  # fmt: skip
_SIGNS = re.compile(
    r"f(?:an|er|ê|inans|oar|rj|enn)|mienskip|publyk|iepenb|dieln|stifting|nammele|gjin|rjocht|namme\b|oare|oersicht"
    r"|risiko|bestj|plak\b|koöper|jannew|desimb|begjin|tûzen|maatskip"
)
"""A text without any of these in lower case holds no word that is translated for its own sake. Ignoring case would make
the search ten times as slow."""

_WORD = re.compile(r"[^\W\d_]+(?:['’]s)?")


@lru_cache(maxsize=20_000)
def in_dutch(text: str) -> str:
    """The text with the Frisian words of budgets in Dutch; the text itself where it has none."""
    if not _SIGNS.search(text.lower()):
        return text
    return _WORD.sub(_translated, text)


def _translated(found: re.Match[str]) -> str:
    word = found.group()
    dutch = _WORDS.get(word.lower().replace("’", "'"), word)
    return dutch.capitalize() if word[0].isupper() and dutch != word else dutch
