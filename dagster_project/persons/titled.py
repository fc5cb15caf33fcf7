"""Names of persons that a title, initials or an office tells. Does not belong here: any other name (`plain_names`)."""

import re
from collections.abc import Iterator

from dagster_project.persons.spans import Kind, Span
from dagster_project.persons.words import is_government

_CAPITAL = r"[A-ZÀ-Þ][\w’']+(?:-(?!(?:van|de|der|den|ten|ter|'t)\b)[\w’']+)*-?"
_PARTICLE = r"(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Dd]ie|[Tt]en|[Tt]er|[Ll]e|[Ll]a|[Dd]u|het|'t|’t|'s|’s|op|in|von|el)"
_PARTICLES = rf"(?:{_PARTICLE}\s+)*"
_SURNAME = rf"{_PARTICLES}{_CAPITAL}(?:\s?-?\s?(?<=-)(?<=[\w’']-)(?:{_PARTICLE}\s+)+{_CAPITAL})?"
_FULL_NAME = rf"(?:{_CAPITAL}\s+){{0,2}}{_SURNAME}"
_FORMS = r"(?!(?:N\.\s?V|B\.\s?V|C\.\s?V|U\.\s?A|V\.\s?O\.\s?F|G\.\s?R)\b)"
_INITIALS = rf"{_FORMS}(?:[A-Z]\.\s?)+(?:\([A-ZÀ-Þ]\w+\)\s*)?"
TITLE = (
    r"(?:[Dd]e [Hh]eer|[Dd]hr\.?|[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Dd]rs\.?|[Dd]r\.?|[Ii]r\.?|[Mm]r\.?|[Ii]ng\.?"
    r"|[Pp]rof\.?)"
)
_OFFICE = (
    r"(?:[Ww]ethouder|[Gg]edeputeerde|[Bb]urgemeester|[Pp]ortefeuillehouder|[Dd]ijkgraaf|[Hh]eemraad|[Rr]aadslid"
    r"|[Ss]tatenlid|[Vv]oorzitter|[Dd]irecteur)"
)
HOLDER = (
    r"(?:[Ww]ethouder|[Gg]edeputeerde|[Bb]urgemeester|[Pp]ortefeuillehouder|[Dd]ijkgraaf|[Hh]eemraad)(?!\s+Staten\b)"
)
_NO_NAMESAKE = r"(?<!Stichting )(?<!Fonds )(?<!Vereniging )"
"""A foundation may be called after who held an office."""

_DEGREES = (
    r"(?:,?\s+(?:MSc|MBA|MA|BSc|LLM|RA|PhD|MPA)\b)*"
    r"(?:\s*\((?:VVD|CDA|PvdA|D66|GroenLinks|GL|SP|CU|ChristenUnie|SGP|BBB|PVV|PvdD|JA21|Volt|FvD|FNP)\))?"
)
_PERSON = re.compile(
    rf"(?:(?:\b{_OFFICE},?\s+)?(?:\b{TITLE}\s+)+(?:{_INITIALS}\s*)?{_SURNAME}"
    rf"|(?<![\w.]){_INITIALS}\s*{_SURNAME}"
    rf"|{_NO_NAMESAKE}\b{HOLDER}\s+(?:{_INITIALS}\s*)?{_FULL_NAME}"
    rf"|\b(?:voorzitter|directeur|raadslid|statenlid)\s+(?!van\b)(?:{_INITIALS}\s*)?{_SURNAME}"
    rf"|\b{HOLDER}s\s+(?!van\b){_SURNAME}(?:(?:,| en)\s+{_SURNAME})*"
    rf"|\b{_CAPITAL}\s+{_SURNAME}(?=\s*\((?:plv\.? )?{HOLDER}\))"
    rf"|(?<!te )\b{_SURNAME},\s+{_INITIALS}(?![\w]))"
    rf"{_DEGREES}"
)
_SIGN = re.compile(
    r"[A-Z]\.|[Ww]ethouder|[Gg]edeputeerde|[Bb]urgemeester|[Pp]ortefeuillehouder|[Dd]ijkgraaf|[Hh]eemraad"
    r"|[DdMmIiPp](?<=\b[DdMmIiPp])(?:e [Hh]eer|hr\.?|evrouw|evr\.?|w\.?|rs\.?|r\.?|ng\.?|rof\.?)\s"
    r"|voorzitter|directeur|raadslid|statenlid"
)
"""What every pattern of a person holds: looked for first, for most texts have none and the patterns are slow. Each
branch begins with a letter, so that the search leaps over all others."""

_TITLED = re.compile(rf"\b{TITLE}\s|\b{HOLDER}")
_ADDRESSED = re.compile(rf"\b(?:de heer|dhr|mevrouw|mevr|mw|{_OFFICE})\b", re.IGNORECASE)
_ROLE_IN_BRACKETS = re.compile(rf"\s*\((?=[^)]*\b(?:{_OFFICE}|{TITLE}|lid|bestuurder)\b)[^)]*\)", re.IGNORECASE)


def could_hold_a_title(text: str) -> bool:
    """Whether a text has any title, initial or office at all: cheap, and true too often."""
    return bool(_SIGN.search(text))


def spans_by_title(text: str) -> Iterator[Span]:
    """Names with a title, initials or an office, these too."""
    for found in _PERSON.finditer(text):
        if not is_government(found.group()):
            yield Span(*found.span(), Kind.PERSON)


def titles_a_person(text: str) -> bool:
    """Whether a title or an office stands before a name: what no name of a body has by chance."""
    return could_hold_a_title(text) and any(_TITLED.search(text[s.start : s.end]) for s in spans_by_title(text))


def is_addressed(text: str) -> bool:
    """Whether a text holds a word by which a person is addressed, which the name of an organisation does not."""
    return bool(_ADDRESSED.search(text))


def without_offices(text: str) -> str:
    """The text without remarks in brackets on who holds an office."""
    return _ROLE_IN_BRACKETS.sub("", text) if "(" in text else text
