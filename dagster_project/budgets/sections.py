"""Headings above parties: the categories of the BBV, general titles that say nothing, and "there are none"."""

import re
from functools import lru_cache

from dagster_project.budgets.frisian import in_dutch
from dagster_project.documents.text import without_start

_NUMBER = re.compile(
    r"^(?:(?:Onderdeel|Categorie|Deel|Groep) )?(?:§ ?)?"
    r"(?:[A-Za-z]|[IVX]{1,5}|(?:[A-Za-z]\.? ?)?\d{1,2}(?:\.\d{1,2})*)[.):]?\s+(?:[–-]\s+)?(?=\S)"
)
_KIND = (
    r"(?:gemeenschappelijke (?:regeling|orga)(?:en|nen)?|openbare lichamen|naamloze"
    r"|(?:naamloze |besloten |commanditaire )?vennootschap(?:pen)?|co[oö]perati(?:e|es|eve vereniging(?:en)?)"
    r"|corporaties|(?:kapitaal)?deelneming(?:en)?|regelingen|stichting(?:en)?|vereniging(?:en)?|[nb]\.?v\.?(?:['’]?s)?|convenanten|fondsen|netwerken"
    r"|samenwerkingsverbanden)"
)
_TAIL = r"(?-i:[a-zà-ÿ ,&/'’-]*)"
"""What may follow the word of a category: no name, so no capitals."""
_KINDS = (
    r"(?:gemeenschappelijke regelingen|openbare lichamen|vennootschappen|co[oö]peraties|deelnemingen|stichtingen"
    r"|verenigingen|samenwerkingsverbanden)"
)
_FEW_WORDS = r"(?-i:(?: (?!(?:is|zijn|heeft|hebben|wordt|worden)\b)[a-zà-ÿ'’-]+){1,6})|(?: vennootschappen)"
_CATEGORY = re.compile(
    rf"(?:overige |andere )?{_KIND}(?:(?:,| en| of| &|/) ?(?:overige |andere )?{_KIND})*(?:,? en overige)?"
    r"(?: \([^)]*\))?"
    rf"|(?:overige |andere )?{_KINDS} (?:met|zonder|in|van|op|waarin|waaraan|waarbij)(?:{_FEW_WORDS})"
    rf"|(?:publiek|privaat)rechtelijk{_TAIL}(?: \([^)]*\))?"
    rf"|overige?(?: {_TAIL}(?:partijen|deelnemingen|verbanden|samenwerkingen){_TAIL}(?: \([^)]*\))?)?"
    r"|(?:overige |andere )?verbonden partijen (?:op grond van|volgens|krachtens|in de vorm van) .{2,40}"
    rf"|[a-zà-ÿ-]+: ?{_KIND}",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"(?:(?:paragraaf|hoofdstuk|bijlage|deel)\b.*"
    r"|(?:alfabetisch |totaal)?(?:overzicht|lijst|opsomming|inventarisatie)\b.*"
    r"|toelichting.*|(?:financiële |nadere |algemene )?(?:gegevens|informatie)\b.*|inleiding|inhoud(?:sopgave)?"
    r"|verbonden partij(?:en)?(?: .*)?|welke .*|samenvatting|algemeen"
    r"|beleid|beleids?(?:voornemens|kader|ontwikkelingen)?"
    r"|(?:gemeente|provincie|waterschap|hoogheemraadschap)\b.*\b(?:begroting|jaarstukken|jaarrekening|jaarverslag)\b.*"
    r"|visie|(?:kern)?(?:cijfers|gegevens)\b.*|(?:financiële )?(?:kerncijfers|kengetallen|cijfers)\b.*"
    r"|(?:programma)?begroting.*|ontwikkelingen|risico.*|.*\bper (?:verbonden )?partij)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:algemeen|profiel|organisatie|kern)|(?:algemene|kern|basis|financiële|bestuurlijke|overige)[ -]?"
    r"(?:gegevens|informatie|cijfers|positie|kenmerken|kengetallen)|financi(?:ën|eel)",
    re.IGNORECASE,
)
_SAYS_NONE = r"niet van toepassing|n\.?v\.?t\.?|geen|nihil|deze categorie is leeg|leeg"
_NONE = re.compile(
    rf"(?:\(?\s*(?:er (?:zijn|is)|(?:de )?\w[\w' -]{{0,60}}? (?:heeft|bezit|kent|neemt|zijn))?\s*)?"
    rf"(?:{_SAYS_NONE})(?!\w).*"
    rf"|[-–](?:\s*(?:{_SAYS_NONE})(?!\w).*)?|.* (?:kent|heeft|bezit|zijn) geen .*|.*\bcategorie is leeg.*",
    re.IGNORECASE | re.DOTALL,
)
_NO_PARTIES = re.compile(
    r"geen (?:enkele )?verbonden partij|(?:geen|niet) (?:deel )?(?:in|aan) (?:een )?verbonden partij", re.IGNORECASE
)


_UNIT = re.compile(r"\s*\((?:alle )?(?:bedragen|cijfers)\b[^()]*\)$|\s*\([x×*] ?€[^()]*\)$", re.IGNORECASE)


def section_text(heading: str) -> str:
    """A heading as a section: without a chapter number of several levels, which tells where and not what, and without
    the unit of the amounts below it."""
    text = re.sub(r"^\d{1,2}(?:\.\d{1,2})+\.?\s+(?=\S)", "", heading.strip())
    return _UNIT.sub("", text)


def without_number(heading: str) -> str:
    """A heading without the number, letter or part that it begins with."""
    return without_start(_NUMBER, heading.strip())


@lru_cache(maxsize=20_000)
def is_category(text: str) -> bool:
    """Whether a text is a category of parties, such as those of the BBV, and not a party."""
    words = without_number(in_dutch(text)).strip(" :")
    return bool(_CATEGORY.fullmatch(words.lower() if words.isupper() else words))


def is_plural(category: str) -> bool:
    """Whether a category is one of several parties; one alone may be the legal form of a party: `Stichting`."""
    words = without_number(in_dutch(category)).strip(" :").lower()
    return words.endswith(("en", "ties", "'s", "’s")) or words.startswith("overig")


def is_general(text: str) -> bool:
    """Whether a heading is a title that tells nothing of the parties below it."""
    stripped = without_number(in_dutch(text)).strip(" :.")
    return not is_category(text) and bool(_GENERAL.fullmatch(stripped))


@lru_cache(maxsize=20_000)
def is_part(text: str) -> bool:
    """Whether a heading is of a part of what is told of one party: `Algemene gegevens`."""
    return bool(_PART.fullmatch(in_dutch(text.strip()).strip(" :.")))


@lru_cache(maxsize=20_000)
def is_none(text: str) -> bool:
    """Whether a text says that there is nothing here."""
    return bool(_NONE.fullmatch(in_dutch(text.strip()))) and len(text) < 200


def says_no_parties(text: str) -> bool:
    """Whether a text says that the body has no affiliated parties at all."""
    return bool(_NO_PARTIES.search(in_dutch(text)))
