"""The list of participants within sentences: which of several sentences name them, and what of a sentence is the list.

Belongs here: turns of phrase around a list, and the boards that take part for their body. Does not belong here: cutting
the list (`listed`).
"""

import re

from dagster_project.budgets.participants.whole import first_name
from dagster_project.budgets.sentences import sentences

KINDS = (
    "gemeenten?|provincies?|waterschap(?:pen)?|hoogheemraadschap(?:pen)?|ministeries?|instanties|kamers|overheden|"
    "organisaties|partijen"
)
_KIND = rf"(?:{KINDS})"
_WHO = (
    r"(?:deelnemers?|deelnemende (?:gemeenten|partijen|overheden|organisaties|bestuursorganen|waterschappen|provincies)"
    r"|partners|(?:mede)?aandeelhouders?|leden|participanten|eigenaren|vennoten)"
)
_NAMELY = (
    r"(?: (?:hierin|hieraan|hiervan|zijn|op dit moment|thans|onder andere|onder meer|o\.a\.|te weten|namelijk))*:?\s+"
)
_VERB = (
    r"(?:nemen|neemt|namen|nam|doen|doet|werken|werkt|participeren|participeert|zijn|is|waren|was|hebben|heeft|vormen"
    r"|vormt|kunnen|kan|betalen|betaalt|dragen|draagt|houden|houdt|bezitten|bezit|worden|wordt|willen|besturen|richtten"
    r"|hebben|staan|staat|bestaat|bestaan|leveren|levert|beslist|beslissen|stemmen over|stelt|stellen)"
)
_LEADS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?P<subject>.{{0,60}}?\b)?{_WHO}(?: (?:in|aan|van) [^.,]{{1,60}}?)? (?:zijn|waren|is|betreffen)\b{_NAMELY}",
        rf"^(?:de )?{_WHO}(?: (?:in|aan|van) [^.,]{{1,60}}?)?:\s*",
        rf"^(?:aan|in|binnen) [^.,]{{1,60}}? (?:nemen|werken|participeren|doen|zijn|zitten)\b{_NAMELY}",
        rf"^(?:hierin|hieraan|daarin|daaraan) (?:nemen|werken|participeren|doen)\b{_NAMELY}",
        r"^[^.]{0,80}?\bsamenwerking(?:sverband|sregeling)? (?:tussen|van|door)\s+",
        r"^[^.]{0,80}?\bgemeenschappelijke regeling (?:tussen|van|door)\s+(?=(?:de )?(?:colleges?|raden|gemeente|\d))",
        r"^[^.]{0,80}?\b(?:opgericht|gevormd|getroffen|aangegaan|ondertekend|in handen) (?:door|van)\s+",
        rf"^(?:de )?(?:\d+|[a-zé]+) {_KIND}(?: (?:in|van|uit) [^:,]{{1,40}})?:\s*(?=[A-ZÀ-Þ'’])",
        r"^(?:wij |we )?(?:samen|tezamen|gezamenlijk) met\s+",
        rf"^(?:naast|behalve) [^,]{{1,60}}? (?:nemen|werken|participeren|doen|zijn)\b{_NAMELY}",
        r"^(?:(?:naast|behalve) [^,]+,\s*|alleen\s+|ook\s+|tevens\s+|daarnaast\s+|verder\s+)",
    )
)
_TAIL = re.compile(rf"\s+(?:ook |samen |gezamenlijk )?{_VERB}\b.*$|\s+(?:samen|deel|mee)$", re.DOTALL)
_ANY_VERB = re.compile(rf"\b{_VERB}\b")
_SAYS_WHO = re.compile(
    rf"\b{_WHO}\b[^.]{{0,70}}?(?:\b(?:zijn|waren|is)\b|:)|\b(?:zijn|is) (?:(?:de|ook|mede) )?{_WHO}\b"
    r"|\b(?:nemen|neemt|doen|doet)\b[^.]*\b(?:deel|mee)\b|\bwerken\b[^.]*\bsamen\b"
    r"|\bsamenwerking\w* (?:tussen|van|door)\b|\bregeling (?:tussen|van|door) (?:de )?(?:colleges?|raden|gemeenten)\b",
    re.IGNORECASE,
)
_ABOUT_ELSE = re.compile(
    r"^(?:(?:het|de|een|elke?|ieder|iedere|onze|namens) )*(?:\w+ )?"
    r"(?:bestuur|bestuursleden|voorzitter|bijdragen?|vergadering|stemmen|stemverhouding|commissie|wethouder|burgemeester"
    r"|raad van|kosten|tekort|risico|resultaat|zetel|secretaris|portefeuillehouder|gedeputeerde(?! staten)|namens)\b"
    r"|\b(?:niet (?:meer|langer)|uitgetreden|treedt uit|treden uit)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\b(?:{KINDS}|Rijk|Staat|wetterskip)\b", re.IGNORECASE)

