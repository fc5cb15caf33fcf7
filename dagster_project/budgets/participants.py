"""The participants of a party as written, one item per organisation or phrase.

Plurals are spread over their members (*de provincies X en Y* gives *provincie X* and *provincie Y*), *gemeente* goes,
as a name without a kind is a municipality. Counts and descriptions (*de 12 Groninger gemeenten*) stay phrases.
"""

import re
from functools import cache

from dagster_project.budgets.sections import is_none
from dagster_project.documents.text import one_line
from dagster_project.workspace.seeds import seed_rows

_BULLET = re.compile(r"(?:^|\n)\s*[•·▪◦*–-]\s+")
_COUNT_WORDS = (
    "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|"
    "achttien|negentien|twintig|\\w+entwintig|dertig|\\w+endertig|veertig|vijftig|alle|diverse|verschillende|meerdere|"
    "enkele|overige|een aantal"
)
_KINDS = (
    "gemeenten?|provincies?|waterschap(?:pen)?|hoogheemraadschap(?:pen)?|ministeries?|instanties|kamers|overheden|"
    "organisaties|partijen"
)
_COUNT = re.compile(rf"^(?:de |het |alle |ook )*(?:circa |ruim |ca\. )?(?:\d+|{_COUNT_WORDS})\b.*", re.IGNORECASE)
_DESCRIPTION = re.compile(
    rf"^(?:alle |de )?(?:{_KINDS}) (?:in|uit|rond(?:om)?|binnen|die|behorend|langs|op) .*"
    rf"|^(?:{_KINDS}|[a-z]+organisaties)$",
    re.IGNORECASE,
)
_BARE_COUNT = re.compile(rf"(?:\d+|{_COUNT_WORDS}) (?!(?:{_KINDS})\b)\w+", re.IGNORECASE)
_ASIDE = re.compile(r"(?:ieder|elk|elke|waarvan|samen|tezamen|naar rato|ieder voor)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:(?:naast|behalve) [^,]+,\s*|(?:deelnemers|leden|aandeelhouders) zijn:?\s*|ook\s+)", re.IGNORECASE
)
_TAIL = re.compile(
    r"\s+(?:is|zijn|nemen deel|hebben)\s+(?:de )?(?:aandeelhouders?|deelnemers?|lid|leden|deel)\b.*$|\s*\.$",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*\((?:nu|voorheen|thans|tot|sinds|per|vanaf|en rechtsvoorgangers|\d+)[^)]*\)", re.IGNORECASE)
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
    r"\w*(?:vereniging|kring|school|universiteit|collectief|stichting|maatschappij|groep|bedrijf|kamer|schap|dienst)\b",
    re.IGNORECASE,
)
"""An organisation with a name of its own, which is no place that a description goes on with."""
_AND = "\ue000"
_COMMA = "\ue001"


@cache
def _joined_names() -> tuple[tuple[str, str], ...]:
    """Names of organisations that hold a comma or *en*, longest first, with how they are kept whole."""
    # Rows of text: in the process that reads one document, loading a library for tables would take most of the time.
    names = {row["name"] for row in (*seed_rows("organisation"), *seed_rows("organisation_name"))}
    names |= {"Verkeer en Waterstaat", "Infrastructuur en Waterstaat", "Wonen, Bergen en Dal"}
    joined = sorted((n for n in names if "," in n or " en " in n), key=lambda n: (-len(n), n))
    return tuple((n, n.replace(", ", _COMMA).replace(" en ", _AND)) for n in joined)


def names_with_comma() -> list[str]:
    """Names of organisations that hold a comma."""
    return [name for name, _ in _joined_names() if "," in name]


def split_participants(text: str) -> list[str]:
    """The participants of a text, in its order; empty where it says that there are none."""
    if not text or (is_none(one_line(text)) and len(text) < 25):
        return []
    if _BULLET.search(text):
        return [item for part in _BULLET.split(text) for item in _items(one_line(part)) if part.strip()]
    parts = re.split(r"[;|]", text) if ";" in text or "|" in text else _lines(text)
    return [item for part in parts for item in _items(one_line(part))]


def _lines(text: str) -> list[str]:
    """Lines are items only where none of them runs on into the next."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    whole = len(lines) > 1 and not any(
        re.search(r"(?:,|-|\b(?:en|van|de|het|der|den|provincie|gemeente|waterschap))$", line)
        or re.match(r"(?:aan|bij|de|den|der|en|het|in|op|te|van) ", line)
        for line in lines
    )
    for name in names_with_comma():
        text = text.replace(name, "")
    return lines if whole and all(len(line) < 60 for line in lines) and "," not in text else ["\n".join(lines)]


def _items(text: str) -> list[str]:
    text = _REMARK.sub("", _TAIL.sub("", _LEAD.sub("", text.strip()))).strip(" .,;")
    if not text or is_none(text):
        return []
    for name, kept in _joined_names():
        if name in text:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", kept, text)
    items: list[str] = []
    kind = ""
    counted = False
    for piece in _pieces(text):
        spread = _SPREAD.match(piece)
        if _ASIDE.match(piece):
            continue
        if items and _BARE_COUNT.fullmatch(items[-1]) and re.search(rf"\b(?:{_KINDS})\b", piece):
            # "49 Nederlandse en Duitse gemeenten" is one count.
            items[-1] += " en " + piece
            counted, kind = True, ""
            continue
        if _COUNT.match(piece) or _DESCRIPTION.match(piece):
            items.append(piece)
            counted, kind = True, ""
            continue
        if spread:
            word = spread["kind"].lower()
            # A plural rules all that follows; a singular only its own name.
            kind = _SINGULAR.get(word, "") if word.endswith(("en", "s")) and word not in ("gemeente",) else ""
            lead = _SINGULAR.get(word, word + " ")
            items.append(lead + spread["rest"])
        elif (
            counted
            and items
            and re.match(r"[A-Z]", piece)
            and not _BODY.search(piece)
            and re.search(r"\bin\b|\bregio\b", items[-1])
        ):
            items[-1] += " en " + piece
        else:
            items.append(
                kind
                + re.sub(
                    r"^(?:en\s+)?(?:de|het)\s+(?=provincie|waterschap|ministerie|hoogheemraadschap|gemeente|wetterskip)",
                    "",
                    piece,
                    flags=re.IGNORECASE,
                )
            )
    return [i.replace(_COMMA, ", ").replace(_AND, " en ").strip() for i in items if i.strip()]


def _pieces(text: str) -> list[str]:
    return [p.strip() for p in re.split(r",\s*(?:en\s+)?|\s+en\s+|\s+alsmede\s+|\s+&\s+(?=[a-z])", text) if p.strip()]
