"""Names of parties: what does not belong to them is taken off, and what is no name is told apart."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dagster_project.budgets.labels import field_of
from dagster_project.budgets.sections import is_category, is_general, is_none
from dagster_project.budgets.vocabulary import NUMBER
from dagster_project.documents.text import one_line, without_start
from dagster_project.texts import fold

MAX_LENGTH = 180
MAX_WORDS = 22

_LIST_NUMBER = re.compile(
    r"^(?:\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}\s[-–]|\d{1,3}(?:\.\d{1,3})+|[A-Za-z]\d{0,2}[.)]|[A-Z]\.\d{1,2}\.?|[IVX]{2,5}[.)]|[•·▪◦*–-])\s+(?=\S)"
)
_MARKS = re.compile(r"(?:\s*(?:\(?\*+\)?|(?<![\d-])\(?\d{1,2}\)|\[\d{1,2}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹†‡]+\)?))+$")
_LAST_OF_MARKS = tuple("*)]⁰¹²³⁴⁵⁶⁷⁸⁹†‡")
_STATES = ("in liquidatie", "opgeheven", "beëindigd", "in afwikkeling", "slapend")
_OUTSIDE = re.compile(rf"\s*[–—-]\s+(?:{'|'.join(_STATES)})$|\s*\bNB:.*$", re.IGNORECASE)
_OF_STATUS = (
    r"in liquidatie|\bi\.?l\.?(?=\W|$)(?<=l\.|il)|in (?:ontbinding|afwikkeling|opheffing|oprichting)|\bi\.?o\.(?=\W|$)"
    r"|opgeheven(?: per [\w -]+)?|ontbonden"
)
_STATUS, _STATUS_IN_LOWER_CASE = re.compile(_OF_STATUS, re.IGNORECASE), re.compile(_OF_STATUS)
"""The second is ten times as fast, and enough for the many texts that say nothing of it."""
_TOTAL = re.compile(
    r"(?:sub|eind|generaal )?-?tota(?:al|len)\b.*|saldo\b.*|som\b.*|gemiddeld\b.*|overige bijdragen.*", re.IGNORECASE
)
_SAYS = (
    r"is|zijn|wordt|worden|heeft|betreft|voorlopige?|cijfers|bedragen|bedrag|inclusief|exclusief|conform|niet"
    r"|jaarrekening|begroting|gebaseerd"
)
_NOTE = re.compile(
    # `1) voorlopige cijfers` is a note, `1) Omgevingsdienst` is a name with its number.
    rf"(?:[*†]|(?:\d{{1,2}}\)|\(\d\))(?=\s*(?-i:[a-zà-ÿ])|.*(?<!\.[a-z])\.$|.*\b(?:{_SAYS})\b)"
    r"|bron\b|toelichting|contact|opgesteld|noot|nb\b|let op|zie\b|peildatum|bedragen|ad \d"
    r"|\(?alle bedragen|nieuw:|beëindigd|vervallen|mutaties"
    r"|de (?:gemeente|provincie|cijfers|bedragen)\b.* (?:is|zijn|heeft|wordt|worden)\b)",
    re.IGNORECASE,
)
_ENDS_WELL = re.compile(
    r"(?:\b(?:[NBCVU]\.?[VAO]\.?F?|e\.o|[iI]\.[lL]|[iI]\.[oO]|a\.d|U\.A|e\.a|c\.a|c\.s|W\.A|B\.A|org|reg|afd)\.?|\)|[^.:;?!])$"
)
_PLACE = (
    r"(?:'[st]-? ?)?[A-ZÀ-Þ][\w’'-]+(?: (?:aan|op|bij|aan den|aan de|en|de|den) ?)?(?: ?[A-ZÀ-Þ][\w’'-]+){0,2}"
    r"(?: \([A-ZÀ-Þ][^)]*\))?"
)
_SEAT = re.compile(rf"^(?P<name>.+), (?P<seat>{_PLACE})$")
_ANY_SEAT = re.compile(
    rf"^(?P<name>.+)(?:,|\n|,? (?:gevestigd )?(?:te|in)\s| [–—/|-] | \()\s*(?P<seat>(?!\w*[A-Z]{{2}}){_PLACE})\)?\s*$",
    re.DOTALL,
)
_CHAPTER = re.compile(
    r"(?:programma|deelprogramma|paragraaf|thema|taakveld|domein|pijler|opgave|product|hoofdstuk|beleidsveld)s?\s+(?:\d|[IVX]+\b)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"[\s•·▪◦–-]*(?:w\.?v\.?|w\.?o\.?|waarvan|waaronder|onderdeel|dochter(?:onderneming)?)(?!\w)", re.IGNORECASE
)

_ORGANISATION = re.compile(
    r"\b(?:gemeenschappelijke regeling|gr|n\.?v\.?|b\.?v\.?|c\.?v\.?|stichting|stifting|vereniging|feriening"
    r"|co[oö]peratie|regio\w*|ggd"
    r"|bank|veiligheidsregio|omgevingsdienst|gezondheidsdienst|\w*schap|\w*samenwerking\w*|holding|\w*dienst\w*|\w*tsjinst"
    r"|\w*maatschappij|fonds|archief|rekenkamer|\w*bedrijf|\w*bedrijven)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Name:
    """A name, and what the text around it said of the state of the party."""

    text: str
    status: str | None


@lru_cache(maxsize=20_000)
def clean_name(written: str) -> Name:
    """The name as written, on one line, without list number, footnote marks and remarks outside the name."""
    text = one_line(written)
    said = status_in(text)
    text = without_start(_LIST_NUMBER, text)
    for _ in range(2):
        low = text.lower()
        if "nb:" in low or low.endswith(_STATES):
            text = _OUTSIDE.sub("", text).strip()
        if text.endswith(_LAST_OF_MARKS):
            text = _MARKS.sub("", text)
        text = text.rstrip(" :;,|#¶▲▼")
    return Name(text, said)


def status_in(text: str) -> str | None:
    """What a text says of the state of a party, from the first such word to the last."""
    found = list(_STATUS.finditer(text)) if _STATUS_IN_LOWER_CASE.search(text.lower()) else []
    return text[found[0].start() : found[-1].end()].strip() if found else None


def name_and_seat(written: str) -> tuple[str, str | None]:
    """The same in a column of which the header says that both stand in it, however they are parted."""
    found = _ANY_SEAT.match(written)
    return (found["name"], found["seat"]) if found else (written, None)


def is_total(text: str) -> bool:
    """Whether a row or line is a total."""
    return bool(_TOTAL.match(one_line(text)))


def is_note(text: str) -> bool:
    """Whether a row or line is a note below a table."""
    return bool(_NOTE.match(one_line(text)))


def is_title(text: str) -> bool:
    """Whether a text has the shape of a name: short, no sentence, no question, no list of figures."""
    text = one_line(text)
    letters = sum(c.isalpha() for c in text)
    if not 2 <= len(text) <= MAX_LENGTH or len(text.split()) > MAX_WORDS or letters < max(2, len(text) * 0.5):
        return False
    return text[0] not in "=+@-" and bool(_ENDS_WELL.search(text)) and not re.search(r"\.{4,}|: |€", text)


def is_party(text: str) -> bool:
    """Whether a text can be the name of a party: a title that is no category, heading, label, total, note or "none"."""
    # Names come again in other documents, long texts do not.
    return _is_party(text) if len(text) <= 2 * MAX_LENGTH else _is_party.__wrapped__(text)


@lru_cache(maxsize=20_000)
def _is_party(text: str) -> bool:
    name = clean_name(text).text
    if not is_title(name) or is_category(name) or is_general(name) or is_none(name):
        return False
    return not (
        is_total(name)
        or is_note(text)
        or _PART.match(text)
        or _CHAPTER.match(name)
        or field_of(name) not in (None, NUMBER)
    )


@lru_cache(maxsize=20_000)
def key_of(name: str) -> str:
    """What two spellings of the same name share: the name as folded, without spaces."""
    return fold(name).replace(" ", "")


def is_organisation(name: str) -> bool:
    """Whether a name holds a word that organisations have."""
    return bool(_ORGANISATION.search(name))
