"""A list of participants cut into items: at commas, *en*, semicolons, bullets and lines, but not within a name."""

import re
from functools import lru_cache

from dagster_project.budgets.participants.shares import without_shares
from dagster_project.budgets.participants.spoken import KINDS, list_within
from dagster_project.budgets.participants.whole import as_written, is_name, keep_whole, kept, names_with_comma
from dagster_project.budgets.sections import is_none
from dagster_project.documents.text import one_line
from dagster_project.persons import Kind, take_out, without_persons

_BULLET = re.compile(r"(?:^|\n)\s*[•·▪◦*–-]\s+")
_COUNT_WORDS = (
    "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|"
    "achttien|negentien|twintig|\\w+entwintig|dertig|\\w+endertig|veertig|vijftig|alle|diverse|verschillende|meerdere|"
    "enkele|overige|een aantal"
)
_COUNT = re.compile(rf"^(?:de |het |alle |ook )*(?:circa |ruim |ca\. )?(?:\d+|{_COUNT_WORDS})\b.*", re.IGNORECASE)
_DESCRIPTION = re.compile(
    rf"^(?:alle |de )?(?:{KINDS}) (?:in|uit|rond(?:om)?|binnen|die|behorend|langs|op) .*"
    rf"|^(?:{KINDS}|[a-z]+organisaties)$",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    rf"(?:alle|(?:de|alle) (?:\d+|{_COUNT_WORDS}|\w+se)|\d+|{_COUNT_WORDS})\s+(?:\w+\s+)?(?:{KINDS})\b.*",
    re.IGNORECASE | re.DOTALL,
)
_BARE_COUNT = re.compile(rf"(?:\d+|{_COUNT_WORDS}) (?!(?:{KINDS})\b)\w+", re.IGNORECASE)
_ASIDE = re.compile(r"(?:ieder|elk|elke|waarvan|samen|tezamen|naar rato|ieder voor)\b", re.IGNORECASE)
_REMARK = re.compile(r"\s*\((?:nu|voorheen|thans|tot|sinds|per|vanaf|en rechtsvoorgangers|\d+)[^)]*\)", re.IGNORECASE)
_OTHER_BODY = (
    r"(?:,\s*(?:en\s+)?|\s+(?:en|alsmede|evenals)\s+)(?:de|het)\s+(?:provincie|waterschap|hoogheem|minist|Rijk)"
)
_EXCEPTION = re.compile(
    rf"\b(?:{KINDS})\b[^.;]{{0,80}}?,?\s*\(?(?:met uitzondering van|behalve|uitgezonderd|exclusief|zonder)\s+.+?"
    rf"(?={_OTHER_BODY}|[.;]|$)",
    re.IGNORECASE,
)
_SPREAD = re.compile(
    r"^(?:en\s+)?(?:de\s+|het\s+)?(?:\((?:voormalige|voorm\.)\)\s+|voormalige\s+)?"
    r"(?P<kind>gemeenten?|provincies?|provincië?n|waterschap(?:pen)?|hoogheemraadschappen|ministeries?)\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_SINGULAR = {
    "gemeenten": "", "gemeente": "", "provincies": "provincie ", "provinciën": "provincie ", "provincien": "provincie ",
    "waterschappen": "waterschap ", "hoogheemraadschappen": "hoogheemraadschap ", "ministeries": "ministerie ",
}  # fmt: skip
_BODY = re.compile(
    r"\w*(?:vereniging|kring|school|universiteit|collectief|stichting|maatschappij|groep|bedrijf|kamer|schap|dienst"
    r"|co[öo]peratie|corporatie|centrum|huis|fonds|instituut|federatie|verbond|bond|[bn]\.?v\.?)\b",
    re.IGNORECASE,
)
"""An organisation with a name of its own, which is no place that a description goes on with."""
_AND = re.compile(r"^(?:en|alsmede|evenals)\s+")
_ARTICLE = re.compile(
    r"^(?:en\s+)?(?:de|het)\s+(?=provincie|waterschap|ministerie|hoogheemraadschap|gemeente|wetterskip)", re.IGNORECASE
)


