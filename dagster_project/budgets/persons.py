"""Names of persons, which never leave this room: recognised by title or initials, and taken out."""

import re

_SURNAME = r"(?:(?:van|de|der|den|ten|ter|het|'t|op|in|von|el)\s+)*[A-ZÀ-Þ][\w’'-]+(?:-[A-ZÀ-Þ][\w’'-]+)?"
_FORMS = r"(?!(?:N\.\s?V|B\.\s?V|C\.\s?V|U\.\s?A|V\.\s?O\.\s?F|G\.\s?R)\b)"
_INITIALS = rf"{_FORMS}(?:[A-Z]\.\s?)+"
_TITLE = r"(?:de heer|dhr\.?|mevrouw|mevr\.?|mw\.?|drs\.?|dr\.?|ir\.?|mr\.?|ing\.?|prof\.?)"
_OFFICE = (
    r"(?:wethouder|gedeputeerde|burgemeester|portefeuillehouder|dijkgraaf|heemraad|raadslid|statenlid"
    r"|voorzitter|directeur)"
)
_PERSON = re.compile(
    rf"(?:\b{_OFFICE}\s+)?(?:\b{_TITLE}\s+)+(?:{_INITIALS}\s*)?{_SURNAME}|(?<![\w.]){_INITIALS}\s*{_SURNAME}"
    rf"|\b{_OFFICE}\s+(?:{_INITIALS}\s*)?{_SURNAME}"
)
_ADDRESS = re.compile(rf"\b(?:de heer|dhr|mevrouw|mevr|mw|{_OFFICE})\b", re.IGNORECASE)
_ROLE_IN_BRACKETS = re.compile(rf"\s*\((?=[^)]*\b(?:{_OFFICE}|{_TITLE}|lid|bestuurder)\b)[^)]*\)", re.IGNORECASE)


def names_a_person(text: str) -> bool:
    """Whether a text holds what looks like the name of a person."""
    return bool(_PERSON.search(text))


def addresses_a_person(text: str) -> bool:
    """Whether a text names a person as one is addressed, which the name of an organisation does not."""
    return bool(_ADDRESS.search(text)) and names_a_person(text)


def without_persons(text: str | None) -> str | None:
    """The text without persons and without remarks in brackets on who holds an office; None where nothing stays."""
    if not text:
        return None
    text = _PERSON.sub("", _ROLE_IN_BRACKETS.sub("", text))
    text = re.sub(r"\(\s*[,;]*\s*\)", "", text)
    return " ".join(text.split()).strip(" ,;") or None
