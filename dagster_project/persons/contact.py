"""The words by which a sentence tells that a person follows or went before: whom one telephoned, who is the contact."""

import re

from dagster_project.persons.titled import HOLDER, TITLE

_TALKED = (
    r"(?:gesproken|sprak(?:en)?|spreken|gebeld|belde(?:n)?|bellen|getelefoneerd|telefoon\w*|telefonisch\w*|overlegd|"
    r"gemaild|mailde(?:n)?|mailwisseling|mailcontact|afgestemd|besproken|contact|gesprek\w*|afspraak|bevestigd|"
    r"bevestiging|doorgegeven|aangeleverd|ingevuld|invulling|opgesteld|ondertekend|geschreven|nagevraagd|navraag|"
    r"gevraagd|verklaard|gemeld|verteld|gehoord|mail|e-mail|bericht|brief|aangegeven|toegelicht|toelichting|"
    r"gecontroleerd|getekend|opgave|belletje|vertegenwoordig\w*|afgevaardigd\w*|verzoek|\w*app(?:je)?|terecht|notitie|"
    r"verklaring|aantekening)"
)
_WORKS_AS = (
    r"(?:collega|medewerk(?:st)?er|\w*ambtenaar|\w*adviseur|\w*controller|secretaris|griffier|projectleider|manager|"
    r"\w*medewerk(?:st)?er|teamleider|coördinator|accounthouder|jurist|bestuurder|invuller|contactpersoon|hoofd)"
)
_TO = r"(?:met|door|van|bij|aan|via|naar)"
_LABEL = (
    r"(?:contactpersoon|contactpersonen|contact|aanspreekpunt|invuller|steller|auteur|behandelaar|behandeld door|naam"
    r"|t\.?a\.?v\.?|ter attentie van|vraag naar|groet(?:en)?|aldus|volgens"
    r"|bestuur (?:zit|zitten)|\w*voorzitter|\w*vervanger|aanwezig|afwezig|wie|verslag|notulist|ondertekenaar"
    r"|penvoerder|opsteller|opvolger|voorganger|eigenaar|gecontroleerd|\w*bestuurslid)"
)
_LEAD = rf"(?:(?:de|het|een|onze|mijn|hun|haar|zijn|ene)\s+)?(?:{_WORKS_AS}\s+)?"
_BEFORE = re.compile(
    rf"(?:\bliet\s+|\b{_TALKED}\b[^.;!?\n]{{0,40}}?\b{_TO}\s+{_LEAD}"
    rf"|\b{_LABEL}\s*(?:is|zijn|was|wordt|:|,|-)?\s*{_LEAD}"
    rf"|\b{_WORKS_AS}(?:,?\s+|\s*\()"
    rf"|\b(?:{TITLE}\s*)+(?:(?:[A-Z]\.\s?)+)?|\b{HOLDER}\s+)$",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"\b(?:bij|aan|van|met|door|als|naar|dat|heeft|wordt|werd|liet|vraag|tegen|namens|voor|mijnheer|want|omdat|maar)\s$"
)
_REACH = 90
"""Characters before a name in which a sentence may say so."""

_ONE = re.compile(
    rf"\b(?:gesproken|sprak(?:en)?|gebeld|belde(?:n)?|getelefoneerd|telefonisch\w*|gemaild|contactpersoon"
    rf"|telefoongesprek)\b"
    rf"[^.;!?\n]{{0,25}}?(?:\b{_TO}\s+|:\s*|\bis\s+)$",
    re.IGNORECASE,
)
_ONE_SIGN = re.compile(r"gesproken|sprak|gebeld|belde|telefo|gemaild|contactpersoon")

_TALKS = (
    r"(?:zegt|zei|belde|belt|mailde|mailt|vertelt|vertelde|liet (?:\w+ )?weten|laat (?:\w+ )?weten|gaf (?:\w+ )?aan|"
    r"schrijft|schreef|is (?:de |het |onze |hiervoor (?:de )?)?(?:contactpersoon|aanspreekpunt)|is (?:\w+ )?bereikbaar|"
    r"heeft (?:\w+ ){0,3}(?:gebeld|gemaild|verteld|gezegd|teruggebeld|doorgegeven|geantwoord|laten weten)|"
    r"nam (?:\w+ )?contact|neemt (?:\w+ )?contact|gesproken|gebeld|gemaild|aan de (?:telefoon|lijn)|antwoordde|"
    r"reageerde|in het (?:algemeen|dagelijks) bestuur|namens (?:de|het)|is (?:plaatsvervangend )?(?:lid|voorzitter)"
    r"|zit (?:er |hier )?(?:namens|in)|zich (?:heeft )?(?:afgemeld|teruggetrokken)|is (?:met|op) (?:verlof|vakantie)"
    r"|kent het|tekende|ondertekende|keek|had (?:ons|mij)|weet)"
)
_BEHIND = re.compile(
    rf"(?:\s*\([^)]{{0,60}}\))?,?\s+(?:(?:van|bij|namens)\s+[^.;!?\n]{{1,40}}?\s+)?{_TALKS}\b"
    rf"|\s*[,(]\s*(?:de |onze )?(?:{_WORKS_AS}|griffie)\b"
)


_SIGNS = (
    "sprak", "gespro", "sprek", "bel", "telef", "overleg", "mail", "stemd", "contact", "afspraak", "bevestig",
    "geven", "leverd", "vuld", "vulling", "opgesteld", "tekend", "schreven", "vraag", "klaard", "meld", "verteld",
    "gehoord", "bericht", "brief", "licht", "controleerd", "opgave", "vertegenwoordig", "afgevaardig", "collega",
    "medewerk", "ambtenaar", "adviseur", "control", "secretaris", "griffier", "leider", "manager", "coördinator",
    "accounthouder", "jurist", "bestuur", "hoofd", "aanspreek", "steller", "auteur", "behandel", "naam", "t.a.v",
    "tav", "ter att", "groet", "aldus", "volgens", "voorzitter", "vervanger", "penvoerder", "namens", "zegt", "zei",
    "weten", "lid", "antwoord", "reageer", "aan de ", "gaf ", "schrijft", "schreef", "liet", "verzoek", "app",
    "terecht", "notitie", "verklar", "tekening", "wezig", "wie", "verslag", "notulist", "griffie", "tekende", "zit ",
    "keek", "zich ", "is met", "is op", "kent het", "had ", "weet", "volger", "voorganger", "eigenaar", "tekenaar",
)  # fmt: skip
"""Each pattern above but `_SMALL` holds one of these."""


def could_tell(text: str) -> bool:
    """Whether a text has any word of contact at all: cheap, and true too often."""
    lower = text.lower()
    return any(sign in lower for sign in _SIGNS)


def said_before(text: str, at: int) -> bool:
    """Whether the words before a place say that a person follows."""
    return bool(_BEFORE.search(text, max(0, at - _REACH), at))


def may_stand_before(text: str, at: int) -> bool:
    """Whether a place comes right behind a small word of running text, behind which persons stand too."""
    return bool(_SMALL.search(text, max(0, at - 12), at))


def said_before_one(text: str, at: int | None = None) -> bool:
    """Whether they say so strongly enough for a single word; without a place: whether that could be anywhere."""
    if at is None:
        return bool(_ONE_SIGN.search(text))
    return bool(_ONE.search(text, max(0, at - _REACH), at))


def said_behind(text: str, at: int) -> bool:
    """Whether the words behind a place tell what a person does."""
    return bool(_BEHIND.match(text, at))