def in_words(text: str) -> bool:
    """Whether a text counts or describes who takes part: `alle gemeenten in Zeeland`, `de 12 Groninger gemeenten`."""
    return bool(_IN_WORDS.fullmatch(text))


def split_participants(text: str) -> list[str]:
    """The participants of a text, in its order, without persons; empty where it says that there are none."""
    return list(_split(text))


@lru_cache(maxsize=5_000)
def _split(text: str) -> tuple[str, ...]:
    if not text or (is_none(one_line(text)) and len(text) < 25):
        return ()
    # Before the text is cut, for a comma within the name of a person would part it.
    text = without_shares(take_out(text, {Kind.PERSON}))
    parts = _BULLET.split(text) if _BULLET.search(text) else _lines(text)
    told = (list_within(one_line(part)) for part in parts if part.strip())
    items = (item for part in told for piece in _parted(part) for item in _items(piece))
    # A body takes part once, also where a card repeats what its table said.
    return tuple(dict.fromkeys(item for raw in items if (item := without_persons(raw))))


def _lines(text: str) -> list[str]:
    """Lines are items only where none of them runs on into the next."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    whole = len(lines) > 1 and not any(
        re.search(r"(?:,|-|\b(?:en|van|de|het|der|den|in|uit|met|op|provincie|gemeente|waterschap))$", line)
        or (re.match(r"(?:aan|bij|de|den|der|en|het|in|op|te|van) ", line) and not is_name(line))
        for line in lines
    )
    for name in names_with_comma():
        text = text.replace(name, "")
    apart = whole and all(len(line) < 60 for line in lines) and not re.search("[,;]", text)
    return lines if apart else ["\n".join(lines)]


def _parted(text: str) -> list[str]:
    """A text at the signs that part a list; a slash is one between governments, and else may be of a name."""
    slashed = text.split(" / ")
    if len(slashed) > 1 and sum(is_name(piece.strip(" .")) for piece in slashed) * 2 > len(slashed):
        return slashed
    return re.split(r"[;|•·]", text)


def _items(text: str) -> list[str]:
    text = _AND.sub("", _REMARK.sub("", text.strip()).strip(" .,;:"))
    if not text or is_none(text):
        return []
    text = _EXCEPTION.sub(lambda found: kept(found.group()), keep_whole(text))
    items: list[str] = []
    kind = ""
    counted = False
    for piece in _pieces(text):
        spread = _SPREAD.match(piece)
        if _ASIDE.match(piece):
            continue
        if items and _BARE_COUNT.fullmatch(items[-1]) and re.search(rf"\b(?:{KINDS})\b", piece):
            # "49 Nederlandse en Duitse gemeenten" is one count.
            items[-1] += " en " + piece
            counted, kind = True, ""
        elif _COUNT.match(piece) or _DESCRIPTION.match(piece):
            items.append(piece)
            counted, kind = True, ""
        elif spread:
            word = spread["kind"].lower()
            # A plural rules all that follows; a singular only its own name.
            kind = _SINGULAR.get(word, "") if word.endswith(("en", "s")) and word not in ("gemeente",) else ""
            items.append(_SINGULAR.get(word, word + " ") + spread["rest"])
        elif counted and items and _goes_on(items[-1], piece):
            items[-1] += " en " + piece
        else:
            items.append(kind + _ARTICLE.sub("", piece))
    return [written for item in items if (written := as_written(item).strip())]


def _goes_on(description: str, piece: str) -> bool:
    """Whether a piece is a further place of a description: `de gemeenten in Groningen en Drenthe`."""
    described = re.search(r"\bin\b|\bregio\b", description)
    return bool(re.match(r"[A-Z]", piece) and not _BODY.search(piece) and described)


def _pieces(text: str) -> list[str]:
    return [p.strip() for p in re.split(r",\s*(?:en\s+)?|\s+en\s+|\s+alsmede\s+|\s+&\s+(?=[a-z])", text) if p.strip()]
