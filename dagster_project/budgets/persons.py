"""Names of persons, which never leave this room: recognised by title or initials, and taken out."""

import re
from functools import cache

from dagster_project.organisations.catalogue import written_names

_CAPITAL = r"[A-ZÀ-Þ][\w’'-]+(?:-[A-ZÀ-Þ][\w’'-]+)?"
_PARTICLES = r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|het|'t|op|in|von|el)\s+)*"
_SURNAME = rf"{_PARTICLES}{_CAPITAL}"
_FULL_NAME = rf"(?:{_CAPITAL}\s+){{0,2}}{_SURNAME}"
_FORMS = r"(?!(?:N\.\s?V|B\.\s?V|C\.\s?V|U\.\s?A|V\.\s?O\.\s?F|G\.\s?R)\b)"
_INITIALS = rf"{_FORMS}(?:[A-Z]\.\s?)+(?:\([A-ZÀ-Þ]\w+\)\s*)?"
_TITLE = (
    r"(?:[Dd]e [Hh]eer|[Dd]hr\.?|[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Dd]rs\.?|[Dd]r\.?|[Ii]r\.?|[Mm]r\.?|[Ii]ng\.?"
    r"|[Pp]rof\.?)"
)
_OFFICE = (
    r"(?:[Ww]ethouder|[Gg]edeputeerde|[Bb]urgemeester|[Pp]ortefeuillehouder|[Dd]ijkgraaf|[Hh]eemraad|[Rr]aadslid"
    r"|[Ss]tatenlid|[Vv]oorzitter|[Dd]irecteur)"
)
_HOLDER = r"(?:[Ww]ethouder|[Gg]edeputeerde|[Bb]urgemeester|[Pp]ortefeuillehouder|[Dd]ijkgraaf|[Hh]eemraad)"
_NO_NAMESAKE = r"(?<!Stichting )(?<!Fonds )(?<!Vereniging )"
"""A foundation may be called after who held an office."""

_DEGREES = (
    r"(?:,?\s+(?:MSc|MBA|MA|BSc|LLM|RA|PhD|MPA)\b)*"
    r"(?:\s*\((?:VVD|CDA|PvdA|D66|GroenLinks|GL|SP|CU|ChristenUnie|SGP|BBB|PVV|PvdD|JA21|Volt|FvD|FNP)\))?"
)
_PERSON = re.compile(
    rf"(?:(?:\b{_OFFICE},?\s+)?(?:\b{_TITLE}\s+)+(?:{_INITIALS}\s*)?{_SURNAME}"
    rf"|(?<![\w.]){_INITIALS}\s*{_SURNAME}"
    rf"|{_NO_NAMESAKE}\b{_HOLDER}\s+(?:{_INITIALS}\s*)?{_FULL_NAME}"
    rf"|\b(?:voorzitter|directeur|raadslid|statenlid)\s+(?:{_INITIALS}\s*)?{_SURNAME}"
    rf"|\b{_HOLDER}s\s+(?!van\b){_SURNAME}(?:(?:,| en)\s+{_SURNAME})*"
    rf"|\b{_CAPITAL}\s+{_SURNAME}(?=\s*\((?:plv\.? )?{_HOLDER}\))"
    rf"|\b{_SURNAME},\s+{_INITIALS}(?![\w]))"
    rf"{_DEGREES}"
)
_SIGN = re.compile(rf"[A-Z]\.|{_HOLDER}|\b{_TITLE}\s|voorzitter|directeur|raadslid|statenlid")
"""What every pattern of a person holds: looked for first, for most texts have none and the patterns are slow."""

_ADDRESS = re.compile(rf"\b(?:de heer|dhr|mevrouw|mevr|mw|{_OFFICE})\b", re.IGNORECASE)
_ROLE_IN_BRACKETS = re.compile(rf"\s*\((?=[^)]*\b(?:{_OFFICE}|{_TITLE}|lid|bestuurder)\b)[^)]*\)", re.IGNORECASE)

_EMPTY_BRACKETS = re.compile(r"\(\s*[,;]*\s*\)")


def names_a_person(text: str) -> bool:
    """Whether a text holds what looks like the name of a person."""
    return bool(_SIGN.search(text)) and any(not _is_government(p.group()) for p in _PERSON.finditer(text))


def addresses_a_person(text: str) -> bool:
    """Whether a text names a person as one is addressed, which the name of an organisation does not."""
    return bool(_ADDRESS.search(text)) and names_a_person(text)


def take_persons_out(text: str) -> str:
    """The text without persons, the rest as it stands: white space and commas at line ends too."""
    # A name before the bracket that says its office goes first, or nothing would tell that it is one.
    rest = _PERSON.sub(_persons_only, text) if _SIGN.search(text) else text
    if "(" in rest:
        rest = _ROLE_IN_BRACKETS.sub("", rest)
    return rest if rest == text else _PERSON.sub(_persons_only, rest)


def _persons_only(found: re.Match[str]) -> str:
    return found.group() if _is_government(found.group()) else ""


def _is_government(text: str) -> bool:
    """Whether what looks like a person is (the end of) the name of a place: `Bergen op Zoom (wethouder)`."""
    return text.lower() in _governments()


@cache
def _governments() -> frozenset[str]:
    words = [name.lower().split() for name in written_names()]
    return frozenset(" ".join(w[at:]) for w in words for at in range(len(w)))


def without_persons(text: str | None) -> str | None:
    """The text without persons and without remarks in brackets on who holds an office; None where nothing stays."""
    if not text:
        return None
    text = _EMPTY_BRACKETS.sub("", take_persons_out(text))
    return " ".join(text.split()).strip(" ,;") or None
