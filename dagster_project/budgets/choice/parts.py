"""What of a text can be the name of a party: all of it, or what is left without number, label, article, seat or date.

Belongs here: proposing, generously. How much a part looks like a name is `names`.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from dagster_project.budgets.choice.labels import field_of, is_form
from dagster_project.budgets.names import MAX_LENGTH, clean_name, is_note
from dagster_project.budgets.sections import is_category, is_plural
from dagster_project.budgets.vocabulary import NAME
from dagster_project.documents.text import one_line, without_start
from dagster_project.persons import names_a_person, without_persons
from dagster_project.texts import placeholder
from dagster_project.workspace.seeds import government_names, place_names

MOST = 12
_LABEL_WORDS = 5
_NUMBER = re.compile(r"^\s*(?:\d+(?:\.\d+)*[a-z]?(?:[.)]|\s?[-–])?|[A-Z]\d{1,2})\s+(?=\D)")
_INITIALS = re.compile(r"(?:[A-Z]\.\s?){2,}[A-ZÀ-Þ]|[K-Z]\.\s|[A-Z]\.\s\w+-[A-ZÀ-Þ]\w+$")
"""What a person begins with, and no item of a list: `A. Meerlanden` may be one."""
_LETTERED = re.compile(r"[A-Z]\d{1,2}\s|[A-HJ-UWYZ]\.\s[A-ZÀ-Þ][\w’'-]+$")
"""The beginning of a text that is its number where the texts beside it have one, as in `A1 Havenschap`; else it is part
of a name, or the initial of a person: `C. Meerlanden`."""
_SEAT = re.compile(
    r"^(?P<name>.{3,}?)\s*(?P<how>,| te | in |\(| / )\s*(?P<said>gevestigd )?(?P<at>te |in )?"
    r"(?P<seat>(?:'s-|'t )?[A-ZÀ-Þ][^\W\d’'-]+(?:[ -][A-Za-zÀ-Þ][^\W\d]+){0,2}(?:,? \(?[A-ZÀ-Þ]\w+\)?)?)\)?$"
)
_SHARE = re.compile(r"\s*[-–(]?\s*\d{1,3}(?:,\d+)?\s?%\s*\)?$")
"""A share behind a name in a list."""
_SHARE_BEFORE = re.compile(r"^\d{1,3}(?:,\d+)?\s?%\s+(?:[–-]\s+)?(?=[A-ZÀ-Þ])")
_BAR = re.compile(r"(?P<name>.{3,}?)\s+\|\s+(?P<behind>[^|]+)")
_TOLD = re.compile(r"(?P<seated>.{3,}?,\s+[^.,]{2,30})\.\s+[A-ZÀ-Þ].{5,}")
"""A name with its seat, and a sentence of what it is for behind it."""
_KIND = re.compile(r"^(?:de )?(?:gemeente|provincie|waterschap|hoogheemraadschap van) ", re.IGNORECASE)
_ASIDE_BEHIND = re.compile(r"\s\((?:[a-zà-ÿ]+(?: [a-zà-ÿ]+)*)\)$")
"""A remark in small letters in brackets behind a name and its seat."""
_NETWORK = re.compile(r"[A-Z]\d{2}")
_LINES = re.compile(r"\n|\s/\s")
_PLACE_BELOW = re.compile(
    r"(?P<place>(?:['’]s-|'t )?[A-ZÀ-Þ][^\W\d’'-]+(?:[ -][A-Za-zÀ-Þ][^\W\d]*){0,3})(?: \([A-Za-z]{1,3}\.?\))?"
)
_LINES_OF_NAME = 5
"""Lines of a cell with a name and its seat at most."""
_ARTICLE = re.compile(r"^(?:de|het|een)\s+")
_ARTICLE_OF_SENTENCE = re.compile(r"^(?:de|het|een)\s+(?=.*[.;]$)", re.IGNORECASE)
_ASKED = re.compile(
    r"^(?:wat|wie) (?:is|zijn|doet)\s+(?P<name>[^?]+?)(?: (?:precies|eigenlijk|voor ons|allemaal))?\s*\?$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"^(?P<name>[^%]{3,}?)(?:\s+\d{1,3}(?:,\d+)?\s?% (?!.*%)[a-z].*|,\s+[a-zà-ÿ][^,]+,\s+te\s+(?P<seat>['’A-ZÀ-Þ].*))$"
)
"""A name with what is told of it behind it: a share, or a task before its seat."""
_SHEETS = r"(?:fact|info)sheet|fiche|informatieblad|kerncijfers|kengetallen"
_CALLED = re.compile(rf"^(?:verbonden partij(?:en)?|profiel|{_SHEETS})\s*:?\s+", re.IGNORECASE)
_SHEET = re.compile(rf"(?:{_SHEETS})\s", re.IGNORECASE)
_DASH = re.compile(r"\s[–-]\s")
_LAST_DASH = re.compile(r"(?P<name>.*)\s[–-]\s(?P<behind>.*)")
_OFFICE = re.compile(
    r"(?:bestuurder|commissaris|penningmeester|voorzitter|secretaris|bestuurslid|toezichthouder|directeur|adviseur)\s",
    re.IGNORECASE,
)
"""What somebody is of an organisation, before its name."""
_TITLE = re.compile(
    r"\s[–-]\s(?:\w*(?:begroting|jaar(?:rekening|stukken|verslag))|kadernota) (?:19|20)\d\d", re.IGNORECASE
)
"""What in a title stands behind the name of the body whose document it is."""
ADDRESS = re.compile(r"\d+[a-z]?,?\s+\d{4}\s?[A-Z]{2},?\s+(?P<seat>['’A-ZÀ-Þ].*)$")
"""The end of a postal address, with the place."""
_ENDED = re.compile(r"(?:vervallen|opgeheven|beëindigd|ingetrokken|ontbonden|geliquideerd)\b", re.IGNORECASE)
_CONTACT = re.compile(r"[,;(]?\s*(?:contact(?:persoon)?|bestuurder|portefeuille(?:houder)?)?[\s,;:(]*$", re.IGNORECASE)
_OF_A_NAME = re.compile(r"naam|partij", re.IGNORECASE)
"""What a label of a name that stands before it without a colon holds; a kind of party there is part of the name."""
_LEADER = re.compile(r"\s*(?:\.\s?){3,}\s*\d*\s*$")
SAYS_SEAT = 2.0
"""Log-odds that it costs to leave the words in a name that say where it is: `(te Assen)`, `, gevestigd te Assen`."""
CUT = 0.7
"""Log-odds that it costs to take something off a name that may as well be of it."""
_TRIMMED = " ;,:-–|"


@dataclass(frozen=True)
class Part:
    """A part of a text that may be a name, the seat that the rest of the text gives, and the label before it, if any.
    `cost` are the log-odds that it costs to cut the name out of the text like this; `below` says that the seat is no
    more than the last of some lines, where a long name may end too, `guessed` that no such place is known; `lettered`
    that a letter with a number went, which may be of the name where the texts beside it have none."""

    name: str
    seat: str | None = None
    label: str | None = None
    cost: float = 0.0
    below: bool = False
    lettered: bool = False
    guessed: bool = False


_REMARK = re.compile(r"\(?(?:sinds|per|vanaf|t/m|tot en met|aandelen|via|uitgetreden|nieuw)\b")
"""What a line below a name in lower case begins with that tells of it."""
_ABBREVIATED = 13
"""Characters of a legal form that may also be the last word of a name: `N.V.`, `Coöperatie`, `fonds`."""


def without_form_below(text: str) -> tuple[str, str | None]:
    """A text of several lines without the last where that is a legal form or a remark, and this form."""
    above, below, last = text.rstrip().rpartition("\n")
    if below and _REMARK.match(last):
        return above, None
    return (above, last.strip()) if below and len(last.strip()) > _ABBREVIATED and is_form(last) else (text, None)


@lru_cache(maxsize=20_000)
def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a text that may be names, the whole first; at most `MOST`, no name twice."""
    text, _ = without_form_below(text)
    whole = _LEADER.sub("", one_line(text))
    if _INITIALS.match(whole) and names_a_person(whole) and not without_persons(whole):
        return ()
    if _SHARE.search(whole):
        whole = _SHARE.sub("", whole)
    whole = without_start(_SHARE_BEFORE, whole)
    bare = without_start(_NUMBER, whole)
    if _are_governments(text):
        return ()
    if parts := _behind_label(text):
        return parts
    seated = _SEAT.match(clean_name(_ASIDE_BEHIND.sub("", bare)).text.rstrip("."))
    says_seat = _says_seat(seated)
    left = SAYS_SEAT * says_seat
    lettered = bool(_LETTERED.match(whole))
    found: dict[str, Part] = {}

    def propose(
        part: str,
        cost: float = 0.0,
        seat: str | None = None,
        label: str | None = None,
        below: bool = False,
        guessed: bool = False,
    ) -> None:
        name = clean_name(clean_name(part).text).text.strip(_TRIMMED)
        if 2 <= len(name) <= MAX_LENGTH and _has_letters(name) and not _is_nothing(name):
            found.setdefault(name, Part(name, seat, label, cost, below, lettered and name in bare, guessed))

    barred = _BAR.fullmatch(bare)
    told = _TOLD.fullmatch(bare)
    told_of = _SEAT.match(told["seated"]) if told else None
    if told_of is None and (below := text.strip().partition("\n"))[1]:  # a task on the line below
        told_of = _SEAT.match(clean_name(_ASIDE_BEHIND.sub("", without_start(_NUMBER, one_line(below[0])))).text)
        told_of = told_of if told_of and told_of["how"] in (" te ", "(") else None
    is_told = told_of is not None and told_of["seat"] in place_names()
    left += SAYS_SEAT * (is_told or (barred is not None and is_form(barred["behind"])))
    propose(whole, left + CUT * (lettered or bool(_ARTICLE_OF_SENTENCE.match(bare) or _SHEET.match(bare))))
    if ":" in whole:
        before, after = whole.split(":", 1)
        propose(after, label=before)
        in_front = _SEAT.match(before)
        sure = _says_seat(in_front) and in_front["how"] == "("
        propose(before, SAYS_SEAT * sure)
        if sure or (in_front and in_front["seat"] in place_names()):
            propose(in_front["name"], 0.0, in_front["seat"])
    propose(bare, left)
    if seated and (seated["seat"] in place_names() or (seated["how"] != "(" and " en " not in seated["seat"])):
        cost = 0.0 if seated["seat"] in place_names() else CUT
        propose(seated["name"], cost, seated["seat"])
        propose(without_start(_ARTICLE, seated["name"]), cost, seated["seat"])
    propose(without_start(_ARTICLE, bare), left)
    propose(without_start(_ARTICLE_OF_SENTENCE, bare), left)
    propose(without_start(_CALLED, bare), left)
    words = bare.split()
    for count in range(1, min(_LABEL_WORDS, len(words) - 1) + 1):
        label = " ".join(words[:count])
        if words[count][:1].islower() or not _OF_A_NAME.search(label):
            continue
        if field_of(label) == NAME and not is_form(label) and not is_category(label) and ":" not in label:
            propose(" ".join(words[count:]), label=label)
    if names_a_person(bare) and (rest := without_persons(bare)) and rest != bare:
        propose(_CONTACT.sub("", rest))
    if (dashed := _LAST_DASH.fullmatch(bare)) and not _TITLE.search(bare):
        seat = _seat_behind(*dashed.groups())
        if seat or _ENDED.match(dashed["behind"]):
            propose(dashed["name"], 0.0, seat)
        elif not _is_between_places(*dashed.groups()):
            propose(_DASH.split(bare)[0], 2 * CUT)
            propose(dashed["behind"], 2 * CUT)
    if barred and is_form(barred["behind"]):
        propose(barred["name"])
    if is_told:
        propose(told_of["name"], 0.0, told_of["seat"])
    if asked := _ASKED.match(bare):
        propose(asked["name"], CUT)
    if aside := _ASIDE.match(bare):
        propose(aside["name"], CUT, aside["seat"])
    lines = [one_line(line) for line in text.split("\n") if line.strip()]
    if 2 <= len(lines) <= _LINES_OF_NAME and (place := _PLACE_BELOW.fullmatch(lines[-1])):
        sure = place["place"] in place_names()
        propose(" ".join(lines[:-1]), 0.0 if sure else CUT, place["place"], below=True, guessed=not sure)
    return tuple(found.values())[:MOST]


