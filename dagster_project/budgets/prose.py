"""A paragraph of running text that tells of one party, taken apart into the same labels as a block has.

*Deze partij is een stichting, gevestigd te Assen. Deelnemers zijn Assen en Aa en Hunze.* Belongs here: the turns of
phrase that stand for a field. Does not belong here: lines of label and value (`lines`), or what a field's value means.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from dagster_project.budgets.labels import AMOUNTS, PARTY_FIELDS, Labelled, field_of
from dagster_project.budgets.legal_forms import group_of
from dagster_project.budgets.participants import names_with_comma
from dagster_project.budgets.sentences import ends_in_abbreviation, sentences
from dagster_project.budgets.vocabulary import DEBT, EQUITY, FORM, NAME, PARTICIPANTS, PURPOSE, RESULT, SEAT
from dagster_project.persons import without_persons

_LEAST_FIELDS = 2
"""Different fields that make a paragraph one of a party; prose that touches on one is policy."""


_IS = r"(?:is|betreft|vormt|heeft de (?:rechts)?vorm van|heeft als rechtsvorm|kent als rechtsvorm)"
_FORM = re.compile(
    rf"\b{_IS}:? (?:(?:een|de|het) )?"
    r"(?P<form>(?:(?:[A-Za-z]\.)+|[^.;:]){1,90}?)"
    r"(?=$|[.;:]|,? (?:statutair )?gevestigd\b"
    r"|,? (?:waar(?:in|aan|van)|die|dat|met|van|voor|tussen|op grond|opgericht|en (?:is|heeft|voert))\b)"
)
_SEAT = re.compile(
    r"\b(?:[Gg]evestigd|gehuisvest|zetelt|zetel heeft|(?:statutaire )?zetel(?: is)?) (?:te|in) "
    r"(?P<seat>(?:'[st]-? ?)?[A-ZÀ-Þ][^.,;:()]{1,45}?)"
    r"(?=$|[.,;:()]|\s(?:die|dat|is|heeft|voert|wordt)\b|\sen (?=[a-z]))"
)
_WHO = (
    r"(?:deelnemers|deelnemende (?:gemeenten|partijen|overheden|organisaties|bestuursorganen)|partners"
    r"|aandeelhouders|leden|participanten)"
)
_PARTICIPANTS = (
    re.compile(
        rf"\b{_WHO}(?: (?:in|aan|van) [^.]{{1,60}}?)? (?:zijn|waren)(?: hierin| hieraan)?:? (?P<who>.+?)\.?$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?!(?:[Ww]ij|[Ww]e|[Zz]ij|[Zz]e|[Ee]r|[Ii]k|[Jj]e|[Uu])\b)(?P<who>(?:[^.]|\([A-Z][A-Za-z]?\.\))+?)"
        r" (?:nemen|werken|participeren)(?: (?:hier|daar|er)(?:in|aan))?(?: ook)? (?:deel|samen)\b"
    ),
    re.compile(
        r"\b(?:hier|daar|waar)?in (?:nemen|werken|participeren) (?P<who>.+?) (?:deel|samen)\.?$", re.IGNORECASE
    ),
    re.compile(
        r"\bsamenwerking(?:sverband)? (?:tussen|van) "
        r"(?P<who>(?:de )?(?:\d+ )?(?:gemeenten?|provincies?|waterschap\w*) .+?)"
        r"(?=\.?$|, (?:gericht|met|waar)| (?:die|dat|waar|op het gebied)\b)",
        re.IGNORECASE,
    ),
)  # fmt: skip
_AIM = re.compile(
    r"\b(?:heeft (?:als|tot) (?:doel|taak)|(?:stelt|stellen) zich ten doel|(?:is|zijn) opgericht om|met als doel"
    r"|nemen (?:hierin |hieraan )?deel ten behoeve van|(?:openbaar|publiek|maatschappelijk|algemeen) belang is)"
    r"(?:stelling)?:? (?:om )?(?P<aim>[^.;]{8,}?)(?=$|[.;])",
    re.IGNORECASE,
)
_LABEL = 6
"""Words of a label before a colon at most; more are of a sentence."""
_SUBJECTS = (
    (EQUITY, re.compile(r"\beigen vermogen\b", re.IGNORECASE)),
    (DEBT, re.compile(r"\bvreemd vermogen\b", re.IGNORECASE)),
    (RESULT, re.compile(r"\b(?:\w*resultaat|saldo|winst|verlies)\b", re.IGNORECASE)),
)
_FIGURE = re.compile(r"€|(?:euro|miljoen|nihil)\b(?:(?<=\beuro)|(?<=\bmiljoen)|(?<=\bnihil))|\d{1,3}(?:\.\d{3})+")
_SAYS_FIGURE = re.compile(
    r"\b(?:vermogen|resultaat|saldo)\b[^.;]{0,40}? (?:bedraagt|bedroeg|is|was|komt uit op) [^.;\d]{0,15}?"
    r"(?!(?:19|20)\d\d\b)\d{1,7}(?:[.,]\d+)?(?=[ ;.)]|$)",
    re.IGNORECASE,
)
"""How a sentence says an amount that has neither a sign of euros nor thousands."""
_POINTS_BACK = r"(?:deze|dit|die|dat|zij|hij|het|de|hierin|hieraan|daarin)"
_ITSELF = (
    rf"{_POINTS_BACK}(?: (?:partij|regeling|organisatie|stichting|vennootschap|vereniging|instelling|samenwerking))?"
)
_BEGINS = re.compile(
    rf"(?:Gevestigd (?:te|in)|{_ITSELF} {_IS}|Rechtsvorm:|Vestigingsplaats:"
    rf"|(?:De )?{_WHO} (?:hierin |hieraan )?zijn:?) ",
    re.IGNORECASE,
)
"""How a paragraph begins that is about a party and nothing else: then one field is enough."""

_OF_AMOUNTS = re.compile(
    r"Het (?:eigen vermogen|vreemd vermogen|(?:\w+ )?resultaat)(?: \S+){0,5}? (?:bedraagt|bedroeg|is|was|komt)\b"
)
"""How a paragraph begins that goes on with the figures of a party."""

_SUBJECT = re.compile(
    rf"^(?!{_ITSELF} {_IS}\b)(?:De |Het )?(?P<name>[A-ZÀ-Þ][^.;:]{{2,110}}?)"
    rf"(?:,? {_IS}:? (?:een|de) |,? (?:statutair )?gevestigd (?:te|in) |,? \()",
    re.IGNORECASE,
)


@lru_cache(maxsize=5_000)
def prose_fields(text: str) -> tuple[Labelled, ...]:
    """The fields that a paragraph tells of a party, as labels without a label text; empty where it tells too few.

    A name is given weakly: a heading above the paragraph knows it better. What is left of the text is the purpose.
    """
    # Before it is cut: half of a person's name is not known for one.
    text = without_persons(text) or ""
    found: list[Labelled] = []
    rest: list[str] = []
    for sentence in sentences(text):
        told = _told(sentence)
        found += told
        if not told:
            rest.append(sentence)
    fields = {one.field for one in found}
    if fields and not rest and fields <= set(AMOUNTS) and _OF_AMOUNTS.match(text):
        return tuple(found)
    begins = _BEGINS.match(text) is not None
    if len(fields & PARTY_FIELDS) < (1 if begins else _LEAST_FIELDS) or not fields & {FORM, SEAT, PARTICIPANTS}:
        return ()
    if rest and PURPOSE not in fields:
        found.append(Labelled(PURPOSE, "", " ".join(rest)))
    name = _SUBJECT.match(text)
    head = [Labelled(NAME, "", name["name"].strip(), weak=True)] if name and name["name"][:1].isupper() else []
    return (*head, *found)


def fields_in_sentence(sentence: str) -> frozenset[str]:
    """The fields that a sentence tells."""
    return frozenset(one.field for one in _told(sentence))


def members_in(sentence: str) -> str:
    """What a sentence names as the participants of something; empty where it names none."""
    return " ".join(one.value for one in _told(sentence) if one.field == PARTICIPANTS)


@lru_cache(maxsize=20_000)
def _told(sentence: str) -> tuple[Labelled, ...]:
    """What a sentence tells; cached, for it is asked whether it tells of a name near it, and what it tells."""
    return tuple(_all_told(sentence))


def _all_told(sentence: str) -> Iterator[Labelled]:
    label, colon, value = sentence.partition(":")
    if colon and len(label.split()) <= _LABEL and (field := field_of(label)) in PARTY_FIELDS:
        yield Labelled(field, label, value.strip() if ends_in_abbreviation(value) else value.strip(" ."))
        return
    form = _FORM.search(sentence)
    if form and group_of(form["form"], "", None):
        yield Labelled(FORM, "", form["form"].strip(" ,"))
    if seat := _SEAT.search(sentence) or re.match(
        r"(?i:gevestigd) (?:te|in) (?P<seat>[A-ZÀ-Þ'][^.,;:()]{1,45})", sentence
    ):
        whole = next((n for n in names_with_comma() if sentence.startswith(n, seat.start("seat"))), None)
        yield Labelled(SEAT, "", whole or seat["seat"].strip())
    if aim := _AIM.search(sentence):
        yield Labelled(PURPOSE, "", aim["aim"].strip(" .:"))
    who = next((m for pattern in _PARTICIPANTS if (m := pattern.search(sentence))), None)
    if who:
        yield Labelled(PARTICIPANTS, "", who["who"].strip(" :"))
        return
    if _FIGURE.search(sentence) or _SAYS_FIGURE.search(sentence):
        yield from _amounts(sentence)


def _amounts(sentence: str) -> Iterator[Labelled]:
    """Each part of a sentence that is about another amount: `het eigen vermogen is ... en het vreemd vermogen ...`."""
    starts = sorted((m.start(), name) for name, pattern in _SUBJECTS if (m := pattern.search(sentence)))
    ends = [start for start, _ in starts[1:]] + [len(sentence)]
    for index, (start, name) in enumerate(starts):
        yield Labelled(name, "", sentence[start if index else 0 : ends[index]])