_BOARD = (
    r"(?:bestuursorganen|gemeenteraden|gemeentebesturen|raden|raad|colleges?|burgemeesters?(?! en)"
    r"|(?:dagelijkse?|algemene?) bestu(?:ur|ren)|besturen)"
)
_OF_WHOM = (
    r"(?:\s+van\s+(?:de\s+)?(?:burgemeesters?\s+(?:en|&)\s+wethouders|b\s?(?:&|en|\+)\s?w\b\.?"
    r"|dijkgraaf\s+en\s+(?:hoog)?heemraden))?"
)
_BODY = r"(?=(?:(?:de|het)\s+)?(?:(?i:gemeenten?|provincies?|waterschap|hoogheemraadschap|wetterskip)\b|['’]?[A-ZÀ-Þ]))"
_BOARDS = re.compile(
    rf"(?i:(?:\b(?:de|het)\s+)?\b{_BOARD}{_OF_WHOM}(?:\s*(?:,|/|\ben\b|\bof\b|\balsmede\b)\s*(?:de\s+|het\s+)?{_BOARD}{_OF_WHOM})*"
    rf"\s+van\s+){_BODY}"
)
_STATES = re.compile(
    r"(?i:(?:\b(?:de|het college van)\s+)?\b(?:provinciale\s+en\s+)?(?:gedeputeerde|provinciale)\s+staten\s+van\s+)"
    r"(?P<kind>(?i:(?:de\s+)?provincies?\s+))?(?=[A-ZÀ-Þ])"
)


def list_within(text: str) -> str:
    """What of a text is the list of participants; sentences about anything else go, a text without sentences stays."""
    text = _without_boards(text)
    told = sentences(text)
    if len(told) > 1:
        told = [s for s in told if _names_them(s)] or told[:1]
    return "; ".join(found for s in told if (found := _list_of(s).strip(" .;")))


def _without_boards(text: str) -> str:
    text = _STATES.sub(lambda found: found["kind"] or "provincie ", text)
    return _BOARDS.sub("", text)


def _names_them(sentence: str) -> bool:
    if _ABOUT_ELSE.search(sentence) or not (_COUNTED.search(sentence) or first_name(sentence) is not None):
        return False
    return bool(_SAYS_WHO.search(sentence)) or not _ANY_VERB.search(sentence)


def _list_of(sentence: str) -> str:
    sentence = sentence.strip(" .")
    for lead in _LEADS:
        found = lead.match(sentence)
        if found and not _COUNTED.search(found.groupdict().get("subject") or ""):
            sentence = sentence[found.end() :]
    start = _first(sentence)
    if start is None:
        return sentence
    before, rest = sentence[:start], sentence[start:]
    if verbs := list(_ANY_VERB.finditer(before)):
        before = before[verbs[-1].end() :]
        before = before if "," in before else ""
    return (before + _TAIL.sub("", rest)).strip()


def _first(sentence: str) -> int | None:
    """Where the first government or kind of government stands."""
    counted, named = _COUNTED.search(sentence), first_name(sentence)
    return min((at for at in (counted and counted.start(), named) if at is not None), default=None)