def _behind_label(text: str) -> tuple[Part, ...]:
    """The parts of what stands behind a label of names and a colon: the label is no part of a name."""
    before, colon, after = text.partition(":")
    if not colon or not after.strip() or "\n" in before or field_of(one_line(before)) != NAME:
        return ()
    return tuple(replace(part, label=one_line(before)) for part in parts_of(after.strip()))


def _says_seat(seated: re.Match[str] | None) -> bool:
    """Whether what stands behind a name is its seat beyond doubt, for the text says so."""
    if seated is None or seated["seat"] not in place_names():
        return False
    return bool(seated["said"]) or (seated["how"] == "(" and seated["at"] is not None) or seated["how"] == " / "


def _has_letters(name: str) -> bool:
    """Whether a text has letters enough for a name; a letter with a number may be that of a network: `M50`."""
    return sum(map(str.isalpha, name)) >= 2 or bool(_NETWORK.fullmatch(name))


def _seat_behind(name: str, behind: str) -> str | None:
    """The seat that stands behind the last dash: the place of an address, or a municipality alone."""
    if address := ADDRESS.search(behind):
        return address["seat"]
    return behind if behind in place_names() and not _is_between_places(name, behind) else None


def _is_between_places(name: str, behind: str) -> bool:
    """Whether a dash stands between two municipalities: `Metropoolregio Rotterdam – Den Haag` is in neither."""
    return behind in government_names() and name.split()[-1:] != [] and name.split()[-1] in government_names()


def _are_governments(text: str) -> bool:
    """Whether each of several lines, or of what slashes part, names a government: participants, and no party."""
    parts = (one_line(part).strip(" .,;•") for part in _LINES.split(text))
    lines = [without_start(_KIND, part) for part in parts if part]
    return len(lines) > 1 and all(line in government_names() for line in lines)


def _is_nothing(name: str) -> bool:
    """Whether a text is known to be no name, whatever stands around it: a value, a form alone, a category, `NB`."""
    if (is_category(name) and is_plural(name)) or _OFFICE.match(name):
        return True
    return placeholder(name) is not None or is_form(name) or (" " not in name and is_note(name))
