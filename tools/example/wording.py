"""How a source words what is true: names, forms, participants and amounts in one reporter's manner.

A `Manner` is a row of `truth/documents.yml`. Everything here is text out of a `Collaboration`; no file formats.
"""

import hashlib
import re
from dataclasses import dataclass, field

from tools.example.truth import Collaboration, members_of, organisation_name

ORIGIN = "Voorbeeld, verzonnen door de makers van lappendeken"
FORM_NL = {
    "openbaar_lichaam": "Openbaar lichaam",
    "bedrijfsvoeringsorganisatie": "Bedrijfsvoeringsorganisatie",
    "gemeenschappelijk_orgaan": "Gemeenschappelijk orgaan",
    "centrumregeling": "Centrumregeling",
    "bv": "Besloten vennootschap",
    "nv": "Naamloze vennootschap",
    "stichting": "Stichting",
    "vereniging": "Vereniging",
    "cooperatie": "Coöperatie",
    "vof_cv": "Commanditaire vennootschap",
    "bestuursovereenkomst": "Bestuursovereenkomst",
    "samenwerkingsovereenkomst": "Samenwerkingsovereenkomst",
    "convenant": "Convenant",
    "bestuurlijk_overleg": "Bestuurlijk overleg",
    "fonds": "Fonds",
    "egts": "EGTS",
}
SHORT_FORM_NL = FORM_NL | {"openbaar_lichaam": "GR", "bv": "BV", "nv": "NV", "vof_cv": "CV"}
WGR = ("openbaar_lichaam", "bedrijfsvoeringsorganisatie", "gemeenschappelijk_orgaan", "centrumregeling")
COMPANIES = ("bv", "nv", "vof_cv", "cooperatie")
FOUNDATIONS = ("stichting", "vereniging")
WITH_BALANCE = ("openbaar_lichaam", "bedrijfsvoeringsorganisatie", *COMPANIES, "stichting")
SECTIONS = (
    "Gemeenschappelijke regelingen",
    "Vennootschappen en coöperaties",
    "Stichtingen en verenigingen",
    "Overige verbonden partijen",
)
THEME_NL = {
    "ruimte": "Ruimte",
    "economie": "Economie (met arbeidsmarkt)",
    "sociaal": "Sociaal domein",
    "veiligheid": "Veiligheid",
    "energie_duurzaamheid": "Energie en duurzaamheid",
    "mobiliteit": "Mobiliteit",
    "bedrijfsvoering": "Bedrijfsvoering",
    "onderwijs_cultuur": "Onderwijs en cultuur",
}


@dataclass(frozen=True)
class Manner:
    """One reporter's way of writing.

    names: plain, abbreviation (in brackets), gr or full (in front of arrangements).
    participants: list, bare (without the word gemeente) or count (a phrase where the group is a whole one).
    unit: 1 or 1000 euros. spelling: key of a collaboration to the name as this reporter writes it.
    """

    names: str = "plain"
    participants: str = "list"
    short_forms: bool = False
    unit: int = 1
    spelling: dict[str, str] = field(default_factory=dict)
    members: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Balance:
    """Euros at the start and end of a year; None where the form keeps no balance sheet of its own."""

    equity_begin: int | None = None
    equity_end: int | None = None
    debt_begin: int | None = None
    debt_end: int | None = None
    result: int | None = None


def name(one: Collaboration, manner: Manner) -> str:
    """The name as the reporter writes it."""
    if one.key in manner.spelling:
        return manner.spelling[one.key]
    if manner.names == "abbreviation" and one.short:
        return f"{one.name} ({one.short})"
    if one.form in WGR and manner.names == "gr":
        return f"GR {one.name}"
    if one.form in WGR and manner.names == "full":
        return f"Gemeenschappelijke regeling {one.name}"
    return one.name


def form(one: Collaboration, manner: Manner) -> str:
    """The legal form as the reporter writes it."""
    return (SHORT_FORM_NL if manner.short_forms else FORM_NL)[one.form]


def section(one: Collaboration) -> str:
    """The heading of the Besluit begroting en verantwoording under which the party stands."""
    groups = (WGR, COMPANIES, FOUNDATIONS)
    return next((title for title, forms in zip(SECTIONS, groups, strict=False) if one.form in forms), SECTIONS[3])


def organisation(organisation_id: str, snapshot: int, bare: bool = False) -> str:
    """`gemeente Assen`, `provincie Drenthe`, `waterschap Noorderzijlvest`, `ministerie van ...`; bare: `Assen`."""
    named = organisation_name(organisation_id, snapshot)
    kind = {"gm": "gemeente ", "pv": "provincie ", "ws": "waterschap ", "mn": "ministerie van "}[organisation_id[:2]]
    return named if bare and kind == "gemeente " else kind + named


def participants(one: Collaboration, manner: Manner) -> list[str]:
    """The participants as the reporter writes them, one text each; a count phrase is one text."""
    if one.key in manner.members:
        return manner.members[one.key].split("; ")
    bare = manner.participants == "bare"
    written, rest = [], list(one.members)
    whole = members_of(["@gr"], one.snapshot)
    if manner.participants == "count" and set(whole) <= set(rest):
        written.append(f"De {len(whole)} Groninger gemeenten")
        rest = [member for member in rest if member not in whole]
    written += [organisation(member, one.snapshot, bare) for member in rest]
    if one.claimed_by != "state":
        written += [organisation(ministry, one.snapshot) for ministry in one.ministries]
    return [*written, *one.parties]


def balance(one: Collaboration, year: int) -> Balance:
    """Invented amounts in whole thousands of euros, the same for every reporter of the same year."""
    if one.form not in WITH_BALANCE:
        return Balance()

    def amount(what: str, low: int, high: int) -> int:
        digest = hashlib.sha256(f"{one.key}|{what}".encode()).digest()
        return (low + int.from_bytes(digest[:4], "big") % (high - low)) * 1000

    result = amount(f"result {year}", -250, 400)
    begin = amount("equity", 300, 9000)
    debt = amount(f"debt {year}", 500, 30000)
    return Balance(begin, begin + result, debt, debt + amount(f"change {year}", -300, 300), result)


def amount(value: int | None, unit: int = 1) -> str:
    """Dutch digits: `1.234.000`, negative as `-12.000`; `n.v.t.` where there is none."""
    return "n.v.t." if value is None else f"{value // unit:,}".replace(",", ".")


def slug(text: str) -> str:
    """A text as part of a file name: lower case, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
